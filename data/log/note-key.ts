import type { KeyObject } from 'node:crypto'
import { privateKeyOf, publicKeyOf, SEED_BYTES } from './ed25519.ts'
import { areEqual, fromBase64, toBase64, toHex, toUtf8 } from './encodings.ts'
import { sha256 } from './merkle-hash.ts'
import { signatureType, signatureTypeNames, type SignatureTypeName } from './signature-type.ts'

/** Whose signatures are looked for, and how they are checked. */
export interface VerifierKey {
  readonly name: string
  readonly type: SignatureTypeName
  /** Four bytes that find the key; no protection by themselves. */
  readonly keyId: Uint8Array
  readonly publicKey: Uint8Array
}

export interface SigningKey extends VerifierKey {
  readonly privateKey: KeyObject
}

/** Not empty, no Unicode space, no plus, nothing that cannot stand in a note. */
export const isKeyName = (name: string): boolean =>
  // The control characters are the point: c2sp.org/signed-note forbids them.
  name.length > 0 && name.isWellFormed() && !/[\s+\u0085\u0000-\u001f\u007f]/u.test(name)

/** First four bytes of SHA-256(name ‖ newline ‖ type ‖ public key). */
export const keyIdOf = (name: string, type: SignatureTypeName, publicKey: Uint8Array): Uint8Array =>
  sha256(toUtf8(`${name}\n`), Uint8Array.of(signatureType(type).typeByte), publicKey).subarray(0, 4)

const typeOfByte = (typeByte: number | undefined): SignatureTypeName | null =>
  signatureTypeNames.find(name => signatureType(name).typeByte === typeByte) ?? null

/** Parts of "name+id+base64"; the last part may itself hold plus signs. */
const KEY_TEXT = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/

const decodeKey = (text: string): { name: string; id: string; type: SignatureTypeName; key: Uint8Array } | null => {
  const [, name, id, encoded] = KEY_TEXT.exec(text) ?? []
  if (name === undefined || id === undefined || encoded === undefined || !isKeyName(name)) return null
  const bytes = fromBase64(encoded)
  const type = typeOfByte(bytes?.[0])
  return bytes === null || type === null ? null : { name, id, type, key: bytes.subarray(1) }
}

/** "name+id+base64(type ‖ key)" → the key; null where it is no such text or its id is not its own. */
export const readVerifierKey = (text: string): VerifierKey | null => {
  const decoded = decodeKey(text)
  if (decoded === null || decoded.key.length !== signatureType(decoded.type).keyBytes) return null
  const keyId = keyIdOf(decoded.name, decoded.type, decoded.key)
  if (toHex(keyId) !== decoded.id) return null
  return { name: decoded.name, type: decoded.type, keyId, publicKey: decoded.key }
}

/** The text by which a key is published. */
export const verifierKeyText = ({ name, type, keyId, publicKey }: VerifierKey): string =>
  `${name}+${toHex(keyId)}+${toBase64(Buffer.concat([Uint8Array.of(signatureType(type).typeByte), publicKey]))}`

/** A signing key from 32 random bytes, which the caller draws. */
export const signingKeyOf = (name: string, type: SignatureTypeName, seed: Uint8Array): SigningKey => {
  if (!isKeyName(name))
    throw new RangeError(`"${name}" is no name of a key: it may not be empty or hold spaces or "+".`)
  const privateKey = privateKeyOf(seed)
  const publicKey = publicKeyOf(privateKey)
  return { name, type, keyId: keyIdOf(name, type, publicKey), publicKey, privateKey }
}

const SIGNING_KEY_HEAD = 'PRIVATE+KEY+'

/** The text of a key file, as the note tools of Go write it. Secret. */
export const signingKeyText = (name: string, type: SignatureTypeName, seed: Uint8Array): string => {
  const { keyId } = signingKeyOf(name, type, seed)
  const encoded = toBase64(Buffer.concat([Uint8Array.of(signatureType(type).typeByte), seed]))
  return `${SIGNING_KEY_HEAD}${name}+${toHex(keyId)}+${encoded}`
}

/** Text of a key file → the key; null where it is none. Space around it is allowed: files end in a newline. */
export const readSigningKey = (text: string): SigningKey | null => {
  const bare = text.trim()
  const decoded = bare.startsWith(SIGNING_KEY_HEAD) ? decodeKey(bare.slice(SIGNING_KEY_HEAD.length)) : null
  if (decoded === null || decoded.key.length !== SEED_BYTES) return null
  const key = signingKeyOf(decoded.name, decoded.type, decoded.key)
  return toHex(key.keyId) === decoded.id ? key : null
}

export const isSameKey = (key: VerifierKey, name: string, keyId: Uint8Array): boolean =>
  key.name === name && areEqual(key.keyId, keyId)
