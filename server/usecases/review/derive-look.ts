import { deriveOutcome } from '../../../analysis/outcomes/derive-outcome.ts'
import { gatherFacts } from '../../../analysis/outcomes/point-facts.ts'
import { indexRecord } from '../../../analysis/outcomes/record-index.ts'
import { relationToPlan } from '../../../analysis/outcomes/relation-to-plan.ts'
import type { Outcome, Relation } from '../../../analysis/finding.ts'
import { COLLECTIONS, type ConsultationRecord } from '../../../data/model/consultation-record.ts'
import type { Passage } from '../../../data/model/document.ts'
import type { Point } from '../../../data/model/point.ts'
import type { Connection } from '../../../data/store/connection.ts'
import { readRecords } from '../../../data/store/records.ts'
import { readPassages, type LookRecords } from '../../../data/store/review-records.ts'
import type { Deps } from '../../deps.ts'
import type { ReviewScope } from './review-scope.ts'

export interface DerivedLook {
  readonly outcome: Outcome
  readonly relation: Relation
}
/** What every point of a consultation is derived against. */
export interface LookBackground {
  readonly scope: ReviewScope
  readonly empty: ConsultationRecord
  readonly asOf: string
}

export const readBackground = async (
  deps: Deps,
  connection: Connection,
  scope: ReviewScope,
): Promise<LookBackground> => {
  const { id } = scope.consultation
  const nothing = Object.fromEntries(Object.keys(COLLECTIONS).map(name => [name, []]))
  const empty = {
    ...nothing,
    ...scope,
    documents: await readRecords(connection, 'document', id),
    events: await readRecords(connection, 'event', id),
    commitments: await readRecords(connection, 'commitment', id),
  } as unknown as ConsultationRecord
  return { scope, empty, asOf: scope.consultation.recordsUpTo ?? deps.clock.today() }
}

const passageIds = ({ links, judgements }: LookRecords): readonly string[] => [
  ...new Set([...links.map(link => link.passageId), ...judgements.flatMap(({ passageId }) => passageId ?? [])]),
]

/** Outcome and relation to the plan as they follow from these records alone: what a coder would have called the point. */
export const deriveLook = async (
  connection: Connection,
  { empty, asOf }: LookBackground,
  point: Point,
  records: LookRecords,
): Promise<DerivedLook> => {
  const passages: readonly Passage[] = await readPassages(connection, passageIds(records))
  const index = indexRecord({ ...empty, ...records, points: [point], passages }, asOf)
  const facts = gatherFacts(index, point)
  return { outcome: deriveOutcome(facts).outcome, relation: relationToPlan(facts) }
}
