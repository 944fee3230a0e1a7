import { PICTURE_WIDTHS } from '../../export/draw-png.ts'
import type { CurveStep, IndicatorItem, NamedFigure } from '../../../analysis/finding.ts'
import { promisesChartTitle } from '../../../analysis/sentences/chart-titles.ts'
import type { Strings } from '../strings/strings.ts'

/** One row of the table beside a curve of waits, and of its files. */
export interface WaitRow {
  readonly days: string
  readonly share: string
  readonly range: string
  readonly atRisk: string
}
/** How long things waited: the share still waiting after so many days, with its range, and where open ones stand. */
export interface WaitCurve {
  readonly isShown: boolean
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly subtitleLines: readonly string[]
  readonly caption: string
  readonly line: string
  readonly band: string
  readonly open: string
  readonly middle: string
  readonly last: string
  readonly rows: readonly WaitRow[]
  readonly source: string
  readonly csv: string
  readonly json: string
  readonly svg: string
  readonly png: string
}

/** Width of the drawing: days are put on it. Height: 100 for all, 0 at the bottom. */
export const curveWidth = 1000
const roundDays = 100
const tickHalf = 3

const round = (value: number): string => String(Math.round(value * 10) / 10)

export interface CurvePaths {
  readonly line: string
  readonly band: string
  readonly open: string
  readonly lastDay: number
}

/** Steps down at each end; the range as one closed shape; a tick on the line for each that was still open when we looked. */
export const drawCurve = (
  steps: readonly CurveStep[],
  openDays: readonly number[],
  size: { readonly width: number; readonly height: number },
): CurvePaths => {
  const longest = Math.max(1, ...openDays, ...steps.map(({ days }) => days))
  const lastDay = Math.ceil(longest / roundDays) * roundDays
  const x = (days: number): string => round((days / lastDay) * size.width)
  const y = (share: number): string => round((1 - share) * size.height)
  const walk = (shareOf: (step: CurveStep) => number): string =>
    steps.map(step => `H${x(step.days)}V${y(shareOf(step))}`).join('')
  const end = x(longest)
  const back = steps
    .toReversed()
    .map((step, place, all) => `H${x(step.days)}V${y(all[place + 1]?.lowShare ?? 1)}`)
    .join('')
  const shareAt = (days: number): number => steps.filter(step => step.days <= days).at(-1)?.waitingShare ?? 1
  return {
    lastDay,
    line: `M0 0${walk(({ waitingShare }) => waitingShare)}H${end}`,
    band:
      steps.length === 0
        ? ''
        : `M0 0${walk(({ highShare }) => highShare)}H${end}V${y(steps.at(-1)?.lowShare ?? 1)}${back}H0z`,
    open: openDays
      .map(
        days =>
          `M${x(days)} ${round((1 - shareAt(days)) * size.height - tickHalf * (size.height / 100))}v${round(tickHalf * 2 * (size.height / 100))}`,
      )
      .join(''),
  }
}

interface CurveParts {
  readonly id: string
  readonly figure: NamedFigure
  readonly curve: readonly CurveStep[]
  readonly items: readonly IndicatorItem[]
  readonly where: string
  readonly source: string
  readonly path: string
}

export const openDaysOf = (items: readonly IndicatorItem[]): readonly number[] =>
  items.filter(({ state }) => state === 'open' || state === 'overdue').flatMap(({ days }) => days ?? [])

export const waitRows = (t: Strings, curve: readonly CurveStep[], count: number): readonly WaitRow[] => [
  { days: t.count(0), share: t.percent(1), range: '', atRisk: t.count(count) },
  ...curve.map(({ days, waitingShare, lowShare, highShare, atRiskCount }) => ({
    days: t.count(days),
    share: t.percent(waitingShare),
    range: t.figures.range(t.percentagePoints(lowShare), t.percent(highShare)),
    atRisk: t.count(atRiskCount),
  })),
]

export const waitCurve = (t: Strings, { id, figure, curve, items, where, source, path }: CurveParts): WaitCurve => {
  const subtitleLines = t.charts.waits.subtitle(figure.denominator ?? items.length, where)
  const { lastDay, ...paths } = drawCurve(curve, openDaysOf(items), { width: curveWidth, height: 100 })
  return {
    isShown: curve.length > 0,
    id,
    title: promisesChartTitle(figure, items),
    subtitle: subtitleLines.join(' '),
    subtitleLines,
    caption: t.charts.waits.caption,
    ...paths,
    middle: t.count(lastDay / 2),
    last: t.charts.waits.last(lastDay),
    rows: waitRows(t, curve, figure.denominator ?? items.length),
    source,
    csv: `${path}.csv`,
    json: `${path}.json`,
    svg: `${path}.svg`,
    png: `${path}-${PICTURE_WIDTHS[0]}.png`,
  }
}
