import type { ColumnMapping, GivenFields } from '../model/column-mapping.ts'
import { columnName, type Field } from '../model/field.ts'
import type { Problem } from '../model/problem.ts'
import { fieldsOf, type RecordKind } from '../model/record-kinds.ts'
import type { DecodedRecord } from './decoded-record.ts'
import { fileProblem } from './problem-codes.ts'
import { readValue } from './read-value.ts'

export interface PlanContext {
  readonly today: string
  readonly fileSha256: string
  readonly consultation: string | null
}

export const invalid = (message: string): Problem => fileProblem('MAPPING_INVALID', message)

export const fieldByColumn = (kind: RecordKind, column: string): readonly [string, Field<unknown>] | null =>
  Object.entries(fieldsOf(kind)).find(([name, of]) => columnName(name, of) === column) ?? null

/** A value written in a mapping → a value of the field, or a problem. */
export const readScalar = (
  value: unknown,
  name: string,
  of: Field<unknown>,
  where: string,
  today: string,
): { readonly value: unknown } | { readonly problem: Problem } => {
  if (value === null) return of.isRequired ? { problem: invalid(`${where} is empty but needed.`) } : { value: null }
  if (typeof value === 'boolean' && of.type === 'boolean') return { value }
  const cell = Array.isArray(value) ? value.join(' | ') : String(value)
  const read = readValue(of, name, cell, { today, dates: 'day-first', separator: ' | ' })
  if ('value' in read) return read
  return { problem: invalid(`${where}: found ${read.fault.found}, expected ${read.fault.expected}.`) }
}

/** A whole record that the mapping states. */
const readGiven = (
  kind: RecordKind,
  given: GivenFields,
  context: PlanContext,
): { readonly record: DecodedRecord | null; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = []
  const values: Record<string, unknown> = {}
  for (const column of Object.keys(given)) {
    if (fieldByColumn(kind, column) === null)
      problems.push(invalid(`The mapping gives ${kind} a field "${column}" that it does not have.`))
  }
  for (const [name, of] of Object.entries(fieldsOf(kind))) {
    const column = columnName(name, of)
    const stated = given[column] ?? (name === 'consultationId' ? context.consultation : undefined) ?? null
    const read = readScalar(stated, name, of, `The mapping, ${kind}, "${column}"`, context.today)
    if ('problem' in read) problems.push(read.problem)
    else values[name] = read.value
  }
  if (problems.length > 0) return { record: null, problems }
  const ref = typeof values['ref'] === 'string' ? values['ref'] : null
  return { record: { kind, ref, values, row: null, rowSha256: context.fileSha256 }, problems }
}

/** Body, consultation and further records that the mapping states in full, in order of dependence. */
export const readAllGiven = (
  mapping: ColumnMapping,
  context: PlanContext,
): { records: DecodedRecord[]; problems: Problem[] } => {
  const stated: (readonly [RecordKind, GivenFields])[] = []
  if (typeof mapping.body === 'object') stated.push(['body', mapping.body])
  if (typeof mapping.consultation === 'object') {
    const body = typeof mapping.body === 'string' ? mapping.body : mapping.body?.['ref']
    stated.push(['consultation', { ...(body === undefined ? {} : { body }), ...mapping.consultation }])
  }
  for (const { kind, fields } of mapping.given ?? []) stated.push([kind, fields])
  const read = stated.map(([kind, fields]) => readGiven(kind, fields, context))
  return {
    records: read.flatMap(({ record }) => (record === null ? [] : [record])),
    problems: read.flatMap(({ problems }) => problems),
  }
}
