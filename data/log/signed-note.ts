import { signEd25519 } from './ed25519.ts'
import { fromBase64, toBase64, toUtf8 } from './encodings.ts'
import { isKeyName, isSameKey, type SigningKey, type VerifierKey } from './note-key.ts'
import { cosignedMessage, signatureType } from './signature-type.ts'

/** A signature line of a note (c2sp.org/signed-note), checked or not. */
export interface NoteSignature {
  readonly name: string
  readonly keyId: Uint8Array
  readonly bytes: Uint8Array
}

export interface SignedNote {
  /** The text that is signed, with its last newline. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

export interface CheckedSignature {
  readonly key: VerifierKey
  /** POSIX seconds; null for types without a time. */
  readonly timeSeconds: number | null
}

export type OpenedNote =
  | { readonly isOpened: true; readonly text: string; readonly checked: readonly CheckedSignature[] }
  | { readonly isOpened: false; readonly reason: NoteRefusal }
export type NoteRefusal = 'not-a-note' | 'signature-wrong' | 'no-known-signature'

/** Ours; the format asks for at least 16. An ML-DSA signature is under 5 kB. */
const MOST_SIGNATURES = 64
const MOST_CHARACTERS = 1_000_000
const KEY_ID_BYTES = 4

// The control characters are the point: none but newline may stand in a note.
const isNoteText = (text: string): boolean => text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text)

const readSignature = (line: string): NoteSignature | null => {
  const [, name, encoded] = /^\u2014 (\S+) (\S+)$/u.exec(line) ?? []
  if (name === undefined || encoded === undefined || !isKeyName(name)) return null
  const bytes = fromBase64(encoded)
  if (bytes === null || bytes.length <= KEY_ID_BYTES) return null
  return { name, keyId: bytes.subarray(0, KEY_ID_BYTES), bytes: bytes.subarray(KEY_ID_BYTES) }
}

/** Text → its parts, nothing checked yet; null where it is no signed note. */
export const readNote = (note: string): SignedNote | null => {
  if (note.length > MOST_CHARACTERS || !isNoteText(note) || !note.endsWith('\n')) return null
  const blankAt = note.lastIndexOf('\n\n')
  if (blankAt < 0) return null
  const lines = note.slice(blankAt + 2, -1).split('\n')
  if (lines.length > MOST_SIGNATURES) return null
  const signatures = lines.map(readSignature).filter(signature => signature !== null)
  return signatures.length === lines.length ? { text: note.slice(0, blankAt + 1), signatures } : null
}

/**
 * The text of a note that at least one of the keys has signed. Signatures of other keys are passed over; a wrong
 * signature of a known key refuses the whole note. Never throws.
 */
export const openNote = (note: string, keys: readonly VerifierKey[]): OpenedNote => {
  const parsed = readNote(note)
  if (parsed === null) return { isOpened: false, reason: 'not-a-note' }
  const checked = new Map<VerifierKey, CheckedSignature>()
  for (const { name, keyId, bytes } of parsed.signatures)
    for (const key of keys.filter(known => isSameKey(known, name, keyId))) {
      const type = signatureType(key.type)
      if (!type.verify(parsed.text, key.publicKey, bytes)) return { isOpened: false, reason: 'signature-wrong' }
      if (!checked.has(key)) checked.set(key, { key, timeSeconds: type.timeSeconds(bytes) })
    }
  if (checked.size === 0) return { isOpened: false, reason: 'no-known-signature' }
  return { isOpened: true, text: parsed.text, checked: [...checked.values()] }
}

const signatureLine = ({ name, keyId }: SigningKey, bytes: Uint8Array): string =>
  `\u2014 ${name} ${toBase64(Buffer.concat([keyId, bytes]))}\n`

/** The text with the signature of the log's key. */
export const signNote = (text: string, key: SigningKey): string => {
  if (key.type !== 'ed25519') throw new RangeError(`${key.name} is a key for cosignatures, not for notes.`)
  if (!text.endsWith('\n') || !isNoteText(text))
    throw new RangeError('The text of a note ends in a newline and holds no other control character.')
  return `${text}\n${signatureLine(key, signEd25519(toUtf8(text), key.privateKey))}`
}

/** The line a witness adds to a note: the time in 8 bytes, big-endian, then its signature over time and text. */
export const cosignatureLine = (note: string, key: SigningKey, timeSeconds: number): string => {
  const parsed = readNote(note)
  if (parsed === null) throw new RangeError('Only a signed note can be cosigned.')
  if (key.type !== 'cosignature/v1') throw new RangeError(`${key.name} is a key for notes, not for cosignatures.`)
  if (!Number.isSafeInteger(timeSeconds) || timeSeconds < 0) throw new RangeError('The time is in whole POSIX seconds.')
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(timeSeconds))
  const signature = signEd25519(cosignedMessage(parsed.text, timeSeconds), key.privateKey)
  return signatureLine(key, Buffer.concat([time, signature]))
}
