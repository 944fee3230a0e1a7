import { isAllowed } from '../../../data/model/access.ts'
import type { Reply } from '../../../data/model/right-of-reply.ts'
import { readConsultationState } from '../../../data/store/consultation-state.ts'
import { readRecords } from '../../../data/store/records.ts'
import {
  readReplyLinks,
  readWindowChanges,
  type ReplyLink,
  type WindowChange,
} from '../../../data/store/reply-links.ts'
import type { Deps } from '../../deps.ts'
import { authorise } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { newestReleaseOn, openRequest } from './ask-for-reply.ts'

export interface ReplyDesk {
  readonly scope: ReviewScope
  readonly replies: readonly { readonly reply: Reply; readonly number: number | null }[]
  readonly links: readonly { readonly link: ReplyLink; readonly number: number | null }[]
  readonly changes: readonly WindowChange[]
  /** The request to which the whole window belongs; null = none is open. */
  readonly waiting: Reply | null
  readonly isFirst: boolean
  readonly can: { readonly ask: boolean; readonly shorten: boolean; readonly reply: boolean; readonly supply: boolean }
}

/** Who was asked what and when, until when, and what was answered. */
export const showReplyDesk = async (deps: Deps, actor: Actor, scope: ReviewScope): Promise<ReplyDesk> => {
  const { id } = scope.consultation
  const { reader } = deps.store
  const { roles } = await authorise(deps, actor, 'desk.see', id)
  const state = (await readConsultationState(reader, id)) ?? 'draft'
  const replies = await readRecords(reader, 'reply', id)
  const numbers = new Map((await readRecords(reader, 'point', id)).map(point => [point.id, point.number]))
  const numberOf = (pointId: string | null): number | null => (pointId === null ? null : (numbers.get(pointId) ?? null))
  const releasedOn = await newestReleaseOn(reader, id)
  return {
    scope,
    replies: replies.map(reply => ({ reply, number: numberOf(reply.pointId) })),
    links: (await readReplyLinks(reader, id)).map(link => ({ link, number: numberOf(link.pointId) })),
    changes: await readWindowChanges(reader, id),
    waiting: openRequest(replies, null, releasedOn),
    isFirst: releasedOn === null,
    can: {
      ask: isAllowed('reply.invite', roles, state),
      shorten: isAllowed('reply-window.shorten', roles, state),
      reply: isAllowed('reply.write', roles, state),
      supply: isAllowed('document.supply', roles, state),
    },
  }
}
