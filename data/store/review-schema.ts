/** `first` is shown to nobody who takes the second; a `third` person settles where the two differ. */
export const ROUNDS = ['first', 'second', 'third'] as const
export type Round = (typeof ROUNDS)[number]

export interface ReviewSeedRow {
  consultationId: string
  seed: string
}
export interface LookRow {
  id: string
  consultationId: string
  pointId: string
  round: Round
  by: string
  /** Points looked at together have one. */
  groupId: string
  /** Which queue it came from, so that the next comes from the same. */
  queue: string
  state: 'open' | 'done' | 'skipped' | 'released'
  openedAt: string
  touchedAt: string
}
export interface ReviewActionRow {
  id: string
  consultationId: string
  groupId: string
  by: string
  at: string
  /** Order of actions: clocks repeat. */
  sequence: number
  what: 'confirm' | 'nothing' | 'set-aside'
  stage: string | null
  /** 1 = the stop (or, without a stop, the point) is settled by it. */
  settles: number
  words: string
  undoneAt: string | null
}
export interface ReviewActionRecordRow {
  actionId: string
  pointId: string
  subjectKind: 'link' | 'search' | 'judgement'
  subjectId: string
}
export interface StandingRecordRow {
  key: string
  subjectKind: 'link' | 'search' | 'judgement'
  subjectId: string
}
export interface BlindRecordRow {
  id: string
  consultationId: string
  pointId: string
  round: Round
  by: string
  actionId: string
  recordKind: 'link' | 'search' | 'judgement'
  record: string
}
export interface DisagreementRow {
  id: string
  consultationId: string
  pointId: string
  firstBy: string
  secondBy: string
  firstOutcome: string
  secondOutcome: string
  firstRelation: string
  secondRelation: string
  openedAt: string
  settledAt: string | null
  settledBy: string | null
  settledAs: string | null
}
export interface ReviewNoteRow {
  id: string
  consultationId: string
  pointId: string
  by: string
  at: string
  kind: 'note' | 'flag'
  text: string
}
export interface TextDecisionRow {
  id: string
  consultationId: string
  pointId: string
  by: string
  at: string
  decision: 'released' | 'released-edited' | 'edited' | 'withheld'
  textSha256: string | null
  /** Of an edit that nobody has approved. */
  draft: string | null
  /** Order of the decisions on one text: clocks repeat. */
  sequence: number
}

export interface ReviewTables {
  reviewSeeds: ReviewSeedRow
  looks: LookRow
  reviewActions: ReviewActionRow
  reviewActionRecords: ReviewActionRecordRow
  standingRecords: StandingRecordRow
  blindRecords: BlindRecordRow
  disagreements: DisagreementRow
  reviewNotes: ReviewNoteRow
  textDecisions: TextDecisionRow
}
