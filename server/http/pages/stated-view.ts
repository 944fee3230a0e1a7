import type { NamedFigure, StatedBreakdown, StatedView } from '../../../analysis/finding.ts'
import { CONTRIBUTOR_TYPES } from '../../../data/model/contribution.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import { fewestPeople, narrow, notGiven, type Facet } from '../../usecases/point-facets.ts'
import { consultationPath, pointsPath } from './addresses.ts'
import { countOf, countWords, figureWords, ofWords, pointsWords, rangeWords } from './number-words.ts'
import { CONTRIBUTOR_TYPE_NAMES, STATED_NAMES } from './record-words.ts'

export interface StatedRow {
  readonly says: string
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
    readonly points: readonly { readonly number: string; readonly href: string }[]
    readonly answers: string
  }[]
  readonly morePath: string
}

const ATTRIBUTE_NAMES: Readonly<Record<StatedBreakdown['attribute'], string>> = {
  'contributor-type': 'who sent it',
  area: 'area',
  group: 'group',
  topic: 'topic',
  subtopic: 'finer topic',
  channel: 'how it came',
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

const isAboutPeople = ({ attribute }: StatedBreakdown): boolean =>
  attribute === 'contributor-type' || attribute === 'area' || attribute === 'group' || attribute === 'channel'

const shareRow = (label: string, figure: NamedFigure, href = '', isHidden = false): ShareRow => ({
  label,
  hasLink: href !== '' && !isHidden,
  href: isHidden ? '' : href,
  count: isHidden ? 'hidden to protect people' : (ofWords(figure) ?? 'not known'),
  share: isHidden ? '' : (figureWords(figure) ?? (figure.nullReason === 'too-few' ? 'too few for a rate' : '')),
  range: isHidden || figure.value === null ? '' : (rangeWords(figure) ?? ''),
})

/** The list behind a row; none where values stand together, or where the list puts small ones together and would be empty. */
const rowsPath = (index: AuditIndex, { attribute }: StatedBreakdown, values: readonly string[]): string => {
  const facet = LINKED_FACETS[attribute]
  const [value] = values
  if (facet === undefined || value === undefined || values.length > 1) return ''
  const selected = { [facet]: [value === '' ? notGiven : value] }
  return narrow(index, { selected, q: '' }).length === 0 ? '' : pointsPath(index, selected)
}

const shareTable = (index: AuditIndex, breakdown: StatedBreakdown): ShareTable => ({
  heading: `By ${ATTRIBUTE_NAMES[breakdown.attribute]}`,
  attribute: breakdown.attribute,
  rows: breakdown.rows.map(({ values, label, accepted }) => {
    const isFew = (accepted.denominator ?? 0) < fewestPeople && isAboutPeople(breakdown) && !index.isPublishedAtSource
    return shareRow(
      index.isPublishedAtSource ? label : labelOf(breakdown, label),
      accepted,
      rowsPath(index, breakdown, values),
      isFew || accepted.nullReason === 'suppressed',
    )
  }),
})

/** A kind of contributor in our words; values of the source stand as they are. */
const labelOf = ({ attribute }: StatedBreakdown, label: string): string => {
  const kind = attribute === 'contributor-type' ? CONTRIBUTOR_TYPES.find(type => type === label) : undefined
  return kind === undefined ? label : CONTRIBUTOR_TYPE_NAMES[kind]
}

/**
 * Where the words of the source for who sent it say more than the kind (an area, a role), the table would split people by
 * two traits at once: it is left out unless the source has published it row by row.
 */
const isShown = (index: AuditIndex, { attribute, rows }: StatedBreakdown): boolean =>
  rows.length > 1 &&
  (index.isPublishedAtSource ||
    attribute !== 'contributor-type' ||
    rows.every(({ value }) => value === '' || CONTRIBUTOR_TYPES.some(type => type === value)))

const hasChecks = ({ byCode }: StatedView): boolean => byCode.some(({ checkedCount }) => checkedCount > 0)

const rowsOf = (index: AuditIndex, stated: StatedView): readonly StatedRow[] =>
  stated.byCode.map(({ code, rawStates, pointCount, checkedCount, agreeCount, differCount }) => ({
    means: rawStates.length > 0 ? STATED_NAMES[code].toLowerCase() : '',
    says: rawStates.length > 0 ? rawStates.map(raw => `“${raw}”`).join(', ') : STATED_NAMES[code],
    href: pointsPath(index, { stated: [code] }),
    points: countWords(pointCount),
    checked: countWords(checkedCount),
    agree: countWords(agreeCount),
    differ: countWords(differCount),
    hasChecks: hasChecks(stated),
  }))

/** Officers against the rest, by the body's own account: a gap only where its range leaves out 0. */
const officersLine = ({ sentences, audit }: AuditIndex): string => {
  const difference = audit.stated.officersAgainstRest?.difference
  if (difference === undefined) return ''
  const { value, low, high } = difference
  if (value === null || low === null || high === null) return ''
  const account = `By ${sentences.subject === sentences.subjectWithin ? 'its' : 'the council’s'} own account`
  if (low <= 0 && high >= 0) return `${account}, points of its own officers were taken up no more often than the rest.`
  const [near, far] = value > 0 ? [low, high] : [-high, -low]
  const side = value > 0 ? 'more' : 'less'
  return `${account}, points of its own officers were taken up ${side} often: by ${pointsWords(Math.abs(value))} percentage points (${pointsWords(near)} to ${pointsWords(far)}).`
}

const oddsLine = ({ officersAgainstRest }: StatedView): string => {
  const odds = officersAgainstRest?.oddsRatio
  if (odds === undefined || odds.value === null) return ''
  return `As an odds ratio: ${figureWords(odds) ?? ''} (${rangeWords(odds) ?? 'no range'}).`
}

const emptyLine = ({ reasons }: StatedView): string =>
  `${countOf(reasons.emptyCount, 'reason is', 'reasons are')} empty: only ${reasons.empty
    .map(({ text, useCount }) => `“${text}” (${countOf(useCount, 'time')})`)
    .join(', ')}. We count them as no reason.`

const reusedLine = ({ reasons }: StatedView): string => {
  const [first] = reasons.reused
  return first === undefined
    ? ''
    : `One sentence was given for ${countOf(first.useCount, 'point')}. ${countOf(reasons.reused.length, 'sentence was', 'sentences were')} used 5 times or more.`
}

const ledeOf = (index: AuditIndex, { statedCount, nothingSaidCount }: StatedView): string => {
  const dates = index.record.statedOutcomes.flatMap(({ statedOn }) => statedOn ?? [])
  const said = `${index.sentences.subject} says what became of ${countOf(statedCount, 'point')}.`
  const silent = nothingSaidCount > 0 ? ` It says nothing about ${countWords(nothingSaidCount)}.` : ''
  const undated = dates.length === 0 ? ' The records do not say when it said so.' : ''
  return `${said}${silent}${undated} None of this is in any total of ours.`
}

/** What the body itself says. In ink only, in no total, always "the council says". */
export const statedSection = (index: AuditIndex): StatedSection => {
  const { stated } = index.audit
  const tables = stated.breakdowns
    .filter(breakdown => isShown(index, breakdown))
    .map(breakdown => shareTable(index, breakdown))
  const first = tables.find(({ attribute }) => attribute === 'contributor-type')
  const line = officersLine(index)
  return {
    isShown: stated.statedCount > 0,
    lede: ledeOf(index, stated),
    hasChecks: hasChecks(stated),
    rows: rowsOf(index, stated),
    accepted: shareRow('All points', stated.accepted),
    acceptedWithoutOfficers: shareRow('All but the council’s own officers', stated.acceptedWithoutOfficers),
    hasOfficers: line !== '',
    officersLine: line,
    oddsLine: oddsLine(stated),
    hasFirstTable: first !== undefined,
    firstTable: first ?? { heading: '', attribute: '', rows: [] },
    tables,
    reasonLine:
      stated.reasons.refusedCount === 0
        ? 'It refused none.'
        : `It refused ${countOf(stated.reasons.refusedCount, 'point')}. A reason stands beside ${countWords(stated.reasons.withReasonText.numerator ?? 0)} of them.`,
    hasEmpty: stated.reasons.emptyCount > 0,
    emptyLine: emptyLine(stated),
    hasReused: stated.reasons.reused.length > 0,
    reusedLine: reusedLine(stated),
    reused: stated.reasons.reused.slice(0, mostReused).map(({ text, useCount }) => ({
      text,
      language: index.record.consultation.language ?? index.record.body.language,
      uses: countWords(useCount),
    })),
    hasUnequal: stated.unequalAnswers.length > 0,
    unequalLine: `${countOf(stated.unequalAnswers.length, 'set of points uses', 'sets of points use')} the same words and got different answers.`,
    unequal: stated.unequalAnswers.slice(0, mostUnequal).map(({ pointNumbers, codes }) => ({
      points: pointNumbers
        .slice(0, 12)
        .map(number => ({ number: countWords(number), href: `${consultationPath(index)}/points/${number}` })),
      answers: codes.map(code => STATED_NAMES[code]).join('; '),
    })),
    morePath: `${consultationPath(index)}/stated`,
  }
}
