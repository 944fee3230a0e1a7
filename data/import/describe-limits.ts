import type { ColumnMapping } from '../model/column-mapping.ts'
import type { RecordKind } from '../model/record-kinds.ts'
import type { MappingPlan, RecordPlan } from './column-mapping.ts'

/** Whether anything but an empty constant fills a field. */
const fills = (record: RecordPlan | undefined, name: string): boolean => {
  const value = record?.fields.find(field => field.name === name)?.value
  if (value === undefined) return false
  if (value.from === 'constant') return value.value !== null
  return value.from !== 'column' || value.index >= 0
}

/** What follows for the reader when a file of contributions lacks a field. */
const CONTRIBUTION_LIMITS: readonly (readonly [string, string])[] = [
  ['receivedOn', 'This file has no dates of its contributions: they are shown as undated.'],
  ['area', 'This file does not say where people live: areas cannot be compared.'],
]

/** What this file cannot show, in sentences, said before the import and kept with it. */
export const describeLimits = (mapping: ColumnMapping, plan: MappingPlan): readonly string[] => {
  const of = (kind: RecordKind): RecordPlan | undefined => plan.records.find(record => record.kind === kind)
  const contribution = of('contribution')
  const stated = of('stated-outcome')
  const limits = new Set(mapping.limits ?? [])
  if (plan.records[0]?.kind === 'contribution') {
    for (const [field, sentence] of CONTRIBUTION_LIMITS) if (!fills(contribution, field)) limits.add(sentence)
    if (stated === undefined)
      limits.add('This file cannot show answers: it has no column for what the body says became of each point.')
  }
  const saysDates = mapping.limits?.some(sentence => sentence.includes('answer dates')) === true
  if (stated !== undefined && !fills(stated, 'statedOn') && !saysDates) {
    limits.add('This file has no answer dates: time to answer cannot be measured.')
  }
  if (stated !== undefined && !fills(stated, 'reason')) limits.add('This file has no reasons for what the body says.')
  return [...limits]
}
