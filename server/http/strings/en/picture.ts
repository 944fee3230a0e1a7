import { count, nouns } from './nouns.ts'

/** "…, 3 in part, 1 origin unknown": what a reader should know of the count, kept short so that it stays on one line. */
const changeMade = (inPart: number, originUnknown: number): string =>
  [
    'The plan now does this',
    ...(inPart > 0 ? [`${count(inPart)} in part`] : []),
    ...(originUnknown > 0 ? [`${count(originUnknown)} origin unknown`] : []),
  ].join(', ')

export const picture = {
  notCheckedOrUnknown: 'Not checked, or cannot tell',
  changeMade,
  turnedDown: (outOfScope: number) => `Said no, and why; ${count(outOfScope)} out of scope.`,
  notDecided: (overdue: number) => `Yet to be decided; ${count(overdue)} overdue.`,
  notChecked: (notChecked: number, cannotTell: number) =>
    `${count(notChecked)} not checked, ${count(cannotTell)} we cannot tell.`,
  scaled: '1 mark = 1 in 100',
  each: '1 dot = 1 point',
  checked: 'Checked by a person',
  checkedLine: 'Each point shows its own result. We add them up when 9 in 10 are checked.',
  heading: 'What happened to each point',
  waitingHeading: 'Where each point stands',
  answered: (n: number) => `Answered: ${count(n)}`,
  bracket: nouns.points,
}
