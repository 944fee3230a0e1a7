import type { IndicatorFinding, NamedFigure } from '../../../analysis/finding.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import { consultationPath, figureRowsPath } from './addresses.ts'
import { dateWords } from './date-words.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { countOf, countWords, figureWords, ofWords, rangeWords } from './number-words.ts'
import { NULL_REASON_LINES } from './record-words.ts'
import { latestVersion } from './release-words.ts'

interface RangeDrawing {
  readonly isShown: boolean
  readonly x: string
  readonly width: string
  readonly middle: string
  readonly zero: string
  readonly left: string
  readonly right: string
}
interface FigureRow {
  readonly label: string
  readonly count: string
  readonly value: string
  readonly range: string
  readonly hasRows: boolean
  readonly href: string
}
interface IndicatorBox {
  readonly anchor: string
  readonly number: string
  readonly name: string
  readonly question: string
  readonly isExperimental: boolean
  readonly hasValue: boolean
  readonly value: string
  readonly under: string
  readonly isSmall: boolean
  readonly drawing: RangeDrawing
  readonly sentence: string
  readonly hasTwin: boolean
  readonly twin: string
  readonly doesNotShow: string
  readonly hasRows: boolean
  readonly href: string
  readonly hasCompanions: boolean
  readonly companions: readonly FigureRow[]
  readonly hasItems: boolean
  readonly items: readonly { readonly text: string; readonly state: string }[]
  readonly basis: string
}
export interface IndicatorsView {
  readonly frame: Frame
  readonly heading: string
  readonly missing: string
  readonly lede: string
  readonly indicators: readonly IndicatorBox[]
}

const widthUnits = 300

/** The figure on its scale: a share from 0 to 100, a difference from −100 to 100. Other units have no fixed scale. */
const drawRange = ({ value, low, high, unit }: NamedFigure): RangeDrawing => {
  const from = unit === 'difference' ? -1 : 0
  const isShown =
    (unit === 'share' || unit === 'difference') && value !== null && low !== null && high !== null && low !== high
  const at = (share: number): number => ((share - from) / (1 - from)) * widthUnits + 6
  return {
    isShown,
    x: isShown ? at(low).toFixed(1) : '0',
    width: isShown ? Math.max(1, at(high) - at(low)).toFixed(1) : '0',
    middle: isShown ? at(value).toFixed(1) : '0',
    zero: at(0).toFixed(1),
    left: unit === 'difference' ? '−100' : '0',
    right: '100',
  }
}

const boundsWords = ({ bounds }: NamedFigure): string =>
  bounds === null || bounds.low === bounds.high
    ? ''
    : `Between ${countWords(bounds.low)} and ${countWords(bounds.high)} of ${countWords(bounds.denominator)}, with what is not checked, cannot be told or is disputed.`

const rangeLine = (figure: NamedFigure): string => {
  const range = rangeWords(figure)
  return range === null ? '' : `range ${range}`
}

const figureRow = (index: AuditIndex, figure: NamedFigure): FigureRow => ({
  label: figure.label,
  count: ofWords(figure) ?? '',
  value: figureWords(figure) ?? (figure.nullReason === null ? '' : NULL_REASON_LINES[figure.nullReason]),
  range: figure.value === null ? '' : (rangeWords(figure) ?? ''),
  hasRows: figure.rows !== null && (figure.numerator ?? 0) > 0,
  href: figure.rows === null ? '' : figureRowsPath(index, figure.rows),
})

const basisOf = ({ basisMix }: IndicatorFinding): string =>
  basisMix === null
    ? ''
    : `${countOf(basisMix.confirmedCount, 'point')} checked by a person, ${countWords(basisMix.checkedTwiceCount)} of them twice.`

const boxOf = (index: AuditIndex, finding: IndicatorFinding): IndicatorBox => {
  const { byPoint, byIdea, companions } = finding
  const value = figureWords(byPoint) ?? (byPoint.nullReason === 'too-few' ? ofWords(byPoint) : null)
  const others = [...(byIdea === null ? [] : [byIdea]), ...companions]
  return {
    anchor: finding.id,
    number: finding.number,
    name: finding.name,
    question: finding.question,
    isExperimental: finding.isExperimental,
    hasValue: value !== null,
    value: value ?? '',
    under: [byPoint.value === null ? '' : (ofWords(byPoint) ?? ''), rangeLine(byPoint)].filter(Boolean).join(', '),
    isSmall: byPoint.isSmall,
    drawing: drawRange(byPoint),
    sentence: [finding.sentence ?? finding.nullSentence ?? 'Not on record.', boundsWords(byPoint)]
      .filter(Boolean)
      .join(' '),
    hasTwin: finding.twin !== null,
    twin: finding.twin ?? '',
    doesNotShow: finding.doesNotShow,
    hasRows: byPoint.rows !== null && (byPoint.numerator ?? 0) > 0,
    href: byPoint.rows === null ? '' : figureRowsPath(index, byPoint.rows),
    hasCompanions: others.length > 0,
    companions: others.map(figure => figureRow(index, figure)),
    hasItems: finding.items.length > 0,
    items: finding.items.map(({ text, state, on }) => ({
      text,
      state: [state, on === null ? '' : dateWords(on)].filter(Boolean).join(', '),
    })),
    basis: basisOf(finding),
  }
}

/** Every figure in its fixed order: no worst three, for among many one or two look extreme by luck. */
export const indicatorsPage = (site: Site, index: AuditIndex): IndicatorsView => {
  const { record, audit } = index
  const path = `${consultationPath(index)}/indicators`
  // The sentence of L28 in two: how many records are on file, and what is missing.
  const completeness = audit.indicators.find(({ id }) => id === 'completeness')?.sentence ?? ''
  const [first, ...rest] = completeness.split(/\. Missing:/)
  return {
    frame: frameOf(site, {
      title: `All numbers: ${record.consultation.title}`,
      description: `Every indicator for ${record.consultation.title}, with its range and what it does not show.`,
      path,
      crumbs: [{ href: consultationPath(index), text: record.consultation.title }],
      fictional: audit.isFictional ? record.body.shortName : null,
      asOf: audit.asOf,
      version: latestVersion(record),
      methodVersion: audit.methodVersion,
      twins: { csv: `${path}.csv`, json: `${path}.json` },
    }),
    heading:
      first === undefined || first === ''
        ? `What the ${countOf(audit.indicators.length, 'number')} say`
        : `${first.trim().replace(/\.$/, '')}.`,
    missing: rest.length === 0 ? '' : `Missing: ${rest.join(' ').trim()}`,
    lede: `All ${countOf(audit.indicators.length, 'number')}, always in this order. Each says what it does not show. The thick bar is the range.`,
    indicators: audit.indicators.map(finding => boxOf(index, finding)),
  }
}
