import { bodyFields, type Body } from './body.ts'
import {
  actionFields,
  commitmentFields,
  commitmentUpdateFields,
  deliveryCheckFields,
  type Action,
  type Commitment,
  type CommitmentUpdate,
  type DeliveryCheck,
} from './commitment.ts'
import { consultationFields, type Consultation } from './consultation.ts'
import { contributionFields, sayBackFields, type Contribution, type SayBack } from './contribution.ts'
import {
  decisionElementFields,
  recordedIdentityFields,
  seatFields,
  timingTestFields,
  type DecisionElement,
  type RecordedIdentity,
  type Seat,
  type TimingTest,
} from './deciding.ts'
import { documentFields, passageFields, type Document, type Passage } from './document.ts'
import {
  agendaItemFields,
  attendanceFields,
  codedStatementFields,
  eventFields,
  officialTurnFields,
  questionFields,
  speakingTimeFields,
  type AgendaItem,
  type Attendance,
  type CodedStatement,
  type ListeningEvent,
  type OfficialTurn,
  type Question,
  type SpeakingTime,
} from './event.ts'
import type { Fields } from './field.ts'
import { codingFields, judgementFields, type Coding, type Judgement } from './judgement.ts'
import { linkFields, searchFields, type Link, type Search } from './link.ts'
import { ideaFields, pointFields, type Idea, type Point } from './point.ts'
import {
  correctionFields,
  disputeFields,
  releaseFields,
  replyFields,
  type Correction,
  type Dispute,
  type Release,
  type Reply,
} from './right-of-reply.ts'
import { claimFields, statedOutcomeFields, type Claim, type StatedOutcome } from './stated-outcome.ts'

/** Every record that can be imported, with its fields; the key is the kind's name in mappings and commands. */
export const RECORD_KINDS = {
  body: bodyFields,
  consultation: consultationFields,
  event: eventFields,
  attendance: attendanceFields,
  'speaking-time': speakingTimeFields,
  question: questionFields,
  'agenda-item': agendaItemFields,
  'official-turn': officialTurnFields,
  'coded-statement': codedStatementFields,
  contribution: contributionFields,
  'say-back': sayBackFields,
  idea: ideaFields,
  point: pointFields,
  document: documentFields,
  passage: passageFields,
  commitment: commitmentFields,
  link: linkFields,
  search: searchFields,
  judgement: judgementFields,
  coding: codingFields,
  'stated-outcome': statedOutcomeFields,
  claim: claimFields,
  'commitment-update': commitmentUpdateFields,
  'delivery-check': deliveryCheckFields,
  action: actionFields,
  seat: seatFields,
  'decision-element': decisionElementFields,
  'timing-test': timingTestFields,
  'recorded-identity': recordedIdentityFields,
  reply: replyFields,
  dispute: disputeFields,
  correction: correctionFields,
  release: releaseFields,
} as const satisfies Record<string, Fields>

export type RecordKind = keyof typeof RECORD_KINDS
export const RECORD_KIND_NAMES = Object.keys(RECORD_KINDS) as readonly RecordKind[]
export const fieldsOf = (kind: RecordKind): Fields => RECORD_KINDS[kind]

/** The stored shape of each kind. */
export interface StoredRecords {
  body: Body
  consultation: Consultation
  event: ListeningEvent
  attendance: Attendance
  'speaking-time': SpeakingTime
  question: Question
  'agenda-item': AgendaItem
  'official-turn': OfficialTurn
  'coded-statement': CodedStatement
  contribution: Contribution
  'say-back': SayBack
  idea: Idea
  point: Point
  document: Document
  passage: Passage
  commitment: Commitment
  link: Link
  search: Search
  judgement: Judgement
  coding: Coding
  'stated-outcome': StatedOutcome
  claim: Claim
  'commitment-update': CommitmentUpdate
  'delivery-check': DeliveryCheck
  action: Action
  seat: Seat
  'decision-element': DecisionElement
  'timing-test': TimingTest
  'recorded-identity': RecordedIdentity
  reply: Reply
  dispute: Dispute
  correction: Correction
  release: Release
}
