import { z } from 'zod'
import { DATE_ORDERS } from './column-mapping.ts'
import { RECORD_KIND_NAMES, type RecordKind } from './record-kinds.ts'

/** What a person has said so far about a file that was uploaded and waits. Kept as JSON beside the file; it never touches a record. */
const importDraft = z.strictObject({
  /** What it is taken for: found = as recognised; responses; document; rows:KIND; saved:NAME. */
  as: z.string().max(200),
  documentKind: z.enum(['markdown', 'text', 'html']).nullable(),
  /** Column → what it fills; "" = left out. Columns that are not named keep what was proposed. */
  columns: z.record(z.string(), z.string()),
  /** Codes of questions answered with yes. */
  answered: z.array(z.string()),
  dates: z.enum(DATE_ORDERS).nullable(),
  isYearLatestPast: z.boolean(),
  /** Columns whose dates are day numbers of a spreadsheet. */
  serialColumns: z.array(z.string()),
  /** Column → word of the file → what it means. */
  words: z.record(z.string(), z.record(z.string(), z.string())),
  /** Ref of the consultation that the rows belong to, where they do not say. */
  consultation: z.string(),
  /** BCP 47 tag of the words, as a person states it; "" = not said. */
  language: z.string(),
  /** What a document is: columns of a document → values. */
  document: z.record(z.string(), z.string()),
})
export type ImportDraft = Readonly<z.infer<typeof importDraft>>

export const EMPTY_DRAFT: ImportDraft = {
  as: '',
  documentKind: null,
  columns: {},
  answered: [],
  dates: null,
  isYearLatestPast: false,
  serialColumns: [],
  words: {},
  consultation: '',
  language: '',
  document: {},
}

/** What was kept; what cannot be read any more begins anew. */
export const readImportDraft = (text: string): ImportDraft => {
  const read = importDraft.safeParse(JSON.parse(text))
  return read.success ? read.data : EMPTY_DRAFT
}

/**
 * Kinds that say what a person judged, answered or published. They are made on the pages for them, under the name of whoever makes
 * them; a file of them is imported on the machine itself.
 */
export const MADE_BY_PEOPLE: ReadonlySet<RecordKind> = new Set<RecordKind>([
  'link',
  'search',
  'judgement',
  'coding',
  'reply',
  'dispute',
  'correction',
  'release',
])

/** Kinds that a file may hold at the desk. */
export const UPLOADED_KINDS: readonly RecordKind[] = RECORD_KIND_NAMES.filter(kind => !MADE_BY_PEOPLE.has(kind))
