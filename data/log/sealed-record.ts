import { fieldsOf, RECORD_KIND_NAMES, type RecordKind } from '../model/record-kinds.ts'
import { canonicalJson, NotCanonical } from './canonical-json.ts'
import { toUtf8 } from './encodings.ts'
import { leafHash, type Hash } from './merkle-hash.ts'

/** What the review desk keeps beside the records: judgements made blind until they are compared, decisions on texts, notes, differences. */
export const JUDGED_DESK_KINDS = ['blind-record', 'text-decision', 'review-note', 'disagreement'] as const
/** All else the desk keeps: who has which role, who removed what, what a release was made from, which row became which record. */
export const KEPT_DESK_KINDS = [
  'account',
  'role-grant',
  'review-seed',
  'review-action',
  'consultation-mark',
  'reply-link',
  'window-change',
  'dispute-letter',
  'removal',
  'release-archive',
  'self-check',
  'source-rows',
  'set-aside-rows',
] as const
export type KeptDeskKind = (typeof KEPT_DESK_KINDS)[number]
export const DESK_KINDS = [...JUDGED_DESK_KINDS, ...KEPT_DESK_KINDS] as const
export type DeskKind = (typeof DESK_KINDS)[number]
export const isKeptDeskKind = (kind: DeskKind): kind is KeptDeskKind => KEPT_DESK_KINDS.some(kept => kept === kind)
/** What can be sealed: every record of the model, and those that only the store knows. */
export const STORE_KINDS = ['import', 'retraction', ...DESK_KINDS] as const
type StoreKind = (typeof STORE_KINDS)[number]
export type SealedKind = RecordKind | StoreKind
export const SEALED_KINDS: readonly SealedKind[] = [...RECORD_KIND_NAMES, ...STORE_KINDS]

/** Fields of a record that was read back from an opening. */
export type StoredFields = Readonly<Record<string, unknown>>

/** Follow from other records, so no part of this one. */
const DERIVED_FIELDS: ReadonlySet<string> = new Set(['retractedById'])

const isStoreKind = (kind: SealedKind): kind is StoreKind => STORE_KINDS.some(known => known === kind)

const fractionNames = (kind: SealedKind): ReadonlySet<string> =>
  new Set(
    isStoreKind(kind)
      ? []
      : Object.entries(fieldsOf(kind))
          .filter(([, of]) => of.type === 'number')
          .map(([name]) => name),
  )
const FRACTIONS = new Map(SEALED_KINDS.map(kind => [kind, fractionNames(kind)]))

const sealedValue = (kind: SealedKind, name: string, value: unknown): unknown =>
  typeof value === 'number' && FRACTIONS.get(kind)?.has(name) === true ? String(value) : value

/**
 * The one text of a record that seals and hashes are over: canonical JSON of its kind and fields. Empty fields are left
 * out, so that a field the model gains later changes no seal; numbers that may be fractions are written as text, in the
 * shortest form that reads back exactly. `record` is as the store holds it, its verbatim words under `text` where it has any.
 */
export const sealedText = (kind: SealedKind, record: object): string => {
  const fields = Object.entries(record)
    .filter(([name, value]) => value !== null && value !== undefined && !DERIVED_FIELDS.has(name))
    .map(([name, value]) => [name, sealedValue(kind, name, value)] as const)
  return canonicalJson({ record: Object.fromEntries(fields), recordKind: kind })
}

/** The same for a record that somebody may have edited: null where it can no longer be written as canonical JSON. */
export const sealedTextOrNull = (kind: SealedKind, record: object): string | null => {
  try {
    return sealedText(kind, record)
  } catch (error) {
    if (error instanceof NotCanonical) return null
    throw error
  }
}

/** Hash without salt, for what is public anyway: a passage of a document, a suggestion of the machine. */
export const memberHash = (kind: SealedKind, record: object): Hash => leafHash(toUtf8(sealedText(kind, record)))
