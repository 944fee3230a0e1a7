import type { Table } from '../../export/table.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { ShownEvents } from '../../usecases/show-events.ts'
import type { ShownIndicators } from '../../usecases/show-indicators.ts'
import type { ShownPromises } from '../../usecases/show-promises.ts'
import type { CurveStep } from '../../../analysis/finding.ts'
import { consultationPath } from '../pages/addresses.ts'
import type { Site } from '../pages/frame.ts'
import { INDICATOR_OF_CHART, indicatorChart, type ChartId } from '../pages/indicator-charts.ts'
import { readVoices, VOICE_MEASURES } from '../pages/voices.ts'
import { aboutTable } from './about-table.ts'
import { FIGURE_COLUMNS, figureCells } from './figure-columns.ts'

/** Every figure as it may be published; a blocked one has no number, and says why. */
export const indicatorsTable = (site: Site, { index, indicators }: ShownIndicators): Table => ({
  about: aboutTable(site, index, 'Indicators', `${consultationPath(index)}/indicators`),
  columns: ['indicator', 'name', 'counted_by', ...FIGURE_COLUMNS, 'sentence', 'blocked_because', 'does_not_show'],
  rows: indicators.flatMap(({ finding, blockedBecause }) => {
    const { number, name, byPoint, byIdea, companions, doesNotShow, sentence, nullSentence, twin } = finding
    const because = blockedBecause.length === 0 ? null : blockedBecause.join(' ')
    return [
      { by: 'point', figure: byPoint, words: sentence ?? nullSentence },
      ...(byIdea === null ? [] : [{ by: 'idea', figure: byIdea, words: twin }]),
      ...companions.map(figure => ({ by: 'companion', figure, words: null })),
    ].map(({ by, figure, words }) => [
      number,
      name,
      by,
      ...figureCells(site, index, figure),
      words,
      because,
      doesNotShow,
    ])
  }),
})

/** What a picture of shares draws, row by row, in the words that stand beside it. */
export const chartTable = (site: Site, shown: ShownIndicators, id: ChartId): Table => {
  const { index } = shown
  const about = (title: string) =>
    aboutTable(site, index, title, `${consultationPath(index)}/indicators#${INDICATOR_OF_CHART[id]}`)
  if (id === 'whose-points') return voicesTableOf(site, shown, about('Whose points got somewhere?'))
  const chart = indicatorChart(site.strings, shown, INDICATOR_OF_CHART[id])
  return {
    about: about(chart.title),
    columns: ['part', 'row', ...FIGURE_COLUMNS],
    rows: chart.groups.flatMap(({ heading, rows }) =>
      rows.map(({ label, figure }) => [heading, label, ...figureCells(site, index, figure)]),
    ),
  }
}

const voicesTableOf = (site: Site, { index, indicators }: ShownIndicators, about: Table['about']): Table => {
  const finding = indicators.find(one => one.finding.id === 'voice-equity')?.finding
  return {
    about,
    columns: ['by', 'group', 'measure', ...FIGURE_COLUMNS],
    rows: (finding === undefined ? [] : readVoices(site.strings, finding)).flatMap(({ attribute, groups, hidden }) => [
      ...hidden.map(figure => [attribute, 'every group', 'all', ...figureCells(site, index, figure)]),
      ...groups.flatMap(({ label, figures }) =>
        VOICE_MEASURES.flatMap(measure => {
          const figure = figures[measure]
          return figure === null
            ? []
            : [[attribute, label, site.strings.charts.voices.measures[measure], ...figureCells(site, index, figure)]]
        }),
      ),
    ]),
  }
}

export const CURVE_COLUMNS = ['days', 'still_waiting_share', 'low', 'high', 'at_risk']

export const curveRows = (curve: readonly CurveStep[], count: number): readonly (readonly (number | null)[])[] => [
  [0, 1, null, null, count],
  ...curve.map(({ days, waitingShare, lowShare, highShare, atRiskCount }) => [
    days,
    waitingShare,
    lowShare,
    highShare,
    atRiskCount,
  ]),
]

export const promisesCurveTable = (site: Site, { index, waiting }: ShownPromises): Table => ({
  about: aboutTable(site, index, 'Promises still waiting', `${consultationPath(index)}/promises`),
  columns: CURVE_COLUMNS,
  rows:
    waiting === null || waiting.finding.curve.length === 0
      ? []
      : curveRows(waiting.finding.curve, waiting.finding.byPoint.denominator ?? 0),
})

export const promisesTable = (site: Site, { index, promises }: ShownPromises): Table => ({
  about: aboutTable(site, index, 'Promises', `${consultationPath(index)}/promises`),
  columns: [
    'ref',
    'text',
    'made_on',
    'due_on',
    'owner',
    'state',
    'past_its_date',
    'days',
    'last_update_on',
    'last_status',
  ],
  rows: promises.map(({ commitment, end, days, isOverdue, updates }) => [
    commitment.ref,
    commitment.text,
    commitment.madeOn,
    commitment.dueOn,
    commitment.owner,
    end,
    isOverdue,
    days,
    updates[0]?.on ?? null,
    updates[0]?.status ?? null,
  ]),
})

export const eventsTable = (site: Site, { index, events, speech }: ShownEvents): Table => ({
  about: aboutTable(site, index, 'Events', `${consultationPath(index)}/events`),
  columns: [
    'ref',
    'title',
    'kind',
    'held_on',
    'ends_on',
    'place',
    'attendance_the_council_says',
    'spoken_unit',
    'official',
    'community',
    'facilitator',
    'other',
    'questions',
  ],
  rows: events.map(({ event, questions }) => {
    const amounts = speech?.sessions.find(({ eventId }) => eventId === event.id)?.amounts
    return [
      event.ref,
      event.title,
      event.kind,
      event.heldOn,
      event.endsOn,
      event.place,
      event.attendanceClaimed,
      amounts === undefined ? null : (speech?.unit ?? null),
      amounts?.official ?? null,
      amounts?.community ?? null,
      amounts?.facilitator ?? null,
      amounts?.other ?? null,
      questions.length,
    ]
  }),
})

export const questionsTable = (site: Site, { index, events, otherQuestions }: ShownEvents): Table => ({
  about: aboutTable(site, index, 'Questions', `${consultationPath(index)}/events`),
  columns: ['ref', 'event', 'question', 'answer_state', 'asked_on', 'answered_on', 'answer_at'],
  rows: [
    ...events.flatMap(({ event, questions }) => questions.map(question => ({ event: event.ref, question }))),
    ...otherQuestions.map(question => ({ event: null, question })),
  ].map(({ event, question }) => [
    question.ref,
    event,
    question.text,
    question.answerState,
    question.askedOn,
    question.answeredOn,
    passageRef(index, question.passageId),
  ]),
})

const passageRef = (index: AuditIndex, id: string | null): string | null =>
  id === null ? null : (index.passageById.get(id)?.ref ?? null)
