import type { ReplyLinkIssued } from '../../../../usecases/reply/ask-for-reply.ts'
import type { ReviewScope } from '../../../../usecases/review/review-scope.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { instantWords } from '../../pages/desk-words.ts'
import { privateFrame, scopeCrumbs, type PrivateFrame } from '../../release/private-frame.ts'
import { repliesPath } from '../../release/release-paths.ts'
import { dateWords } from '../../english.ts'

export interface ReplyIssuedView extends PrivateFrame {
  readonly heading: string
  readonly link: string
  readonly until: string
  readonly due: string
  readonly back: string
}

/** The link for the body: told once. */
export const replyIssuedPage = (visit: DeskVisit, scope: ReviewScope, issued: ReplyLinkIssued): ReplyIssuedView => ({
  ...privateFrame(visit, 'A link for the council', scopeCrumbs(scope)),
  heading: issued.number === null ? 'A link for the council' : `A link for the council, about point ${issued.number}`,
  link: issued.link,
  until: instantWords(issued.expiresAt),
  due: dateWords(issued.dueOn),
  back: repliesPath(scope),
})
