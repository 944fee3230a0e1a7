import type { Problem } from '../model/problem.ts'
import { SAMPLE_RECORDS } from './limits.ts'
import { fileProblem } from './problem-codes.ts'
import { parseSample } from './read-csv.ts'

export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]
const NAMES: Readonly<Record<Delimiter, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' }

export interface Dialect {
  readonly delimiter: Delimiter
  /** 1 where the file begins with a `sep=` line. */
  readonly skipLines: number
  /** The first records under this delimiter; a blank line is one empty cell. */
  readonly sample: readonly (readonly string[])[]
  readonly problems: readonly Problem[]
}

const SEP_LINE = /^sep=(.)(?:\r\n|\n|\r)/i
export const isBlankLine = (cells: readonly string[]): boolean => cells.length === 1 && cells[0]?.trim() === ''

const sampleOf = (text: string, delimiter: Delimiter): readonly (readonly string[])[] =>
  parseSample(text, delimiter, SAMPLE_RECORDS)

/** Share of records (0–1) that are as wide as most are; 0 where that is one column. */
const constantWidthShare = (sample: readonly (readonly string[])[]): number => {
  const counts = new Map<number, number>()
  for (const { length } of sample.filter(cells => !isBlankLine(cells)))
    counts.set(length, (counts.get(length) ?? 0) + 1)
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
  return width < 2 || sample.length === 0 ? 0 : count / sample.length
}

/**
 * The delimiter: told, or in a `sep=` line, or the one under which the header is known, or the one under which records are of constant
 * width. Where two fit equally well a person is asked.
 */
export const detectDialect = (
  head: string,
  isKnownHeader: (cells: readonly string[]) => boolean,
  told?: Delimiter,
): Dialect => {
  const sep = SEP_LINE.exec(head)
  const text = sep === null ? head : head.slice(sep[0].length)
  const skipLines = sep === null ? 0 : 1
  const named = told ?? DELIMITERS.find(delimiter => delimiter === sep?.[1])
  if (named !== undefined) return { delimiter: named, skipLines, sample: sampleOf(text, named), problems: [] }
  const candidates = DELIMITERS.map(delimiter => ({ delimiter, sample: sampleOf(text, delimiter) }))
  const known = candidates.filter(({ sample }) => sample.slice(0, 10).some(isKnownHeader))
  const [only] = known
  if (only !== undefined && known.length === 1) return { ...only, skipLines, problems: [] }
  return { ...byWidth(known.length > 1 ? known : candidates), skipLines }
}

type Candidate = Pick<Dialect, 'delimiter' | 'sample'>

const byWidth = (candidates: readonly Candidate[]): Candidate & Pick<Dialect, 'problems'> => {
  const ranked = candidates
    .map(candidate => ({ ...candidate, share: constantWidthShare(candidate.sample) }))
    .sort((a, b) => b.share - a.share || (b.sample[0]?.length ?? 0) - (a.sample[0]?.length ?? 0))
  const [best, next] = ranked
  if (best === undefined) return { delimiter: ',', sample: [], problems: [] }
  const { delimiter, sample, share } = share0(best, candidates)
  const isTie = share > 0 && next !== undefined && next.share === share && next.sample[0]?.length === sample[0]?.length
  return { delimiter, sample, problems: isTie ? [unclear(delimiter, next.delimiter)] : [] }
}

/** One column under every delimiter: a table of one column, read with commas. */
const share0 = <C extends Candidate & { readonly share: number }>(
  best: C,
  candidates: readonly Candidate[],
): Candidate & { share: number } => {
  const comma = candidates.find(({ delimiter }) => delimiter === ',')
  return best.share === 0 && comma !== undefined ? { ...comma, share: 0 } : best
}

const unclear = (one: Delimiter, other: Delimiter): Problem =>
  fileProblem(
    'DELIMITER_UNCLEAR',
    `The columns could be separated by ${NAMES[one]} or by ${NAMES[other]}. Say which in the mapping: "file": { "delimiter": "${one}" }.`,
  )
