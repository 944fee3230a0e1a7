import type { IndicatorFinding, NamedFigure } from '../../../analysis/finding.ts'
import type { Speech } from '../../../analysis/indicators/speech-sessions.ts'
import { planChartTitle, speechChartTitle, voicesChartTitle } from '../../../analysis/sentences/chart-titles.ts'
import type { ShownIndicators } from '../../usecases/show-indicators.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import { dateWords } from './date-words.ts'
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

const planChart = (index: AuditIndex, finding: IndicatorFinding): RangeChart => {
  const rows = (suffix: string) =>
    [
      ['taken-up-with-plan', 'In line with the plan'],
      ['taken-up-against-plan', 'Against the plan'],
    ].flatMap(([key, label]) => companion(finding, `${key}${suffix}`).map(figure => rangeRow(index, figure, label)))
  if (finding.byPoint.value === null) return noChart('with-or-against-the-plan')
  return rangeChart(index, {
    id: 'with-or-against-the-plan',
    title: planChartTitle(finding),
    measure: 'Share taken up as new, of points that were decided',
    caption: 'Points taken up as new, by how they stand to the plan',
    rowHeading: 'Points',
    countHeading: 'Taken up',
    groups: [group('Counted by point', rows('')), group('Counted by idea', rows('-by-idea'))],
  })
}

/** Who spoke, in all and at each session; and what the agenda had set aside for officials. */
export const speechChart = (index: AuditIndex, finding: IndicatorFinding, speech: Speech | null): RangeChart => {
  if (speech === null || finding.byPoint.value === null) return noChart('who-spoke')
  const sessions = speech.sessions.map(({ event, share }) =>
    rangeRow(
      index,
      share,
      [event?.title ?? share.label, event?.heldOn ? dateWords(event.heldOn) : ''].filter(Boolean).join(', '),
    ),
  )
  const split = companion(finding, 'agenda-split').map(figure => rangeRow(index, figure, 'Set aside on the agenda'))
  return rangeChart(index, {
    id: 'who-spoke',
    title: speechChartTitle(finding.byPoint, speech.unit),
    measure: `${speech.unit === 'minutes' ? 'Minutes' : 'Words'} of officials, of those of officials and community`,
    caption: 'Who spoke, in all and at each session',
    rowHeading: 'Session',
    countHeading: `Officials’ ${speech.unit}`,
    groups: [
      group('', [rangeRow(index, finding.byPoint, 'All sessions'), ...split]),
      group('Session by session', sessions),
    ],
  })
}

const voicesChart = (index: AuditIndex, finding: IndicatorFinding): RangeChart => {
  const broken = readVoices(finding)
  return rangeChart(index, {
    id: 'whose-points',
    title: voicesChartTitle(finding),
    measure: 'Share of points that are in the decision',
    caption: 'Points in the decision, by who made them',
    rowHeading: 'Points from',
    countHeading: 'In the decision',
    groups: broken.map(({ heading, groups, hidden }) =>
      group(heading, [
        ...hidden.map(figure => rangeRow(index, figure, 'Every group')),
        ...groups.flatMap(({ label, figures }) =>
          figures.reach === null ? [] : [rangeRow(index, figures.reach, label)],
        ),
      ]),
    ),
  })
}

/** The pictures of indicators that have one, by the id of the indicator. */
export const indicatorChart = ({ index, indicators, speech }: ShownIndicators, id: string): RangeChart => {
  const finding = indicators.find(one => one.finding.id === id)?.finding
  if (finding === undefined) return noChart(id)
  if (id === 'cherry-picking-gap') return planChart(index, finding)
  if (id === 'telling-share') return speechChart(index, finding, speech)
  if (id === 'voice-equity') return voicesChart(index, finding)
  return noChart(id)
}

export const INDICATOR_OF_CHART: Readonly<Record<ChartId, string>> = {
  'with-or-against-the-plan': 'cherry-picking-gap',
  'who-spoke': 'telling-share',
  'whose-points': 'voice-equity',
}
