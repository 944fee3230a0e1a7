import { GROUPS, type Group, type GroupCounts } from '../../../analysis/finding.ts'
import { ANSWERED_GROUPS } from '../../../analysis/outcomes/outcome-groups.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { Strings } from '../strings/strings.ts'
import { apportion } from './apportion.ts'
import { pointsPath } from './addresses.ts'
import { drawDots, type Drawing } from './marks.ts'

/** What the first screen draws: every point by group, checked and not checked only, or nothing. */
export type PictureKind = 'groups' | 'checked-or-not' | 'waiting' | 'none'

export interface PictureRow {
  readonly count: string
  readonly name: string
  readonly line: string
  readonly href: string
  readonly drawing: Drawing
}
export interface Picture {
  readonly isShown: boolean
  readonly hasBracket: boolean
  readonly heading: string
  readonly bracket: string
  readonly scale: string
  readonly answeredRows: readonly PictureRow[]
  readonly otherRows: readonly PictureRow[]
}

const mostMarks = 600
const fewestForPicture = 30
const scaledMarks = 100
const SHOWN_AT_ZERO: readonly Group[] = ['change-made', 'turned-down-with-a-reason', 'no-answer-found']

export const countOfGroup = (counts: GroupCounts, group: Group): number => {
  switch (group) {
    case 'change-made':
      return counts.changeMade
    case 'already-in-the-plan':
      return counts.alreadyPlanned
    case 'turned-down-with-a-reason':
      return counts.turnedDown
    case 'put-off':
      return counts.putOff
    case 'no-answer-found':
      return counts.noAnswer
    case 'not-decided-yet':
      return counts.notDecided
    case 'not-checked-yet':
      return counts.notChecked
  }
}

/** Under 30 points a list speaks better; before the gate is met a part of the sum would mislead. */
export const pictureKind = ({ audit, sentences }: AuditIndex): PictureKind => {
  const { n } = audit.groups.byPoint
  if (n < fewestForPicture) return 'none'
  if (sentences.rule === 'result') return 'groups'
  return sentences.rule === 'gate-not-met' ? 'checked-or-not' : 'waiting'
}

/** Whether the page may say a result: with a picture from 30 points on, in words alone below. */
export const hasResult = ({ sentences: { rule } }: AuditIndex): boolean =>
  rule === 'result' || rule === 'few-points' || rule === 'one-point'

const nameOf = (t: Strings, group: Group, { cannotTell }: GroupCounts): string =>
  group === 'not-checked-yet' && cannotTell > 0 ? t.picture.notCheckedOrUnknown : t.results.groups[group]

/** The line under a name, with what a reader should know of the count: shorter, so that it stays on one line. */
const lineOf = (t: Strings, group: Group, counts: GroupCounts): string => {
  const { changeInPart, originUnknown, outOfScope, overdue, notChecked, cannotTell } = counts
  if (group === 'change-made' && changeInPart + originUnknown > 0)
    return t.picture.changeMade(changeInPart, originUnknown)
  if (group === 'turned-down-with-a-reason' && outOfScope > 0) return t.picture.turnedDown(outOfScope)
  if (group === 'not-decided-yet' && overdue > 0) return t.picture.notDecided(overdue)
  if (group === 'not-checked-yet' && cannotTell > 0) return t.picture.notChecked(notChecked - cannotTell, cannotTell)
  return t.results.groupLines[group]
}

const marksOf = (counts: GroupCounts): Readonly<Record<string, number>> => {
  const all = GROUPS.map(group => countOfGroup(counts, group))
  const marks = counts.n > mostMarks ? apportion(all, scaledMarks) : all
  return Object.fromEntries(GROUPS.map((group, place) => [group, marks[place] ?? 0]))
}

const rowsOf = (
  t: Strings,
  index: AuditIndex,
  groups: readonly Group[],
  areZerosShown: boolean,
): readonly PictureRow[] => {
  const counts = index.audit.groups.byPoint
  const marks = marksOf(counts)
  return groups
    .filter(group => countOfGroup(counts, group) > 0 || (areZerosShown && SHOWN_AT_ZERO.includes(group)))
    .map(group => ({
      count: t.count(countOfGroup(counts, group)),
      name: nameOf(t, group, counts),
      line: lineOf(t, group, counts),
      href: pointsPath(index, { group: [group] }),
      drawing: drawDots(group, marks[group] ?? 0),
    }))
}

const scaleOf = (t: Strings, n: number): string => (n > mostMarks ? t.picture.scaled : t.picture.each)

const checkedRow = (t: Strings, index: AuditIndex): PictureRow => {
  const { n, notChecked } = index.audit.groups.byPoint
  const checked = n - notChecked
  const marks = n > mostMarks ? (apportion([checked, notChecked], scaledMarks)[0] ?? 0) : checked
  return {
    count: t.count(checked),
    name: t.picture.checked,
    line: t.picture.checkedLine,
    href: pointsPath(index),
    drawing: {
      ...drawDots('change-made', marks),
      shapes: drawDots('change-made', marks).shapes.map(s => ({ ...s, cssClass: 'fill-ink' })),
    },
  }
}

/** The picture beside the finding. Text beside the marks carries each number, so the drawing itself is silent. */
export const drawPicture = (t: Strings, index: AuditIndex): Picture => {
  const kind = pictureKind(index)
  const { n, answered, noAnswer, notDecided, notChecked } = index.audit.groups.byPoint
  if (n !== answered + noAnswer + notDecided + notChecked)
    throw new Error(`The groups of ${index.audit.consultationRef} do not add up to its ${n} points.`)
  const isByGroup = kind === 'groups'
  const waiting: readonly Group[] = ['not-decided-yet', 'not-checked-yet']
  return {
    isShown: kind !== 'none',
    hasBracket: isByGroup,
    heading: isByGroup ? t.picture.heading : t.picture.waitingHeading,
    bracket: isByGroup ? t.picture.answered(answered) : t.picture.bracket(n),
    scale: scaleOf(t, n),
    answeredRows: isByGroup ? rowsOf(t, index, ANSWERED_GROUPS, true) : [],
    otherRows: isByGroup
      ? rowsOf(t, index, ['no-answer-found', ...waiting], true)
      : [
          ...(kind === 'checked-or-not' ? [checkedRow(t, index)] : []),
          ...rowsOf(t, index, kind === 'waiting' ? waiting : ['not-checked-yet'], false),
        ],
  }
}
