import type { NamedFigure } from '../../../analysis/finding.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { ShownIndicator, ShownIndicators } from '../../usecases/show-indicators.ts'
import { consultationPath, figureRowsPath, passagePath, pointsPath } from './addresses.ts'
import { dateWords } from './date-words.ts'
import { indicatorChart } from './indicator-charts.ts'
import { countOf, countWords, figureWords, ofWords, rangeWords } from './number-words.ts'
import { rangeRow, shownAs, type RangeChart, type RangeRow } from './range-chart.ts'
import { HOLDING_NAMES, NULL_REASON_LINES } from './record-words.ts'
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
const boundsWords = ({ bounds }: NamedFigure): string =>
  bounds === null || bounds.low === bounds.high
    ? ''
    : `Between ${countWords(bounds.low)} and ${countWords(bounds.high)} of ${countWords(bounds.denominator)}, with what is not checked, cannot be told or is disputed.`

const rangesOf = ({ finding }: ShownIndicator): readonly DrawnRange[] =>
  [
    ['by point', finding.byPoint] as const,
    ...(finding.byIdea === null ? [] : [['by idea', finding.byIdea] as const]),
  ].flatMap(([by, figure]) => {
    const strip = drawStrip(figure)
    const range = rangeWords(figure)
    const counted = finding.byIdea === null ? '' : `, ${by}`
    const words = range === null ? 'exact: a count of records, no range' : `range ${range}`
    return strip.isShown ? [{ words: `n = ${sizeOf(figure)}${counted}: ${words}`, strip }] : []
  })

const sizeOf = ({ denominator, against }: NamedFigure): string =>
  against === null
    ? countWords(denominator ?? 0)
    : `${countWords(denominator ?? 0)} and ${countWords(against.denominator)}`

const basisOf = ({ finding: { basisMix } }: ShownIndicator): string => {
  if (basisMix === null) return ''
  return `${countOf(basisMix.confirmedCount, 'point')} checked by a person, ${countWords(basisMix.checkedTwiceCount)} of them twice.`
}

/** Pages on which the rows of a figure stand, where its rows are no points. */
const ROWS_PAGES: Readonly<Record<string, readonly [page: string, words: string]>> = {
  'time-to-answer': ['evidence', 'The documents'],
  'telling-share': ['events', 'Who spoke, session by session'],
  'questions-answered': ['events#questions', 'Every question'],
  'required-attendance': ['events', 'The events'],
  'agenda-origin': ['events', 'The events'],
  'promises-waiting': ['promises', 'Every promise'],
  completeness: ['evidence', 'Documents and gaps'],
}

/** Both groups of a comparison with the plan, whole: not only those that were taken up. */
const groupLinks = (index: AuditIndex, id: string): readonly RowsLink[] =>
  id !== 'cherry-picking-gap'
    ? []
    : [
        { text: 'Points in line with the plan', href: pointsPath(index, { relation: ['consistent'] }) },
        { text: 'Points against it', href: pointsPath(index, { relation: ['challenges'] }) },
      ]

const linksOf = (index: AuditIndex, { finding, blockedBecause }: ShownIndicator): readonly RowsLink[] => {
  if (blockedBecause.length > 0) return []
  const { byPoint, companions, id } = finding
  const page = ROWS_PAGES[id]
  const own =
    byPoint.rows !== null && (byPoint.numerator ?? 0) > 0
      ? [{ text: 'The points behind it', href: figureRowsPath(index, byPoint.rows) }]
      : []
  const parts =
    byPoint.unit === 'difference' && own.length === 0 && groupLinks(index, id).length === 0
      ? companions
          .filter(({ rows, numerator }) => rows !== null && (numerator ?? 0) > 0)
          .slice(0, 2)
          .map(({ label, rows }) => ({ text: label, href: figureRowsPath(index, rows ?? '') }))
      : []
  return [
    ...own,
    ...parts,
    ...groupLinks(index, id),
    ...(page === undefined ? [] : [{ text: page[1], href: `${consultationPath(index)}/${page[0]}` }]),
  ]
}

