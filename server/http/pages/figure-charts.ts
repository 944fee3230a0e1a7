import { GROUPS, type Group } from '../../../analysis/finding.ts'
import { barsSvg, marksSvg, type BarLook, type ChartWords } from '../../export/chart-svg.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import { describeConsultation } from '../../usecases/show-consultation.ts'
import type { TopicRow } from '../../usecases/tabulate-topics.ts'
import { consultationPath } from './addresses.ts'
import { drawPicture, type PictureRow } from './consultation-picture.ts'
import type { Site } from './frame.ts'
import { latestVersion } from './release-words.ts'
import { colourShape } from './shape-colours.ts'
import { hasCard, isScaled } from './share-blocks.ts'
import { CHART_KEYS, topicChart } from './topic-chart.ts'

export const CHART_IDS = ['outcomes', 'topics'] as const
export type ChartId = (typeof CHART_IDS)[number]

export interface FigureChart {
  readonly id: ChartId
  readonly title: string
  readonly alt: string
  readonly svg: string
  /** Of the picture at 1200 pixels width. */
  readonly height: string
}

const NUMBER_LOOKS: Readonly<Record<Group, Pick<BarLook, 'ink' | 'ground'>>> = {
  'change-made': { ink: '#FFFFFF', ground: null },
  'already-in-the-plan': { ink: '#0E3F49', ground: null },
  'turned-down-with-a-reason': { ink: '#0B1B29', ground: null },
  'put-off': { ink: '#3B372F', ground: '#E9E6DE' },
  'no-answer-found': { ink: '#7A2F04', ground: '#FBE8DB' },
  'not-decided-yet': { ink: '#43484C', ground: null },
  'not-checked-yet': { ink: '#43484C', ground: '#EBEAE6' },
}

const heldCount = ({ record }: AuditIndex): number =>
  record.documents.filter(({ holding }) => holding === 'held').length

const sourceOf = (site: Site, index: AuditIndex): string => {
  const { strings: t } = site
  const source = t.chart.source({
    documents: heldCount(index),
    asAt: index.audit.asOf,
    version: latestVersion(index.record),
    url: `${site.baseUrl}${consultationPath(index)}`,
  })
  return index.audit.isFictional ? `${t.chart.fictional(index.record.body.shortName)} ${source}` : source
}

const placeWords = ({ record }: AuditIndex): string => `${record.consultation.title}, ${record.body.name}`

const markRows = (rows: readonly PictureRow[]) =>
  rows.map(({ count, name, drawing }) => ({
    count,
    name,
    shapes: drawing.shapes.map(colourShape),
    units: Number(drawing.viewBox.split(' ')[3] ?? 0),
  }))

const withHeight = (chart: Omit<FigureChart, 'height'>): FigureChart => ({
  ...chart,
  height: /^<svg[^>]* height="(\d+)"/.exec(chart.svg)?.[1] ?? '',
})

const outcomesChart = (site: Site, index: AuditIndex): FigureChart => {
  const { strings: t } = site
  const picture = drawPicture(t, index)
  const rows = [...picture.answeredRows, ...picture.otherRows]
  const alt = t.chart.outcomesAlt(index.sentences.finding, rows)
  const words: ChartWords = {
    title: index.sentences.finding,
    subtitle: `${placeWords(index)}. ${isScaled(index) ? t.chart.scaledMark : t.chart.oneMark}`,
    description: alt,
    source: sourceOf(site, index),
  }
  const groups = [
    { heading: picture.bracket, rows: markRows(picture.answeredRows) },
    { heading: '', rows: markRows(picture.otherRows) },
  ]
  return withHeight({ id: 'outcomes', title: t.chart.outcomes, alt, svg: marksSvg(words, groups) })
}

const topicsChart = (site: Site, index: AuditIndex, topics: readonly TopicRow[]): FigureChart | null => {
  const { strings: t } = site
  const chart = topicChart(t, index, topics, heldCount(index))
  if (!chart.isShown) return null
  const groups = GROUPS.filter(group => topics.some(({ countByGroup }) => countByGroup[group] > 0))
  const rows = topics.map((row, place) => ({
    name: chart.rows[place]?.topic ?? '',
    total: row.pointCount,
    noAnswer: row.countByGroup['no-answer-found'],
    counts: groups.map(group => row.countByGroup[group]),
  }))
  const alt = t.chart.topicsAlt(chart.title, rows)
  const words: ChartWords = {
    title: chart.title,
    subtitle: chart.subtitle,
    description: alt,
    source: sourceOf(site, index),
  }
  const looks = groups.map(group => ({ name: t.results.groups[group], ...CHART_KEYS[group], ...NUMBER_LOOKS[group] }))
  const bars = rows.map(({ name, counts, total }) => ({ name, counts, total: t.count(total) }))
  return withHeight({ id: 'topics', title: chart.title, alt, svg: barsSvg(words, looks, bars) })
}

const made = new WeakMap<AuditIndex, readonly FigureChart[]>()

/** Charts that may be taken away: none before the headline gate is met. */
export const figureCharts = (site: Site, index: AuditIndex): readonly FigureChart[] => {
  const known = made.get(index)
  if (known !== undefined) return known
  const topics = hasCard(index) ? topicsChart(site, index, describeConsultation(index).topics) : null
  const charts = hasCard(index) ? [outcomesChart(site, index), ...(topics === null ? [] : [topics])] : []
  made.set(index, charts)
  return charts
}

export const chartPath = (index: AuditIndex, id: ChartId, ending: string): string =>
  `${consultationPath(index)}/charts/${id}${ending}`
