import { PICTURE_WIDTHS } from '../../export/draw-png.ts'
import type { NamedFigure } from '../../../analysis/finding.ts'
import { FEW_PEOPLE_TEXT } from '../../../analysis/disclosure/protect-groups.ts'
import { isCountOfRecords } from '../../../analysis/indicators/figure.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath, figureRowsPath } from './addresses.ts'
import { figureWords, ofWords, rangeWords, wordsElsewhere } from './number-words.ts'
import { drawStrip, type Strip } from './strip.ts'

/** One share of a picture, its number in words beside it. */
export interface RangeRow {
  /** What the words are made from: for files and pictures. */
  readonly figure: NamedFigure
  readonly label: string
  readonly hasLink: boolean
  readonly href: string
  readonly count: string
  /** Count and share as they stand beside the drawing. */
  readonly words: string
  readonly share: string
  readonly range: string
  readonly isSmall: boolean
  readonly isHidden: boolean
  readonly strip: Strip
}
export interface RangeGroup {
  readonly hasHeading: boolean
  readonly heading: string
  readonly rows: readonly RangeRow[]
}
/** Shares with their ranges on one axis from 0 to 100; the table beside it holds the same words. */
export interface RangeChart {
  readonly isShown: boolean
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly caption: string
  readonly rowHeading: string
  readonly countHeading: string
  readonly groups: readonly RangeGroup[]
  readonly source: string
  readonly csv: string
  readonly json: string
  readonly svg: string
  readonly png: string
}

/** What stands for a figure in every form of it: page, table, CSV, JSON and picture. */
export const shownAs = (t: Strings, figure: NamedFigure): string => {
  if (figure.nullReason === 'suppressed') return FEW_PEOPLE_TEXT
  const value = figureWords(t, figure)
  if (value !== null) return value
  return figure.nullReason === null ? '' : t.records.nullReasons[figure.nullReason]
}

/** Off the page of all numbers a share of fewer than 30 stands as its count alone. */
export const countRow = (t: Strings, index: AuditIndex, figure: NamedFigure, label = figure.label): RangeRow => {
  const row = rangeRow(t, index, figure, label)
  if (!figure.isSmall) return row
  const { count, value: share, range } = wordsElsewhere(t, figure)
  return { ...row, words: count, count, share, range, isSmall: false }
}

export const rangeRow = (t: Strings, index: AuditIndex, figure: NamedFigure, label = figure.label): RangeRow => {
  const isHidden = figure.nullReason === 'suppressed'
  const count = isHidden ? FEW_PEOPLE_TEXT : (ofWords(t, figure) ?? '')
  const share = isHidden || isCountOfRecords(figure) ? '' : shownAs(t, figure)
  const hasRows = !isHidden && figure.rows !== null && (figure.numerator ?? 0) > 0
  return {
    figure,
    label,
    hasLink: hasRows,
    href: hasRows && figure.rows !== null ? figureRowsPath(index, figure.rows) : '',
    words: [count, share].filter(Boolean).join(', '),
    count,
    share,
    range: figure.value === null ? '' : (rangeWords(t, figure) ?? ''),
    isSmall: figure.isSmall,
    isHidden,
    strip: drawStrip(figure),
  }
}

type ChartParts = Pick<RangeChart, 'id' | 'title' | 'caption' | 'rowHeading' | 'countHeading' | 'groups'> & {
  readonly measure: string
}

export const chartPath = (index: AuditIndex, id: string): string => `${consultationPath(index)}/charts/${id}`

export const rangeChart = (t: Strings, index: AuditIndex, { measure, ...parts }: ChartParts): RangeChart => {
  const { record, audit } = index
  const path = chartPath(index, parts.id)
  return {
    ...parts,
    isShown: parts.groups.some(({ rows }) => rows.length > 0),
    subtitle: t.charts.subtitle(measure, record.consultation.title, record.body.shortName),
    source: t.charts.source(audit.asOf, audit.methodVersion),
    csv: `${path}.csv`,
    json: `${path}.json`,
    svg: `${path}.svg`,
    png: `${path}-${PICTURE_WIDTHS[0]}.png`,
  }
}
