import { curveArea, drawCurvePicture } from '../../export/curve-picture.ts'
import { drawRangePicture, type RangePicture } from '../../export/range-picture.ts'
import type { CurveStep, IndicatorItem } from '../../../analysis/finding.ts'
import type { Strings } from '../strings/strings.ts'
import type { RangeChart, RangeRow } from './range-chart.ts'
import { drawCurve, openDaysOf, type WaitCurve } from './wait-curve.ts'

const pictureRow = (
  t: Strings,
  { label, count, share, range, isHidden, isSmall, strip }: RangeRow,
): RangePicture['rows'][number] => ({
  kind: 'share',
  label,
  words: isHidden
    ? count
    : [count, share, range === '' ? '' : t.charts.range(range), isSmall ? t.charts.smallNumbers : '']
        .filter(Boolean)
        .join(', '),
  range: strip.isShown ? { x: Number(strip.x), width: Number(strip.width), middle: Number(strip.middle) } : null,
})

/** The picture of a chart of shares, to be saved: the rows and words of the page. */
export const rangePicture = (t: Strings, { title, subtitle, source, groups }: RangeChart): string =>
  drawRangePicture({
    title,
    subtitle,
    source: t.charts.sourceLine(source),
    rows: groups.flatMap(({ hasHeading, heading, rows }) => [
      ...(hasHeading ? [{ kind: 'heading' as const, text: heading }] : []),
      ...rows.map(row => pictureRow(t, row)),
    ]),
  })

/** The picture of a curve of waits: the steps of the page, on a canvas of its own. */
export const curvePicture = (
  t: Strings,
  chart: WaitCurve,
  curve: readonly CurveStep[],
  items: readonly IndicatorItem[],
): string => {
  const { line, band, open } = drawCurve(curve, openDaysOf(items), curveArea)
  return drawCurvePicture({
    title: chart.title,
    subtitleLines: chart.subtitleLines,
    description: chart.rows.map(({ days, share, range }) => t.charts.waits.step(days, share, range)).join(' '),
    line,
    band,
    open,
    middle: chart.middle,
    last: chart.last,
    source: t.charts.sourceLine(chart.source),
  })
}
