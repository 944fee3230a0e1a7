import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { toBase32 } from './base32.ts'

/** RFC 6238 with its defaults, which are all that authenticator apps agree on. */
const STEP_SECONDS = 30
const DIGITS = 6
/** RFC 4226 §4: a secret as long as the hash. */
const SECRET_BYTES = 20
/** Clocks differ and people type slowly: one step either way. */
const SKEW_STEPS = 1

export type TotpHash = 'sha1' | 'sha256' | 'sha512'

/** Seconds since 1970 → number of the 30-second step. */
export const stepAt = (unixSeconds: number): number => Math.floor(unixSeconds / STEP_SECONDS)

/** The code of a step (RFC 4226 §5.3, dynamic truncation). */
export const totpCode = (secret: Uint8Array, step: number, digits = DIGITS, hash: TotpHash = 'sha1'): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac(hash, secret).update(counter).digest()
  const offset = (mac[mac.length - 1] ?? 0) & 15
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** The step whose code was typed, within one step of now; null = none. Whether it was used before is for the store to say. */
export const findStep = (secret: Uint8Array, typed: string, nowUnixSeconds: number): number | null => {
  const code = typed.replace(/\s/g, '')
  if (!/^[0-9]{6}$/.test(code)) return null
  const now = stepAt(nowUnixSeconds)
  for (let step = now - SKEW_STEPS; step <= now + SKEW_STEPS; step += 1)
    if (step >= 0 && isSame(totpCode(secret, step), code)) return step
  return null
}

export const makeTotpSecret = (): Buffer => randomBytes(SECRET_BYTES)

/** What an authenticator app opens or scans (Key URI Format). */
export const otpauthUri = (secret: Uint8Array, issuer: string, loginName: string): string => {
  const query = new URLSearchParams({
    secret: toBase32(secret),
    issuer,
    digits: String(DIGITS),
    period: String(STEP_SECONDS),
  })
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(loginName)}?${query.toString().replaceAll('+', '%20')}`
}
