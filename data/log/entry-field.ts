/**
 * What may stand in an entry of the log: ids, values of closed lists, dates, counts, hashes, seals. No free text and no
 * names: everything here is public for good, the erasure of a record included.
 */
export type EntryFieldType =
  'id' | 'ids' | 'subjects' | 'date' | 'instant' | 'count' | 'choice' | 'hash' | 'seal' | 'key-id' | 'version'

export interface EntryField<Value> {
  readonly type: EntryFieldType
  readonly meaning: string
  readonly isRequired: boolean
  readonly choices: readonly string[]
  readonly value?: Value
}

/** A record that an entry speaks of. */
export interface Subject {
  readonly recordKind: string
  readonly recordId: string
}

const field = <Value>(type: EntryFieldType, meaning: string, choices: readonly string[] = []): EntryField<Value> => ({
  type,
  meaning,
  isRequired: true,
  choices,
})

/** Random id (UUID): of a record, or of a person. */
export const id = (meaning: string): EntryField<string> => field('id', meaning)
export const ids = (meaning: string): EntryField<readonly string[]> => field('ids', meaning)
/** Records of any kind, each once. */
export const subjects = (meaning: string): EntryField<readonly Subject[]> => field('subjects', meaning)
export const date = (meaning: string): EntryField<string> => field('date', meaning)
export const instant = (meaning: string): EntryField<string> => field('instant', meaning)
/** Whole number ≥ 0. */
export const count = (meaning: string): EntryField<number> => field('count', meaning)
export const choice = <const C extends string>(choices: readonly C[], meaning: string): EntryField<C> =>
  field('choice', meaning, choices)
/** The closed list of a field of the model. */
export const sameChoice = <C extends string>(
  of: { readonly choices: readonly string[]; readonly value?: C | null },
  meaning: string,
): EntryField<C> => field('choice', meaning, of.choices)
/** SHA-256, 64 hexadecimal digits. */
export const hash = (meaning: string): EntryField<string> => field('hash', meaning)
/** Salted commitment to a record, 64 hexadecimal digits. */
export const seal = (meaning: string): EntryField<string> => field('seal', meaning)
/** Four bytes, 8 hexadecimal digits. */
export const keyId = (meaning: string): EntryField<string> => field('key-id', meaning)
/** Numbers with points between, a name of a program's method before it if any: 1.0, linking@1.2. */
export const version = (meaning: string): EntryField<string> => field('version', meaning)
export const optional = <Value>({ type, meaning, choices }: EntryField<Value>): EntryField<Value | null> => ({
  ...field<Value | null>(type, meaning, choices),
  isRequired: false,
})

/** Ids in one entry; more are split over several entries, so that each fits its bundle. */
export const MOST_IDS = 600

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const RECORD_KIND = /^[a-z]{1,20}(-[a-z]{1,20}){0,2}$/
const DIGEST = /^[0-9a-f]{64}$/

const isText = (value: unknown, pattern: RegExp): boolean => typeof value === 'string' && pattern.test(value)
const isTime = (value: unknown, end: string): boolean => {
  const at = new Date(`${String(value)}${end}`)
  return !Number.isNaN(at.valueOf()) && at.toISOString() === `${String(value)}${end}`
}
const isSetOf = (value: unknown, isOne: (one: unknown) => boolean): boolean =>
  Array.isArray(value) &&
  value.length <= MOST_IDS &&
  value.every(isOne) &&
  new Set(value.map(one => JSON.stringify(one))).size === value.length

const isSubject = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).sort().join() === 'recordId,recordKind' &&
  isText(Reflect.get(value, 'recordId'), UUID) &&
  isText(Reflect.get(value, 'recordKind'), RECORD_KIND)

const TESTS: Readonly<Record<EntryFieldType, (value: unknown, choices: readonly string[]) => boolean>> = {
  id: value => isText(value, UUID),
  ids: value => isSetOf(value, one => isText(one, UUID)),
  subjects: value => isSetOf(value, isSubject),
  date: value => isText(value, /^\d{4}-\d\d-\d\d$/) && isTime(value, 'T00:00:00.000Z'),
  instant: value => isText(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) && isTime(value, ''),
  count: value => Number.isSafeInteger(value) && Number(value) >= 0,
  choice: (value, choices) => typeof value === 'string' && choices.includes(value),
  hash: value => isText(value, DIGEST),
  seal: value => isText(value, DIGEST),
  'key-id': value => isText(value, /^[0-9a-f]{8}$/),
  version: value => isText(value, /^([a-z]{1,16}(-[a-z]{1,16}){0,2}@)?\d{1,5}(\.\d{1,5}){0,3}$/),
}

/** Whether a value may stand in a field. */
export const isValueOf = (of: EntryField<unknown>, value: unknown): boolean =>
  value === null ? !of.isRequired : TESTS[of.type](value, of.choices)
