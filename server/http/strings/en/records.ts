import type { NullReason } from '../../../../analysis/finding.ts'
import type { Consultation } from '../../../../data/model/consultation.ts'
import type { ContributorType } from '../../../../data/model/contribution.ts'
import type { Document, Stage } from '../../../../data/model/document.ts'
import type { LinkKind } from '../../../../data/model/link.ts'
import type { StatedCode } from '../../../../data/model/stated-outcome.ts'
import type { StopName } from '../../../usecases/describe-trail.ts'

const stops: Readonly<Record<StopName, string>> = {
  said: 'It was said',
  record: 'The council logged it',
  summary: 'It was summed up',
  papers: 'Councillors got it',
  decision: 'Decision',
  answer: 'Answer',
  delivery: 'Done',
}

const stages: Readonly<Record<Stage, string>> = {
  plan: 'The plan before',
  record: 'The council logged it',
  summary: 'It was summed up',
  papers: 'Councillors got it',
  decision: 'Decision',
  answer: 'Answer',
  delivery: 'Done',
}

const stageLines: Readonly<Record<Stage, string>> = {
  plan: 'What the council intended, before the first event.',
  record: 'Minutes, response logs and notes of what was said.',
  summary: 'Reports that sum up what people said.',
  papers: 'What the people who decide had in front of them.',
  decision: 'Minutes, decision notices and adopted plans.',
  answer: 'What the council told people afterwards.',
  delivery: 'Updates that show whether it was done.',
}

const holdings: Readonly<Record<Document['holding'], string>> = {
  held: 'On file',
  'not-collected': 'We have not collected it yet',
  'asked-pending': 'We have asked for it',
  refused: 'We asked. It was refused',
  'not-held': 'The council says it has none',
  exempt: 'Closed to the public by law',
}

const contributorTypes: Readonly<Record<ContributorType, string>> = {
  resident: 'Residents',
  organisation: 'Organisations',
  business: 'Businesses',
  staff: 'Staff',
  councillor: 'Councillors',
  officer: 'The council’s own officers',
  partner: 'Partner bodies',
  meeting: 'Meetings',
  child: 'Children',
  other: 'Others',
  unknown: 'Not given',
}

/** What the body says, in plain words. Always in ink, always "the council says". */
const stated: Readonly<Record<StatedCode, string>> = {
  'says-taken-up': 'Taken up',
  'says-taken-up-part': 'Taken up in part',
  'says-done': 'Done',
  'says-refused': 'Refused',
  'says-out-of-scope': 'Out of scope',
  'says-later': 'Later',
  'says-considering': 'Being considered',
  'says-noted': 'Noted',
  'says-answered': 'Answered',
  'says-nothing': 'Nothing said',
}

const legalStatus: Readonly<Record<Consultation['legalStatus'], string>> = {
  statutory: 'The law says the council must consult on this.',
  promised: 'The council promised to consult on this.',
  voluntary: 'The council chose to consult. No law says it must.',
  'information-gathering': 'This gathered information. It is not held to the rules for consultations.',
  unknown: 'The records do not say whether the council had to consult.',
}

/** What the passage does with the point. */
const linkKinds: Readonly<Record<LinkKind, string>> = {
  contains: 'The plan before already had it.',
  'contains-part': 'The plan before had part of it.',
  consistent: 'In line with the plan before.',
  challenges: 'The point argues against this.',
  carries: 'All of it is there.',
  'carries-part': 'Part of it is there.',
  mentions: 'The topic only.',
  'takes-up': 'Taken up.',
  'takes-up-part': 'Taken up in part.',
  refuses: 'Refused.',
  'does-opposite': 'The decision does the opposite.',
  defers: 'Put off to a named later step.',
  notes: 'Noted, nothing more.',
  'gives-reason': 'A reason is given.',
  acknowledges: 'Acknowledged, nothing more.',
  'claims-taken-up': 'The council says it was taken up.',
  delivers: 'Done.',
  'delivers-part': 'Done in part.',
}

const nullReasons: Readonly<Record<NullReason, string>> = {
  'too-few': 'Too few to give a rate.',
  'no-earlier-plan': 'No earlier plan is on record.',
  'no-decision': 'There is no decision yet.',
  'not-checked': 'Not enough has been checked yet.',
  'low-agreement': 'The people who checked did not agree enough.',
  suppressed: 'Hidden to protect people.',
  'not-collected': 'We have not collected the record it needs.',
  'asked-pending': 'We have asked for the record it needs.',
  refused: 'The record it needs was refused.',
  'not-held': 'The council says it holds no such record.',
  exempt: 'The record it needs is closed to the public.',
}

/** Names of what records hold: the same words on every page. */
export const records = {
  stops,
  stages,
  stageLines,
  holdings,
  contributorTypes,
  stated,
  legalStatus,
  linkKinds,
  nullReasons,
}
