import type { NamedFigure, StatedBreakdown, StatedView } from '../../../analysis/finding.ts'
import { CONTRIBUTOR_TYPES } from '../../../data/model/contribution.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import { narrow, notGiven, type Facet } from '../../usecases/point-facets.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath, pointsPath } from './addresses.ts'
import { figureWords, ofWords, rangeWords } from './number-words.ts'
import { recordLanguage } from './quoted-language.ts'

export interface StatedRow {
  readonly says: string
  readonly language: string
  readonly means: string
  readonly href: string
  readonly points: string
  readonly checked: string
  readonly agree: string
  readonly differ: string
  readonly hasChecks: boolean
}
export interface ShareRow {
  readonly label: string
  readonly hasLink: boolean
  readonly href: string
  readonly count: string
  readonly share: string
  readonly range: string
}
export interface ShareTable {
  readonly heading: string
  readonly label: string
  readonly attribute: string
  readonly rows: readonly ShareRow[]
}
export interface StatedSection {
  readonly isShown: boolean
  readonly lede: string
  readonly hasChecks: boolean
  readonly rows: readonly StatedRow[]
  readonly accepted: ShareRow
  readonly acceptedWithoutOfficers: ShareRow
  readonly hasOfficers: boolean
  readonly officersLine: string
  readonly oddsLine: string
  readonly hasFirstTable: boolean
  readonly firstTable: ShareTable
  readonly tables: readonly ShareTable[]
  readonly reasonLine: string
  readonly hasEmpty: boolean
  readonly emptyLine: string
  readonly hasReused: boolean
  readonly reusedLine: string
  readonly reused: readonly { readonly text: string; readonly language: string; readonly uses: string }[]
  readonly hasUnequal: boolean
  readonly unequalLine: string
  readonly unequal: readonly {
    readonly points: readonly { readonly name: string; readonly href: string }[]
    readonly answers: string
  }[]
  readonly morePath: string
}

const LINKED_FACETS: Readonly<Partial<Record<StatedBreakdown['attribute'], Facet>>> = {
  'contributor-type': 'contributor-type',
  area: 'area',
  topic: 'topic',
  subtopic: 'subtopic',
  channel: 'channel',
}
const mostReused = 5
const mostUnequal = 5

const shareRow = (t: Strings, label: string, figure: NamedFigure, href = ''): ShareRow => ({
  label,
  hasLink: href !== '',
  href,
  count: ofWords(t, figure) ?? t.stated.notKnown,
  share: figureWords(t, figure) ?? (figure.nullReason === 'too-few' ? t.stated.tooFew : ''),
  range: figure.value === null ? '' : (rangeWords(t, figure) ?? ''),
})

/** The list behind a row; none where values stand together, or where the list puts small ones together and would be empty. */
const rowsPath = (index: AuditIndex, { attribute }: StatedBreakdown, values: readonly string[]): string => {
  const facet = LINKED_FACETS[attribute]
  const [value] = values
  if (facet === undefined || value === undefined || values.length > 1) return ''
  const selected = { [facet]: [value === '' ? notGiven : value] }
  return narrow(index, { selected, q: '' }).length === 0 ? '' : pointsPath(index, selected)
}

const shareTable = (t: Strings, index: AuditIndex, breakdown: StatedBreakdown): ShareTable => ({
  heading: t.stated.by(breakdown.attribute),
  label: t.stated.takenUpBy(t.stated.by(breakdown.attribute)),
  attribute: breakdown.attribute,
  rows: breakdown.rows.map(({ values, label, accepted }) =>
    shareRow(
      t,
      index.isPublishedAtSource ? label : labelOf(t, breakdown, label),
      accepted,
      rowsPath(index, breakdown, values),
    ),
  ),
})

/** A kind of contributor in our words; values of the source stand as they are. */
const labelOf = (t: Strings, { attribute }: StatedBreakdown, label: string): string => {
  const kind = attribute === 'contributor-type' ? CONTRIBUTOR_TYPES.find(type => type === label) : undefined
  return kind === undefined ? label : t.records.contributorTypes[kind]
}

const hasChecks = ({ byCode }: StatedView): boolean => byCode.some(({ checkedCount }) => checkedCount > 0)

