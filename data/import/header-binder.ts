import type { RowCondition } from '../model/column-mapping.ts'
import type { Problem } from '../model/problem.ts'
import { columnIndex } from './header-names.ts'
import { fileProblem } from './problem-codes.ts'

export interface ConditionPlan {
  readonly index: number
  readonly condition: RowCondition
}

/** Looks up columns and remembers which were used and which are not in the file. */
export class HeaderBinder {
  readonly used = new Set<number>()
  private readonly absent = new Map<string, 'needed' | 'wanted'>()
  private readonly header: readonly string[]
  constructor(header: readonly string[]) {
    this.header = header
  }
  index(column: string, isNeeded: boolean): number {
    const index = columnIndex(this.header, column)
    if (index >= 0) this.used.add(index)
    else if (isNeeded || !this.absent.has(column)) this.absent.set(column, isNeeded ? 'needed' : 'wanted')
    return index
  }
  condition(condition: RowCondition): ConditionPlan | null {
    const index = this.index(condition.column, false)
    return index < 0 ? null : { index, condition }
  }
  problems(): readonly Problem[] {
    const has = this.header.map(name => `"${name}"`).join(', ')
    return [...this.absent].map(([column, weight]) =>
      weight === 'needed'
        ? fileProblem(
            'REQUIRED_COLUMN_MISSING',
            `Column "${column}" is needed but is not in the file. Its columns are ${has}. Correct the file, or the name in the mapping.`,
            { column },
          )
        : fileProblem(
            'COLUMN_NOT_IN_FILE',
            `The mapping names a column "${column}" that is not in the file; what it would fill stays empty. Columns of the file: ${has}.`,
            { column },
          ),
    )
  }
}
