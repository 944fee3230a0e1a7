import type { Redaction, RedactionKind } from './redaction.ts'

/** Every pattern is bounded: no run of input makes it look twice as long for twice the text (R-REDOS). */
const spansOf = (
  text: string,
  pattern: RegExp,
  kind: RedactionKind,
  holds: (found: string, at: number) => boolean,
): readonly Redaction[] =>
  [...text.matchAll(pattern)].flatMap(match => {
    const found = match[0]
    return holds(found, match.index) ? [{ start: match.index, end: match.index + found.length, kind }] : []
  })

const digitsOf = (text: string): string => text.replace(/\D/g, '')
const before = (text: string, at: number, characters: number): string => text.slice(Math.max(0, at - characters), at)

/** Postcode areas of the United Kingdom and the Crown dependencies (Royal Mail). */
const POSTCODE_AREAS: ReadonlySet<string> = new Set(
  'AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'.split(
    ' ',
  ),
)
const POSTCODE = /(?<![A-Z0-9])[A-Z]{1,2}\d[A-Z\d]?[ \u00a0]{0,2}\d[ABD-HJLNP-UW-Z]{2}(?![A-Z0-9])/gi
/** "A1 2nd", "M25 1st": a road and an ordinal. */
const isOrdinal = (found: string): boolean => /\d(?:st|nd|rd|th)$/.test(found)
const isPostcode = (found: string): boolean =>
  !isOrdinal(found) && POSTCODE_AREAS.has((/^[A-Z]{1,2}/i.exec(found)?.[0] ?? '').toUpperCase())

/** Numbers that begin 03 or 08 belong to organisations. */
const TELEPHONE = /(?<![\w/.£$€-])(?:\+44[ \u00a0-]?(?:\(0\)[ \u00a0-]?)?|\(?0)\d(?:[\d \u00a0()-]{6,14})\d(?![\w/])/g
const isTelephone = (found: string): boolean => {
  const national = digitsOf(found).replace(/^44(0?)/, '0')
  return (national.length === 10 || national.length === 11) && !/^0[0389]/.test(national)
}

/** Weights 10 to 2 over nine digits; the tenth makes the sum a multiple of 11 (NHS Data Dictionary). */
const hasNhsCheckDigit = (digits: string): boolean => {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return digits.length === 10 && check !== 10 && check === Number(digits[9])
}
const NHS_NUMBER = /(?<![\d+/-])\d{3}[ \u00a0-]?\d{3}[ \u00a0-]?\d{4}(?![\d/-])/g

/** Unissued prefixes too: people mistype, and invented examples use them. */
const NATIONAL_INSURANCE =
  /(?<![A-Z0-9])[A-Z]{2}[ \u00a0-]?\d{2}[ \u00a0-]?\d{2}[ \u00a0-]?\d{2}[ \u00a0-]?[A-D](?![A-Z0-9])/gi

const PLATE_NEW = /(?<![A-Z0-9])[A-Z]{2}\d{2}[ \u00a0]?[A-Z]{3}(?![A-Z0-9])/gi
const PLATE_OLD = /(?<![A-Z0-9])(?:[A-Z]\d{1,3}[ \u00a0]?[A-Z]{3}|[A-Z]{3}[ \u00a0]?\d{1,3}[A-Z])(?![A-Z0-9])/gi
const VEHICLE = /\b(?:car|van|vehicle|lorry|motorbike|motorcycle|bike|scooter|taxi|reg|registration|plate)\b/i
const MEASURE = /(?:mph|kmh|kph)$/i
const isPlate = (text: string, found: string, at: number): boolean =>
  !MEASURE.test(found) && (found === found.toUpperCase() || VEHICLE.test(before(text, at, 40)))

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const DAY = new RegExp(
  `(?<!\\d)(?:\\d{1,2}(?:st|nd|rd|th)?[ ](?:of[ ])?(?:${MONTHS})[,]?[ ]\\d{2,4}|(?:${MONTHS})[ ]\\d{1,2}(?:st|nd|rd|th)?[,]?[ ]\\d{4}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2})(?!\\d)`,
  'gi',
)
const BIRTH = /\b(?:born|birthday|birth|d\.?o\.?b\.?)\b[^.!?]{0,24}$/i

const HANDLE_CHARACTERS = /^[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?/
const INSTITUTION = /council|gov|police|nhs|consult/i
const LOCAL_PART = /[A-Za-z0-9._%+'-]/
const DOMAIN = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,5}[A-Za-z]{2,24}/

/** Looks outward from each @: e-mail, or the name of an account. Never backtracks over the whole text. */
const atSigns = (text: string): readonly Redaction[] => {
  const found: Redaction[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at
    while (start > 0 && at - start < 64 && LOCAL_PART.test(text[start - 1] ?? '')) start -= 1
    const after = text.slice(at + 1, at + 1 + 320)
    const domain = DOMAIN.exec(after)?.[0]
    if (start < at && domain !== undefined) {
      if (!/(?:^|\.)gov\.uk$/i.test(domain)) found.push({ start, end: at + 1 + domain.length, kind: 'e-mail' })
      continue
    }
    const handle = HANDLE_CHARACTERS.exec(after)?.[0]
    const isAlone = start === at && !/[\w@]/.test(text[at - 1] ?? ' ')
    if (isAlone && handle !== undefined && handle.length > 1 && /[A-Za-z]/.test(handle) && !INSTITUTION.test(handle))
      found.push({ start: at, end: at + 1 + handle.length, kind: 'handle' })
  }
  return found
}

/** What has a form of its own: found without knowing anybody's name. */
export const structuredRedactions = (text: string): readonly Redaction[] => [
  ...spansOf(text, POSTCODE, 'postcode', isPostcode),
  ...spansOf(text, TELEPHONE, 'telephone', isTelephone),
  ...spansOf(
    text,
    NHS_NUMBER,
    'nhs-number',
    (found, at) => hasNhsCheckDigit(digitsOf(found)) && (/\D/.test(found) || /nhs/i.test(before(text, at, 24))),
  ),
  ...spansOf(text, NATIONAL_INSURANCE, 'national-insurance-number', () => true),
  ...spansOf(text, PLATE_NEW, 'number-plate', (found, at) => isPlate(text, found, at)),
  ...spansOf(text, PLATE_OLD, 'number-plate', (_, at) => VEHICLE.test(before(text, at, 24))),
  ...spansOf(text, DAY, 'birth-date', (_, at) => BIRTH.test(before(text, at, 40))),
  ...atSigns(text),
]
