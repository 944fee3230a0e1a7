// What passages call themselves and what they cite: "recommendation (c)", "Appendix B, row 12", "theme 4", "R17". Pure text
// reading; what a citation stands for is found in resolve-citations.ts.

/** A numbered thing: "theme:4", "appendix:b", or without a noun ":r17". */
export interface Citation {
  readonly noun: string | null
  readonly code: string
  /** The appendix, document or section it stands in, where the text says so. */
  readonly within: { readonly noun: string; readonly code: string } | null
}

// Words for one kind of thing, first the name we use. Our own list, from council papers.
const NOUN_WORDS: Readonly<Record<string, readonly string[]>> = {
  recommendation: ['recommendation', 'recommendations', 'rec', 'recs', 'recommended'],
  appendix: ['appendix', 'appendices', 'annex', 'schedule', 'app', 'enclosure', 'attachment'],
  row: ['row', 'rows', 'line', 'lines', 'entry', 'entries', 'item', 'items', 'no', 'nos', 'number', 'ref', 'reference'],
  theme: ['theme', 'themes', 'topic', 'topics', 'heading', 'headings', 'issue', 'issues'],
  paragraph: ['paragraph', 'paragraphs', 'para', 'paras', 'clause', 'clauses'],
  section: ['section', 'sections', 'chapter', 'chapters', 'part', 'parts'],
  policy: [
    'policy',
    'policies',
    'proposal',
    'proposals',
    'measure',
    'measures',
    'action',
    'actions',
    'scheme',
    'schemes',
  ],
  option: ['option', 'options'],
  minute: ['minute', 'minutes', 'min', 'resolution', 'resolutions', 'decision', 'decisions', 'resolved'],
  response: [
    'response',
    'responses',
    'comment',
    'comments',
    'submission',
    'representation',
    'representations',
    'reply',
    'log',
  ],
  note: ['note', 'notes', 'flipchart', 'card', 'cards'],
  question: ['question', 'questions'],
  objective: [
    'objective',
    'objectives',
    'priority',
    'priorities',
    'commitment',
    'commitments',
    'outcome',
    'change',
    'changes',
    'amendment',
    'amendments',
    'condition',
    'conditions',
  ],
  table: ['table', 'tables'],
}
const nounOf = new Map<string, string>()
for (const [noun, words] of Object.entries(NOUN_WORDS)) for (const word of words) nounOf.set(word, noun)

/** The noun a word of a heading, document name or text stands for, or null. */
export const citedNoun = (word: string): string | null => nounOf.get(word.toLowerCase().replace(/\.$/, '')) ?? null

const CODE = String.raw`(?:\([a-z]{1,4}\)|\(?[A-Z]{0,3}-?\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?\)?(?:\([a-z]{1,4}\))?|[A-Z](?![\p{L}\p{N}]))`
const LIST = String.raw`(?:\s*(?:,|;|and|to|or|&|–|-|—|, and)\s*${CODE})*`
const NOUNS = [...nounOf.keys()]
  .sort((a, b) => b.length - a.length)
  .map(word => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`)
  .join('|')
const NAMED = new RegExp(String.raw`(?<![\p{L}\p{N}])(${NOUNS})\.?\s+(?:nos?\.?\s+)?(${CODE}${LIST})`, 'gu')
/** A code with letters and digits names itself: R17, T4, E3. Not roads (A64, M62, B1234) beside "road" words: harmless if so. */
const BARE = /(?<![\p{L}\p{N}£.])([A-Z]{1,3}-?\d{1,3}[a-z]?)(?![\p{L}\p{N}])/gu
const ONE_CODE = new RegExp(CODE, 'gu')
/** Members of a range that are spelt out: "rows 1 to 12". A longer range is taken as its two ends. */
const MAX_RANGE = 40
/** A row and the appendix it stands in are at most this many characters apart: "rows 1, 3 and 4 of Appendix B". */
const WITHIN_DISTANCE = 30

/** A code without brackets and case: "(c)" → "c", "R-17" → "r17". */
export const plainCode = (code: string): string => code.toLowerCase().replace(/[()\-\s]/g, '')

const numbered = /^([a-z]*)(\d+)$/

const membersOfRange = (from: string, to: string): readonly string[] => {
  const a = numbered.exec(from)
  const b = numbered.exec(to)
  if (a !== null && b !== null && a[1] === b[1]) {
    const count = Number(b[2]) - Number(a[2])
    if (count > 0 && count <= MAX_RANGE)
      return Array.from({ length: count + 1 }, (_, i) => `${a[1] ?? ''}${Number(a[2]) + i}`)
  }
  if (/^[a-z]$/.test(from) && /^[a-z]$/.test(to) && from < to)
    return Array.from({ length: to.charCodeAt(0) - from.charCodeAt(0) + 1 }, (_, i) =>
      String.fromCharCode(from.charCodeAt(0) + i),
    )
  return [from, to]
}

const codesOfList = (list: string): readonly string[] => {
  const codes: string[] = []
  let lastEnd = 0
  for (const found of list.matchAll(ONE_CODE)) {
    const code = plainCode(found[0])
    const previous = codes.at(-1)
    const isRange = /(?:\bto\b|–|—|-)/.test(list.slice(lastEnd, found.index))
    if (previous !== undefined && isRange) codes.push(...membersOfRange(previous, code).slice(1))
    else codes.push(code)
    lastEnd = found.index + found[0].length
  }
  return codes
}

interface Named {
  readonly noun: string
  readonly codes: readonly string[]
  readonly start: number
  readonly end: number
}

const namedIn = (text: string): readonly Named[] =>
  [...text.matchAll(NAMED)].map(found => ({
    noun: citedNoun(found[1] ?? '') ?? '',
    codes: codesOfList(found[2] ?? ''),
    start: found.index,
    end: found.index + found[0].length,
  }))

const containerOf = (named: readonly Named[], one: Named): { noun: string; code: string } | null => {
  if (one.noun === 'appendix') return null
  const near = named.find(
    other =>
      (other.noun === 'appendix' || (one.noun === 'row' && other.noun === 'table')) &&
      Math.min(Math.abs(other.start - one.end), Math.abs(one.start - other.end)) <= WITHIN_DISTANCE,
  )
  const code = near?.codes[0]
  return near === undefined || code === undefined ? null : { noun: near.noun, code }
}

/** Everything a text cites, in order. An appendix that only says where a row stands is not cited as a whole. */
export const citationsIn = (text: string): readonly Citation[] => {
  const named = namedIn(text)
  const citations: Citation[] = []
  const containers = new Set<string>()
  for (const one of named) {
    const within = containerOf(named, one)
    if (within !== null) containers.add(`${within.noun}:${within.code}`)
    for (const code of one.codes) citations.push({ noun: one.noun, code, within })
  }
  for (const found of text.matchAll(BARE)) citations.push({ noun: null, code: plainCode(found[1] ?? ''), within: null })
  return citations.filter(one => one.within !== null || !containers.has(`${one.noun ?? ''}:${one.code}`))
}
