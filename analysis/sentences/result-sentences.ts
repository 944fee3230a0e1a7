import type { Audit, GroupCounts, Sentence } from '../finding.ts'
import { compose, paragraph, tell } from './compose.ts'
import { subjectOf } from './subject.ts'
import { countText, plural } from './wording.ts'

/** "made a change for 52; 14 were already in the plan", with every special case of pages.md 3.1. */
const changeSentence = (counts: GroupCounts, hasEarlierPlan: boolean): Sentence => {
  const { changeMade, originUnknown, alreadyPlanned } = counts
  if (!hasEarlierPlan && changeMade > 0) return withoutEarlierPlan(changeMade)
  const known = changeMade - originUnknown
  const change =
    known === 0 ? compose('We found no change') : compose('It made a change for ', tell('change-made', known))
  const unknown =
    originUnknown === 0
      ? ''
      : compose(
          '; ',
          tell('origin-unknown', originUnknown),
          `${known === 0 ? '' : ' more'} ${plural(originUnknown, 'is', 'are')} in the decision, origin unknown`,
        )
  const planned =
    alreadyPlanned === 0
      ? ''
      : compose(
          '; ',
          tell('already-planned', alreadyPlanned),
          ` ${plural(alreadyPlanned, 'was', 'were')} already in the plan`,
        )
  return compose(change.parts, unknown === '' ? '' : unknown.parts, planned === '' ? '' : planned.parts, '.')
}

const withoutEarlierPlan = (count: number): Sentence =>
  compose(
    'The plan now has what ',
    tell('change-made', count),
    ' asked for. No earlier plan is on record, so we cannot say what changed.',
  )

const noAnswerSentence = ({ n, noAnswer, notChecked }: GroupCounts, isShort: boolean): Sentence => {
  if (noAnswer === n && isShort) return compose('We found no answer to any of them.')
  if (noAnswer > 0) return compose('For ', tell('no-answer', noAnswer), ', we found no answer.')
  return compose(notChecked > 0 ? 'Every point we checked has an answer.' : 'Every decided point has an answer.')
}

const lateSentence = ({ overdue }: GroupCounts): Sentence | null =>
  overdue === 0
    ? null
    : compose(tell('overdue', overdue), ` more ${plural(overdue, 'waits', 'wait')} for a late decision.`)

/** "Counted by idea. The 248 points are 71 ideas. 41 were answered. For 22, we found no answer." */
export const ideaSentence = ({ groups: { byPoint, byIdea } }: Pick<Audit, 'groups'>): Sentence =>
  compose(
    'Counted by idea. ',
    `The ${countText(byPoint.n)} ${plural(byPoint.n, 'point is', 'points are')} `,
    tell('ideas', byIdea.n),
    ` ${plural(byIdea.n, 'idea', 'ideas')}. `,
    byIdea.answered === 0
      ? 'None was answered.'
      : compose(tell('ideas-answered', byIdea.answered), ` ${plural(byIdea.answered, 'was', 'were')} answered.`).parts,
    byIdea.noAnswer === 0
      ? ''
      : compose(' For ', tell('ideas-no-answer', byIdea.noAnswer), ', we found no answer.').parts,
  )

/** Half is answered by one count and not by the other: then neither may stand alone. */
const countsDisagree = ({ byPoint, byIdea }: Audit['groups']): boolean =>
  byPoint.answered * 2 > byPoint.n !== byIdea.answered * 2 > byIdea.n

const answeredSentence = (audit: Audit): Sentence => {
  const { n, answered } = audit.groups.byPoint
  const subject = subjectOf(audit)
  if (answered === n) return compose(`${subject} answered all `, tell('n', n), ' points people made.')
  if (answered === 0) return compose(`${subject} answered none of the `, tell('n', n), ' points people made.')
  return compose(`${subject} answered `, tell('answered', answered), ' of the ', tell('n', n), ' points people made.')
}

/** The finding from 30 points on. */
export const wholeResult = (audit: Audit): Sentence => {
  const counts = audit.groups.byPoint
  const idea = countsDisagree(audit.groups) ? ideaSentence(audit) : null
  if (counts.noAnswer === counts.n)
    return paragraph(compose('We found no answer to any of the ', tell('n', counts.n), ' points people made.'), idea)
  return paragraph(
    answeredSentence(audit),
    changeSentence(counts, audit.baseline !== null),
    noAnswerSentence(counts, false),
    lateSentence(counts),
    idea,
  )
}

const shortAnswered = (audit: Audit): Sentence | null => {
  const { n, answered, noAnswer } = audit.groups.byPoint
  if (noAnswer === n) return null
  const subject = subjectOf(audit)
  if (answered === n) return compose(`${subject} answered all `, tell('n', n), '.')
  return answered === 0
    ? compose(`${subject} answered none.`)
    : compose(`${subject} answered `, tell('answered', answered), '.')
}

/** 2 to 29 points: a list, no picture, no comparison. */
export const smallResult = (audit: Audit): Sentence => {
  const counts = audit.groups.byPoint
  const people =
    audit.contributorCount === 1
      ? compose('One person made ')
      : compose(tell('contributors', audit.contributorCount), ' people made ')
  return paragraph(
    compose(people.parts, tell('n', counts.n), ' points.'),
    shortAnswered(audit),
    noAnswerSentence(counts, true),
    lateSentence(counts),
  )
}
