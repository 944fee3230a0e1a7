import { DELIMITERS } from '../../../data/import/detect-dialect.ts'
import { parseSample } from '../../../data/import/read-csv.ts'
import type { SetAsideWords } from '../../../data/store/erasure.ts'

/** What an erasure looks for among the rows that imports set aside. */
export interface SetAsideWanted {
  readonly consultationId: string
  /** Every address that a consultation has or had → the ids of those that it is, or was, the address of. */
  readonly consultationNames: ReadonlyMap<string, ReadonlySet<string>>
  readonly texts: readonly string[]
  /** References whose later versions go as well. */
  readonly refs: readonly string[]
}

/** Characters. A shorter text ("Yes.", "More trees") stands by chance within what other people wrote. */
const LEAST_TEXT_WITHIN = 20
/** Stands at the end of a row of which only the beginning was kept. */
const CUT = '…'

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The delimiter of the file is not kept with the row: it is the one that divides it most. A damaged row is cut at all of them. */
const cellsOf = (raw: string): readonly string[] => {
  const read = DELIMITERS.map(delimiter => parseSample(raw, delimiter, 1)[0] ?? [])
  const [most = []] = read.toSorted((a, b) => b.length - a.length)
  const cells = most.length > 0 ? most : raw.split(/[,;\t|\r\n]/).map(cell => cell.trim().replace(/^"|"$/g, ''))
  return cells.map(plain)
}

/** A row that was cut within the text ends with what the text begins with. */
const endsWithin = (raw: string, text: string): boolean => {
  if (!raw.endsWith(CUT)) return false
  const from = raw.indexOf(text.slice(0, LEAST_TEXT_WITHIN))
  return from >= 0 && text.startsWith(raw.slice(from, -CUT.length).trim())
}

const holdsText = (raw: string, cells: readonly string[], text: string): boolean => {
  if (text.length < LEAST_TEXT_WITHIN) return cells.includes(text)
  const whole = plain(raw.replaceAll('""', '"'))
  return whole.includes(text) || endsWithin(whole, text)
}

/** By the consultation that the row names; else by that of its import. An import of several, and a row that names none: by its words alone. */
const isOfConsultation = (
  importedInto: string | null,
  cells: readonly string[],
  { consultationId, consultationNames }: SetAsideWanted,
): boolean => {
  const named = new Set(cells.flatMap(cell => [...(consultationNames.get(cell) ?? [])]))
  if (named.size === 0) return importedInto === null || importedInto === consultationId
  const isOfImport = importedInto !== null && named.has(importedInto)
  return isOfImport ? importedInto === consultationId : named.has(consultationId)
}

/** Whether a row that was set aside holds what is erased: the same words, or a later version of what stands under the same reference. */
export const matchesErased = ({ raw, code, importedInto }: SetAsideWords, wanted: SetAsideWanted): boolean => {
  const cells = cellsOf(raw)
  if (!isOfConsultation(importedInto, cells, wanted)) return false
  const isLaterVersion = code === 'DUPLICATE_REF' && wanted.refs.some(ref => cells.includes(ref))
  return isLaterVersion || wanted.texts.map(plain).some(text => text !== '' && holdsText(raw, cells, text))
}
