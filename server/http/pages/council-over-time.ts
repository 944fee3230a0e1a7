import { PICTURE_WIDTHS } from '../../export/draw-png.ts'
import type { IndicatorFinding } from '../../../analysis/finding.ts'
import { isBlocked } from '../../../analysis/lint/lint-figures.ts'
import { takeUpSentence, waitsSentence } from '../../../analysis/sentences/body-sentences.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { ShownCouncil } from '../../usecases/show-council.ts'
import { consultationPath, councilPath } from './addresses.ts'
import { dateWords, monthWords } from './date-words.ts'
import { noChart } from './indicator-charts.ts'
import { countOf, figureWords, rangeWords } from './number-words.ts'
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

const nameOf = ({ record: { consultation } }: AuditIndex): string =>
  consultation.closesOn === null ? consultation.title : `${consultation.title}, ${monthWords(consultation.closesOn)}`

const findingOf = ({ audit }: AuditIndex, id: string): IndicatorFinding | null => {
  const finding = audit.indicators.find(one => one.id === id)
  return finding === undefined || isBlocked(audit.lint, finding.number) ? null : finding
}

const groupOf = (indexes: readonly AuditIndex[], id: string): RangeGroup => {
  const shown = indexes.flatMap(index => {
    const finding = findingOf(index, id)
    return finding === null || finding.byPoint.denominator === null ? [] : [{ index, finding }]
  })
  return {
    hasHeading: true,
    heading: shown[0]?.finding.name ?? '',
    rows: shown.map(({ index, finding }) => countRow(index, finding.byPoint, nameOf(index))),
  }
}

const oldestFirst = (a: AuditIndex, b: AuditIndex): number =>
  (a.record.consultation.closesOn ?? '').localeCompare(b.record.consultation.closesOn ?? '')

/** Consultations side by side, oldest first. They are never added up. */
export const councilSideBySide = ({ body, consultations, overTime }: ShownCouncil): RangeChart => {
  const counted = consultations.filter(({ audit }) => audit.bases.byPoint.resolved > 0).toSorted(oldestFirst)
  const groups = SIDE_BY_SIDE.map(id => groupOf(counted, id)).filter(({ rows }) => rows.length > 1)
  if (groups.length === 0) return noChart('side-by-side')
  const path = `${councilPath(body.ref)}/charts/side-by-side`
  return {
    isShown: true,
    id: 'side-by-side',
    title: `${countOf(counted.length, 'consultation')} side by side, oldest first`,
    subtitle: `Share of points in each. ${body.name}. Thick bar: the 95% range.`,
    caption: 'Consultations side by side',
    rowHeading: 'Consultation',
    countHeading: 'Points',
    groups,
    source: `records checked by people, as at ${dateWords(overTime.asOf)}`,
    csv: `${path}.csv`,
    json: `${path}.json`,
    svg: `${path}.svg`,
    png: `${path}-${PICTURE_WIDTHS[0]}.png`,
  }
}

export const councilCurve = ({ body, overTime }: ShownCouncil): WaitCurve =>
  waitCurve({
    id: 'promises-waiting',
    figure: overTime.promises.figure,
    curve: overTime.promises.curve,
    items: overTime.promises.items,
    where: `All consultations of ${body.shortName} on record, as at ${dateWords(overTime.asOf)}`,
    source: `council documents, checked by people, as at ${dateWords(overTime.asOf)}`,
    path: `${councilPath(body.ref)}/charts/promises-waiting`,
  })

const takeUpCount = ({ overTime: { takeUpOddsRatio } }: ShownCouncil): string => {
  const range = rangeWords(takeUpOddsRatio)
  return takeUpOddsRatio.value === null || range === null
    ? ''
    : `Odds ratio ${figureWords(takeUpOddsRatio) ?? ''} (${range}), by Mantel and Haenszel. It does not show choice by alignment: points against a plan may be dearer, barred by law or less supported.`
}

const waitsOf = ({ consultations, overTime }: ShownCouncil): CouncilOverTime['waits'] => {
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
              closed: closesOn === null ? '' : dateWords(closesOn),
              days: isEnded ? countOf(days, 'day') : `no answer found after ${countOf(days, 'day')}`,
            },
          ]
    }),
  }
}

export const councilOverTime = (shown: ShownCouncil): CouncilOverTime => {
  const { consultations, overTime } = shown
  const { promises } = overTime
  return {
    isShown: consultations.length > 0,
    sideBySide: councilSideBySide(shown),
    takeUp: takeUpSentence(overTime.takeUpOddsRatio),
    takeUpCount: takeUpCount(shown),
    promises: {
      isShown: promises.items.length > 0,
      sentence: promises.sentence ?? promises.nullSentence ?? '',
      curve: councilCurve(shown),
      links: consultations
        .filter(({ record }) => record.commitments.length > 0)
        .map(index => ({
          text: `Promises of ${index.record.consultation.title}`,
          href: `${consultationPath(index)}/promises`,
        })),
    },
    waits: waitsOf(shown),
  }
}
