import type { Deps } from '../../deps.ts'
import { authorise } from './authorise.ts'
import { useEitherCode } from './second-step.ts'
import type { Session } from './session.ts'
import { renewToken } from './start-session.ts'
import { beginAttempt, endAttempt, secondStepSubject, type Throttled } from './throttle-attempts.ts'

export type SecondStepResult =
  { readonly status: 'signed-in'; readonly token: string } | { readonly status: 'wrong' } | Throttled

/** The code from the app, or a recovery code. A right one makes the session a full one, under a new token. */
export const enterSecondStep = async (deps: Deps, session: Session, typed: string): Promise<SecondStepResult> => {
  await authorise(deps, session, 'second-step.enter', null)
  const subject = secondStepSubject(session.account.id)
  const attempt = await beginAttempt(deps, [subject])
  if (attempt.status === 'throttled') return attempt
  const token = await deps.store.write(async tx =>
    (await useEitherCode(tx, deps, session.account.id, typed))
      ? renewToken(tx, deps, session.id, { hasSecondStep: true })
      : null,
  )
  if (token === null) return { status: 'wrong' }
  await endAttempt(deps, attempt.id, subject)
  return { status: 'signed-in', token }
}
