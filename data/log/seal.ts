import { canonicalJson, readCanonicalJson } from './canonical-json.ts'
import { fromHex, toHex, toUtf8 } from './encodings.ts'
import { sha256 } from './merkle-hash.ts'
import { SEALED_KINDS, sealedText, sealedTextOrNull, type SealedKind, type StoredFields } from './sealed-record.ts'

export const SALT_BYTES = 32
const DOMAIN = toUtf8('said-and-done/v1/text\0')

/**
 * Salted commitment to a text: SHA-256("said-and-done/v1/text\0" ‖ 32-byte salt ‖ text). Whoever has salt and text can
 * check it; with both erased nothing can be guessed from it, however short the text was.
 */
export const sealOf = (salt: Uint8Array, text: string): string => {
  if (salt.length !== SALT_BYTES) throw new RangeError(`A salt has ${SALT_BYTES} bytes.`)
  return toHex(sha256(DOMAIN, salt, toUtf8(text)))
}

export const sealRecord = (salt: Uint8Array, kind: SealedKind, record: object): string =>
  sealOf(salt, sealedText(kind, record))

/** Whether a seal in the log is the seal of this record. A salt that is none, or a record that cannot be sealed at all, is an ordinary no. */
export const isSealOf = (seal: string, salt: Uint8Array, kind: SealedKind, record: object): boolean => {
  const text = sealedTextOrNull(kind, record)
  return text !== null && salt.length === SALT_BYTES && sealOf(salt, text) === seal
}

const OPENING_FORMAT = 'said-and-done/opening@1'

/** The file that opens a seal to a reader: the sealed text and its salt. Publishing a record publishes this. */
export const openingText = (salt: Uint8Array, kind: SealedKind, record: object): string =>
  canonicalJson({ format: OPENING_FORMAT, salt: toHex(salt), text: sealedText(kind, record) })

export interface Opening {
  readonly seal: string
  readonly recordKind: SealedKind
  readonly record: StoredFields
}

const isFields = (value: unknown): value is StoredFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Text of an opening → the seal it opens and the record in it; null where it is none. */
export const readOpening = (text: string): Opening | null => {
  const opening = readCanonicalJson(text.trimEnd())?.value
  if (!isFields(opening) || opening['format'] !== OPENING_FORMAT) return null
  const { salt: saltText, text: sealed } = opening
  if (typeof saltText !== 'string' || typeof sealed !== 'string') return null
  const [salt, content] = [fromHex(saltText), readCanonicalJson(sealed)?.value]
  if (salt?.length !== SALT_BYTES || !isFields(content) || !isFields(content['record'])) return null
  const recordKind = SEALED_KINDS.find(kind => kind === content['recordKind'])
  return recordKind === undefined ? null : { seal: sealOf(salt, sealed), recordKind, record: content['record'] }
}
