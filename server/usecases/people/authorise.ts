import {
  ACCESS,
  isAllowed,
  isEverAllowed,
  type Action,
  type StateOf,
  type TargetKind,
  type TargetOf,
} from '../../../data/model/access.ts'
import type { Account, Role } from '../../../data/model/account.ts'
import { findAccountById } from '../../../data/store/accounts.ts'
import { readConsultationState } from '../../../data/store/consultation-state.ts'
import { findReplyLink, isLinkOpen } from '../../../data/store/reply-links.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { hashOfCode } from './one-time-code.ts'
import { stageOf, type Actor } from './session.ts'

/** Id of the account or consultation that an action is done to, or the code of a link; null where its target is the session or the site. */
export type TargetId<A extends Action> = TargetOf<A> extends 'account' | 'consultation' | 'reply-link' ? string : null

/** That it is allowed, and by whom it is done. Records take `by` from here, never from a form. */
export interface Permit {
  /** Code of the person; "reader" for somebody who has not signed in. */
  readonly by: string
  readonly account: Account | null
  readonly roles: readonly Role[]
}

/** The action asks for a person who has signed in further than this. */
export class SignInNeeded extends AppError {
  readonly stage: StateOf<'session'>
  constructor(stage: StateOf<'session'>) {
    super('forbidden', stage === 'none' ? 'Sign in first.' : 'This is not possible at this step of signing in.')
    this.stage = stage
  }
}

/** Roles of the one who asks, towards one target. Roles in one consultation are worth nothing in another. */
export const rolesToward = (actor: Actor, consultationId: string | null): readonly Role[] => {
  if (actor?.stage !== 'full') return ['reader']
  const held = actor.grants.filter(grant => grant.consultationId === null || grant.consultationId === consultationId)
  return ['reader', ...new Set(held.map(({ role }) => role))]
}

const stateOfTarget = async (
  deps: Deps,
  actor: Actor,
  kind: TargetKind,
  target: string,
): Promise<StateOf<TargetKind> | null> => {
  switch (kind) {
    case 'session':
      return stageOf(actor)
    case 'site':
      return 'open'
    case 'account':
      return target === actor?.account.id ? 'own' : ((await findAccountById(deps.store.reader, target))?.state ?? null)
    case 'consultation':
      return readConsultationState(deps.store.reader, target)
    case 'reply-link': {
      const link = await findReplyLink(deps.store.reader, hashOfCode(target))
      return link === null ? null : isLinkOpen(link, deps.clock.now()) ? 'open' : 'ended'
    }
  }
}

const missing = (): AppError => new AppError('not-found', 'There is no page under this address.')
const notThisRole = (action: Action): AppError =>
  new AppError(
    'forbidden',
    `Your account may not do this: ${ACCESS[action].meaning} An admin can give the role for it.`,
  )
const notInThisState = (action: Action, state: string): AppError =>
  new AppError('conflict', `This is not possible while it stands as it does (${state}): ${ACCESS[action].meaning}`)

/** A role that can do it in no state: sign in, or "forbidden"; for a consultation they have no part in, as if it were not there. */
const refusal = (actor: Actor, action: Action, roles: readonly Role[]): AppError => {
  if (actor?.stage !== 'full') return new SignInNeeded(stageOf(actor))
  if (ACCESS[action].on === 'consultation' && !isEverAllowed('desk.see', roles)) return missing()
  return notThisRole(action)
}

/** Refuses before anything is looked up, where no target could make it allowed: so the answer says nothing about what there is. */
export const refuseIfNever = (actor: Actor, action: Action): void => {
  const isBare = actor?.stage !== 'full' || ACCESS[action].on !== 'consultation'
  const roles = rolesToward(actor, null)
  if (isBare && !isEverAllowed(action, roles)) throw refusal(actor, action, roles)
}

/**
 * Whether the one who asks may do this to that: a permit, or an AppError. Every use case that writes, and every one that reads
 * what is not public, asks here first. What is not public is "not found" for those who have no part in it.
 */
export const authorise = async <A extends Action>(
  deps: Deps,
  actor: Actor,
  action: A,
  target: TargetId<A>,
): Promise<Permit> => {
  const kind: TargetKind = ACCESS[action].on
  const roles = rolesToward(actor, kind === 'consultation' ? target : null)
  if (!isEverAllowed(action, roles)) throw refusal(actor, action, roles)
  const state = await stateOfTarget(deps, actor, kind, target ?? '')
  if (state === null) throw missing()
  if (!isAllowed(action, roles, state)) {
    if (kind === 'session') throw new SignInNeeded(stageOf(actor))
    if (kind === 'consultation' && !isEverAllowed('desk.see', roles)) throw missing()
    throw notInThisState(action, state)
  }
  const account = actor?.account ?? null
  return { by: account?.code ?? 'reader', account, roles }
}
