/**
 * Canonical JSON (RFC 8785) over the part of JSON that every language reads alike: null, booleans, integers that a double
 * holds exactly, well-formed text, arrays and plain objects. Anything else is refused: what cannot be written in one way
 * only cannot be hashed. Fractions are refused because their shortest form is where implementations differ.
 */
export type CanonicalValue =
  null | boolean | number | string | readonly CanonicalValue[] | { readonly [name: string]: CanonicalValue }

/** Deeper nesting than this is no record of ours; the limit keeps a hostile file from exhausting the stack. */
const GREATEST_DEPTH = 64

export class NotCanonical extends Error {
  override readonly name = 'NotCanonical'
  constructor(found: string, path: string) {
    super(
      `${path === '' ? 'The value' : path} is ${found}: canonical JSON holds integers, well-formed text, lists and plain objects.`,
    )
  }
}

const writeText = (text: string, path: string): string => {
  if (!text.isWellFormed()) throw new NotCanonical('text with half a surrogate pair', path)
  return JSON.stringify(text)
}

const writeNumber = (value: number, path: string): string => {
  if (!Number.isSafeInteger(value)) throw new NotCanonical(`the number ${value}`, path)
  // RFC 8785 follows ECMAScript, which writes -0 as 0.
  return String(value)
}

const isPlainObject = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const writeList = (values: readonly unknown[], path: string, depth: number): string => {
  const written: string[] = []
  // By index, so that a hole is met as undefined and refused instead of being skipped.
  for (let at = 0; at < values.length; at += 1) written.push(write(values[at], `${path}[${at}]`, depth + 1))
  return `[${written.join(',')}]`
}

const writeObject = (value: object, path: string, depth: number): string => {
  if (!isPlainObject(value)) throw new NotCanonical('an object with a class of its own', path)
  if (Object.getOwnPropertySymbols(value).length > 0) throw new NotCanonical('an object with symbols', path)
  // The default order of sort() is by UTF-16 code units, as RFC 8785 asks.
  const written = Object.keys(value)
    .sort()
    .map(
      name => `${writeText(name, `${path}.${name}`)}:${write(Reflect.get(value, name), `${path}.${name}`, depth + 1)}`,
    )
  return `{${written.join(',')}}`
}

const write = (value: unknown, path: string, depth: number): string => {
  if (depth > GREATEST_DEPTH) throw new NotCanonical(`nested deeper than ${GREATEST_DEPTH}`, path)
  if (value === null) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return writeNumber(value, path)
  if (typeof value === 'string') return writeText(value, path)
  if (Array.isArray(value)) return writeList(value, path, depth)
  if (typeof value === 'object') return writeObject(value, path, depth)
  throw new NotCanonical(value === undefined ? 'undefined' : `a ${typeof value}`, path)
}

/** The one way to write the value. Throws `NotCanonical`, naming the place, where there is none. */
export const canonicalJson = (value: unknown): string => write(value, '', 0)

/** The value of a text that is canonical JSON; null where it is not, duplicate names and white space included. */
export const readCanonicalJson = (text: string): { readonly value: CanonicalValue } | null => {
  try {
    const value: unknown = JSON.parse(text)
    return canonicalJson(value) === text ? { value: value as CanonicalValue } : null
  } catch {
    return null
  }
}
