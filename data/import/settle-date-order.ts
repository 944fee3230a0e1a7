import type { DateOrder } from '../model/column-mapping.ts'
import type { Problem } from '../model/problem.ts'
import { fileProblem } from './problem-codes.ts'
import { isDay, readDateCell, twoReadings } from './read-date.ts'

interface Seen {
  readonly row: number
  readonly cell: string
}

/** What the cells of one column say about the order of day and month: the first cell of each sort. */
export interface DateEvidence {
  readonly column: string
  dayFirst: Seen | null
  monthFirst: Seen | null
  ambiguous: (Seen & { readonly readings: string }) | null
  serial: Seen | null
  twoDigitYear: Seen | null
  localTime: Seen | null
}

export const noEvidence = (column: string): DateEvidence => ({
  column,
  dayFirst: null,
  monthFirst: null,
  ambiguous: null,
  serial: null,
  twoDigitYear: null,
  localTime: null,
})

/** Adds one cell. A day above 12 settles the order; 04/04 says nothing and needs nothing. */
export const noteDateCell = (evidence: DateEvidence, cell: string, row: number): void => {
  const read = readDateCell(cell)
  if (read.form === 'unreadable') return
  if (read.form === 'serial') {
    evidence.serial ??= { row, cell }
    return
  }
  if (read.hasLocalTime) evidence.localTime ??= { row, cell }
  if (read.form === 'iso') return
  if (read.isTwoDigitYear) evidence.twoDigitYear ??= { row, cell }
  // Any leap year: only whether such a day exists in either order matters.
  const fitsDayFirst = isDay(2024, read.second, read.first)
  const fitsMonthFirst = isDay(2024, read.first, read.second)
  if (fitsDayFirst && fitsMonthFirst && read.first !== read.second) {
    evidence.ambiguous ??= { row, cell, readings: twoReadings(read.first, read.second) }
  } else if (fitsDayFirst && !fitsMonthFirst) evidence.dayFirst ??= { row, cell }
  else if (fitsMonthFirst && !fitsDayFirst) evidence.monthFirst ??= { row, cell }
}

export interface SettledOrder {
  readonly order: DateOrder
  readonly problems: readonly Problem[]
}

const at = (seen: Seen, column: string): Problem['where'] => ({ row: seen.row, column })
const cellPlace = (seen: Seen, column: string): string => `Row ${seen.row}, "${column}": ${seen.cell.trim()}`
const SAY_ORDER = 'Say "dates": "day-first" or "dates": "month-first" in the mapping.'

/** The order of day and month in one column: stated by the mapping, else settled by the column, else asked. */
export const settleDateOrder = (
  evidence: DateEvidence,
  told: DateOrder | undefined,
  isYearSettled: boolean,
): SettledOrder => {
  const more = [...serialProblem(evidence), ...yearProblem(evidence, told, isYearSettled), ...timeProblem(evidence)]
  if (told === 'day-first' || told === 'month-first') return { order: told, problems: more }
  return { order: 'day-first', problems: [...orderProblem(evidence, told), ...more] }
}

const orderProblem = (evidence: DateEvidence, told: DateOrder | undefined): readonly Problem[] => {
  const { column, dayFirst, monthFirst, ambiguous } = evidence
  if (monthFirst !== null && dayFirst === null) {
    const message = `${cellPlace(monthFirst, column)} can only be read with the month first. Are all dates of this column month first? ${SAY_ORDER}`
    return [fileProblem('DATE_ORDER_US', message, at(monthFirst, column))]
  }
  if (told === undefined && monthFirst !== null && dayFirst !== null) {
    const message =
      `${cellPlace(dayFirst, column)} has the day first, but row ${monthFirst.row}, ${monthFirst.cell.trim()}, has the month first. ` +
      `Which is it? ${SAY_ORDER} The others are set aside.`
    return [fileProblem('AMBIGUOUS_DATE', message, at(dayFirst, column))]
  }
  if (ambiguous === null) return []
  if (told === undefined && dayFirst === null) {
    const message = `${cellPlace(ambiguous, column)} could be ${ambiguous.readings}. No other row of the column settles it. ${SAY_ORDER}`
    return [fileProblem('AMBIGUOUS_DATE', message, at(ambiguous, column))]
  }
  const from =
    dayFirst === null
      ? 'as the mapping says for want of other signs'
      : `as row ${dayFirst.row} (${dayFirst.cell.trim()}) shows`
  return [
    fileProblem(
      'DATE_ORDER_INFERRED',
      `${cellPlace(ambiguous, column)} was read day first, ${from}.`,
      at(ambiguous, column),
    ),
  ]
}

const serialProblem = ({ serial, column }: DateEvidence): readonly Problem[] =>
  serial === null
    ? []
    : [
        fileProblem(
          'EXCEL_SERIAL_DATE',
          `${cellPlace(serial, column)} looks like a day number of a spreadsheet. Format the column as a date (2026-03-04) and save again, ` +
            `or say "dates": "spreadsheet-serial" for this column in the mapping.`,
          at(serial, column),
        ),
      ]

const yearProblem = (
  { twoDigitYear, column }: DateEvidence,
  told: DateOrder | undefined,
  isSettled: boolean,
): readonly Problem[] => {
  if (twoDigitYear === null) return []
  const place = cellPlace(twoDigitYear, column)
  if (isSettled || told === 'day-first-by-default') {
    const message = `${place} has a year of two digits; the latest year that is not in the future was taken.`
    return [fileProblem('TWO_DIGIT_YEAR', message, at(twoDigitYear, column))]
  }
  const message = `${place} has a year of two digits. Which century? Say "twoDigitYears": "latest-past" in the mapping, or save the column with four digits.`
  return [fileProblem('TWO_DIGIT_YEAR', message, at(twoDigitYear, column), 'ask')]
}

const timeProblem = ({ localTime, column }: DateEvidence): readonly Problem[] =>
  localTime === null
    ? []
    : [
        fileProblem(
          'LOCAL_TIME',
          `${cellPlace(localTime, column)} names a time without a zone; the calendar day was taken as it stands.`,
          at(localTime, column),
        ),
      ]
