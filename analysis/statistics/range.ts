/** A 95% range; both ends in the unit of the figure they belong to. */
export interface Range {
  readonly low: number
  readonly high: number
}
