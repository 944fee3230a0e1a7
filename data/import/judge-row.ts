import type { AcceptedRow, DuplicateRow, RowProblem, SetAsideRow } from './decoded-record.ts'
import {
  isProblemCode,
  PROBLEM_SEVERITIES,
  setAsideReason,
  type ProblemCode,
  type SetAsideReason,
} from './problem-codes.ts'

/** Characters of a row shown beside its problem. */
const RAW_SHOWN_MAX = 2_000

interface RowPlace {
  readonly row: number
  readonly line: number
}

/** "Row 7, "date": found …, expected …. what to do." */
export const rowProblem = (
  code: ProblemCode,
  at: RowPlace,
  column: string | null,
  parts: { readonly found: string; readonly expected: string; readonly whatToDo: string; readonly message?: string },
): RowProblem => {
  const { found, expected, whatToDo } = parts
  const place = column === null ? `Row ${at.row}` : `Row ${at.row}, "${column}"`
  const sentence = parts.message ?? `found ${found}, expected ${expected}.`
  return {
    code,
    message: `${place}: ${sentence} ${whatToDo}`.trim(),
    where: { row: at.row, line: at.line, ...(column === null ? {} : { column }) },
    severity: PROBLEM_SEVERITIES[code],
    found,
    expected,
    whatToDo,
  }
}

const reasonOf = (problems: readonly RowProblem[]): SetAsideReason => {
  const code = problems[0]?.code ?? ''
  return setAsideReason(isProblemCode(code) ? code : 'BAD_REF')
}

export const setAsideRow = (
  at: RowPlace & { readonly rowSha256: string },
  raw: string,
  problems: readonly RowProblem[],
  reason: SetAsideReason = reasonOf(problems),
): SetAsideRow => ({
  outcome: 'set-aside',
  row: at.row,
  line: at.line,
  rowSha256: at.rowSha256,
  reason,
  problems,
  raw: raw.length > RAW_SHOWN_MAX ? `${raw.slice(0, RAW_SHOWN_MAX)}…` : raw,
})

/** For the use case: an accepted row that the store already holds, cell for cell. */
export const asDuplicate = (row: AcceptedRow): DuplicateRow => ({
  outcome: 'duplicate',
  row: row.row,
  line: row.line,
  rowSha256: row.rowSha256,
  raw: row.raw,
  ref: row.records[0]?.ref ?? null,
})

/** For the use case: an accepted row that cannot be kept after all (a reference nobody holds, another text under a known ref). */
export const asSetAside = (row: AcceptedRow, problem: RowProblem): SetAsideRow => setAsideRow(row, row.raw, [problem])
