import { canonicalJson, readCanonicalJson } from './canonical-json.ts'
import { fromUtf8, toUtf8 } from './encodings.ts'
import { id, instant, isValueOf, optional, type EntryField } from './entry-field.ts'
import { ENTRY_KIND_NAMES, ENTRY_KINDS, type EntryDetail, type EntryKind } from './entry-kinds.ts'
import { GREATEST_ENTRY_BYTES } from './tiles.ts'

/** What every entry says. `v` is the version of the entry's format. */
const COMMON_FIELDS = {
  at: instant('When it was logged. The order of entries is their place in the log, not this.'),
  byId: optional(id('Random id of the person; empty = the program, or a command on the machine itself.')),
  consultationId: optional(id('Consultation it belongs to.')),
} as const

export interface EntryHead {
  readonly v: 1
  readonly at: string
  readonly byId: string | null
  readonly consultationId: string | null
}
export type LogEntry = { readonly [K in EntryKind]: EntryHead & { readonly kind: K } & EntryDetail<K> }[EntryKind]

type FieldTable = Readonly<Record<string, EntryField<unknown>>>
/** All fields of each kind, worked out once: a large import makes hundreds of thousands of entries. */
const FIELDS_OF = new Map(
  ENTRY_KIND_NAMES.map(kind => {
    const fields: FieldTable = { ...COMMON_FIELDS, ...ENTRY_KINDS[kind] }
    return [kind as string, { fields: Object.entries(fields), names: new Set(['v', 'kind', ...Object.keys(fields)]) }]
  }),
)

const valueIn = (entry: object, name: string): unknown => Reflect.get(entry, name)

/** Rules over several fields of an entry. */
const contradiction = (entry: object): string | null => {
  const [kind, value] = [valueIn(entry, 'kind'), (name: string): number => Number(valueIn(entry, name))]
  if (kind === 'import-finished') {
    const sum = value('acceptedCount') + value('setAsideCount') + value('duplicateCount')
    if (value('readCount') !== sum) return `readCount is ${value('readCount')}, its parts add up to ${sum}`
    if (value('firstIndex') > value('endIndex')) return 'firstIndex is after endIndex'
  }
  const isRemoval = kind === 'removal-made' || kind === 'erasure-made'
  const [first, second] = [valueIn(entry, 'firstAdminId'), valueIn(entry, 'secondAdminId')]
  if (isRemoval && first !== null && first === second) return 'both admins are one person'
  return null
}

/** What keeps a value from being an entry, in words; empty where nothing does. */
export const faultsOfEntry = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return ['it is not an object']
  const kind = String(valueIn(value, 'kind'))
  const known = FIELDS_OF.get(kind)
  if (known === undefined) return ['it is of no known kind']
  if (valueIn(value, 'v') !== 1) return ['it is not in version 1 of the format']
  const unknown = Object.keys(value).filter(name => !known.names.has(name))
  const wrong = known.fields
    .filter(([name, of]) => !isValueOf(of, valueIn(value, name)))
    .map(([name, of]) => `${name} is not ${of.type}${of.isRequired ? '' : ' or null'}`)
  const faults = [...unknown.map(name => `${name} does not belong to ${kind}`), ...wrong]
  const contrary = faults.length === 0 ? contradiction(value) : null
  return contrary === null ? faults : [contrary]
}

/** An object → the entry. Throws where it is not what its kind says: for entries that we make, that is a bug, not data. */
export const asEntry = (value: object): LogEntry => {
  const faults = faultsOfEntry(value)
  if (faults.length > 0) throw new TypeError(`No entry of the log: ${faults.join('; ')}.`)
  return value as LogEntry
}

/** The bytes of an entry, whose hash is its leaf. */
export const entryBody = (entry: LogEntry): Uint8Array => {
  const body = toUtf8(canonicalJson(entry))
  if (body.length > GREATEST_ENTRY_BYTES)
    throw new RangeError(`An entry of ${body.length} bytes: at most ${GREATEST_ENTRY_BYTES}.`)
  return body
}

/** Bytes → the entry, or what is wrong with them. */
export const readEntry = (body: Uint8Array): { readonly entry: LogEntry } | { readonly faults: readonly string[] } => {
  if (body.length > GREATEST_ENTRY_BYTES) return { faults: [`it has more than ${GREATEST_ENTRY_BYTES} bytes`] }
  const text = fromUtf8(body)
  const read = text === null ? null : readCanonicalJson(text)
  if (read === null) return { faults: ['it is not canonical JSON'] }
  const faults = faultsOfEntry(read.value)
  return faults.length > 0 ? { faults } : { entry: read.value as unknown as LogEntry }
}
