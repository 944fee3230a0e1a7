import type { Problem } from '../model/problem.ts'
import type { RecordKind } from '../model/record-kinds.ts'
import type { ConditionPlan } from './header-binder.ts'
import { fileProblem, type ProblemCode } from './problem-codes.ts'
import type { CsvRow } from './read-csv.ts'
import { shown } from './read-value.ts'
import { holds } from './row-condition.ts'
import type { First } from './survey-messages.ts'

/** A column whose values the mapping lists, and when it is read at all. */
export interface ListedColumn {
  readonly index: number
  readonly column: string
  readonly values: Readonly<Record<string, unknown>>
  readonly kind: RecordKind
  readonly onlyIf: ConditionPlan | null
}

interface Unlisted {
  readonly code: ProblemCode
  readonly column: string
  readonly words: Map<string, First>
}
export type UnlistedValues = Map<string, Unlisted>

/** Different words asked about per column; with more, the column is not what the mapping takes it for. */
const WORDS_MAX = 50

/** Remembers a value that the mapping does not list, with its first row. */
export const noteUnlisted = (
  found: UnlistedValues,
  listed: ListedColumn,
  row: CsvRow,
  emptyValues: readonly string[],
): void => {
  const word = (row.cells[listed.index] ?? '').trim()
  if (word === '' || emptyValues.includes(word) || Object.hasOwn(listed.values, word)) return
  if (listed.onlyIf !== null && !holds(listed.onlyIf, row.cells, new Set(emptyValues))) return
  const code = listed.kind === 'stated-outcome' ? 'UNKNOWN_STATE' : 'UNKNOWN_CHOICE'
  const key = `${code} ${listed.index}`
  const { words } = found.get(key) ?? { words: new Map<string, First>() }
  found.set(key, { code, column: listed.column, words })
  const first = words.get(word)
  if (first !== undefined) first.count += 1
  else if (words.size < WORDS_MAX) words.set(word, { row: row.row, line: row.line, count: 1 })
}

/** One question for each word: what it means is said once and kept with the mapping. */
export const unlistedProblems = (found: UnlistedValues): readonly Problem[] =>
  [...found.values()].flatMap(({ code, column, words }) =>
    [...words].map(([word, { row, line, count }]) =>
      fileProblem(
        code,
        `Row ${row}, "${column}": found ${shown(word)}${count > 1 ? ` (${count} rows)` : ''}, which the mapping does not list. ` +
          'What does it mean? Add it to "values" of this column in the mapping; it is then kept for the next file.',
        { row, line, column, value: word },
        'ask',
      ),
    ),
  )
