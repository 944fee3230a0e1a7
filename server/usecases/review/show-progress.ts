import { coderAlpha } from '../../../analysis/outcomes/coder-agreement.ts'
import type { Audit } from '../../../analysis/finding.ts'
import { agreementSentence, certaintySentence } from '../../../analysis/sentences/certainty-sentences.ts'
import { isAllowed, type StateOf } from '../../../data/model/access.ts'
import { STAGES, type Stage } from '../../../data/model/document.ts'
import { readConsultationState } from '../../../data/store/consultation-state.ts'
import { readRecords } from '../../../data/store/records.ts'
import {
  readLooks,
  readNotes,
  readOpenLooks,
  readReviewSeed,
  type Look,
  type ReviewNote,
} from '../../../data/store/review.ts'
import { readDisagreements, type Disagreement } from '../../../data/store/review-rounds.ts'
import type { Deps } from '../../deps.ts'
import { authorise, type Permit } from '../people/authorise.ts'
import type { RoleScope } from '../people/list-people.ts'
import type { Actor } from '../people/session.ts'
import type { AuditedConsultation } from '../audit-cache.ts'
import { readAudit } from '../read-audit.ts'
import { chooseSecondLooks } from './choose-second-looks.ts'
import { isWaiting } from './release-texts.ts'
import { readSecondReadings } from './second-readings.ts'
import type { ReviewScope } from './review-scope.ts'
import { placesFor } from '../people/places-for.ts'

export interface StageProgress {
  readonly stage: Stage
  readonly doneCount: number
  readonly leftCount: number
}
export interface ReviewProgress {
  readonly scope: ReviewScope
  readonly audit: Audit
  readonly hasSuggestions: boolean
  /** Released texts that this person is to read again. */
  readonly readingsWaitingCount: number
  /** On file: without them nothing can be searched. */
  readonly hasDocuments: boolean
  readonly pointCount: number
  readonly checkedCount: number
  readonly byStage: readonly StageProgress[]
  readonly secondWaitingCount: number
  readonly disagreements: readonly Disagreement[]
  readonly settleableCount: number
  readonly alpha: number | null
  readonly certainty: string
  readonly agreement: string | null
  readonly topics: readonly { readonly topic: string; readonly leftCount: number }[]
  readonly textsWaitingCount: number
  readonly flags: readonly { readonly note: ReviewNote; readonly number: number }[]
  readonly openNumber: number | null
  readonly can: {
    readonly judge: boolean
    readonly settle: boolean
    readonly releaseTexts: boolean
    readonly changeIdeas: boolean
    readonly readVerbatims: boolean
    readonly suggest: boolean
    readonly import: boolean
  }
}

type Record = Awaited<ReturnType<typeof readAudit>>['record']

/** Points of which every document of a stop has been searched, or a passage of it linked. */
const progressByStage = ({ points, documents, passages, links, searches }: Record): readonly StageProgress[] => {
  const stageOf = new Map(documents.filter(({ holding }) => holding === 'held').map(({ id, stage }) => [id, stage]))
  const documentOf = new Map(passages.map(({ id, documentId }) => [id, documentId]))
  const done = new Map<Stage, Set<string>>()
  const mark = (documentId: string | undefined, pointId: string): void => {
    const stage = stageOf.get(documentId ?? '')
    if (stage !== undefined) done.set(stage, (done.get(stage) ?? new Set()).add(pointId))
  }
  for (const { basis, retractedById, pointId, passageId } of links)
    if (retractedById === null && basis !== 'suggested' && basis !== 'stated') mark(documentOf.get(passageId), pointId)
  for (const { basis, retractedById, pointId, documentIds } of searches)
    if (retractedById === null && basis !== 'suggested' && basis !== 'stated')
      for (const id of documentIds) mark(id, pointId)
  const stages = STAGES.filter(stage => stage !== 'delivery' && [...stageOf.values()].includes(stage))
  return stages.map(stage => {
    const doneCount = done.get(stage)?.size ?? 0
    return { stage, doneCount, leftCount: points.length - doneCount }
  })
}

const topicsLeft = ({ points }: Record, checked: ReadonlySet<string>): ReviewProgress['topics'] => {
  const left = new Map<string, number>()
  for (const { id, topic } of points)
    if (topic !== null && !checked.has(id)) left.set(topic, (left.get(topic) ?? 0) + 1)
  return [...left]
    .map(([topic, leftCount]) => ({ topic, leftCount }))
    .sort((a, b) => b.leftCount - a.leftCount || a.topic.localeCompare(b.topic))
}

