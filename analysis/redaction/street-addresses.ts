import type { Redaction } from './redaction.ts'

/** Words that end the name of a street. Alone, without a number, a street is a public place. */
export const STREET_TYPES =
  'Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Close|Drive|Dr|Crescent|Cres|Court|Ct|Place|Pl|Terrace|Way|Grove|Gardens|Walk|Row|Mews|Square|Sq|Hill|Rise|View|Parade|Park|Green|Villas|Gate|Yard|Passage|Vale|Mount|Croft|Fold|Wharf|Quay|Broadway|Bank|End|Heights'

const UNIT = '(?:(?:[Ff]lat|[Aa]partment|[Aa]pt|[Uu]nit|[Rr]oom)\\.?[ ]?(?:\\d{1,4}[A-Za-z]?|[A-Z])[, ]{1,2})?'
const NUMBER = '(?:(?:[Nn]umber|[Nn]o\\.?)[ ]?)?\\d{1,4}[A-Za-z]?(?:[ ]?[-–/][ ]?\\d{1,4}[A-Za-z]?)?,?[ ]'
const WORD = "[A-Z][\\p{L}'’.-]{0,24}"
const NUMBERED = new RegExp(`(?<![\\w£€$./:])${UNIT}${NUMBER}(?:${WORD}[ ]){1,4}(?:${STREET_TYPES})(?![\\p{L}])`, 'gu')
/** In lower case people write an address too: "14 mill lane". Only the plainest types, and only after words of home. */
const LOWER =
  /(?<![\w£€$./:])\d{1,4}[a-z]? (?:[a-z'’]{2,20} ){1,3}(?:road|street|lane|avenue|close|drive|crescent|terrace|grove)(?![a-z])/g
const HOME =
  /\b(?:live|lives|living|house|home|address|resident|at|reply to|write to|post(?:ed)? to|send)\b[^.!?]{0,30}$/i

const BUS = /\b(?:bus|buses|route|routes|junction|between)(?:[ ](?:number|no\.?))?[ ]$/i
const isVehicleRoute = (text: string, start: number, end: number): boolean =>
  BUS.test(text.slice(Math.max(0, start - 24), start)) || /^[ ](?:bus|buses|service)\b/i.test(text.slice(end, end + 10))

const NAMED_PART = new RegExp(`^(?:[Tt]he[ ])?(?:${WORD})(?:[ ](?:${WORD}|of|the|and)){0,5}$`, 'u')
const TRAILING_CAPITALS = new RegExp(`(?:(?:The|${WORD})[ ]){0,4}${WORD}$`, 'u')
const ENDS_IN_STREET = new RegExp(`(?:^|[ ])(?:${STREET_TYPES})$`)
const MOST_PARTS = 4

/** A house with a name stands in the commas before a postcode: "The Old Barn, Mill Road, Littleton, AB1 2CD". */
const beforePostcode = (text: string, postcodeStart: number): Redaction | null => {
  const from = Math.max(0, postcodeStart - 160)
  const parts = text
    .slice(from, postcodeStart)
    .replace(/[, \u00a0]+$/, '')
    .split(/,[ ]?/)
  let length = 0
  let [hasStreet, taken] = [false, 0]
  const end = from + text.slice(from, postcodeStart).replace(/[, \u00a0]+$/, '').length
  for (const part of parts.reverse().slice(0, MOST_PARTS)) {
    const named = NAMED_PART.test(part) ? part : (TRAILING_CAPITALS.exec(part)?.[0] ?? '')
    if (named === '' || named.length > 60) break
    const separator = taken === 0 ? 0 : (/,[ ]?$/.exec(text.slice(0, end - length))?.[0].length ?? 0)
    length += named.length + separator
    hasStreet ||= ENDS_IN_STREET.test(named)
    taken += 1
    if (named !== part) break
  }
  return hasStreet && taken > 0 ? { start: end - length, end, kind: 'address' } : null
}

/** Where somebody lives: a number and a street, or a house with a name before a postcode. `postcodes`: those found already. */
export const streetAddresses = (text: string, postcodes: readonly Redaction[]): readonly Redaction[] => [
  ...[...text.matchAll(NUMBERED)].flatMap(({ 0: found, index }) =>
    isVehicleRoute(text, index, index + found.length)
      ? []
      : [{ start: index, end: index + found.length, kind: 'address' as const }],
  ),
  ...[...text.matchAll(LOWER)].flatMap(({ 0: found, index }) =>
    HOME.test(text.slice(Math.max(0, index - 40), index))
      ? [{ start: index, end: index + found.length, kind: 'address' as const }]
      : [],
  ),
  ...postcodes.flatMap(({ start }) => beforePostcode(text, start) ?? []),
]
