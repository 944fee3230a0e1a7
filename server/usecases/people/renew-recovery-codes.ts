import type { Deps } from '../../deps.ts'
import { authorise } from './authorise.ts'
import { confirmPassword, type PasswordConfirmed } from './confirm-password.ts'
import { makeRecoveryCodes } from './second-step.ts'
import type { Session } from './session.ts'

export type RecoveryCodesResult =
  | { readonly status: 'renewed'; readonly recoveryCodes: readonly string[] }
  | { readonly status: 'no-second-step' }
  | Exclude<PasswordConfirmed, { readonly status: 'confirmed' }>

/** Ten new recovery codes; the ones before are worth nothing from now on. */
export const renewRecoveryCodes = async (
  deps: Deps,
  session: Session,
  password: string,
): Promise<RecoveryCodesResult> => {
  await authorise(deps, session, 'recovery-codes.renew', null)
  if (!session.account.hasSecondStep) return { status: 'no-second-step' }
  const confirmed = await confirmPassword(deps, session, password)
  if (confirmed.status !== 'confirmed') return confirmed
  const recoveryCodes = await deps.store.write(tx => makeRecoveryCodes(tx, deps, session.account.id))
  return { status: 'renewed', recoveryCodes }
}
