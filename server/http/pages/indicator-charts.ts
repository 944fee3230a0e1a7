import type { IndicatorFinding, NamedFigure } from '../../../analysis/finding.ts'
import type { Speech } from '../../../analysis/indicators/speech-sessions.ts'
import { planChartTitle, speechChartTitle, voicesChartTitle } from '../../../analysis/sentences/chart-titles.ts'
import type { ShownIndicators } from '../../usecases/show-indicators.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { Strings } from '../strings/strings.ts'
import { rangeChart, rangeRow, type RangeChart, type RangeGroup } from './range-chart.ts'
import { readVoices } from './voices.ts'

export const CHART_IDS = ['with-or-against-the-plan', 'who-spoke', 'whose-points'] as const
export type ChartId = (typeof CHART_IDS)[number]

const HIDDEN: Omit<RangeChart, 'id'> = {
  isShown: false,
  title: '',
  subtitle: '',
  caption: '',
  rowHeading: '',
  countHeading: '',
  groups: [],
  source: '',
  csv: '',
  json: '',
  svg: '',
  png: '',
}
export const noChart = (id: string): RangeChart => ({ ...HIDDEN, id })

const group = (heading: string, rows: RangeGroup['rows']): RangeGroup => ({
  hasHeading: heading !== '',
  heading,
  rows,
})

const companion = ({ companions }: IndicatorFinding, key: string): readonly NamedFigure[] =>
  companions.filter(figure => figure.key === key)

const planChart = (t: Strings, index: AuditIndex, finding: IndicatorFinding): RangeChart => {
  const rows = (suffix: string) =>
    [
      ['taken-up-with-plan', t.charts.plan.with],
      ['taken-up-against-plan', t.charts.plan.against],
    ].flatMap(([key, label]) => companion(finding, `${key}${suffix}`).map(figure => rangeRow(t, index, figure, label)))
  if (finding.byPoint.value === null) return noChart('with-or-against-the-plan')
  return rangeChart(t, index, {
    id: 'with-or-against-the-plan',
    title: planChartTitle(finding),
    measure: t.charts.plan.measure,
    caption: t.charts.plan.caption,
    rowHeading: t.charts.plan.rows,
    countHeading: t.charts.plan.counts,
    groups: [group(t.charts.plan.byPoint, rows('')), group(t.charts.plan.byIdea, rows('-by-idea'))],
  })
}

/** Who spoke, in all and at each session; and what the agenda had set aside for officials. */
export const speechChart = (
  t: Strings,
  index: AuditIndex,
  finding: IndicatorFinding,
  speech: Speech | null,
): RangeChart => {
  if (speech === null || finding.byPoint.value === null) return noChart('who-spoke')
  const sessions = speech.sessions.map(({ event, share }) =>
    rangeRow(
      t,
      index,
      share,
      [event?.title ?? share.label, event?.heldOn ? t.dateTogether(event.heldOn) : ''].filter(Boolean).join(', '),
    ),
  )
  const planned = speech.unit === 'minutes' ? companion(finding, 'agenda-split') : []
  const split = planned.map(figure => rangeRow(t, index, figure, t.charts.speech.agenda))
  return rangeChart(t, index, {
    id: 'who-spoke',
    title: speechChartTitle(finding.byPoint, speech.unit),
    measure: t.charts.speech.measure(speech.unit),
    caption: t.charts.speech.caption,
    rowHeading: t.charts.speech.rows,
    countHeading: t.charts.speech.counts(speech.unit),
    groups: [
      group('', [rangeRow(t, index, finding.byPoint, t.charts.speech.all), ...split]),
      group(t.charts.speech.bySession, sessions),
    ],
  })
}

const voicesChart = (t: Strings, index: AuditIndex, finding: IndicatorFinding): RangeChart => {
  const broken = readVoices(t, finding)
  return rangeChart(t, index, {
    id: 'whose-points',
    title: voicesChartTitle(finding),
    measure: t.charts.voices.measure,
    caption: t.charts.voices.caption,
    rowHeading: t.charts.voices.rows,
    countHeading: t.charts.voices.counts,
    groups: broken.map(({ heading, groups, hidden }) =>
      group(heading, [
        ...hidden.map(figure => rangeRow(t, index, figure, t.charts.everyGroup)),
        ...groups.flatMap(({ label, figures }) =>
          figures.reach === null ? [] : [rangeRow(t, index, figures.reach, label)],
        ),
      ]),
    ),
  })
}

/** The pictures of indicators that have one, by the id of the indicator. */
export const indicatorChart = (t: Strings, { index, indicators, speech }: ShownIndicators, id: string): RangeChart => {
  const finding = indicators.find(one => one.finding.id === id)?.finding
  if (finding === undefined) return noChart(id)
  if (id === 'cherry-picking-gap') return planChart(t, index, finding)
  if (id === 'telling-share') return speechChart(t, index, finding, speech)
  if (id === 'voice-equity') return voicesChart(t, index, finding)
  return noChart(id)
}

export const INDICATOR_OF_CHART: Readonly<Record<ChartId, string>> = {
  'with-or-against-the-plan': 'cherry-picking-gap',
  'who-spoke': 'telling-share',
  'whose-points': 'voice-equity',
}
