import { isConfirmed, type Basis } from '../../data/model/basis.ts'
import type { ConsultationRecord } from '../../data/model/consultation-record.ts'
import type { Contribution } from '../../data/model/contribution.ts'
import type { Commitment, DeliveryCheck } from '../../data/model/commitment.ts'
import type { RecordedIdentity } from '../../data/model/deciding.ts'
import { STAGES, type Document, type Passage, type Stage } from '../../data/model/document.ts'
import type { Judgement } from '../../data/model/judgement.ts'
import type { Link, Search } from '../../data/model/link.ts'
import type { Idea, Point } from '../../data/model/point.ts'
import type { Problem } from '../../data/model/problem.ts'
import type { Dispute } from '../../data/model/right-of-reply.ts'
import type { StatedOutcome } from '../../data/model/stated-outcome.ts'
import { earliest } from './calendar.ts'
import { findBaseline, type Baseline } from './find-baseline.ts'

/** A confirmed link with the passage and the document it leads to. */
export interface PlacedLink {
  readonly link: Link
  readonly passage: Passage
  readonly document: Document
}

/**
 * The record, read once and put where it is needed. Holds what counts: links, searches and judgements that a person confirmed
 * and nobody took back; documents dated by the as-at date. Suggestions and the body's own words are not in here.
 */
export interface RecordIndex {
  readonly record: ConsultationRecord
  readonly asOf: string
  readonly contributionById: ReadonlyMap<string, Contribution>
  readonly documentById: ReadonlyMap<string, Document>
  readonly passageById: ReadonlyMap<string, Passage>
  readonly commitmentById: ReadonlyMap<string, Commitment>
  readonly pointById: ReadonlyMap<string, Point>
  readonly ideaById: ReadonlyMap<string, Idea>
  readonly linksByPoint: ReadonlyMap<string, readonly PlacedLink[]>
  readonly searchesByPoint: ReadonlyMap<string, readonly Search[]>
  readonly judgementsByPoint: ReadonlyMap<string, readonly Judgement[]>
  readonly statedByPoint: ReadonlyMap<string, readonly StatedOutcome[]>
  readonly openDisputesByPoint: ReadonlyMap<string, readonly Dispute[]>
  readonly identitiesByPoint: ReadonlyMap<string, readonly RecordedIdentity[]>
  readonly deliveryChecksByPoint: ReadonlyMap<string, readonly DeliveryCheck[]>
  /** Documents on file, written by the body, published by the as-at date. */
  readonly heldOfficial: ReadonlyMap<Stage, readonly Document[]>
  readonly firstEventOn: string | null
  readonly baseline: Baseline | null
  readonly problems: readonly Problem[]
}

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map(record => [record.id, record]))

const byPoint = <T extends { readonly pointId: string }>(records: readonly T[]): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const record of records) {
    const group = groups.get(record.pointId)
    if (group) group.push(record)
    else groups.set(record.pointId, [record])
  }
  return groups
}

const counts = (record: { readonly basis: Basis; readonly retractedById: string | null }): boolean =>
  record.retractedById === null && isConfirmed(record.basis)

const isKnownBy = (asOf: string, document: Document): boolean =>
  document.publishedOn === null || document.publishedOn <= asOf

const placeLinks = (
  record: ConsultationRecord,
  asOf: string,
  documentById: ReadonlyMap<string, Document>,
  passageById: ReadonlyMap<string, Passage>,
): { readonly linksByPoint: ReadonlyMap<string, readonly PlacedLink[]>; readonly problems: readonly Problem[] } => {
  const groups = new Map<string, PlacedLink[]>()
  const problems: Problem[] = []
  for (const link of record.links) {
    if (!counts(link)) continue
    const passage = passageById.get(link.passageId)
    const document = passage && documentById.get(passage.documentId)
    if (!passage || !document) problems.push(lostPassage(link))
    else if (isKnownBy(asOf, document)) {
      const placed = { link, passage, document }
      const group = groups.get(link.pointId)
      if (group) group.push(placed)
      else groups.set(link.pointId, [placed])
    }
  }
  return { linksByPoint: groups, problems }
}

const lostPassage = (link: Link): Problem => ({
  code: 'link-without-passage',
  message: `Link ${link.id} leads to passage ${link.passageId}, which is not on record. It counts for nothing until it is.`,
  where: {},
  severity: 'warn',
})

const heldOfficialByStage = (record: ConsultationRecord, asOf: string): ReadonlyMap<Stage, readonly Document[]> => {
  const held = record.documents.filter(
    document => document.holding === 'held' && document.source === 'official' && isKnownBy(asOf, document),
  )
  return new Map(STAGES.map(stage => [stage, held.filter(document => document.stage === stage)]))
}

/** Cost: one pass over each list. */
export const indexRecord = (record: ConsultationRecord, asOf: string): RecordIndex => {
  const documentById = byId(record.documents)
  const passageById = byId(record.passages)
  const heldOfficial = heldOfficialByStage(record, asOf)
  const firstEventOn = earliest(record.events.map(event => event.heldOn)) ?? record.consultation.opensOn
  return {
    record,
    asOf,
    contributionById: byId(record.contributions),
    documentById,
    passageById,
    commitmentById: byId(record.commitments),
    pointById: byId(record.points),
    ideaById: byId(record.ideas),
    ...placeLinks(record, asOf, documentById, passageById),
    searchesByPoint: byPoint(record.searches.filter(counts)),
    judgementsByPoint: byPoint(record.judgements.filter(counts)),
    statedByPoint: byPoint(record.statedOutcomes),
    openDisputesByPoint: byPoint(record.disputes.filter(dispute => dispute.state === 'open')),
    identitiesByPoint: byPoint(record.recordedIdentities),
    deliveryChecksByPoint: byPoint(record.deliveryChecks.filter(check => check.on <= asOf)),
    heldOfficial,
    firstEventOn,
    baseline: findBaseline(heldOfficial.get('plan') ?? [], firstEventOn),
  }
}
