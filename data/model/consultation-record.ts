import type { Body } from './body.ts'
import type { Consultation } from './consultation.ts'
import type { RecordKind, StoredRecords } from './record-kinds.ts'

/** The kinds that belong to one consultation, under their names in the aggregate. */
export const COLLECTIONS = {
  events: 'event',
  attendances: 'attendance',
  speakingTimes: 'speaking-time',
  questions: 'question',
  agendaItems: 'agenda-item',
  officialTurns: 'official-turn',
  codedStatements: 'coded-statement',
  contributions: 'contribution',
  sayBacks: 'say-back',
  ideas: 'idea',
  points: 'point',
  documents: 'document',
  passages: 'passage',
  commitments: 'commitment',
  links: 'link',
  searches: 'search',
  judgements: 'judgement',
  codings: 'coding',
  statedOutcomes: 'stated-outcome',
  claims: 'claim',
  commitmentUpdates: 'commitment-update',
  deliveryChecks: 'delivery-check',
  actions: 'action',
  seats: 'seat',
  decisionElements: 'decision-element',
  timingTests: 'timing-test',
  recordedIdentities: 'recorded-identity',
  replies: 'reply',
  disputes: 'dispute',
  corrections: 'correction',
  releases: 'release',
} as const satisfies Record<string, RecordKind>

/**
 * Everything about one consultation, as analysis reads it: complete, without verbatim words. Points stand in the order
 * of their numbers, passages in the order of their documents. Retracted links, searches and judgements are included
 * and say by which later record they were retracted.
 */
export type ConsultationRecord = {
  readonly body: Body
  readonly consultation: Consultation
} & { readonly [Name in keyof typeof COLLECTIONS]: readonly StoredRecords[(typeof COLLECTIONS)[Name]][] }
