import type { Audit, Outcome, PointFinding, Sentence, SetAside } from '../finding.ts'
import { daysBetween } from '../outcomes/calendar.ts'
import { compose, tell } from './compose.ts'
import { subjectOf, subjectWithin } from './subject.ts'
import { dateText, plural } from './wording.ts'

type Teller = (audit: Audit, point: PointFinding) => Sentence

const fixed =
  (text: string): Teller =>
  () =>
    compose(text)

const deferred: Teller = (_, { particulars: { stepOwner, stepDueOn } }) =>
  compose(
    'A later step is named',
    stepOwner === null ? '' : `: ${stepOwner}`,
    stepDueOn === null ? '' : `, by ${dateText(stepDueOn)}`,
    '.',
  )

const pending: Teller = (audit, { particulars: { decisionDueOn }, flags }) => {
  if (decisionDueOn === null) return compose('No date for a decision is on record.')
  const days = daysBetween(decisionDueOn, audit.asOf)
  if (days <= 0 && !flags.includes('overdue')) {
    return compose(
      `${audit.consultation.decidingGroup ?? subjectOf(audit)} is to decide on ${dateText(decisionDueOn)}.`,
    )
  }
  return compose(
    `A decision was due on ${dateText(decisionDueOn)}. `,
    tell('days', days),
    ` ${plural(days, 'day has', 'days have')} passed.`,
  )
}

const unchecked: Teller = (audit, { particulars: { statedWord } }) =>
  statedWord === null
    ? compose('No person has checked it.')
    : compose(`${subjectOf(audit)} says “${statedWord}”. No person has checked it.`)

const CANNOT_TELL = {
  exempt: 'The decision is in a text that is closed to the public.',
  unobtainable: 'A decision exists. We could not get its text.',
  'coders-disagree': 'Those who checked it could not settle it.',
} as const

const BY_OUTCOME: Readonly<Record<Outcome, Teller>> = {
  'not-codable': fixed('There is nothing in it to follow: it is empty, spam or abuse only.'),
  withdrawn: fixed('Taken back by the person who made it.'),
  'out-of-scope': (_, { particulars }) =>
    compose(
      particulars.isOutOfScopeByLaw
        ? 'A law puts it out of scope.'
        : 'Set as out of scope when the consultation opened.',
    ),
  pending,
  undetermined: (_, { particulars: { cannotTellBecause: reason } }) =>
    compose(reason === null ? 'The records do not show what was decided.' : CANNOT_TELL[reason]),
  'taken-up-baseline-unknown': fixed('The plan does this. No earlier plan is on record to compare.'),
  'already-planned': ({ baseline }) =>
    compose(
      baseline === null
        ? 'The earlier plan already had this.'
        : `The plan of ${dateText(baseline.publishedOn)} already had this.`,
    ),
  adopted: fixed('The plan now does this. It did not before.'),
  'partly-adopted': fixed('The plan now does part of this. It did not before.'),
  deferred,
  'declined-with-reason': audit => compose(`${subjectOf(audit)} said no, and said why.`),
  contradicted: fixed('The decision does the opposite. We found no reason.'),
  'declined-no-reason': fixed('The decision says no. We found no reason.'),
  noted: fixed('It is mentioned, nothing more. We found no answer.'),
  'no-trace': (_, { particulars: { searchedCount } }) =>
    compose(
      'It does not appear in the ',
      tell('searched', searchedCount),
      ` ${plural(searchedCount, 'document', 'documents')} searched.`,
    ),
  unchecked,
}

const SET_ASIDE: Readonly<Record<SetAside, Teller>> = {
  duplicate: fixed('This came in twice. It is counted once.'),
  'not-codable': BY_OUTCOME['not-codable'],
  withdrawn: BY_OUTCOME.withdrawn,
  'officer-written': audit =>
    compose(`Written by officers of ${subjectWithin(audit)}. It is shown, and left out of the totals.`),
}

/** What happened to one point, in one or two short sentences. */
export const pointSentence = (audit: Audit, point: PointFinding): Sentence =>
  point.setAside === null ? BY_OUTCOME[point.outcome](audit, point) : SET_ASIDE[point.setAside](audit, point)
