import { readAccountSecrets, writeAccount } from '../../../data/store/accounts.ts'
import { deleteSessionsOf } from '../../../data/store/sessions.ts'
import type { Deps } from '../../deps.ts'
import { authorise } from './authorise.ts'
import { toBase32 } from './base32.ts'
import { confirmPassword, type PasswordConfirmed } from './confirm-password.ts'
import { sealSecret } from './seal-secret.ts'
import { makeRecoveryCodes, readSecret, useTotpCode } from './second-step.ts'
import type { Session } from './session.ts'
import { renewToken } from './start-session.ts'
import { beginAttempt, endAttempt, secondStepSubject, type Throttled } from './throttle-attempts.ts'
import { makeTotpSecret, otpauthUri } from './totp.ts'

/** How the app lists the account. */
const ISSUER = 'Said & Done'

/** A new secret waits to be confirmed. The one in use, if any, stays until then. */
export const beginEnrolment = async (deps: Deps, session: Session, password: string): Promise<PasswordConfirmed> => {
  await authorise(deps, session, 'second-step.enrol', null)
  const confirmed = await confirmPassword(deps, session, password)
  if (confirmed.status !== 'confirmed') return confirmed
  const pendingSecondStepSecret = sealSecret(deps.secretKey(), session.account.id, makeTotpSecret())
  await deps.store.write(async tx => {
    await writeAccount(tx, session.account.id, { pendingSecondStepSecret })
  })
  return confirmed
}

export interface EnrolmentSecret {
  /** In groups of four, to type. */
  readonly text: string
  readonly uri: string
}

/** What the authenticator app needs; null = enrolment has not begun. */
export const showEnrolment = async (deps: Deps, session: Session): Promise<EnrolmentSecret | null> => {
  await authorise(deps, session, 'second-step.enrol', null)
  const secret = await readSecret(deps.store.reader, deps, session.account.id, 'pendingSecondStepSecret')
  if (secret === null) return null
  return {
    text: (toBase32(secret).match(/.{1,4}/g) ?? []).join(' '),
    uri: otpauthUri(secret, ISSUER, session.account.loginName),
  }
}

export type EnrolmentResult =
  | { readonly status: 'enrolled'; readonly token: string; readonly recoveryCodes: readonly string[] }
  | { readonly status: 'wrong' }
  | { readonly status: 'not-begun' }
  | Throttled

/** The first code from the app proves that it holds the secret. From now on the account needs it; other sessions end. */
const enrol = (deps: Deps, { id, account }: Session, typed: string): Promise<EnrolmentResult> =>
  deps.store.write(async tx => {
    const secret = await readSecret(tx, deps, account.id, 'pendingSecondStepSecret')
    if (secret === null) return { status: 'not-begun' }
    if (!(await useTotpCode(tx, deps, account.id, secret, typed))) return { status: 'wrong' }
    const { pendingSecondStepSecret } = await readAccountSecrets(tx, account.id)
    await writeAccount(tx, account.id, { secondStepSecret: pendingSecondStepSecret, pendingSecondStepSecret: null })
    await deleteSessionsOf(tx, account.id, id)
    const recoveryCodes = await makeRecoveryCodes(tx, deps, account.id)
    return { status: 'enrolled', token: await renewToken(tx, deps, id, { hasSecondStep: true }), recoveryCodes }
  })

export const confirmEnrolment = async (deps: Deps, session: Session, typed: string): Promise<EnrolmentResult> => {
  await authorise(deps, session, 'second-step.enrol', null)
  const subject = secondStepSubject(session.account.id)
  const attempt = await beginAttempt(deps, [subject])
  if (attempt.status === 'throttled') return attempt
  const result = await enrol(deps, session, typed)
  if (result.status !== 'wrong') await endAttempt(deps, attempt.id, result.status === 'enrolled' ? subject : null)
  if (result.status === 'enrolled')
    deps.log.info({ event: 'second-step-enrolled', account: session.account.code }, 'a second step was set up')
  return result
}
