import { GROUPS, type Group, type GroupCounts } from '../../../analysis/finding.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import { apportion } from './apportion.ts'
import { pointsPath } from './addresses.ts'
import { GROUP_LINES, GROUP_NAMES } from './group-words.ts'
import { drawDots, type Drawing } from './marks.ts'
import { countOf, countWords } from './number-words.ts'

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
const ANSWERED: readonly Group[] = ['change-made', 'already-in-the-plan', 'turned-down-with-a-reason', 'put-off']
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

const nameOf = (group: Group, { cannotTell }: GroupCounts): string =>
  group === 'not-checked-yet' && cannotTell > 0 ? 'Not checked, or cannot tell' : GROUP_NAMES[group]

/** The line under a name, with what a reader should know of the count: shorter, so that it stays on one line. */
const lineOf = (group: Group, counts: GroupCounts): string => {
  const { changeInPart, originUnknown, outOfScope, overdue, notChecked, cannotTell } = counts
  if (group === 'change-made' && changeInPart + originUnknown > 0)
    return [
      'The plan now does this',
      ...(changeInPart > 0 ? [`${countWords(changeInPart)} in part`] : []),
      ...(originUnknown > 0 ? [`${countWords(originUnknown)} origin unknown`] : []),
    ].join(', ')
  if (group === 'turned-down-with-a-reason' && outOfScope > 0)
    return `Said no, and why; ${countWords(outOfScope)} out of scope.`
  if (group === 'not-decided-yet' && overdue > 0) return `Yet to be decided; ${countWords(overdue)} overdue.`
  if (group === 'not-checked-yet' && cannotTell > 0)
    return `${countWords(notChecked - cannotTell)} not checked, ${countWords(cannotTell)} we cannot tell.`
  return GROUP_LINES[group]
}

const marksOf = (counts: GroupCounts): Readonly<Record<string, number>> => {
  const all = GROUPS.map(group => countOfGroup(counts, group))
  const marks = counts.n > mostMarks ? apportion(all, scaledMarks) : all
  return Object.fromEntries(GROUPS.map((group, place) => [group, marks[place] ?? 0]))
}

const rowsOf = (index: AuditIndex, groups: readonly Group[], areZerosShown: boolean): readonly PictureRow[] => {
  const counts = index.audit.groups.byPoint
  const marks = marksOf(counts)
  return groups
    .filter(group => countOfGroup(counts, group) > 0 || (areZerosShown && SHOWN_AT_ZERO.includes(group)))
    .map(group => ({
      count: countWords(countOfGroup(counts, group)),
      name: nameOf(group, counts),
      line: lineOf(group, counts),
      href: pointsPath(index, { group: [group] }),
      drawing: drawDots(group, marks[group] ?? 0),
    }))
}

const scaleOf = (n: number): string => (n > mostMarks ? '1 mark = 1 in 100' : '1 dot = 1 point')

const checkedRow = (index: AuditIndex): PictureRow => {
  const { n, notChecked } = index.audit.groups.byPoint
  const checked = n - notChecked
  const marks = n > mostMarks ? (apportion([checked, notChecked], scaledMarks)[0] ?? 0) : checked
  return {
    count: countWords(checked),
    name: 'Checked by a person',
    line: 'Each point shows its own result. We add them up when 9 in 10 are checked.',
    href: pointsPath(index),
    drawing: {
      ...drawDots('change-made', marks),
      shapes: drawDots('change-made', marks).shapes.map(s => ({ ...s, cssClass: 'fill-ink' })),
    },
  }
}

/** The picture beside the finding. Text beside the marks carries each number, so the drawing itself is silent. */
export const drawPicture = (index: AuditIndex): Picture => {
  const kind = pictureKind(index)
  const { n, answered, noAnswer, notDecided, notChecked } = index.audit.groups.byPoint
  if (n !== answered + noAnswer + notDecided + notChecked)
    throw new Error(`The groups of ${index.audit.consultationRef} do not add up to its ${n} points.`)
  const isByGroup = kind === 'groups'
  const waiting: readonly Group[] = ['not-decided-yet', 'not-checked-yet']
  return {
    isShown: kind !== 'none',
    hasBracket: isByGroup,
    heading: isByGroup ? 'What happened to each point' : 'Where each point stands',
    bracket: isByGroup ? `Answered: ${countWords(answered)}` : countOf(n, 'point'),
    scale: scaleOf(n),
    answeredRows: isByGroup ? rowsOf(index, ANSWERED, true) : [],
    otherRows: isByGroup
      ? rowsOf(index, ['no-answer-found', ...waiting], true)
      : [
          ...(kind === 'checked-or-not' ? [checkedRow(index)] : []),
          ...rowsOf(index, kind === 'waiting' ? waiting : ['not-checked-yet'], false),
        ],
  }
}
