import { GROUPS } from '../../../analysis/finding.ts'

export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'url'
export interface DescribedColumn {
  readonly name: string
  readonly type: ColumnType
  /** Whether a row may have nothing here. */
  readonly isNullable: boolean
  readonly meaning: string
}
export interface DescribedList {
  /** As OpenAPI writes it. */
  readonly path: string
  readonly name: string
  readonly summary: string
  readonly query: readonly { readonly name: string; readonly meaning: string; readonly isRepeated: boolean }[]
  readonly columns: readonly DescribedColumn[]
  /** Columns that only consultations have whose source published each row itself. */
  readonly sometimes: readonly DescribedColumn[]
}

export const column = (name: string, type: ColumnType, meaning: string, isNullable = true): DescribedColumn => ({
  name,
  type,
  isNullable,
  meaning,
})
export const sure = (name: string, type: ColumnType, meaning: string): DescribedColumn =>
  column(name, type, meaning, false)

export const list = (
  path: string,
  name: string,
  summary: string,
  columns: readonly DescribedColumn[],
  more: Partial<DescribedList> = {},
): DescribedList => ({ path, name, summary, columns, query: [], sometimes: [], ...more })

/** One column for each of the seven groups. */
export const GROUP_COUNTS = (isNullable: boolean): readonly DescribedColumn[] =>
  GROUPS.map(group => column(group.replaceAll('-', '_'), 'integer', `Points in the group ${group}.`, isNullable))

export const consultationPath = '/{body}/{consultation}'
