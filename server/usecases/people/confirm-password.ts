import { readAccountSecrets } from '../../../data/store/accounts.ts'
import type { Deps } from '../../deps.ts'
import type { Session } from './session.ts'
import { accountSubject, beginAttempt, endAttempt, type Throttled } from './throttle-attempts.ts'

export type PasswordConfirmed = { readonly status: 'confirmed' } | { readonly status: 'wrong-password' } | Throttled

/** Asked again before anything that opens the account is changed: an open browser is not enough (ASVS 7.5.1). */
export const confirmPassword = async (
  deps: Deps,
  { account }: Session,
  password: string,
): Promise<PasswordConfirmed> => {
  const subject = accountSubject(account.loginName)
  const attempt = await beginAttempt(deps, [subject])
  if (attempt.status === 'throttled') return attempt
  const { passwordHash } = await readAccountSecrets(deps.store.reader, account.id)
  const isRight = await deps.passwords.verify(password, passwordHash).catch(async (error: unknown) => {
    await endAttempt(deps, attempt.id, null)
    throw error
  })
  if (!isRight) return { status: 'wrong-password' }
  await endAttempt(deps, attempt.id, subject)
  return { status: 'confirmed' }
}
