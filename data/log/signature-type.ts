import { toUtf8 } from './encodings.ts'
import { PUBLIC_KEY_BYTES, SIGNATURE_BYTES, verifyEd25519 } from './ed25519.ts'

/** What a note's signature of one type is, by the byte that c2sp.org/signed-note assigns. */
export interface SignatureType {
  readonly typeByte: number
  readonly keyBytes: number
  readonly verify: (text: string, publicKey: Uint8Array, signature: Uint8Array) => boolean
  /** POSIX seconds that the signature bears; null where the type bears none. */
  readonly timeSeconds: (signature: Uint8Array) => number | null
}

const TIME_BYTES = 8

/** The time in front of a cosignature; null where JavaScript does not hold it exactly. */
const timeOf = (signature: Uint8Array): number | null => {
  if (signature.length !== TIME_BYTES + SIGNATURE_BYTES) return null
  const seconds = Number(Buffer.from(signature).readBigUInt64BE(0))
  return Number.isSafeInteger(seconds) ? seconds : null
}

/** What a witness signs (c2sp.org/tlog-cosignature): when, and the whole text of the checkpoint. */
export const cosignedMessage = (text: string, timeSeconds: number): Uint8Array =>
  toUtf8(`cosignature/v1\ntime ${timeSeconds}\n${text}`)

/**
 * The types a verifier knows. The list is open: ML-DSA-44 (type byte 0x06, keys of 1,312 bytes) becomes a row here when
 * Node can check it; until then its signatures are passed over, as those of any key that nobody named.
 */
export const SIGNATURE_TYPES = {
  ed25519: {
    typeByte: 0x01,
    keyBytes: PUBLIC_KEY_BYTES,
    verify: (text, publicKey, signature) => verifyEd25519(toUtf8(text), publicKey, signature),
    timeSeconds: () => null,
  },
  'cosignature/v1': {
    typeByte: 0x04,
    keyBytes: PUBLIC_KEY_BYTES,
    verify: (text, publicKey, signature) => {
      const seconds = timeOf(signature)
      return (
        seconds !== null && verifyEd25519(cosignedMessage(text, seconds), publicKey, signature.subarray(TIME_BYTES))
      )
    },
    timeSeconds: timeOf,
  },
} as const satisfies Record<string, SignatureType>

export type SignatureTypeName = keyof typeof SIGNATURE_TYPES
export const signatureTypeNames: readonly SignatureTypeName[] = ['ed25519', 'cosignature/v1']
export const signatureType = (name: SignatureTypeName): SignatureType => SIGNATURE_TYPES[name]
