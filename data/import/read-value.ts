import type { DateOrder } from '../model/column-mapping.ts'
import type { Field } from '../model/field.ts'
import type { ProblemCode } from './problem-codes.ts'
import { dateOf, dateOfSerial, dateOfUnix, readDateCell, type DateRead } from './read-date.ts'

export type DateForm = DateOrder | 'unix' | 'unix-seconds' | 'unix-milliseconds' | 'spreadsheet-serial'

export interface ValueContext {
  readonly today: string
  readonly dates: DateForm
  readonly separator: string
  /** The mapping says that decimals are rounded to the whole. */
  readonly isRounded?: boolean
}

export interface ValueFault {
  readonly code: ProblemCode
  readonly found: string
  readonly expected: string
  readonly whatToDo: string
}
export type ValueRead = { readonly value: unknown } | { readonly fault: ValueFault }

/** Characters of a cell shown in a message. */
const SHOWN_MAX = 60
export const shown = (cell: string): string => {
  const line = cell.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
  return `"${line.length > SHOWN_MAX ? `${line.slice(0, SHOWN_MAX)}…` : line}"`
}

const fault = (code: ProblemCode, cell: string, expected: string, whatToDo = ''): ValueRead => ({
  fault: { code, found: shown(cell), expected, whatToDo },
})

/** A ref ends in addresses and file names: no way up, no escapes. A slash is fine, planning references have it. */
const BAD_REF = /\.\.|[\\%\p{Cc}]/u
/** 1E+05: what a spreadsheet makes of a long number. */
const SCIENTIFIC = /^\d+(?:[.,]\d+)?E[+-]?\d+$/i

export const readRef = (cell: string): ValueRead => {
  const ref = cell.trim()
  if (BAD_REF.test(ref)) return fault('BAD_REF', cell, 'a reference without "..", "\\", "%" or control characters')
  if (SCIENTIFIC.test(ref)) {
    return fault(
      'SPREADSHEET_ERROR',
      cell,
      'a reference',
      'A spreadsheet has turned it into a number; export it again as text.',
    )
  }
  return { value: ref }
}

const readInteger = (cell: string, isRounded: boolean): ValueRead => {
  const number = Number(cell.trim())
  if (isRounded && /^\d+\.\d+$/.test(cell.trim())) return { value: Math.round(number) }
  if (/^\d+$/.test(cell.trim()) && Number.isSafeInteger(number)) return { value: number }
  return fault('BAD_NUMBER', cell, 'a whole number such as 12')
}

const readNumber = (cell: string): ValueRead => {
  const number = Number(cell.trim())
  if (/^-?\d+(?:\.\d+)?$/.test(cell.trim()) && Number.isFinite(number)) return { value: number }
  return fault('BAD_NUMBER', cell, 'a number such as 12.5')
}

const readBoolean = (cell: string): ValueRead => {
  const word = cell.trim().toLowerCase()
  if (word === 'yes' || word === 'no') return { value: word === 'yes' }
  return fault('BAD_BOOLEAN', cell, 'yes or no')
}

const readChoice = (cell: string, choices: readonly string[]): ValueRead => {
  const word = cell.trim()
  if (choices.includes(word)) return { value: word }
  return fault('UNKNOWN_CHOICE', cell, `one of: ${choices.join(', ')}`)
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/
const readInstant = (cell: string, today: string): ValueRead => {
  const text = cell.trim()
  const day = INSTANT.test(text) ? dateOf(text, null, today) : { fault: 'is no instant' }
  const instant = 'date' in day ? new Date(text) : null
  if (instant !== null && !Number.isNaN(instant.getTime())) return { value: instant.toISOString() }
  return fault('BAD_DATE', cell, 'an instant in UTC such as 2026-03-04T10:15:00Z')
}

const readDate = (cell: string, context: ValueContext): ValueRead => {
  const read = dateIn(cell, context)
  if ('date' in read) return { value: read.date }
  return fault('BAD_DATE', cell, 'a date such as 2026-03-04', `It ${read.fault}.`)
}

const dateIn = (cell: string, { dates, today }: ValueContext): DateRead => {
  if (dates === 'unix') return dateOfUnix(cell, 'by-length')
  if (dates === 'unix-seconds') return dateOfUnix(cell, 'seconds')
  if (dates === 'unix-milliseconds') return dateOfUnix(cell, 'milliseconds')
  if (dates !== 'spreadsheet-serial') return dateOf(cell, dates, today)
  const read = readDateCell(cell)
  return read.form === 'serial' ? { date: dateOfSerial(read.dayNumber) } : dateOf(cell, 'day-first', today)
}

const readJson = (cell: string): ValueRead => {
  try {
    return { value: JSON.parse(cell) }
  } catch {
    return fault('BAD_JSON', cell, 'JSON')
  }
}

const readRefs = (cell: string, separator: string): ValueRead => {
  const refs: unknown[] = []
  for (const part of cell.split(separator)) {
    const read = readRef(part)
    if ('fault' in read) return read
    if (read.value !== '') refs.push(read.value)
  }
  return { value: refs }
}

/** A cell that is not empty → a value of the field, or what is wrong with it. Texts stay exactly as they stand. */
export const readValue = (of: Field<unknown>, name: string, cell: string, context: ValueContext): ValueRead => {
  switch (of.type) {
    case 'text':
      return name === 'ref' ? readRef(cell) : { value: isCategory(name) ? cell.trim().normalize('NFC') : cell }
    case 'reference':
      return readRef(cell)
    case 'references':
      return readRefs(cell, context.separator)
    case 'list':
      return {
        value: cell
          .split(context.separator)
          .map(part => part.trim())
          .filter(part => part !== ''),
      }
    case 'integer':
      return readInteger(cell, context.isRounded === true)
    case 'number':
      return readNumber(cell)
    case 'boolean':
      return readBoolean(cell)
    case 'date':
      return readDate(cell, context)
    case 'instant':
      return readInstant(cell, context.today)
    case 'choice':
      return readChoice(cell, of.choices)
    case 'json':
      return readJson(cell)
  }
}

/** Words that people are grouped by: blanks around them and the two ways to write é must not make two groups. */
const CATEGORIES: ReadonlySet<string> = new Set([
  'area',
  'group',
  'channel',
  'topic',
  'topicGiven',
  'subtopicGiven',
  'contributorTypeGiven',
])
export const isCategory = (fieldName: string): boolean => CATEGORIES.has(fieldName)