/** Points drawn for a second look that nobody has begun, and that this person has not looked at. */
const secondWaiting = (audit: Audit, seed: string, looks: readonly Look[], by: string): number => {
  const taken = new Set(
    looks
      .filter(look => look.by === by || (look.round === 'second' && (look.state === 'open' || look.state === 'done')))
      .map(({ pointId }) => pointId),
  )
  for (const { pointId, isCheckedTwice } of audit.points) if (isCheckedTwice) taken.add(pointId)
  return chooseSecondLooks(audit, seed).filter(pointId => !taken.has(pointId)).length
}

const rightsOf = ({ roles }: Permit, state: StateOf<'consultation'>): ReviewProgress['can'] => ({
  judge: isAllowed('point.judge', roles, state),
  settle: isAllowed('disagreement.settle', roles, state),
  releaseTexts: isAllowed('text.release', roles, state),
  changeIdeas: isAllowed('idea.change', roles, state),
  readVerbatims: isAllowed('verbatim.read', roles, state),
  suggest: isAllowed('suggestions.run', roles, state),
  import: isAllowed('records.import', roles, state),
})

/** What an audit alone says of the progress. */
const auditedProgress = ({ record, audit }: AuditedConsultation) => {
  const checked = new Set(audit.points.filter(({ outcome }) => outcome !== 'unchecked').map(({ pointId }) => pointId))
  return {
    audit,
    pointCount: record.points.length,
    hasSuggestions: record.links.some(({ basis }) => basis === 'suggested'),
    hasDocuments: record.documents.some(({ holding }) => holding === 'held'),
    checkedCount: checked.size,
    byStage: progressByStage(record),
    alpha: coderAlpha(record.codings, 'outcome'),
    certainty: certaintySentence(audit).text,
    agreement: agreementSentence(audit)?.text ?? null,
    topics: topicsLeft(record, checked),
    textsWaitingCount: record.points.filter(isWaiting).length,
  }
}

/** How far the review has come: done and left, agreement, the range now, and what is left before anything can be published. */
export const showProgress = async (deps: Deps, actor: Actor, scope: ReviewScope): Promise<ReviewProgress> => {
  const { id } = scope.consultation
  const permit = await authorise(deps, actor, 'desk.see', id)
  const { reader } = deps.store
  const audited = await readAudit(deps, { body: scope.body.ref, consultation: scope.consultation.ref })
  const disagreements = (await readDisagreements(reader, id)).filter(({ settledAt }) => settledAt === null)
  const numberOf = new Map(audited.record.points.map(point => [point.id, point.number]))
  const [open] = await readOpenLooks(reader, id, permit.by)
  const can = rightsOf(permit, (await readConsultationState(reader, id)) ?? 'draft')
  // Notes can quote people: only for those who may read what people wrote.
  const notes = can.readVerbatims ? await readNotes(reader, id) : []
  return {
    scope,
    ...auditedProgress(audited),
    readingsWaitingCount: (await readSecondReadings(reader, id)).waiting.filter(
      ({ approvedBy }) => approvedBy !== permit.by,
    ).length,
    secondWaitingCount: secondWaiting(
      audited.audit,
      await readReviewSeed(reader, id),
      await readLooks(reader, id),
      permit.by,
    ),
    disagreements,
    settleableCount: disagreements.filter(row => row.firstBy !== permit.by && row.secondBy !== permit.by).length,
    flags: notes.filter(({ kind }) => kind === 'flag').map(note => ({ note, number: numberOf.get(note.pointId) ?? 0 })),
    openNumber: open === undefined ? null : (numberOf.get(open.pointId) ?? null),
    can,
  }
}

export interface DeskConsultation extends RoleScope {
  readonly pointCount: number
}
/** Consultations in which this person has a part. */
export const listDeskConsultations = async (deps: Deps, actor: Actor): Promise<readonly DeskConsultation[]> => {
  const listed: DeskConsultation[] = []
  for (const { scope } of await placesFor(deps, actor, 'desk.see'))
    listed.push({ ...scope, pointCount: (await readRecords(deps.store.reader, 'point', scope.consultationId)).length })
  return listed
}
