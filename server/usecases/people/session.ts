import type { StateOf } from '../../../data/model/access.ts'
import { needsSecondStep, type Account, type Grant } from '../../../data/model/account.ts'
import type { StoredSession } from '../../../data/store/sessions.ts'

export type Stage = Exclude<StateOf<'session'>, 'none'>

/** A person who has given a password. What they may do depends on the stage: only `full` has roles. */
export interface Session {
  readonly id: string
  readonly account: Account
  readonly grants: readonly Grant[]
  readonly stage: Stage
  readonly startedAt: string
}
/** Who asks: null = somebody who has not signed in. */
export type Actor = Session | null

export const stageOf = (actor: Actor): StateOf<'session'> => actor?.stage ?? 'none'

/** How far a session has come. Derived each time, so that a role given later asks for what it needs. */
export const sessionStage = (
  account: Account,
  grants: readonly Grant[],
  { secondStepAt }: Pick<StoredSession, 'secondStepAt'>,
): Stage => {
  if (secondStepAt !== null) return 'full'
  if (account.hasSecondStep) return 'second-step'
  return needsSecondStep(grants) ? 'must-enrol' : 'full'
}
