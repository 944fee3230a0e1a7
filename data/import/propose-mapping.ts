import type { ColumnMapping, FieldSource, RecordOfRow } from '../model/column-mapping.ts'
import { CONTRIBUTOR_TYPES } from '../model/contribution.ts'
import type { Problem } from '../model/problem.ts'
import type { ImportSource } from './decoded-record.ts'
import { detectDialect, isBlankLine } from './detect-dialect.ts'
import { decodeHead, detectEncoding, readBytes } from './detect-encoding.ts'
import { findHeader } from './find-header.ts'
import { headerNames } from './header-names.ts'
import { guessColumns, type ColumnGuess } from './guess-columns.ts'
import { fileProblem } from './problem-codes.ts'
import { recognise } from './recognise.ts'
import { sniffMarkup } from './sniff-content.ts'
import { statedCodeOf } from './state-words.ts'

export type ProposedMapping = { readonly mapping: ColumnMapping } | { readonly problems: readonly Problem[] }

/**
 * A mapping for a file nobody has seen: guesses for a person to correct, with three sample values a column. Nothing proposed is applied
 * until it is given back with --mapping. Personal data in samples stay with the person who has the file.
 */
export const proposeMapping = async (
  source: ImportSource,
  options: { readonly today: string },
): Promise<ProposedMapping> => {
  const read = await readBytes(source)
  if ('problem' in read) return { problems: [read.problem] }
  const { encoding, problems } = detectEncoding(read, source.name)
  if (encoding === null) return { problems }
  const head = decodeHead(read.head, encoding)
  const markup = sniffMarkup(head, source.name)
  if (markup !== null) return { problems: [markup] }
  const isKnown = (cells: readonly string[]): boolean => recognise(cells, source.name).kind !== 'unknown'
  const dialect = detectDialect(head, isKnown)
  const header = findHeader(dialect.sample, isKnown, undefined)
  const names = headerNames(header.cells)
  const below = dialect.sample.slice(header.index + 1).filter(cells => !isBlankLine(cells))
  const rows = below.filter(cells => cells.length === names.length)
  if (header.cells.length === 0 || rows.length === 0) return { problems: [nothingToGuess(source.name)] }
  const guesses = guessColumns(names, rows, options.today)
  const recognition = recognise(header.cells, source.name, undefined, below)
  const base = recognition.kind === 'mapping' ? recognition.mapping : proposeGeneric(source.name, guesses)
  const file = { delimiter: dialect.delimiter, ...(header.index > 0 ? { headerRow: header.index + 1 } : {}) }
  return { mapping: { ...base, file: { ...base.file, ...file }, notes: guesses.map(noteOf) } }
}

const nothingToGuess = (file: string): Problem =>
  fileProblem('NO_ROWS', `${file} has no rows below the names of its columns, so there is nothing to guess from.`, {
    file,
  })

const noteOf = ({ column, samples, target, because }: ColumnGuess): Record<string, unknown> => ({
  column,
  samples,
  guess: target ?? 'not stored',
  because,
})

const slug = (fileName: string): string =>
  fileName
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'file'

/** Each row is taken for a response with one point; the person says otherwise by changing `records`. */
export const proposeGeneric = (fileName: string, guesses: readonly ColumnGuess[]): ColumnMapping => {
  const columnOf = (target: string): string | undefined => guesses.find(guess => guess.target === target)?.column
  const simple = (field: string): Record<string, FieldSource> => {
    const column = columnOf(field)
    return column === undefined ? {} : { [field]: { column } }
  }
  const text: FieldSource = { column: columnOf('text') ?? 'SAY WHICH COLUMN HOLDS THE WORDS' }
  const fields = [
    'ref',
    'event',
    'received_on',
    'channel',
    'area',
    'group',
    'topic_given',
    'subtopic_given',
    'language',
    'support_claimed',
    'oppose_claimed',
    'url',
  ]
  const contribution: RecordOfRow = {
    kind: 'contribution',
    fields: { ...Object.assign({}, ...fields.map(simple)), ...contributorType(columnOf('contributor_type')), text },
  }
  const point: RecordOfRow = { kind: 'point', fields: { text, ...renamed(columnOf('topic_given'), 'topic') } }
  const notStored = guesses.filter(({ target }) => target === null)
  return {
    format: 'said-and-done/mapping@1',
    name: slug(fileName),
    version: 1,
    description:
      'Proposed by "said map": check every line. Each row is taken for one response with one point. Say which consultation with "consultation" here or --consultation.',
    records: [contribution, point, ...statedOutcome(guesses, columnOf)],
    columnsNotStored: Object.fromEntries(notStored.map(({ column, because }) => [column, because])),
  }
}

const renamed = (column: string | undefined, field: string): Record<string, FieldSource> =>
  column === undefined ? {} : { [field]: { column } }

const contributorType = (column: string | undefined): Record<string, FieldSource> =>
  column === undefined
    ? { contributor_type: { constant: 'unknown', because: 'no column seems to say who wrote' } }
    : {
        contributor_type: {
          column,
          values: Object.fromEntries(CONTRIBUTOR_TYPES.map(type => [type, type])),
          whenUnlisted: 'unknown',
          whenEmpty: 'unknown',
        },
        contributor_type_given: { column },
      }

const statedOutcome = (
  guesses: readonly ColumnGuess[],
  columnOf: (target: string) => string | undefined,
): RecordOfRow[] => {
  const state = guesses.find(({ target }) => target === 'raw_state')
  if (state === undefined) return []
  const known = state.values.flatMap(word => {
    const code = statedCodeOf(word)
    return code === null ? [] : [[word, code] as const]
  })
  return [
    {
      kind: 'stated-outcome',
      onlyIf: { column: state.column },
      fields: {
        raw_state: { column: state.column },
        code: { column: state.column, values: Object.fromEntries(known) },
        ...renamed(columnOf('reason'), 'reason'),
        ...renamed(columnOf('stated_on'), 'stated_on'),
      },
    },
  ]
}
