import type { DateOrder } from '../model/column-mapping.ts'

/** What a cell says about a date, before the order of day and month is known. */
export type DateCell =
  | {
      readonly form: 'iso'
      readonly year: number
      readonly month: number
      readonly day: number
      readonly hasLocalTime: boolean
    }
  | {
      readonly form: 'numbers'
      readonly first: number
      readonly second: number
      readonly year: number
      readonly isTwoDigitYear: boolean
      readonly hasLocalTime: boolean
    }
  | { readonly form: 'serial'; readonly dayNumber: number }
  | { readonly form: 'unreadable' }

const TIME = String.raw`(?:[T ,]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(Z|[A-Z]{3,4}(?:[+-]\d{1,2})?|[+-]\d{2}:?\d{2})?)?`
const ISO = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`)
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const NUMBERS = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`)
const DAY_NAME_YEAR = new RegExp(String.raw`^(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})${TIME}$`)
const NAME_DAY_YEAR = new RegExp(String.raw`^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})${TIME}$`)
/** Day numbers of a spreadsheet between 1954 and 2119. */
const SERIAL = /^([2-7]\d{4})(?:[.,]\d+)?$/

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const monthOf = (name: string): number => {
  const found = MONTHS.findIndex(
    month => month.startsWith(name.toLowerCase()) || (name.toLowerCase() === 'sept' && month === 'september'),
  )
  return found + 1
}

/** A time that names no zone. */
const isLocal = (hour: string | undefined, zone: string | undefined): boolean =>
  hour !== undefined && zone === undefined

const hasBadTime = (hour: string | undefined, minute: string | undefined, second: string | undefined): boolean =>
  Number(hour ?? 0) > 24 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 60

const UNREADABLE: DateCell = { form: 'unreadable' }

const readIso = (cell: string): DateCell | null => {
  const compact = COMPACT.exec(cell)
  if (compact !== null) {
    return {
      form: 'iso',
      year: Number(compact[1]),
      month: Number(compact[2]),
      day: Number(compact[3]),
      hasLocalTime: false,
    }
  }
  const iso = ISO.exec(cell)
  if (iso === null) return null
  if (hasBadTime(iso[5], iso[6], iso[7])) return UNREADABLE
  const [year, month, day] = [Number(iso[1]), Number(iso[3]), Number(iso[4])]
  return { form: 'iso', year, month, day, hasLocalTime: isLocal(iso[5], iso[8]) }
}

const readNamed = (cell: string): DateCell | null => {
  const dayFirst = DAY_NAME_YEAR.exec(cell)
  const nameFirst = dayFirst === null ? NAME_DAY_YEAR.exec(cell) : null
  const found = dayFirst ?? nameFirst
  if (found === null) return null
  const month = monthOf((dayFirst === null ? found[1] : found[2]) ?? '')
  if (month === 0 || hasBadTime(found[4], found[5], found[6])) return UNREADABLE
  const day = Number(dayFirst === null ? found[2] : found[1])
  return { form: 'iso', year: Number(found[3]), month, day, hasLocalTime: isLocal(found[4], found[7]) }
}

export const readDateCell = (raw: string): DateCell => {
  const cell = raw.trim()
  const plain = readIso(cell) ?? readNamed(cell)
  if (plain !== null) return plain
  const numbers = NUMBERS.exec(cell)
  if (numbers !== null) {
    if (hasBadTime(numbers[5], numbers[6], numbers[7])) return UNREADABLE
    return {
      form: 'numbers',
      first: Number(numbers[1]),
      second: Number(numbers[3]),
      year: Number(numbers[4]),
      isTwoDigitYear: numbers[4]?.length === 2,
      hasLocalTime: isLocal(numbers[5], numbers[8]),
    }
  }
  const serial = SERIAL.exec(cell)
  return serial === null ? UNREADABLE : { form: 'serial', dayNumber: Number(serial[1]) }
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
export const isDay = (year: number, month: number, day: number): boolean => {
  const days = month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0)
  return day >= 1 && day <= days
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0')
export const isoDate = (year: number, month: number, day: number): string =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`

/** The latest year with these two digits that is not after the day of the import. */
export const fullYear = (twoDigits: number, today: string): number => {
  const now = Number(today.slice(0, 4))
  const century = now - (now % 100)
  return century + twoDigits > now ? century + twoDigits - 100 : century + twoDigits
}

/** Dates before this are typing errors in a consultation's records. */
const YEAR_MIN = 1900
const isPlausible = (date: string, today: string): boolean =>
  Number(date.slice(0, 4)) >= YEAR_MIN && date <= `${pad(Number(today.slice(0, 4)) + 1, 4)}${today.slice(4)}`

export type DateRead = { readonly date: string } | { readonly fault: string }

/** A cell → a calendar date, once the order of its column is settled. The fault says what is wrong with it. */
export const dateOf = (raw: string, order: DateOrder | null, today: string): DateRead => {
  const cell = readDateCell(raw)
  if (cell.form === 'unreadable') return { fault: 'is not a date' }
  if (cell.form === 'serial') return { fault: 'is a day number of a spreadsheet' }
  const year = cell.form === 'numbers' && cell.isTwoDigitYear ? fullYear(cell.year, today) : cell.year
  const [month, day] = monthAndDay(cell, order)
  if (!isDay(year, month, day)) return { fault: faultOf(cell, order) }
  const date = isoDate(year, month, day)
  return isPlausible(date, today) ? { date } : { fault: 'lies before 1900 or more than a year ahead' }
}

const monthAndDay = (
  cell: Exclude<DateCell, { form: 'unreadable' | 'serial' }>,
  order: DateOrder | null,
): readonly [number, number] => {
  if (cell.form === 'iso') return [cell.month, cell.day]
  return order === 'month-first' ? [cell.first, cell.second] : [cell.second, cell.first]
}

const faultOf = (cell: DateCell, order: DateOrder | null): string => {
  if (cell.form !== 'numbers') return 'is no day of the calendar'
  const other = order === 'month-first' ? isDay(2024, cell.second, cell.first) : isDay(2024, cell.first, cell.second)
  if (!other) return 'is no day of the calendar'
  return `does not fit the order of this column (${order === 'month-first' ? 'month first' : 'day first'})`
}

/** 1 January 1900 is day 1, and the day 29 February 1900 that never was is counted: 25569 is 1 January 1970. */
export const dateOfSerial = (dayNumber: number): string =>
  new Date((dayNumber - 25_569) * 86_400_000).toISOString().slice(0, 10)
/** Unix time, 10 digits (seconds) or 13 (milliseconds) → calendar date in UTC. */
export const dateOfUnix = (raw: string, unit: 'seconds' | 'milliseconds' | 'by-length'): DateRead => {
  if (!/^\d{9,13}$/.test(raw.trim())) return { fault: 'is not Unix time' }
  const value = Number(raw)
  const isSeconds = unit === 'seconds' || (unit === 'by-length' && raw.trim().length <= 10)
  return { date: new Date(isSeconds ? value * 1000 : value).toISOString().slice(0, 10) }
}

const MONTH_NAMES = MONTHS.map(name => name.charAt(0).toUpperCase() + name.slice(1))
/** "3 April or 4 March": the two readings of 03/04/2026. */
export const twoReadings = (first: number, second: number): string =>
  `${first} ${MONTH_NAMES[second - 1]} or ${second} ${MONTH_NAMES[first - 1]}`
