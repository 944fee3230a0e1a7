import { z } from 'zod'
import type { Problem } from './problem.ts'
import { RECORD_KIND_NAMES } from './record-kinds.ts'

/**
 * A mapping says what each row of a file is and which column fills which field. It is data: named, versioned, checked
 * before the first row, and kept with the import. Fields have the names of our own columns (`received_on`), as in files.
 */
const kind = z.enum(RECORD_KIND_NAMES)
const words = z.string().min(1)
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-03-04')

/** `day-first-by-default` reads day first unless the column shows otherwise; the other two are facts a person states. */
export const DATE_ORDERS = ['day-first', 'month-first', 'day-first-by-default'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

const fromColumn = z.strictObject({
  column: words,
  /** Value of the cell → value of the field. A value that is not listed is asked about, unless `whenUnlisted` says what it means. */
  values: z.record(z.string(), scalar).optional(),
  whenUnlisted: scalar.optional(),
  /** What an empty cell means, stated by a person. Without it an empty cell is null, or a problem where the field is needed. */
  whenEmpty: scalar.optional(),
  /** Tags taken out, for display. Refused for verbatim words. */
  html: z.literal('strip').optional(),
  /** A number with decimals is rounded to the whole. */
  rounded: z.literal(true).optional(),
  /** Text put before the value, to make a ref unique: "measure-". */
  prefix: words.optional(),
  /** Text put after the value: the label of a passage, "#p1". */
  suffix: words.optional(),
  /** What separates the values of a list; " | " in our own files. */
  separator: words.optional(),
  /** How the dates of this column are written, where it differs from the rest of the file. */
  dates: z.enum([...DATE_ORDERS, 'unix-seconds', 'unix-milliseconds', 'unix', 'spreadsheet-serial']).optional(),
})
const fromColumns = z.strictObject({
  columns: z.array(words).min(1),
  /** Put between the cells that are not empty. */
  joinedBy: z.string(),
  html: z.literal('strip').optional(),
})
const constant = z.strictObject({
  constant: scalar,
  /** Why it is true of every row: "all from the drop-in of 4 March". */
  because: words,
})
/** The ref of another record made from the same row. */
const sameRow = z.strictObject({ sameRow: kind })
const fieldSource = z.union([fromColumn, fromColumns, constant, sameRow])
export type FieldSource = z.infer<typeof fieldSource>

const condition = z.strictObject({
  column: words,
  /** Any of these values, or, without it, any value that is not empty. */
  in: z.array(z.string()).optional(),
  notIn: z.array(z.string()).optional(),
})
export type RowCondition = z.infer<typeof condition>

const recordOfRow = z.strictObject({
  kind,
  /** The record is made only from rows for which this holds. */
  onlyIf: condition.optional(),
  /** One record for each value of the list in this column ("a, b"), instead of one for the row. The value is `{each}`. */
  forEach: z.strictObject({ column: words, separator: words, field: words }).optional(),
  fields: z.record(words, fieldSource),
})
export type RecordOfRow = z.infer<typeof recordOfRow>

const given = z.record(words, scalar)
export type GivenFields = z.infer<typeof given>

export const columnMapping = z.strictObject({
  format: z.literal('said-and-done/mapping@1'),
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'a name in lower case letters, digits and hyphens'),
  version: z.number().int().min(1),
  description: z.string().optional(),
  /** The body that listened: the ref of one already held, or the whole record. */
  body: z.union([words, given]).optional(),
  /** The consultation the rows belong to: the ref of one already held, or the whole record. */
  consultation: z.union([words, given]).optional(),
  /** Further records that the file stands for as a whole: the document whose passages the rows are, an event. */
  given: z.array(z.strictObject({ kind, fields: given })).optional(),
  file: z
    .strictObject({
      kind: z.enum(['table', 'markdown', 'text', 'html']).optional(),
      encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1250', 'windows-1251', 'windows-1252']).optional(),
      delimiter: z.enum([',', ';', '\t', '|']).optional(),
      /** Row the names of the columns stand in; several for surveys whose questions stand above their choices. */
      headerRow: z.number().int().min(1).max(10).optional(),
      headerRows: z.number().int().min(1).max(3).optional(),
      /** Second header row holds the choices of the questions in the first; a blank question is the one on its left. */
      headerJoins: z.literal('question / choice').optional(),
      /** The last column is written without quotes: cells too many belong to it. */
      lastColumnTakesRest: z.literal(true).optional(),
    })
    .optional(),
  /** Order of day and month in dates such as 03/04/2026; without it the column must settle the order. */
  dates: z.enum(DATE_ORDERS).optional(),
  /** How the century of two-digit years is found; without it they are asked about. */
  twoDigitYears: z.literal('latest-past').optional(),
  /** Cells that mean empty in this file: "None", "n/a". */
  emptyValues: z.array(z.string()).optional(),
  /** Our own exports put ' before text that a spreadsheet would run as a formula; exactly one is taken off. */
  formulaGuard: z.literal("'").optional(),
  /** What each row becomes; the first is the row's own record. Empty for documents, which become passages. */
  records: z.array(recordOfRow),
  /** Rows left out by this rule are set aside and counted. */
  setAside: z
    .array(
      z.strictObject({ when: condition, reason: z.enum(['test-or-preview', 'unfinished', 'draft-not-submitted']) }),
    )
    .optional(),
  /** The body has published these very texts; who says so, when, and why they may be shown as they stand. */
  textIsPublic: z.strictObject({ by: words, on: isoDate, reason: words }).optional(),
  /** For text with page layout: lines that stand on every page and are no part of the text. */
  document: z
    .strictObject({
      layout: z.enum(['flowing', 'pages']).optional(),
      pageLines: z.array(words).optional(),
      /** Beginning of entries that are left out (names of accounts) → why. An entry goes on to the next "Word:" or numbered heading. */
      leaveOut: z.record(words, words).optional(),
    })
    .optional(),
  /** Columns that are left out, and why (personal data, a claim that is recomputed). */
  columnsNotStored: z.record(words, words).optional(),
  /** Codes of the questions that a person has answered with yes for every file of this kind. */
  answered: z.array(words).optional(),
  /** What files of this kind cannot show, in sentences. */
  limits: z.array(words).optional(),
  /** Help for the person who edits a proposed mapping; not read. */
  notes: z.array(z.record(z.string(), z.unknown())).optional(),
})
export type ColumnMapping = z.infer<typeof columnMapping>

const mappingProblem = (message: string, file: string): Problem => ({
  code: 'MAPPING_UNREADABLE',
  message,
  where: { file },
  severity: 'refuse',
})

/** Text of a mapping file → the mapping, or every fault in it with its place. */
export const readColumnMapping = (
  text: string,
  file: string,
): { readonly mapping: ColumnMapping } | { readonly problems: readonly Problem[] } => {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return {
      problems: [mappingProblem(`${file} is not JSON: ${why}. Expected a mapping as written by "said map".`, file)],
    }
  }
  const decoded = columnMapping.safeParse(value)
  if (decoded.success) return { mapping: decoded.data }
  return {
    problems: decoded.error.issues.map(issue =>
      mappingProblem(`${file}, ${issue.path.join('.') || 'top level'}: ${issue.message}.`, file),
    ),
  }
}
