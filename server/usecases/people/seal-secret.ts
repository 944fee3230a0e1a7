import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const IV_BYTES = 12
const TAG_BYTES = 16

const keyFor = (secretKey: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', secretKey, '', 'said-and-done/v1/second-step', 32))

/** AES-256-GCM, bound to its owner: a sealed secret copied to another account does not open. */
export const sealSecret = (secretKey: Uint8Array, ownerId: string, secret: Uint8Array): string => {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secretKey), iv).setAAD(Buffer.from(ownerId, 'utf8'))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64')
}

/** Throws where the key is another one, the owner differs, or a byte was changed. */
export const unsealSecret = (secretKey: Uint8Array, ownerId: string, sealed: string): Buffer => {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secretKey), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(ownerId, 'utf8')).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
}