const rowsOf = (t: Strings, index: AuditIndex, stated: StatedView): readonly StatedRow[] =>
  stated.byCode.map(({ code, rawStates, pointCount, checkedCount, agreeCount, differCount }) => ({
    means: rawStates.length > 0 ? t.records.stated[code].toLowerCase() : '',
    says: rawStates.length > 0 ? t.stated.quoted(rawStates) : t.records.stated[code],
    language: rawStates.length > 0 ? recordLanguage(index) : t.language,
    href: pointsPath(index, { stated: [code] }),
    points: t.count(pointCount),
    checked: t.count(checkedCount),
    agree: t.count(agreeCount),
    differ: t.count(differCount),
    hasChecks: hasChecks(stated),
  }))

/** Officers against the rest, by the body's own account: a gap only where its range leaves out 0. */
const officersLine = (t: Strings, { sentences, audit }: AuditIndex): string => {
  const difference = audit.stated.officersAgainstRest?.difference
  if (difference === undefined) return ''
  const { value, low, high } = difference
  if (value === null || low === null || high === null) return ''
  const isNamed = sentences.subject === sentences.subjectWithin
  if (low <= 0 && high >= 0) return t.stated.noMoreOften(isNamed)
  const [near, far] = value > 0 ? [low, high] : [-high, -low]
  return t.stated.moreOften(isNamed, value > 0, {
    size: t.percentagePoints(Math.abs(value)),
    near: t.percentagePoints(near),
    far: t.percentagePoints(far),
  })
}

const oddsLine = (t: Strings, { officersAgainstRest }: StatedView): string => {
  const odds = officersAgainstRest?.oddsRatio
  if (odds === undefined || odds.value === null) return ''
  return t.stated.odds(figureWords(t, odds) ?? '', rangeWords(t, odds))
}

const reusedLine = (t: Strings, { reasons }: StatedView): string => {
  const [first] = reasons.reused
  return first === undefined ? '' : t.stated.reused(first.useCount, reasons.reused.length)
}

const ledeOf = (t: Strings, index: AuditIndex, { statedCount, nothingSaidCount }: StatedView): string => {
  const isUndated = index.record.statedOutcomes.every(({ statedOn }) => statedOn === null)
  return t.stated.sectionLede(index.sentences.subject, statedCount, nothingSaidCount, isUndated)
}

/** What the body itself says. In ink only, in no total, always "the council says". */
export const statedSection = (t: Strings, index: AuditIndex): StatedSection => {
  const { stated } = index.audit
  const tables = stated.breakdowns
    .filter(({ isSuppressed }) => !isSuppressed)
    .map(breakdown => shareTable(t, index, breakdown))
  const first = tables.find(({ attribute }) => attribute === 'contributor-type')
  const line = officersLine(t, index)
  return {
    isShown: stated.statedCount > 0,
    lede: ledeOf(t, index, stated),
    hasChecks: hasChecks(stated),
    rows: rowsOf(t, index, stated),
    accepted: shareRow(t, t.stated.allPoints, stated.accepted),
    acceptedWithoutOfficers: shareRow(t, t.stated.allButOfficers, stated.acceptedWithoutOfficers),
    hasOfficers: line !== '',
    officersLine: line,
    oddsLine: oddsLine(t, stated),
    hasFirstTable: first !== undefined,
    firstTable: first ?? { heading: '', label: '', attribute: '', rows: [] },
    tables,
    reasonLine:
      stated.reasons.refusedCount === 0
        ? t.stated.refusedNone
        : t.stated.refused(stated.reasons.refusedCount, stated.reasons.withReasonText.numerator ?? 0),
    hasEmpty: stated.reasons.emptyCount > 0,
    emptyLine: t.stated.empty(stated.reasons.emptyCount, stated.reasons.empty),
    hasReused: stated.reasons.reused.length > 0,
    reusedLine: reusedLine(t, stated),
    reused: stated.reasons.reused.slice(0, mostReused).map(({ text, useCount }) => ({
      text,
      language: recordLanguage(index),
      uses: t.count(useCount),
    })),
    hasUnequal: stated.unequalAnswers.length > 0,
    unequalLine: t.stated.unequal(stated.unequalAnswers.length),
    unequal: stated.unequalAnswers.slice(0, mostUnequal).map(({ pointNumbers, codes }) => ({
      points: pointNumbers
        .slice(0, 12)
        .map(number => ({ name: t.point.name(number), href: `${consultationPath(index)}/points/${number}` })),
      answers: codes.map(code => t.records.stated[code]).join('; '),
    })),
    morePath: `${consultationPath(index)}/stated`,
  }
}