const gapsOf = ({ gaps, finding }: ShownIndicator): readonly string[] => {
  if (gaps.length > 0)
    return gaps.map(
      ({ title, holding, heldBy }) =>
        `Missing: ${title}. ${HOLDING_NAMES[holding]}.${heldBy === null ? '' : ` Held by ${heldBy}.`}`,
    )
  return finding.byPoint.nullReason === 'not-collected' ? ['The records do not say who holds it.'] : []
}

const itemsOf = (index: AuditIndex, { finding }: ShownIndicator): IndicatorBox['items'] =>
  finding.items.map(({ text, state, on, passageId }) => {
    const passage = passageId === null ? undefined : index.passageById.get(passageId)
    const document = passage === undefined ? undefined : index.documentById.get(passage.documentId)
    const href = passage === undefined || document === undefined ? '' : passagePath(index, document, passage)
    return {
      text,
      state: [state, on === null ? '' : dateWords(on)].filter(Boolean).join(', '),
      hasLink: href !== '',
      href,
    }
  })

const sentencesOf = ({ finding, blockedBecause }: ShownIndicator): readonly string[] => {
  if (blockedBecause.length > 0) return []
  const { sentence, twin, nullSentence, byPoint } = finding
  return [
    sentence ?? nullSentence ?? (byPoint.nullReason === null ? '' : NULL_REASON_LINES[byPoint.nullReason]),
    sentence === null ? '' : boundsWords(byPoint),
    twin ?? '',
  ].filter(Boolean)
}

const valueOf = ({
  finding: { byPoint },
  blockedBecause,
}: ShownIndicator): Pick<IndicatorBox, 'value' | 'valueClass'> => {
  if (blockedBecause.length > 0) return { value: 'Not published', valueClass: 'ind-value ind-value--none' }
  if (byPoint.nullReason === 'suppressed') return { value: shownAs(byPoint), valueClass: 'ind-value ind-value--none' }
  const words = figureWords(byPoint)
  if (words !== null) return { value: words, valueClass: 'ind-value' }
  const count = byPoint.nullReason === 'too-few' && byPoint.against === null ? ofWords(byPoint) : null
  return { value: count ?? 'No figure', valueClass: 'ind-value ind-value--none' }
}

const underOf = ({ finding: { byPoint }, blockedBecause }: ShownIndicator): string => {
  if (blockedBecause.length > 0 || byPoint.value === null) return ''
  const { against } = byPoint
  if (against !== null)
    return `${ofWords(byPoint) ?? ''} against ${countWords(against.numerator)} of ${countWords(against.denominator)}`
  return ofWords(byPoint) ?? (byPoint.unit === 'count' ? byPoint.label : '')
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

/** The body's reply on the page of its consultation. */
export const replyPath = (index: AuditIndex): string => `${consultationPath(index)}#rep`

/** One indicator as its page prints it: figure, ranges, sentence, limits, rows, and why where there is none. */
export const boxOf = (shown: ShownIndicators, one: ShownIndicator): IndicatorBox => {
  const { index } = shown
  const { finding, blockedBecause } = one
  const isBlocked = blockedBecause.length > 0
  const ranges = rangesOf(one)
  const warnings = warningsOf(one)
  const isVoices = finding.id === 'voice-equity'
  const companions = isVoices ? finding.companions.filter(({ key }) => !key.startsWith('equity-')) : finding.companions
  return {
    anchor: finding.id,
    number: finding.number,
    name: finding.name,
    question: finding.question,
    isAsked: finding.question !== finding.name,
    isExperimental: finding.isExperimental,
    isBlocked,
    blockedBecause,
    ...valueOf(one),
    under: underOf(one),
    isSmall: finding.byPoint.isSmall,
    isHidden: finding.byPoint.nullReason === 'suppressed',
    hasRanges: ranges.length > 0,
    ranges,
    left: ranges[0]?.strip.left ?? '',
    right: ranges[0]?.strip.right ?? '',
    sentences: sentencesOf(one),
    gaps: gapsOf(one),
    doesNotShow: finding.doesNotShow,
    hasWarnings: warnings !== '',
    warnings,
    replyHref: replyPath(index),
    chart: indicatorChart(shown, finding.id),
    voices: voicesTable(index, finding),
    hasCompanions: companions.length > 0,
    companions: companions.map(figure => rangeRow(index, figure)),
    hasItems: finding.items.length > 0,
    items: itemsOf(index, one),
    links: linksOf(index, one),
    basis: basisOf(one),
  }
}
