import { findReplyLink, type ReplyLink } from '../../../data/store/reply-links.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { authorise } from '../people/authorise.ts'
import { hashOfCode } from '../people/one-time-code.ts'
import type { Session } from '../people/session.ts'

/** Stands in records for whoever replied with a link and has no account. */
export const LINK_CODE = 'reply-link'

export interface LinkHolder {
  readonly link: ReplyLink
  /** Has the council's role in the one consultation that the link names, and no other right. */
  readonly actor: Session
}

/** Who holds a link that still opens stands for the body. The access table is asked about the link first. */
export const actorOfLink = async (deps: Deps, code: string): Promise<LinkHolder> => {
  await authorise(deps, null, 'reply-link.use', code)
  const link = await findReplyLink(deps.store.reader, hashOfCode(code))
  if (link === null) throw new AppError('not-found', 'There is no page under this address.')
  const account = {
    id: link.id,
    code: LINK_CODE,
    loginName: LINK_CODE,
    displayName: 'The council, by its link',
    state: 'active',
    hasSecondStep: false,
    createdAt: link.madeAt,
  } as const
  const grants = [{ role: 'council', consultationId: link.consultationId }] as const
  return { link, actor: { id: link.id, account, grants, stage: 'full', startedAt: link.madeAt } }
}
