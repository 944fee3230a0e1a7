import type { NamedFigure } from '../../../analysis/finding.ts'
import { isCountOfRecords } from '../../../analysis/indicators/figure.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { ShownIndicator, ShownIndicators } from '../../usecases/show-indicators.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath, figureRowsPath, passagePath, pointsPath, replyPath } from './addresses.ts'
import { indicatorChart } from './indicator-charts.ts'
import { figureWords, ofWords, rangeWords } from './number-words.ts'
import { rangeRow, shownAs, type RangeChart, type RangeRow } from './range-chart.ts'
import { drawStrip, type Strip } from './strip.ts'
import { voicesTable, type VoicesTable } from './voices-table.ts'

interface DrawnRange {
  readonly words: string
  readonly strip: Strip
}
interface RowsLink {
  readonly text: string
  readonly href: string
}
export interface IndicatorBox {
  readonly anchor: string
  readonly number: string
  readonly name: string
  readonly ofName: string
  readonly partsOf: string
  readonly question: string
  readonly isAsked: boolean
  readonly isExperimental: boolean
  readonly isBlocked: boolean
  readonly blockedBecause: readonly string[]
  readonly valueClass: string
  readonly value: string
  readonly under: string
  readonly isSmall: boolean
  readonly isHidden: boolean
  readonly hasRanges: boolean
  readonly ranges: readonly DrawnRange[]
  readonly left: string
  readonly right: string
  readonly sentences: readonly string[]
  readonly gaps: readonly string[]
  readonly doesNotShow: string
  readonly hasWarnings: boolean
  readonly warnings: string
  readonly replyHref: string
  readonly chart: RangeChart
  readonly voices: VoicesTable
  readonly hasCompanions: boolean
  readonly companions: readonly RangeRow[]
  readonly hasItems: boolean
  readonly items: readonly {
    readonly text: string
    readonly state: string
    readonly hasLink: boolean
    readonly href: string
  }[]
  readonly links: readonly RowsLink[]
  readonly basis: string
}
const boundsWords = (t: Strings, { bounds }: NamedFigure): string =>
  bounds === null || bounds.low === bounds.high ? '' : t.indicators.bounds(bounds.low, bounds.high, bounds.denominator)

const rangesOf = (t: Strings, { finding }: ShownIndicator): readonly DrawnRange[] =>
  [
    [t.indicators.byPoint, finding.byPoint] as const,
    ...(finding.byIdea === null ? [] : [[t.indicators.byIdea, finding.byIdea] as const]),
  ].flatMap(([by, figure]) => {
    const strip = drawStrip(figure)
    const range = rangeWords(t, figure)
    const words = range === null ? t.indicators.exact : t.indicators.rangeOf(range)
    const size = t.indicators.size(figure.denominator ?? 0, figure.against?.denominator ?? null)
    return strip.isShown ? [{ words: t.indicators.drawn(size, finding.byIdea === null ? null : by, words), strip }] : []
  })

const basisOf = (t: Strings, { finding: { basisMix } }: ShownIndicator): string =>
  basisMix === null ? '' : t.indicators.basis(basisMix.confirmedCount, basisMix.checkedTwiceCount)

/** Pages on which the rows of a figure stand, where its rows are no points. */
const ROWS_PAGES = {
  'time-to-answer': 'evidence',
  'telling-share': 'events',
  'questions-answered': 'events#questions',
  'required-attendance': 'events',
  'agenda-origin': 'events',
  'promises-waiting': 'promises',
  completeness: 'evidence',
} as const
const hasRowsPage = (id: string): id is keyof typeof ROWS_PAGES => Object.hasOwn(ROWS_PAGES, id)

/** Both groups of a comparison with the plan, whole: not only those that were taken up. */
const groupLinks = (t: Strings, index: AuditIndex, id: string): readonly RowsLink[] =>
  id !== 'cherry-picking-gap'
    ? []
    : [
        { text: t.indicators.withPlan, href: pointsPath(index, { relation: ['consistent'] }) },
        { text: t.indicators.againstPlan, href: pointsPath(index, { relation: ['challenges'] }) },
      ]

const linksOf = (t: Strings, index: AuditIndex, { finding, blockedBecause }: ShownIndicator): readonly RowsLink[] => {
  if (blockedBecause.length > 0) return []
  const { byPoint, companions, id } = finding
  const own =
    byPoint.rows !== null && (byPoint.numerator ?? 0) > 0
      ? [{ text: t.indicators.pointsBehind, href: figureRowsPath(index, byPoint.rows) }]
      : []
  const parts =
    byPoint.unit === 'difference' && own.length === 0 && groupLinks(t, index, id).length === 0
      ? companions
          .filter(({ rows, numerator }) => rows !== null && (numerator ?? 0) > 0)
          .slice(0, 2)
          .map(({ label, rows }) => ({ text: label, href: figureRowsPath(index, rows ?? '') }))
      : []
  return [
    ...own,
    ...parts,
    ...groupLinks(t, index, id),
    ...(hasRowsPage(id)
      ? [{ text: t.indicators.rowsPages[id], href: `${consultationPath(index)}/${ROWS_PAGES[id]}` }]
      : []),
  ]
}

