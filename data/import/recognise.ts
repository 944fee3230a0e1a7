import type { ColumnMapping } from '../model/column-mapping.ts'
import type { RecordKind } from '../model/record-kinds.ts'
import {
  canonicalFit,
  canonicalFits,
  canonicalMapping,
  kindOfFileName,
  type CanonicalFit,
} from './canonical-mapping.ts'
import { FORMATS } from './formats/formats.ts'
import type { Format, Signature } from './formats/format.ts'
import { foldName, headerNames, joinHeader } from './header-names.ts'

export type Recognition =
  | {
      readonly kind: 'mapping'
      readonly id: string
      readonly name: string
      readonly because: string
      readonly mapping: ColumnMapping
      readonly isWeak: boolean
      /** What a person must confirm first. */
      readonly question: string | null
      /** The names of the columns, question and choice joined where they stand in two rows. */
      readonly header: readonly string[]
    }
  | { readonly kind: 'not-imported'; readonly format: Format; readonly because: string }
  | { readonly kind: 'tie'; readonly names: readonly string[] }
  /** Nearly a file in our own columns, with what it lacks; null if not even that. */
  | { readonly kind: 'unknown'; readonly nearest: CanonicalFit | null }

interface Match {
  readonly format: Format
  readonly conditionCount: number
  readonly isWeak: boolean
}

const hasPrefix = (names: readonly string[], prefix: string): boolean =>
  prefix.endsWith('/')
    ? names.some(name => name.startsWith(prefix) && /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.test(name.slice(prefix.length)))
    : names.some(name => name === prefix || name.startsWith(`${prefix}/`))

const fits = (signature: Signature, names: readonly string[], fold: (name: string) => string): boolean => {
  const has = (name: string): boolean => names.includes(fold(name))
  const { require, forbid = [], anyOf = [], prefix = [], first } = signature
  return (
    require.every(has) &&
    !forbid.some(has) &&
    anyOf.every(group => group.some(has)) &&
    prefix.every(start => hasPrefix(names, fold(start))) &&
    (first === undefined || names[0] === fold(first))
  )
}

const countConditions = ({ require, anyOf = [], prefix = [] }: Signature): number =>
  require.length + anyOf.length + prefix.length

/** Signatures that match a header; case-sensitively first. A match found only without case is weak. */
export const matchingFormats = (header: readonly string[]): readonly Match[] => {
  const exact = header.map(name => name.trim())
  const folded = header.map(foldName)
  return FORMATS.flatMap(format => {
    const { signature } = format
    const isExact = fits(signature, exact, name => name)
    if (!isExact && !fits(signature, folded, foldName)) return []
    return [{ format, conditionCount: countConditions(signature), isWeak: !isExact || signature.strength === 'weak' }]
  })
}

/** Share of our columns (0–1) from which a header counts as an attempt at one of our own files. */
const NEAR_SHARE = 0.6

/** Header → format. Most conditions win; a tie is asked. `told` says which kind of our own records the rows are. */
export const recognise = (
  header: readonly string[],
  fileName: string,
  told?: RecordKind,
  below: readonly (readonly string[])[] = [],
): Recognition => {
  if (told !== undefined) return own(told, header, `each row was said to be a ${told}`)
  const ownFits = canonicalFits(header).filter(fit => fit.missing.length === 0 && fit.knownCount > 1)
  const whole = ownFits.filter(fit => fit.unknown.length === 0)
  if (whole.length > 0) return best(whole, header, fileName)
  const matches = [...matchingFormats(header)].sort((a, b) => b.conditionCount - a.conditionCount)
  const [first, second] = matches
  if (first !== undefined) {
    return first.conditionCount === second?.conditionCount
      ? tie([first.format, second.format])
      : recognised(first, header, below)
  }
  if (ownFits.length > 0) return best(ownFits, header, fileName)
  return { kind: 'unknown', nearest: nearest(header, fileName) }
}

const tie = (formats: readonly Format[]): Recognition => ({ kind: 'tie', names: formats.map(format => format.name) })

const recognised = (
  { format, isWeak, conditionCount }: Match,
  header: readonly string[],
  below: readonly (readonly string[])[],
): Recognition => {
  const { id, name } = format
  const because = `its columns fit ${conditionCount} of ${conditionCount} conditions of ${name}`
  if (format.mapping === null) return { kind: 'not-imported', format, because }
  const { headerRows = 1 } = format.signature
  const names = headerNames(headerRows === 2 ? joinHeader(header, below[0] ?? []) : header)
  const mapping = format.mapping(names, below.slice(headerRows - 1))
  return {
    kind: 'mapping',
    id,
    name,
    because,
    mapping,
    isWeak,
    question: format.confirm?.(mapping) ?? null,
    header: names,
  }
}

const own = (kind: RecordKind, header: readonly string[], because: string): Recognition => ({
  kind: 'mapping',
  id: `own.${kind}`,
  name: `our own columns, ${kind}`,
  because,
  mapping: canonicalMapping(kind, header),
  isWeak: false,
  question: null,
  header,
})

const best = (candidates: readonly CanonicalFit[], header: readonly string[], fileName: string): Recognition => {
  const score = (fit: CanonicalFit): number => fit.knownCount - fit.unknown.length
  const top = Math.max(...candidates.map(score))
  const winners = candidates.filter(fit => score(fit) === top)
  const [only] = winners
  const hinted = winners.find(fit => fit.kind === kindOfFileName(fileName))
  const winner = hinted ?? (winners.length === 1 ? only : undefined)
  if (winner === undefined) return { kind: 'tie', names: winners.map(fit => fit.kind) }
  return own(
    winner.kind,
    header,
    `${winner.knownCount} columns are those of a ${winner.kind}, and none it needs is missing`,
  )
}

/** The kind that the file name or most of its columns suggest, for saying what is missing. */
const nearest = (header: readonly string[], fileName: string): CanonicalFit | null => {
  const named = kindOfFileName(fileName)
  const fromName = named === null ? null : canonicalFit(named, header)
  if (fromName !== null && fromName.knownCount > 1) return fromName
  const [top] = [...canonicalFits(header)].sort(
    (a, b) => b.knownCount - a.knownCount || a.missing.length - b.missing.length,
  )
  return top !== undefined && top.knownCount >= 3 && top.knownCount / header.length >= NEAR_SHARE ? top : null
}
