import { tokensOf } from './tokens.ts'

/** Languages told apart. `und`: the text is too short or in none of them; then words are folded and nothing else. */
export const LANGUAGES = ['en', 'cy', 'es', 'ca', 'fr', 'de', 'it', 'nl', 'pt', 'und'] as const
export type Language = (typeof LANGUAGES)[number]

/** Characters looked at: enough for every language here, and bounded for hostile input. */
const SAMPLE_LENGTH = 2000
/** A language must have this share of the words, and lead the next by LEAD: below it a text is `und`. Own trials. */
const MIN_SHARE = 0.12
const LEAD = 1.15

// The commonest words that tell a language from its neighbours here, folded. A word may stand in several.
const MARKERS: Readonly<Record<Exclude<Language, 'und'>, string>> = {
  en: `the and of to in is are for on it be with this that not we you have has should would will from they there my our
    at by or an more please as but was if can so all no do what about need where who when their he she`,
  cy: `y yr yn ac ar mae i o am gan gyda ein eu bod fod sydd ydy yw nid ddim ond os wedi hwn hon hyn hynny fel rydym rwyf
    bydd dylai angen plant ysgol ffordd mwy i'r o'r a'r dylid nad cael lle heb yng dros`,
  es: `el la los las de del que y en un una por para con no se su es lo mas al como pero sus le ya este esta son entre muy
    sin sobre ser hay todo desde todos donde una`,
  ca: `el la els les de del dels que i en un una per amb no es al als com pero seu seva mes aquest aquesta son sense sobre
    tots on des fins hi ha molt cal barri pels`,
  fr: `le la les de des du et que qui en un une pour avec pas ne se ce est au aux dans sur par plus sont cette nous vous il
    elle ou mais leur`,
  de: 'der die das und ist nicht ein eine den dem des mit zu auf fur von im sich auch es sie wir ich werden wird sind als an',
  it: 'il lo la gli le di del della dei e che un una per con non si sono al alla piu come anche nel nella da ma',
  nl: 'de het een en van is dat in op te niet met voor zijn aan er ook als bij wordt naar om uit maar wij',
  pt: 'o a os as de do da dos das que e em um uma para com nao se por mais no na ao como mas sao seu sua foi',
}
const marks = new Map<string, readonly number[]>()
LANGUAGES.forEach((language, at) => {
  if (language === 'und') return
  for (const word of MARKERS[language].split(/\s+/)) marks.set(word, [...(marks.get(word) ?? []), at])
})

/** The language whose commonest words are the largest share of the words. The first to be met of two that tie. */
export const languageOfWords = (forms: readonly string[]): Language => {
  const counts = LANGUAGES.map(() => 0)
  const met: number[] = []
  for (const form of forms)
    for (const language of marks.get(form) ?? []) {
      if (counts[language] === 0) met.push(language)
      counts[language]! += 1
    }
  const [best, next] = met.sort((a, b) => counts[b]! - counts[a]!)
  if (best === undefined || counts[best]! < MIN_SHARE * forms.length) return 'und'
  return counts[best]! >= LEAD * (next === undefined ? 0 : counts[next]!) ? LANGUAGES[best]! : 'und'
}

/** The same for a text whose words were read already. */
export const languageOfForms = (text: string, forms: readonly string[]): Language =>
  text.length <= SAMPLE_LENGTH ? languageOfWords(forms) : detectLanguage(text)

/** The language of a text by the share of its commonest words. `und` where that cannot be told. */
export const detectLanguage = (text: string): Language => languageOfWords(tokensOf(text.slice(0, SAMPLE_LENGTH)).forms)

/** A BCP 47 tag as given ("en-GB") as one of our languages, else null. */
export const languageOfTag = (tag: string): Language | null => {
  const primary = tag.trim().toLowerCase().split(/[-_]/)[0] ?? ''
  return LANGUAGES.find(language => language === primary) ?? null
}

/** The language most texts are in, for the texts too short to tell. */
export const mainLanguage = (languages: readonly Language[]): Language => {
  const counts = new Map<Language, number>()
  for (const language of languages) if (language !== 'und') counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'en'
}
