import type { RecordKind } from '../model/record-kinds.ts'
import type { MappingPlan, RecordPlan } from './column-mapping.ts'
import type { DecodedRecord, RowProblem } from './decoded-record.ts'
import { rowProblem } from './judge-row.ts'
import type { SetAsideReason } from './problem-codes.ts'
import { readField, type ApplyContext, type TableRow } from './read-field.ts'
import { holds } from './row-condition.ts'

export type RowRead =
  | { readonly records: readonly DecodedRecord[] }
  | { readonly problems: readonly RowProblem[]; readonly reason?: SetAsideReason }

/** Mapping + row → records, or every problem of the row. Pure. One problem in any record sets the whole row aside. */
export const applyMapping = (plan: MappingPlan, row: TableRow, context: ApplyContext): RowRead => {
  const left = plan.setAside.find(rule => holds(rule.when, row.cells, context.emptyValues))
  if (left !== undefined) return { problems: [leftOut(row, left.reason)], reason: left.reason }
  const records: DecodedRecord[] = []
  const problems: RowProblem[] = []
  const refs = new Map<RecordKind, string>()
  for (const recordPlan of plan.records) {
    if (recordPlan.onlyIf !== null && !holds(recordPlan.onlyIf, row.cells, context.emptyValues)) continue
    const made = makeRecord(recordPlan, row, refs, context, problems)
    for (const record of made) {
      records.push(record)
      if (record.ref !== null) refs.set(record.kind, record.ref)
    }
  }
  return problems.length > 0 ? { problems: saidOnce(problems) } : { records }
}

/** A cell that fills two records is one problem. */
const saidOnce = (problems: readonly RowProblem[]): readonly RowProblem[] =>
  problems.filter((problem, index) => problems.findIndex(({ message }) => message === problem.message) === index)

const LEFT_OUT = {
  'test-or-preview': ['PREVIEW_ROW', 'a preview or test of the form'],
  unfinished: ['UNFINISHED_ROW', 'an answer that was not finished'],
  'draft-not-submitted': ['UNFINISHED_ROW', 'a draft that was not submitted'],
} as const
const leftOut = (row: TableRow, reason: keyof typeof LEFT_OUT): RowProblem => {
  const [code, found] = LEFT_OUT[reason]
  return rowProblem(code, row, null, {
    found,
    expected: 'a submitted row',
    whatToDo: 'It is kept aside and can be brought back.',
  })
}

const makeRecord = (
  plan: RecordPlan,
  row: TableRow,
  refs: ReadonlyMap<RecordKind, string>,
  context: ApplyContext,
  problems: RowProblem[],
): readonly DecodedRecord[] => {
  const values: Record<string, unknown> = {}
  for (const field of plan.fields) {
    const read = readField(field, row, refs, context)
    if ('problem' in read) problems.push(read.problem)
    else values[field.name] = read.value
  }
  const each = plan.forEach === null ? [values] : eachValues(plan.forEach, values, row)
  return each.map(one => ({
    kind: plan.kind,
    ref: typeof one['ref'] === 'string' ? one['ref'] : null,
    values: one,
    row: row.row,
    rowSha256: row.rowSha256,
    ...(plan.isClaimed ? { mayBeUnresolved: true } : {}),
  }))
}

/** One record for each value of a list; a web address stands for the record whose id it ends in. */
const eachValues = (
  each: NonNullable<RecordPlan['forEach']>,
  values: Readonly<Record<string, unknown>>,
  row: TableRow,
): readonly Readonly<Record<string, unknown>>[] => {
  const parts = (row.cells[each.index] ?? '').split(each.separator).map(part => part.trim())
  return [...new Set(parts.filter(part => part !== '').map(refOfAddress))].map(ref => ({
    ...values,
    [each.field]: ref,
  }))
}
const refOfAddress = (value: string): string => {
  if (!/^https?:\/\//.test(value)) return value
  const path = value.split(/[?#]/)[0]?.replace(/\/+$/, '') ?? ''
  return path.slice(path.lastIndexOf('/') + 1)
}
