import { isAnswered } from '../../../analysis/outcomes/outcome-groups.ts'
import { isAllowed } from '../../../data/model/access.ts'
import type { Document } from '../../../data/model/document.ts'
import type { StatedOutcome } from '../../../data/model/stated-outcome.ts'
import { readConsultationState } from '../../../data/store/consultation-state.ts'
import { readSelfCheck, type SelfCheck } from '../../../data/store/releases.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { indexAudit, type AuditIndex, type PointRow } from '../audit-index.ts'
import { authorise } from '../people/authorise.ts'
import type { RoleScope } from '../people/list-people.ts'
import type { Actor } from '../people/session.ts'
import { readAudit } from '../read-audit.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { placesFor } from '../people/places-for.ts'

export interface CheckRow {
  readonly row: PointRow
  readonly isAnswered: boolean
  /** The body has said something about it; a person has yet to check it. */
  readonly isSaid: boolean
}
export interface ShownCheck {
  readonly scope: ReviewScope
  readonly index: AuditIndex
  /** Points that still need an answer first. */
  readonly rows: readonly CheckRow[]
  readonly pointCount: number
  readonly answeredCount: number
  readonly leftCount: number
  /** Of those left: the body has said where the answer is, and nobody has checked it yet. */
  readonly saidCount: number
  readonly check: SelfCheck | null
  readonly can: { readonly answer: boolean; readonly finish: boolean; readonly supply: boolean }
}

const readRows = (index: AuditIndex): readonly CheckRow[] =>
  index.rows
    .filter(({ finding }) => finding.setAside === null)
    .map(row => ({
      row,
      isAnswered: isAnswered(row.finding.outcome),
      isSaid: row.stated !== null && row.stated.code !== 'says-nothing',
    }))

/** The same rules as in public, before anybody else sees them: which points have an answer that can be pointed to. */
export const showCheck = async (deps: Deps, actor: Actor, scope: ReviewScope): Promise<ShownCheck> => {
  const { id } = scope.consultation
  const { roles } = await authorise(deps, actor, 'check.see', id)
  const state = (await readConsultationState(deps.store.reader, id)) ?? 'draft'
  const index = indexAudit(await readAudit(deps, { body: scope.body.ref, consultation: scope.consultation.ref }))
  const rows = readRows(index)
  const left = rows.filter(row => !row.isAnswered)
  const check = await readSelfCheck(deps.store.reader, id)
  return {
    scope,
    index,
    rows: [...left, ...rows.filter(row => row.isAnswered)],
    pointCount: rows.length,
    answeredCount: rows.length - left.length,
    leftCount: left.length,
    saidCount: left.filter(({ isSaid }) => isSaid).length,
    check,
    can: {
      answer: isAllowed('check.answer', roles, state),
      finish: isAllowed('check.finish', roles, state) && check !== null && check.readyAt === null,
      supply: isAllowed('document.supply', roles, state),
    },
  }
}

export interface ShownCheckPoint extends ShownCheck {
  readonly one: CheckRow
  /** Everything the body has said about it, oldest first. */
  readonly said: readonly StatedOutcome[]
  /** Records on file in which an answer can stand. */
  readonly documents: readonly Document[]
}

export const showCheckPoint = async (
  deps: Deps,
  actor: Actor,
  scope: ReviewScope,
  number: number,
): Promise<ShownCheckPoint> => {
  const shown = await showCheck(deps, actor, scope)
  const one = shown.rows.find(({ row }) => row.point.number === number)
  if (one === undefined) throw new AppError('not-found', `There is no point ${number}.`)
  const { record } = shown.index
  return {
    ...shown,
    one,
    said: record.statedOutcomes.filter(({ pointId }) => pointId === one.row.point.id),
    documents: record.documents.filter(
      ({ holding, stage }) => holding === 'held' && (stage === 'decision' || stage === 'answer'),
    ),
  }
}

/** Consultations that this person may check for the body. */
export const listChecks = async (deps: Deps, actor: Actor): Promise<readonly RoleScope[]> =>
  (await placesFor(deps, actor, 'check.see')).map(({ scope }) => scope)
