import { dateOf } from './read-date.ts'

export interface ColumnGuess {
  readonly column: string
  /** Three values that are not empty, cut at 80 characters. */
  readonly samples: readonly string[]
  /** Field it seems to fill; null: left out. */
  readonly target: string | null
  readonly because: string
  /** Different values, where there are few. */
  readonly values: readonly string[]
}

interface Facts {
  readonly filled: readonly string[]
  readonly distinct: readonly string[]
  readonly meanWords: number
  readonly dateShare: number
  readonly integerShare: number
}

const SAMPLES = 3
const SAMPLE_CHARS = 80
/** A column of states, types or areas has few values. */
const FEW_VALUES = 30

/** A date in one order or the other; whether it is day or month first is settled later. */
const isDateCell = (cell: string, today: string): boolean =>
  'date' in dateOf(cell, 'day-first', today) || 'date' in dateOf(cell, 'month-first', today)

const factsOf = (cells: readonly string[], today: string): Facts => {
  const filled = cells.map(cell => cell.trim()).filter(cell => cell !== '')
  const share = (test: (cell: string) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length
  const words = filled.reduce((sum, cell) => sum + cell.split(/\s+/).length, 0)
  return {
    filled,
    distinct: [...new Set(filled)],
    meanWords: filled.length === 0 ? 0 : words / filled.length,
    dateShare: share(cell => isDateCell(cell, today)),
    integerShare: share(cell => /^\d+$/.test(cell)),
  }
}

interface Rule {
  readonly target: string | null
  readonly names: RegExp
  readonly fits: (facts: Facts) => boolean
  readonly because: string
}

const always = (): boolean => true
const isFew = (facts: Facts): boolean => facts.distinct.length <= FEW_VALUES && facts.meanWords < 6
const isDate = (facts: Facts): boolean => facts.dateShare > 0.8
const isCount = (facts: Facts): boolean => facts.integerShare > 0.9

/** Which words in a column's name suggest which field, and what its cells must look like. First that fits wins; each field is filled once. */
const RULES: readonly Rule[] = [
  {
    target: null,
    names:
      /e-?mail|phone|\btel\b|telephone|first ?name|last ?name|surname|full ?name|author|user ?name|\bname\b|post ?code|postal|zip|\bip\b|ip ?address|street|home address|latitude|longitude|easting|northing/i,
    fits: always,
    because: 'looks like personal data: not stored unless a named person says why',
  },
  {
    target: 'stated_on',
    names:
      /(?:answer|decision|decided|response|respond|resolved|closed).*(?:date|\bon\b|\bat\b)|(?:date|on).*(?:answer|decision|decided|resol)/i,
    fits: isDate,
    because: 'a date of an answer or decision',
  },
  {
    target: 'received_on',
    names: /date|submitted|received|created|timestamp|\bwhen\b/i,
    fits: isDate,
    because: 'the name and the cells are those of a date',
  },
  {
    target: 'raw_state',
    names: /status|state\b|decision|disposition|resolution|outcome|result/i,
    fits: isFew,
    because: 'few values, and a name that says what became of it',
  },
  {
    target: 'reason',
    names:
      /reason|council.?s? response|officer (?:comment|response)|our response|we did|justification|explanation|action taken|reply/i,
    fits: always,
    because: 'a name for what the body answers',
  },
  {
    target: 'oppose_claimed',
    names: /oppos|against|disagree|dislike|down.?vote/i,
    fits: isCount,
    because: 'whole numbers, and a name for votes against',
  },
  {
    target: 'support_claimed',
    names: /vote|like|agree|support|endorse/i,
    fits: isCount,
    because: 'whole numbers, and a name for votes',
  },
  {
    target: 'url',
    names: /url|link|web ?page/i,
    fits: facts => facts.filled.some(cell => /^https?:/.test(cell)),
    because: 'addresses of pages',
  },
  {
    target: 'ref',
    names:
      /^(?:id|ref|reference|no\.?|number|#)$|\b(?:id|ref|reference)\b|(?:respondent|submission|response|form|comment) (?:no|number)\b/i,
    fits: facts => facts.distinct.length === facts.filled.length && facts.meanWords < 3,
    because: 'each value occurs once',
  },
  {
    target: 'contributor_type',
    names:
      /(?:respondent|contributor|submitter|organisation|organization|user).?type|capacity|responding as|are you|on behalf/i,
    fits: isFew,
    because: 'few values, and a name for who wrote',
  },
  {
    target: 'area',
    names: /ward|area|district|parish|neighbou?rhood|locality|town|region/i,
    fits: isFew,
    because: 'few values, and a name for a place',
  },
  {
    target: 'group',
    names: /age|gender|ethnic|group|disab/i,
    fits: isFew,
    because: 'few values, and a name for a group',
  },
  {
    target: 'channel',
    names: /channel|method|source|how (?:received|submitted)/i,
    fits: isFew,
    because: 'few values, and a name for how it came',
  },
  { target: 'language', names: /^lang/i, fits: isFew, because: 'a name for a language' },
  {
    target: 'topic_given',
    names: /topic|theme|categor|question|subject|policy|chapter/i,
    fits: facts => facts.meanWords < 20,
    because: 'a name for what it is about',
  },
  {
    target: 'subtopic_given',
    names: /sub.?(?:topic|categor|theme)/i,
    fits: isFew,
    because: 'a name for a finer topic',
  },
]

const TEXT_NAMES =
  /comment|response|answer|submission|representation|feedback|suggestion|detail|body|text|proposal|idea|view|think/i

/** Names alone do not decide where the words are: of the columns that could hold them, the one with the longest cells. */
const textColumn = (names: readonly string[], facts: readonly Facts[]): number => {
  const score = (index: number): number =>
    (facts[index]?.meanWords ?? 0) * (TEXT_NAMES.test(names[index] ?? '') ? 3 : 1)
  const isOpen = (index: number): boolean =>
    !RULES.some(
      ({ target, names: pattern }) => (target === null || target === 'reason') && pattern.test(names[index] ?? ''),
    )
  const places = names.map((_, index) => index).filter(isOpen)
  return places.reduce((best, index) => (best < 0 || score(index) > score(best) ? index : best), -1)
}

/** A guess for every column of a table, with why; a person corrects them. */
export const guessColumns = (
  names: readonly string[],
  rows: readonly (readonly string[])[],
  today: string,
): readonly ColumnGuess[] => {
  const facts = names.map((_, index) =>
    factsOf(
      rows.map(cells => cells[index] ?? ''),
      today,
    ),
  )
  const text = textColumn(names, facts)
  const taken = new Set<string>()
  return names.map((column, index) => {
    const own = facts[index] ?? factsOf([], today)
    const samples = own.distinct
      .slice(0, SAMPLES)
      .map(cell => (cell.length > SAMPLE_CHARS ? `${cell.slice(0, SAMPLE_CHARS)}…` : cell))
    const values = own.distinct.length <= FEW_VALUES ? own.distinct : []
    const base = { column, samples, values }
    if (index === text)
      return { ...base, target: 'text', because: 'the longest words among the columns that could hold them' }
    const rule = RULES.find(
      ({ target, names: pattern, fits }) =>
        pattern.test(column) && fits(own) && (target === null || !taken.has(target)),
    )
    if (rule === undefined)
      return {
        ...base,
        target: null,
        because: 'nothing in its name or cells says what it is: say what it fills, or leave it out',
      }
    if (rule.target !== null) taken.add(rule.target)
    return { ...base, target: rule.target, because: rule.because }
  })
}
