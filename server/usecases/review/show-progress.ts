import { coderAlpha } from '../../../analysis/outcomes/coder-agreement.ts'
import type { Audit } from '../../../analysis/finding.ts'
import { agreementSentence, certaintySentence } from '../../../analysis/sentences/certainty-sentences.ts'
import { isAllowed } from '../../../data/model/access.ts'
import { STAGES, type Stage } from '../../../data/model/document.ts'
import { readConsultationState } from '../../../data/store/consultation-state.ts'
import { readRecords } from '../../../data/store/records.ts'
import { readLooks, readNotes, readOpenLooks, readReviewSeed, type ReviewNote } from '../../../data/store/review.ts'
import { readDisagreements, type Disagreement } from '../../../data/store/review-records.ts'
import { readConsultations } from '../../../data/store/bodies.ts'
import type { Deps } from '../../deps.ts'
import { authorise, rolesToward } from '../people/authorise.ts'
import { readRoleScopes, type RoleScope } from '../people/list-people.ts'
import type { Actor } from '../people/session.ts'
import { readAudit } from '../read-audit.ts'
import { chooseSecondLooks } from './choose-second-looks.ts'
import type { ReviewScope } from './review-scope.ts'

export interface StageProgress {
  readonly stage: Stage
  readonly doneCount: number
  readonly leftCount: number
}
export interface ReviewProgress {
  readonly scope: ReviewScope
  readonly audit: Audit
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
  readonly can: { readonly judge: boolean; readonly settle: boolean; readonly releaseTexts: boolean; readonly changeIdeas: boolean; readonly readVerbatims: boolean }
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
    if (retractedById === null && basis !== 'suggested' && basis !== 'stated') for (const id of documentIds) mark(id, pointId)
  const stages = STAGES.filter(stage => stage !== 'delivery' && [...stageOf.values()].includes(stage))
  return stages.map(stage => {
    const doneCount = done.get(stage)?.size ?? 0
    return { stage, doneCount, leftCount: points.length - doneCount }
  })
}

const topicsLeft = ({ points }: Record, checked: ReadonlySet<string>): ReviewProgress['topics'] => {
  const left = new Map<string, number>()
  for (const { id, topic } of points) if (topic !== null && !checked.has(id)) left.set(topic, (left.get(topic) ?? 0) + 1)
  return [...left].map(([topic, leftCount]) => ({ topic, leftCount })).sort((a, b) => b.leftCount - a.leftCount || a.topic.localeCompare(b.topic))
}

/** How far the review has come: done and left, agreement, the range now, and what is left before anything can be published. */
export const showProgress = async (deps: Deps, actor: Actor, scope: ReviewScope): Promise<ReviewProgress> => {
  const { id } = scope.consultation
  const permit = await authorise(deps, actor, 'desk.see', id)
  const { reader } = deps.store
  const { record, audit } = await readAudit(deps, { body: scope.body.ref, consultation: scope.consultation.ref })
  const checked = new Set(audit.points.filter(({ outcome }) => outcome !== 'unchecked').map(({ pointId }) => pointId))
  const looks = await readLooks(reader, id)
  const heldTwice = new Set(looks.filter(({ round, state }) => round === 'second' && (state === 'open' || state === 'done')).map(({ pointId }) => pointId))
  const twice = new Set(audit.points.filter(({ isCheckedTwice }) => isCheckedTwice).map(({ pointId }) => pointId))
  const own = new Set(looks.filter(({ by }) => by === permit.by).map(({ pointId }) => pointId))
  const disagreements = (await readDisagreements(reader, id)).filter(({ settledAt }) => settledAt === null)
  const numberOf = new Map(record.points.map(point => [point.id, point.number]))
  const [open] = await readOpenLooks(reader, id, permit.by)
  const state = (await readConsultationState(reader, id)) ?? 'draft'
  return {
    scope,
    audit,
    pointCount: record.points.length,
    checkedCount: checked.size,
    byStage: progressByStage(record),
    secondWaitingCount: chooseSecondLooks(audit, await readReviewSeed(reader, id)).filter(pointId => !twice.has(pointId) && !heldTwice.has(pointId) && !own.has(pointId)).length,
    disagreements,
    settleableCount: disagreements.filter(({ firstBy, secondBy }) => firstBy !== permit.by && secondBy !== permit.by).length,
    alpha: coderAlpha(record.codings, 'outcome'),
    certainty: certaintySentence(audit).text,
    agreement: agreementSentence(audit)?.text ?? null,
    topics: topicsLeft(record, checked),
    textsWaitingCount: record.points.filter(({ publicTextKind, approvedBy }) => publicTextKind === null || (publicTextKind !== 'as-published' && approvedBy === null)).length,
    flags: (await readNotes(reader, id)).filter(({ kind }) => kind === 'flag').map(note => ({ note, number: numberOf.get(note.pointId) ?? 0 })),
    openNumber: open === undefined ? null : (numberOf.get(open.pointId) ?? null),
    can: {
      judge: isAllowed('point.judge', permit.roles, state),
      settle: isAllowed('disagreement.settle', permit.roles, state),
      releaseTexts: isAllowed('text.release', permit.roles, state),
      changeIdeas: isAllowed('idea.change', permit.roles, state),
      readVerbatims: isAllowed('verbatim.read', permit.roles, state),
    },
  }
}

export interface DeskConsultation extends RoleScope {
  readonly pointCount: number
}
/** Consultations in which this person has a part. */
export const listDeskConsultations = async (deps: Deps, actor: Actor): Promise<readonly DeskConsultation[]> => {
  await authorise(deps, actor, 'own-account.see', null)
  const listed: DeskConsultation[] = []
  const known = new Set((await readConsultations(deps.store.reader)).map(({ id }) => id))
  for (const scope of await readRoleScopes(deps.store.reader)) {
    const state = await readConsultationState(deps.store.reader, scope.consultationId)
    if (state === null || !known.has(scope.consultationId)) continue
    if (!isAllowed('desk.see', rolesToward(actor, scope.consultationId), state)) continue
    listed.push({ ...scope, pointCount: (await readRecords(deps.store.reader, 'point', scope.consultationId)).length })
  }
  return listed
}
