import type { Figure } from '../../analysis/finding.ts'
import type { Cell } from './table.ts'

/** Columns of a figure's numbers, in every file that holds figures. */
export const MEASURE_COLUMNS = [
  'numerator',
  'denominator',
  'value',
  'low',
  'high',
  'unit',
  'range_method',
  'simple_low',
  'simple_high',
  'null_reason',
] as const

/** The numbers of a figure, in the order of `MEASURE_COLUMNS`. */
export const measureCells = (figure: Figure): readonly Cell[] => [
  figure.numerator,
  figure.denominator,
  figure.value,
  figure.low,
  figure.high,
  figure.unit,
  figure.rangeMethod,
  figure.simple?.low ?? null,
  figure.simple?.high ?? null,
  figure.nullReason,
]
