import { PICTURE_WIDTHS } from '../../export/draw-png.ts'
import type { IndicatorFinding } from '../../../analysis/finding.ts'
import { isBlocked } from '../../../analysis/lint/lint-figures.ts'
import { takeUpSentence, waitsSentence } from '../../../analysis/sentences/body-sentences.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { ShownCouncil } from '../../usecases/show-council.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath, councilPath } from './addresses.ts'
import { noChart } from './indicator-charts.ts'
import { figureWords, rangeWords } from './number-words.ts'
import { countRow, type RangeChart, type RangeGroup } from './range-chart.ts'
import { waitCurve, type WaitCurve } from './wait-curve.ts'

export interface CouncilOverTime {
  readonly isShown: boolean
  readonly sideBySide: RangeChart
  readonly takeUp: string
  readonly takeUpCount: string
  readonly promises: {
    readonly isShown: boolean
    readonly sentence: string
    readonly curve: WaitCurve
    readonly links: readonly { readonly text: string; readonly href: string }[]
  }
  readonly waits: {
    readonly isShown: boolean
    readonly sentence: string
    readonly rows: readonly {
      readonly text: string
      readonly href: string
      readonly closed: string
      readonly days: string
    }[]
  }
}

/** The three figures that say most about an answer, in the order of the method; each over its own consultation. */
const SIDE_BY_SIDE = ['influence', 'answered-with-reason', 'silence'] as const

/** With the month it closed in, where that is on record. */
export const titleOf = (t: Strings, { record: { consultation } }: AuditIndex): string =>
  consultation.closesOn === null
    ? consultation.title
    : t.council.titleAndMonth(consultation.title, t.month(consultation.closesOn))

const findingOf = ({ audit }: AuditIndex, id: string): IndicatorFinding | null => {
  const finding = audit.indicators.find(one => one.id === id)
  return finding === undefined || isBlocked(audit.lint, finding.number) ? null : finding
}

const groupOf = (t: Strings, indexes: readonly AuditIndex[], id: string): RangeGroup => {
  const shown = indexes.flatMap(index => {
    const finding = findingOf(index, id)
    return finding === null || finding.byPoint.denominator === null ? [] : [{ index, finding }]
  })
  return {
    hasHeading: true,
    heading: shown[0]?.finding.name ?? '',
    rows: shown.map(({ index, finding }) => countRow(t, index, finding.byPoint, titleOf(t, index))),
  }
}

const oldestFirst = (a: AuditIndex, b: AuditIndex): number =>
  (a.record.consultation.closesOn ?? '').localeCompare(b.record.consultation.closesOn ?? '')

/** Consultations side by side, oldest first. They are never added up. */
export const councilSideBySide = (t: Strings, { body, consultations, overTime }: ShownCouncil): RangeChart => {
  const counted = consultations.filter(({ audit }) => audit.bases.byPoint.resolved > 0).toSorted(oldestFirst)
  const groups = SIDE_BY_SIDE.map(id => groupOf(t, counted, id)).filter(({ rows }) => rows.length > 1)
  if (groups.length === 0) return noChart('side-by-side')
  const path = `${councilPath(body.ref)}/charts/side-by-side`
  return {
    isShown: true,
    id: 'side-by-side',
    title: t.council.sideBySide.title(counted.length),
    subtitle: t.council.sideBySide.subtitle(body.name),
    caption: t.council.sideBySide.caption,
    rowHeading: t.council.sideBySide.rows,
    countHeading: t.council.sideBySide.counts,
    groups,
    source: t.council.sideBySide.source(overTime.asOf),
    csv: `${path}.csv`,
    json: `${path}.json`,
    svg: `${path}.svg`,
    png: `${path}-${PICTURE_WIDTHS[0]}.png`,
  }
}

export const councilCurve = (t: Strings, { body, overTime }: ShownCouncil): WaitCurve =>
  waitCurve(t, {
    id: 'promises-waiting',
    figure: overTime.promises.figure,
    curve: overTime.promises.curve,
    items: overTime.promises.items,
    where: t.council.curve.where(body.shortName, overTime.asOf),
    source: t.council.curve.source(overTime.asOf),
    path: `${councilPath(body.ref)}/charts/promises-waiting`,
  })

const takeUpCount = (t: Strings, { overTime: { takeUpOddsRatio } }: ShownCouncil): string => {
  const range = rangeWords(t, takeUpOddsRatio)
  return takeUpOddsRatio.value === null || range === null
    ? ''
    : t.council.takeUpCount(figureWords(t, takeUpOddsRatio) ?? '', range)
}

const waitsOf = (t: Strings, { consultations, overTime }: ShownCouncil): CouncilOverTime['waits'] => {
  const { waits } = overTime.answers
  return {
    isShown: waits.length > 0,
    sentence: waitsSentence(overTime.answers, overTime.asOf),
    rows: waits.flatMap(({ consultationRef, days, isEnded }) => {
      const index = consultations.find(({ record }) => record.consultation.ref === consultationRef)
      const closesOn = index?.record.consultation.closesOn ?? null
      return index === undefined
        ? []
        : [
            {
              text: index.record.consultation.title,
              href: `${consultationPath(index)}/indicators#time-to-answer`,
              closed: closesOn === null ? '' : t.dateTogether(closesOn),
              days: isEnded ? t.figures.days(days) : t.council.noAnswerAfter(days),
            },
          ]
    }),
  }
}

export const councilOverTime = (t: Strings, shown: ShownCouncil): CouncilOverTime => {
  const { consultations, overTime } = shown
  const { promises } = overTime
  return {
    isShown: consultations.length > 0,
    sideBySide: councilSideBySide(t, shown),
    takeUp: takeUpSentence(overTime.takeUpOddsRatio),
    takeUpCount: takeUpCount(t, shown),
    promises: {
      isShown: promises.items.length > 0,
      sentence: promises.sentence ?? promises.nullSentence ?? '',
      curve: councilCurve(t, shown),
      links: consultations
        .filter(({ record }) => record.commitments.length > 0)
        .map(index => ({
          text: t.council.promisesOf(index.record.consultation.title),
          href: `${consultationPath(index)}/promises`,
        })),
    },
    waits: waitsOf(t, shown),
  }
}
