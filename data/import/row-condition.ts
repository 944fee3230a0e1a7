import type { ConditionPlan } from './header-binder.ts'

export const isEmptyCell = (cell: string, emptyValues: ReadonlySet<string>): boolean => {
  const trimmed = cell.trim()
  return trimmed === '' || emptyValues.has(trimmed)
}

/** Whether a condition of the mapping holds for a row: one of the values named, none of those excluded, or any value at all. */
export const holds = (
  { index, condition }: ConditionPlan,
  cells: readonly string[],
  emptyValues: ReadonlySet<string>,
): boolean => {
  const cell = cells[index] ?? ''
  if (condition.in !== undefined && !condition.in.includes(cell.trim())) return false
  if (condition.notIn?.includes(cell.trim()) === true) return false
  return condition.in !== undefined || !isEmptyCell(cell, emptyValues)
}
