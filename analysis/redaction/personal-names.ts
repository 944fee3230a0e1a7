// Longer than most: the rules by which a name is told from a place stand in one file, so that they can be read together.
import { GIVEN_NAMES } from './given-names.ts'
import type { Redaction } from './redaction.ts'

/** A run of capitalised words, as a name could be: "D. Featherstone", "Siân O'Neill-Jones", "Ahmed al-Farsi". */
const WORD =
  "(?:(?:Mr|Mrs|Ms|Dr|Prof|Rev|Cllr|Sgt)\\.(?=[ ])|\\p{Lu}\\.(?=[ ]|$|[,)])|\\p{Lu}[\\p{L}\\p{M}]{0,24}(?:['’-]\\p{L}[\\p{L}\\p{M}]{0,24}){0,3})"
const PARTICLE = '(?:de|da|di|la|le|van|von|der|den|bin|ibn|al|el|ap|ferch)'
const RUN = new RegExp(`${WORD}(?:[ ](?:${PARTICLE}[ ])?${WORD}){0,5}`, 'gu')

const fold = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const firstPart = (word: string): string => fold(word.split(/['’-]/)[0] ?? word)

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

const TITLES = set('mr mrs ms miss mx dr prof professor rev reverend father sister sir dame lady lord pc sgt nurse')
/** Whoever holds a public role is named as the record names them. */
const PUBLIC_TITLES = set(
  'cllr councillor councillors cllrs alderman mayor mp msp mep minister baroness officer leader',
)
/** A run that ends in one of these is a place or an institution, whatever it begins with. */
const PLACES = set(
  `road rd street st lane avenue ave close drive crescent court place terrace way grove gardens garden walk row mews square hill rise view parade park green villas gate yard passage vale mount croft fold wharf quay broadway bank end heights church chapel school academy primary junior infant college university library hospital infirmary surgery clinic centre center hall house bridge station ward estate common fields field wood woods lake river brook beck canal market arms inn hotel club trust charity council committee cabinet group society association friends campaign scheme plan act policy strategy report project consultation team department service services county borough city town village island cathedral mosque temple synagogue cemetery museum theatre gallery stadium farm mill cottage cottages meadow meadows path way trail bypass roundabout junction east west north south valley head`,
)
/** Capitalised because a sentence begins, or because a calendar, a people or an institution is named. */
const NOT_NAMES = set(
  `a an and are as at be but by can could did do does for from had has have he her his how i if in is it its let may me more most my never no nobody none not nothing now of on once one only or our out over people perhaps please she should since so some somebody someone speaking still such thank thanks that the their them then there these they this those though to too under until up us was we well were what when where which while who why will with without would yes yet you your yours also although another any anyone both each either every everyone everybody first second third finally however instead just last later many maybe meanwhile neither next often otherwise our overall personally please put quite rather residents same several sorry stop today tomorrow tonight whatever whenever years monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december spring summer autumn winter christmas easter english welsh scottish irish british european ramadan eid diwali mum dad gran nan grandad option policy section appendix table figure question questions part phase planning national local royal nhs bbc uk eu gp ok tv mp covid regards kind best yours sincerely faithfully dear hello hi hey contact text call email ring tel phone name signed cheers ta sent posted written note ps re kids children parents councillors officers cyclists drivers pedestrians ask tell keep make give build open close bring support object agree disagree strongly great good bad see look try use get go come take think know hope mark grace rose art may`,
)

const after = (text: string, end: number): string => text.slice(end, end + 60)
const before = (text: string, start: number): string => text.slice(Math.max(0, start - 60), start)

const ROLE_AFTER =
  /^,? (?:the |our |who is |as )?(?:Head|Director|Chief|Leader|Deputy|Cabinet|Chair|Officer|Manager|Councillor|Cllr|MP|MSP|MS|Mayor|Minister|Portfolio|Planning|Highways|Town Clerk|Clerk|Executive|Secretary)\b/
const ROLE_BEFORE =
  /\b(?:councillors?|cllrs?\.?|mayor|leader|(?:council|planning|highways|project|senior|case|housing|parking)?[ ]?officers?|minister|mp|chief executive|director|head of [a-z ]{0,24}|cabinet member|clerk|manager)(?:[,:]| is| called| named)?[ ](?:mr |mrs |ms |miss |dr )?$/i
const INTRODUCED =
  /(?:\b(?:my name is|my name's|name is|name:|names? is|i am called|called|named|known as|signed|signed by|contact|contact:|from|regards|regards,|wishes|wishes,|sincerely|sincerely,|faithfully|faithfully,|thanks|thanks,|cheers|cheers,|ta|ta,|love|love,|cc)|name[:-])[ \n]{1,2}$/i
const I_AM = /\b(?:i am|i'm|i’m|im|this is|it is|it's|it’s|was)[ ]$/i
const KIN =
  /\b(?:my|our|his|her|their|your|the)[ ](?:late[ ]|elderly[ ]|disabled[ ]|next[ -]door[ ]|old[ ]|young[ ]|little[ ]|eldest[ ]|youngest[ ])?(?:wife|husband|partner|son|daughter|child|baby|boy|girl|mother|mum|mam|father|dad|gran|granny|nan|nana|grandad|grandmother|grandfather|grandson|granddaughter|brother|sister|uncle|aunt|auntie|cousin|nephew|niece|friend|mate|neighbour|neighbours|carer|landlord|tenant|lodger|boss|colleague|teacher|doctor|nurse|gp|consultant)(?:,| is| was| called| named)?[ ]$/i
const KIN_OF =
  /\b(?:mother|mum|father|dad|parents?|wife|husband|carer|son|daughter|friend|neighbour|widow|sister|brother)[ ](?:of|to|for)[ ]$/i
const SPOKE =
  /^[ ](?:said|says|told|wrote|writes|asked|asks|complained|complains|lives|lived|thinks|agrees|agreed|works|died|and I|here|from (?:number|no)|at (?:number|no|\d))\b/

/** A given name alone counts where somebody is spoken of as a person. Given names that are places too do not. */
const BESIDE = /(?:^|[ ])(?:with|ask|asked|told|by|to|and|from|for|like|met|saw|see)[ ]$/i
const PLACE_NAMES = set('victoria florence georgia jordan sidney may june')
interface Run {
  readonly start: number
  readonly end: number
  readonly words: readonly string[]
}

const trimmed = (text: string, start: number, found: string): Run | null => {
  let from = start
  let words = found.split(' ')
  // A sentence's first word, or a calendar word, is no part of a name that follows it.
  while (
    words.length > 0 &&
    NOT_NAMES.has(fold(words[0] ?? '').replace('.', '')) &&
    !(words.length > 1 && GIVEN_NAMES.has(firstPart(words[0] ?? '')) && !startsSentence(text, from))
  ) {
    from += (words[0]?.length ?? 0) + 1
    words = words.slice(1)
  }
  let end = start + found.length
  while (words.length > 1 && NOT_NAMES.has(fold(words.at(-1) ?? '')) && !GIVEN_NAMES.has(fold(words.at(-1) ?? ''))) {
    end -= (words.at(-1)?.length ?? 0) + 1
    words = words.slice(0, -1)
  }
  return words.length === 0 ? null : { start: from, end, words }
}

const startsSentence = (text: string, start: number): boolean => /(?:^|[.!?:;\n"“(])\s{0,3}$/.test(before(text, start))
const isPlace = ({ words }: Run): boolean =>
  words.some((word, at) => (at > 0 || words.length === 1) && PLACES.has(fold(word)))
const isFollowedByPlace = (text: string, { end }: Run): boolean => {
  const next = /^(?:['’]s)?[ ](?:and[ ]\p{Lu}\p{L}{1,20}[ ])?(\p{L}{2,20})/u.exec(after(text, end))?.[1]
  return next !== undefined && /^\p{Lu}/u.test(next) && PLACES.has(fold(next))
}
const isPublicRole = (text: string, { start, end, words }: Run): boolean =>
  PUBLIC_TITLES.has(fold(words[0] ?? '').replace('.', '')) ||
  ROLE_AFTER.test(after(text, end)) ||
  ROLE_BEFORE.test(before(text, start))

const isSaint = ({ words }: Run): boolean => words.length > 1 && /^st\.?$/i.test(words[0] ?? '')

/** The last words of a text, alone after a full stop: somebody signed. */
const isSignature = (text: string, { start, end, words }: Run): boolean =>
  words.length <= 3 &&
  /^[.\s]{0,4}$/.test(text.slice(end)) &&
  /[.!?\n][ \n]{1,3}$/.test(before(text, start)) &&
  words.every(word => !NOT_NAMES.has(fold(word)))

const isTitled = ({ words }: Run): boolean => words.length > 1 && TITLES.has(fold(words[0] ?? '').replace('.', ''))
const startsWithGiven = ({ words }: Run): boolean => GIVEN_NAMES.has(firstPart(words[0] ?? ''))
const hasInitial = ({ words }: Run): boolean => words.length > 1 && words.some(word => /^\p{Lu}\.?$/u.test(word))

const isName = (text: string, run: Run): boolean => {
  const { start, end, words } = run
  const lead = before(text, start)
  if (isTitled(run)) return true
  if (isPlace(run) || isFollowedByPlace(text, run) || isSaint(run)) return false
  if (KIN.test(lead) || KIN_OF.test(lead)) return true
  if (INTRODUCED.test(lead)) return words.length <= 4
  if (isSignature(text, run)) return true
  const isGiven = startsWithGiven(run)
  if (I_AM.test(lead)) return words.length > 1 ? isGiven || /^[,.]|^ and /.test(after(text, end)) : isGiven
  if (SPOKE.test(after(text, end))) return words.length > 1 || isGiven
  if (hasInitial(run)) return words.length <= 4 && (isGiven || /^\p{Lu}\.$/u.test(words[0] ?? ''))
  if (words.length === 1)
    return (
      isGiven &&
      BESIDE.test(lead) &&
      !PLACE_NAMES.has(firstPart(words[0] ?? '')) &&
      !/^[ ]\p{Lu}/u.test(after(text, end))
    )
  return isGiven
}

/** A name written in lower case at the very end, after a farewell: "ta shaz". */
const FAREWELL = /\b(?:regards|cheers|thanks|ta|wishes|sincerely|love)[,]?[ \n](\p{Ll}{2,20})[ ]?[.x]{0,3}\s{0,3}$/u
const farewells = (text: string): readonly Redaction[] => {
  const tail = text.slice(-80)
  const found = FAREWELL.exec(tail)
  const name = found?.[1]
  if (found === null || name === undefined || NOT_NAMES.has(name)) return []
  const start = text.length - tail.length + found.index + found[0].indexOf(name, found[0].search(/[, \n]/))
  return [{ start, end: start + name.length, kind: 'name' }]
}

/** "my name is li wei": told, in lower case. */
const TOLD = /\b(?:my name is|my name's|name:)[ ](\p{Ll}{2,20}(?:[ ]\p{Ll}{2,20})?)/gu
const told = (text: string): readonly Redaction[] =>
  [...text.matchAll(TOLD)].flatMap(({ 0: found, 1: name = '', index }) =>
    name.split(' ').some(word => NOT_NAMES.has(word))
      ? []
      : [{ start: index + found.length - name.length, end: index + found.length, kind: 'name' as const }],
  )

/**
 * Names of people, by the words around them and by common given names. Councillors, members of parliament and officers in a public
 * role stay; so do roads, parks, churches and schools that bear a name. Suggestions only: some are missed, and a person reads each text.
 */
export const personalNames = (text: string): readonly Redaction[] => [
  ...[...text.matchAll(RUN)].flatMap(({ 0: found, index }) => {
    const run = trimmed(text, index, found)
    if (run === null || isPublicRole(text, run) || !isName(text, run)) return []
    return [{ start: run.start, end: run.end, kind: 'name' as const }]
  }),
  ...farewells(text),
  ...told(text),
]
