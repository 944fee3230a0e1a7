import type { NamedFigure } from '../../../analysis/finding.ts'
import { MEASURE_COLUMNS, measureCells } from '../../export/figure-measures.ts'
import type { Cell } from '../../export/table.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import { figureRowsPath } from '../pages/addresses.ts'
import type { Site } from '../pages/frame.ts'
import { shownAs } from '../pages/range-chart.ts'

export const FIGURE_COLUMNS = [
  'key',
  'label',
  ...MEASURE_COLUMNS,
  'small_numbers',
  'at_least',
  'at_most',
  'of',
  'rows_url',
  'shown_as',
]

/** Everything about a figure, and in `shown_as` the words that stand for it on pages: the same where it is hidden. */
export const figureCells = (site: Site, index: AuditIndex, figure: NamedFigure): readonly Cell[] => [
  figure.key,
  figure.label,
  ...measureCells(figure),
  figure.isSmall,
  figure.bounds?.low ?? null,
  figure.bounds?.high ?? null,
  figure.bounds?.denominator ?? null,
  figure.rows === null ? null : `${site.baseUrl}${figureRowsPath(index, figure.rows)}`,
  shownAs(site.strings, figure),
]
