import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'

export const PUBLIC_KEY_BYTES = 32
export const SEED_BYTES = 32
export const SIGNATURE_BYTES = 64

/** DER heads of RFC 8410: Node takes keys in these wrappings only. */
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

/** A private key from its 32 random bytes. */
export const privateKeyOf = (seed: Uint8Array): KeyObject => {
  if (seed.length !== SEED_BYTES) throw new RangeError(`The seed of an Ed25519 key has ${SEED_BYTES} bytes.`)
  return createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, seed]), format: 'der', type: 'pkcs8' })
}

export const publicKeyOf = (privateKey: KeyObject): Uint8Array =>
  createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_HEAD.length)

export const signEd25519 = (message: Uint8Array, privateKey: KeyObject): Uint8Array => sign(null, message, privateKey)

/** Never throws: a key or signature that is none is an ordinary no. */
export const verifyEd25519 = (message: Uint8Array, publicKey: Uint8Array, signature: Uint8Array): boolean => {
  if (publicKey.length !== PUBLIC_KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false
  try {
    const key = createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, publicKey]), format: 'der', type: 'spki' })
    return verify(null, message, key, signature)
  } catch {
    return false
  }
}
