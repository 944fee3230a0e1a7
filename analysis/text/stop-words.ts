import { fold } from './fold.ts'
import type { Language } from './language.ts'
import { naturalStopWords } from './natural.ts'

// Function words of languages natural has no list for, and English ones it misses.
const more: Readonly<Record<Language, string>> = {
  en: `i im ive id ill hes shes theyre were weve youre dont doesnt didnt isnt arent wasnt werent wont wouldnt cant couldnt
    shouldnt thats theres whats lets am also any anything else ever every everyone just let may maybe much nor ought quite
    rather really shall than though us was yet that please would`,
  es: 'y e o u no si mas muy ya al del lo le les se su sus que con por para sin sobre entre este esta esto estos estas ser es son',
  ca: `i o a al als amb de del dels en el els la les l d un una uns unes que qui no es s per pel pels si ser son com mes
    molt tot tots tota totes aquest aquesta aquests aquestes aixo seu seva seus seves ha han hem hi ho ja sobre entre sense
    fins des quan on perque li se ens us va van`,
  cy: `y yr a ac i o ar at am yn ym yng mewn gan gyda heb dan dros drwy wrth hyd ei eu ein eich fy dy mae mai oes oedd bydd
    byddai bod fod sydd ydy yw nid ddim dim na nac neu ond os pan lle sut pwy beth hwn hon hyn hynny hefyd fel felly iawn
    rydym rwyf wedi bydd cael ni chi hi ef nhw`,
  fr: 'le la les un une des de du et ou a au aux en dans par pour sur avec sans que qui ne pas se ce cette ces est sont',
  de: `der die das den dem des ein eine einen einem einer und oder nicht auch auf aus bei bis fur in im ist sind mit nach
    noch von vom vor wie wird werden zu zum zur es sie er wir ich man als an am dass nur aber`,
  it: '',
  nl: '',
  pt: '',
  und: '',
}

const listFor = (language: Language): ReadonlySet<string> => {
  const ours = more[language].split(/\s+/)
  const theirs = language in naturalStopWords ? naturalStopWords[language as keyof typeof naturalStopWords] : []
  return new Set([...ours, ...theirs].map(fold).filter(word => word.length > 0))
}

const lists = new Map<Language, ReadonlySet<string>>()

/** Words without meaning of their own in a language, folded. Empty where the language could not be told. */
export const stopWordsOf = (language: Language): ReadonlySet<string> => {
  const known = lists.get(language)
  if (known !== undefined) return known
  const made = listFor(language)
  lists.set(language, made)
  return made
}
