import type { ColumnMapping } from '../../../../../data/model/column-mapping.ts'
import type { Problem } from '../../../../../data/model/problem.ts'
import { columnName } from '../../../../../data/model/field.ts'
import { fieldsOf } from '../../../../../data/model/record-kinds.ts'
import { STATED_CODES } from '../../../../../data/model/stated-outcome.ts'
import { STATED_NAMES } from '../../english.ts'

/** What only a person can settle, as a form. Its fields are named by place in the list of questions. */
export interface Question {
  readonly message: string
  /** What the answer sets. */
  readonly answer:
    | { readonly type: 'word'; readonly name: string; readonly column: string; readonly word: string }
    | { readonly type: 'dates' }
    | { readonly type: 'years' }
    | { readonly type: 'serial'; readonly name: string; readonly column: string }
    | { readonly type: 'yes'; readonly name: string; readonly code: string }
    /** No answer helps: another file, or another choice of what it is. */
    | { readonly type: 'none' }
  readonly choices: readonly (readonly [string, string])[]
}

/** A question with one of these codes means that the file or the mapping has to change. */
const NOT_BY_YES = new Set(['FORMAT_UNKNOWN', 'HEADER_LOOKS_LIKE_DATA', 'UNKNOWN_STATE', 'UNKNOWN_CHOICE'])

const statedChoices = STATED_CODES.map(code => [code, STATED_NAMES[code]] as const)

/** What a word in this column can mean: the closed list of the field that the column fills. */
const choicesFor = (mapping: ColumnMapping | null, column: string): Question['choices'] => {
  for (const { kind, fields } of mapping?.records ?? [])
    for (const [field, source] of Object.entries(fields)) {
      if (!('column' in source) || source.column !== column || source.values === undefined) continue
      if (kind === 'stated-outcome' && field === 'code') return statedChoices
      const of = Object.entries(fieldsOf(kind)).find(([name, each]) => columnName(name, each) === field)?.[1]
      if (of !== undefined) return of.choices.map(choice => [choice, choice.replaceAll('-', ' ')] as const)
    }
  return []
}

const questionOf = ({ code, message, where }: Problem, mapping: ColumnMapping | null, at: number): Question => {
  if (code === 'AMBIGUOUS_DATE' || code === 'DATE_ORDER_US') return { message, answer: { type: 'dates' }, choices: [] }
  if (code === 'TWO_DIGIT_YEAR') return { message, answer: { type: 'years' }, choices: [] }
  if (code === 'EXCEL_SERIAL_DATE' && where.column !== undefined)
    return { message, answer: { type: 'serial', name: `serial-${at}`, column: where.column }, choices: [] }
  if (
    (code === 'UNKNOWN_STATE' || code === 'UNKNOWN_CHOICE') &&
    where.column !== undefined &&
    where.value !== undefined
  ) {
    const choices = choicesFor(mapping, where.column)
    if (choices.length > 0)
      return { message, answer: { type: 'word', name: `word-${at}`, column: where.column, word: where.value }, choices }
  }
  if (NOT_BY_YES.has(code)) return { message, answer: { type: 'none' }, choices: [] }
  return { message, answer: { type: 'yes', name: `yes-${code}`, code }, choices: [] }
}

/** How a person on the page answers: without the hints for those who edit a mapping by hand. */
const plainMessage = (message: string): string =>
  message
    .replace(/ Say "dates": .*? in the mapping\./, '')
    .replace(/ Say "twoDigitYears": .*?, or save/, ' Save')
    .replace(/,? or say "dates": "spreadsheet-serial" .*?\./, '.')
    .replace(/ Add it to "values" of this column in the mapping; it is then kept for the next file\./, '')
    .replace(/ Answer [A-Z_]+ with yes,? or /, ' Say yes, or ')
    .replace(/answer [A-Z_]+ with yes/, 'say yes')

/** One question for each thing to settle; the same code asks once, unless it is about a word or a column. */
export const questionsOf = (problems: readonly Problem[], mapping: ColumnMapping | null): readonly Question[] => {
  const questions = problems
    .filter(({ severity }) => severity === 'ask')
    .map((problem, at) => questionOf({ ...problem, message: plainMessage(problem.message) }, mapping, at))
  const seen = new Set<string>()
  return questions.filter(({ answer }) => {
    const key = 'name' in answer ? answer.name : answer.type === 'none' ? '' : answer.type
    if (key !== '' && seen.has(key)) return false
    seen.add(key)
    return true
  })
}
