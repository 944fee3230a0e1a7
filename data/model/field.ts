/**
 * A record is described once, as a table of fields. The same table types the record, decodes it from a file, names its
 * column in files, stores it, exports it and documents it (data/README.md is checked against it).
 */
export type FieldType =
  | 'text'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date'
  | 'instant'
  | 'choice'
  | 'list'
  | 'reference'
  | 'references'
  | 'json'

export interface Field<Value> {
  readonly type: FieldType
  /** One sentence: what the value means, and what it does not. */
  readonly meaning: string
  readonly isRequired: boolean
  /** The closed list of a `choice`. */
  readonly choices: readonly string[]
  /** The record kind that a `reference` or `references` names. */
  readonly refersTo: string | null
  /** Verbatim words of a person: kept in the restricted table, in no public output. */
  readonly isVerbatim: boolean
  readonly value?: Value
}

export type Fields = Readonly<Record<string, Field<unknown>>>
export type RecordOf<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer V> ? V : never }

const field = <Value>(type: FieldType, meaning: string, more: Partial<Field<Value>> = {}): Field<Value> => ({
  type,
  meaning,
  isRequired: true,
  choices: [],
  refersTo: null,
  isVerbatim: false,
  ...more,
})

export const text = (meaning: string): Field<string> => field<string>('text', meaning)
export const verbatim = (meaning: string): Field<string> => field<string>('text', meaning, { isVerbatim: true })
/** Whole number ≥ 0. */
export const integer = (meaning: string): Field<number> => field<number>('integer', meaning)
export const number = (meaning: string): Field<number> => field<number>('number', meaning)
/** In files: yes or no. */
export const boolean = (meaning: string): Field<boolean> => field<boolean>('boolean', meaning)
/** Calendar date, ISO 8601: 2026-03-04. */
export const date = (meaning: string): Field<string> => field<string>('date', meaning)
/** Point in time, ISO 8601 in UTC: 2026-03-04T10:15:00.000Z. */
export const instant = (meaning: string): Field<string> => field<string>('instant', meaning)
/** In files: values separated by " | ". */
export const list = (meaning: string): Field<readonly string[]> => field<readonly string[]>('list', meaning)
export const json = <Value>(meaning: string): Field<Value> => field<Value>('json', meaning)
export const choice = <const C extends string>(choices: readonly C[], meaning: string): Field<C> =>
  field<C>('choice', meaning, { choices })
/** The id of another record; in files its ref, in a column named without "Id". */
export const reference = (kind: string, meaning: string): Field<string> =>
  field<string>('reference', meaning, { refersTo: kind })
export const references = (kind: string, meaning: string): Field<readonly string[]> =>
  field<readonly string[]>('references', meaning, { refersTo: kind })
/** A field that may be empty: null, never a default. */
export const optional = <Value>(of: Field<Value>): Field<Value | null> => {
  const { value: _, ...rest } = of
  return { ...rest, isRequired: false }
}

/** The field's column in our own files: snake case, references without their "Id". */
export const columnName = (fieldName: string, of: Field<unknown>): string => {
  const bare =
    of.type === 'reference'
      ? fieldName.replace(/Id$/, '')
      : of.type === 'references'
        ? fieldName.replace(/Ids$/, 's')
        : fieldName
  return bare.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}
