/** A number is ours; text may come from anybody. null: not known. */
export type Cell = string | number | boolean | null

/** What every list says about itself, in each of its forms. */
export interface TableAbout {
  readonly title: string
  /** Address of the page that shows the same rows. */
  readonly page: string
  readonly asAt: string | null
  readonly version: string | null
  readonly methodVersion: string | null
  readonly licence: string
  /** Sample data says so in every export. */
  readonly isFictional: boolean
}

export interface Table {
  readonly about: TableAbout
  readonly columns: readonly string[]
  /** Made while they are written: a list has no row limit. */
  readonly rows: Iterable<readonly Cell[]>
}