const gapsOf = (t: Strings, { gaps, finding }: ShownIndicator): readonly string[] => {
  if (gaps.length > 0)
    return gaps.map(({ title, holding, heldBy }) => t.indicators.gap(title, t.records.holdings[holding], heldBy))
  return finding.byPoint.nullReason === 'not-collected' ? [t.indicators.holderUnknown] : []
}

const itemsOf = (t: Strings, index: AuditIndex, { finding }: ShownIndicator): IndicatorBox['items'] =>
  finding.items.map(({ text, state, on, passageId }) => {
    const passage = passageId === null ? undefined : index.passageById.get(passageId)
    const document = passage === undefined ? undefined : index.documentById.get(passage.documentId)
    const href = passage === undefined || document === undefined ? '' : passagePath(index, document, passage)
    return {
      text,
      state: [state, on === null ? '' : t.dateTogether(on)].filter(Boolean).join(', '),
      hasLink: href !== '',
      href,
    }
  })

const sentencesOf = (t: Strings, { finding, blockedBecause }: ShownIndicator): readonly string[] => {
  if (blockedBecause.length > 0) return []
  const { sentence, twin, nullSentence, byPoint } = finding
  return [
    sentence ?? nullSentence ?? (byPoint.nullReason === null ? '' : t.records.nullReasons[byPoint.nullReason]),
    sentence === null ? '' : boundsWords(t, byPoint),
    twin ?? '',
  ].filter(Boolean)
}

const valueOf = (
  t: Strings,
  { finding: { byPoint }, blockedBecause }: ShownIndicator,
): Pick<IndicatorBox, 'value' | 'valueClass'> => {
  if (blockedBecause.length > 0) return { value: t.indicators.notPublished, valueClass: 'ind-value ind-value--none' }
  if (byPoint.nullReason === 'suppressed')
    return { value: shownAs(t, byPoint), valueClass: 'ind-value ind-value--none' }
  const words = figureWords(t, byPoint)
  if (words !== null) return { value: words, valueClass: 'ind-value' }
  const count = byPoint.nullReason === 'too-few' && byPoint.against === null ? ofWords(t, byPoint) : null
  return { value: count ?? t.indicators.noFigure, valueClass: 'ind-value ind-value--none' }
}

const underOf = (t: Strings, { finding: { byPoint }, blockedBecause }: ShownIndicator): string => {
  if (blockedBecause.length > 0 || byPoint.value === null || isCountOfRecords(byPoint)) return ''
  const { against } = byPoint
  if (against !== null) return t.indicators.against(ofWords(t, byPoint) ?? '', against.numerator, against.denominator)
  return ofWords(t, byPoint) ?? (byPoint.unit === 'count' ? byPoint.label : '')
}

/** What stands for the whole page is said once at its top, and "small numbers" has a mark of its own. */
const SAID_ELSEWHERE = /moderate agreement|agreement not measured|small numbers/

const warningsOf = ({ warnings, blockedBecause }: ShownIndicator): string =>
  blockedBecause.length > 0
    ? ''
    : warnings
        .filter(({ rule }) => !SAID_ELSEWHERE.test(rule))
        .map(({ message }) => message)
        .join(' ')

/** One indicator as its page prints it: figure, ranges, sentence, limits, rows, and why where there is none. */
export const boxOf = (t: Strings, shown: ShownIndicators, one: ShownIndicator): IndicatorBox => {
  const { index } = shown
  const { finding, blockedBecause } = one
  const isBlocked = blockedBecause.length > 0
  const ranges = rangesOf(t, one)
  const warnings = warningsOf(one)
  const isVoices = finding.id === 'voice-equity'
  const companions = isVoices ? finding.companions.filter(({ key }) => !key.startsWith('equity-')) : finding.companions
  return {
    anchor: finding.id,
    number: finding.number,
    name: finding.name,
    ofName: t.indicators.of(finding.name),
    partsOf: t.indicators.partsOf(finding.name),
    question: finding.question,
    isAsked: finding.question !== finding.name,
    isExperimental: finding.isExperimental,
    isBlocked,
    blockedBecause,
    ...valueOf(t, one),
    under: underOf(t, one),
    isSmall: finding.byPoint.isSmall,
    isHidden: finding.byPoint.nullReason === 'suppressed',
    hasRanges: ranges.length > 0,
    ranges,
    left: ranges[0]?.strip.left ?? '',
    right: ranges[0]?.strip.right ?? '',
    sentences: sentencesOf(t, one),
    gaps: gapsOf(t, one),
    doesNotShow: finding.doesNotShow,
    hasWarnings: warnings !== '',
    warnings,
    replyHref: replyPath(index),
    chart: indicatorChart(t, shown, finding.id),
    voices: voicesTable(t, index, finding),
    hasCompanions: companions.length > 0,
    companions: companions.map(figure => rangeRow(t, index, figure)),
    hasItems: finding.items.length > 0,
    items: itemsOf(t, index, one),
    links: linksOf(t, index, one),
    basis: basisOf(t, one),
  }
}
