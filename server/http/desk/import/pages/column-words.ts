import type { ColumnMapping } from '../../../../../data/model/column-mapping.ts'
import { columnName } from '../../../../../data/model/field.ts'
import { fieldsOf, type RecordKind } from '../../../../../data/model/record-kinds.ts'

/** "stated-outcome" → "what the body says". Kinds that have no plainer name keep theirs. */
const KIND_NAMES: Readonly<Partial<Record<RecordKind, string>>> = {
  body: 'bodies',
  consultation: 'consultations',
  event: 'events: meetings, workshops, drop-ins',
  contribution: 'responses, without points',
  point: 'points of responses on record',
  idea: 'ideas: points that ask the same',
  document: 'documents, held or missing',
  passage: 'clauses of a document on record',
  commitment: 'promises',
  'commitment-update': 'news of promises',
  'stated-outcome': 'what the body says became of each point',
  seat: 'seats: who decides',
}
export const kindWords = (kind: RecordKind): string => KIND_NAMES[kind] ?? kind.replaceAll('-', ' ')

/** As things that are counted: "responses 42". */
const COUNTED: Readonly<Partial<Record<RecordKind, string>>> = {
  contribution: 'Responses',
  point: 'Points',
  'stated-outcome': 'What the body says became of points',
  passage: 'Passages',
}
export const countedKind = (kind: string): string =>
  new Map<string, string>(Object.entries(COUNTED)).get(kind) ??
  `${kind.charAt(0).toUpperCase()}${kind.slice(1).replaceAll('-', ' ')} records`

export const fieldWords = (column: string): string => column.replaceAll('_', ' ')

/** What each column fills, as the mapping says: column → "contribution: received on". */
export const fillsOf = (mapping: ColumnMapping): ReadonlyMap<string, readonly string[]> => {
  const fills = new Map<string, string[]>()
  const note = (column: string, words: string): void => {
    const before = fills.get(column) ?? []
    if (!before.includes(words)) fills.set(column, [...before, words])
  }
  for (const { kind, fields, onlyIf, forEach } of mapping.records) {
    for (const [field, source] of Object.entries(fields)) {
      const words = `${kind.replaceAll('-', ' ')}: ${fieldWords(field)}`
      if ('column' in source) note(source.column, words)
      if ('columns' in source) for (const column of source.columns) note(column, words)
    }
    if (onlyIf !== undefined) note(onlyIf.column, `tells whether there is a ${kind.replaceAll('-', ' ')}`)
    if (forEach !== undefined) note(forEach.column, `${kind.replaceAll('-', ' ')}: ${fieldWords(forEach.field)}`)
  }
  return fills
}

/** What a column of responses can fill, in words. */
export const RESPONSE_FIELDS: readonly (readonly [string, string])[] = [
  ['text', 'The words'],
  ['ref', 'Reference of the response'],
  ['received_on', 'Day received'],
  ['channel', 'How it came'],
  ['contributor_type', 'Who wrote: resident, business …'],
  ['area', 'Area'],
  ['group', 'Group of people'],
  ['topic_given', 'Topic or question'],
  ['subtopic_given', 'Finer topic'],
  ['language', 'Language'],
  ['support_claimed', 'Votes for'],
  ['oppose_claimed', 'Votes against'],
  ['event', 'Event it was made at'],
  ['url', 'Web page'],
  ['raw_state', 'What the body says became of it'],
  ['reason', 'Reason the body gives'],
  ['stated_on', 'Day the body said so'],
]

export const fieldChoices = (kind: RecordKind): readonly (readonly [string, string])[] =>
  Object.entries(fieldsOf(kind)).map(([name, of]) => {
    const column = columnName(name, of)
    return [column, `${fieldWords(column)}${of.isRequired ? ' (needed)' : ''}`] as const
  })
