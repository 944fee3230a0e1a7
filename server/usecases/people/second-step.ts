import {
  readAccountSecrets,
  replaceRecoveryCodes,
  useRecoveryCode,
  useSecondStep,
} from '../../../data/store/accounts.ts'
import type { Connection, WriteConnection } from '../../../data/store/connection.ts'
import type { Deps } from '../../deps.ts'
import { unixSecondsOf } from './instants.ts'
import { hashOfCode, makeCode } from './one-time-code.ts'
import { unsealSecret } from './seal-secret.ts'
import { findStep } from './totp.ts'

const RECOVERY_CODE_COUNT = 10

/** The secret that is in use, or the one that waits to be confirmed; null = none. */
export const readSecret = async (
  connection: Connection,
  deps: Deps,
  accountId: string,
  which: 'secondStepSecret' | 'pendingSecondStepSecret',
): Promise<Buffer | null> => {
  const sealed = (await readAccountSecrets(connection, accountId))[which]
  return sealed === null ? null : unsealSecret(deps.secretKey(), accountId, sealed)
}

/** Uses up the code of a step. false = it is wrong, too old, or has been used. */
export const useTotpCode = async (
  tx: WriteConnection,
  deps: Deps,
  accountId: string,
  secret: Uint8Array,
  typed: string,
): Promise<boolean> => {
  const step = findStep(secret, typed, unixSecondsOf(deps.clock.now()))
  return step !== null && (await useSecondStep(tx, accountId, step))
}

/** Uses up a code from the app or, if it is none, a recovery code. */
export const useEitherCode = async (
  tx: WriteConnection,
  deps: Deps,
  accountId: string,
  typed: string,
): Promise<boolean> => {
  const secret = await readSecret(tx, deps, accountId, 'secondStepSecret')
  if (secret === null) return false
  return (
    (await useTotpCode(tx, deps, accountId, secret, typed)) ||
    (await useRecoveryCode(tx, accountId, hashOfCode(typed), deps.clock.now()))
  )
}

/** Ten new codes for a day without the phone; those before are worth nothing. Told once, only their hashes are kept. */
export const makeRecoveryCodes = async (
  tx: WriteConnection,
  deps: Deps,
  accountId: string,
): Promise<readonly string[]> => {
  const codes = Array.from({ length: RECOVERY_CODE_COUNT }, makeCode)
  await replaceRecoveryCodes(tx, accountId, codes.map(hashOfCode), deps.clock.now())
  return codes
}
