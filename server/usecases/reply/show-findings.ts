import { pointSentence } from '../../../analysis/sentences/point-sentence.ts'
import { isAllowed } from '../../../data/model/access.ts'
import { readConsultationState } from '../../../data/store/consultation-state.ts'
import type { Reply } from '../../../data/model/right-of-reply.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { indexAudit, type AuditIndex, type PointRow } from '../audit-index.ts'
import { checkedLinks, type CheckedLink } from '../describe-trail.ts'
import { authorise } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import { readAudit } from '../read-audit.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { MOST_WORDS } from './reply-rules.ts'
import { wordsUsed } from './write-reply.ts'

/** One point with what the finding rests on. */
export interface ShownFinding {
  readonly row: PointRow
  readonly sentence: string
  readonly evidence: readonly CheckedLink[]
  /** Documents in which a person looked for it. */
  readonly searchedCount: number
}
export interface ShownFindings {
  readonly scope: ReviewScope
  readonly index: AuditIndex
  /** One point, or all of them in the order of their numbers. */
  readonly findings: readonly ShownFinding[]
  /** null = the whole consultation. */
  readonly number: number | null
  /** What the body has been asked and has said about this. */
  readonly replies: readonly Reply[]
  readonly wordsLeft: number
  /** Anybody can dispute a result that is public; the body, with an account, a draft too. */
  readonly canDispute: boolean
}

const describe = (index: AuditIndex, row: PointRow): ShownFinding => ({
  row,
  sentence: pointSentence(index.audit, row.finding).text,
  evidence: checkedLinks(index, row),
  searchedCount: new Set((index.searchesByPoint.get(row.point.id) ?? []).flatMap(({ documentIds }) => documentIds))
    .size,
})

/** What the body reads before it replies: the findings with their evidence, as they stand, released or not. */
export const showFindings = async (
  deps: Deps,
  actor: Actor,
  scope: ReviewScope,
  number: number | null,
): Promise<ShownFindings> => {
  const { roles } = await authorise(deps, actor, 'reply.write', scope.consultation.id)
  const state = (await readConsultationState(deps.store.reader, scope.consultation.id)) ?? 'draft'
  const index = indexAudit(await readAudit(deps, { body: scope.body.ref, consultation: scope.consultation.ref }))
  const row = number === null ? undefined : index.rowByNumber.get(number)
  if (number !== null && row === undefined) throw new AppError('not-found', `There is no point ${number}.`)
  return {
    scope,
    index,
    findings: (row === undefined ? index.rows : [row]).map(each => describe(index, each)),
    number,
    replies: index.record.replies.filter(({ pointId }) => pointId === (row?.point.id ?? null)),
    canDispute: isAllowed('dispute.open', roles, state),
    wordsLeft: MOST_WORDS.all - wordsUsed(index.record.replies),
  }
}
