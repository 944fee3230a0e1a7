import { PICTURE_WIDTHS } from '../../export/draw-png.ts'
import type { CurveStep, IndicatorItem, NamedFigure } from '../../../analysis/finding.ts'
import { promisesChartTitle } from '../../../analysis/sentences/chart-titles.ts'
import { countOf, countWords, percentWords } from './number-words.ts'

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

export const waitRows = (curve: readonly CurveStep[], count: number): readonly WaitRow[] => [
  { days: '0', share: '100.0%', range: '', atRisk: countWords(count) },
  ...curve.map(({ days, waitingShare, lowShare, highShare, atRiskCount }) => ({
    days: countWords(days),
    share: percentWords(waitingShare),
    range: `${percentWords(lowShare).replace('%', '')} to ${percentWords(highShare)}`,
    atRisk: countWords(atRiskCount),
  })),
]

export const waitCurve = ({ id, figure, curve, items, where, source, path }: CurveParts): WaitCurve => {
  const { lastDay, ...paths } = drawCurve(curve, openDaysOf(items), { width: curveWidth, height: 100 })
  return {
    isShown: curve.length > 0,
    id,
    title: promisesChartTitle(figure),
    subtitle: `Share of ${countOf(figure.denominator ?? items.length, 'promise')} still waiting, by days since each was made. ${where}. Shaded: the 95% range. Ticks: still open.`,
    caption: 'Share of promises still waiting, day by day',
    ...paths,
    middle: countWords(lastDay / 2),
    last: `${countWords(lastDay)} days`,
    rows: waitRows(curve, figure.denominator ?? items.length),
    source,
    csv: `${path}.csv`,
    json: `${path}.json`,
    svg: `${path}.svg`,
    png: `${path}-${PICTURE_WIDTHS[0]}.png`,
  }
}
