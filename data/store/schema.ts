import type { Generated } from 'kysely'
import type { RecordKind, StoredRecords } from '../model/record-kinds.ts'
import type { HistoryTables } from './history-schema.ts'
import type { DeskTables } from './desk-schema.ts'
import type { PeopleTables } from './people-schema.ts'
import type { ReleaseTables } from './releases-schema.ts'
import type { ReviewTables } from './review-schema.ts'

/** Booleans are 0 or 1 and lists are JSON text in the store; nothing outside this folder sees that. */
type Stored<Value> = Value extends boolean
  ? number
  : Value extends string | number | null
    ? Value
    : Value extends object
      ? string
      : Value

export type RowOf<K extends RecordKind> = { [F in keyof StoredRecords[K]]: Stored<StoredRecords[K][F]> }

/** Verbatim words, restricted: read only by the review desk and by the linker, never by a page or an export. */
export interface VerbatimRow {
  ownerKind: 'contribution' | 'point'
  ownerId: string
  consultationId: string
  text: string
  sha256: string
}

export interface ImportRow {
  id: string
  consultationId: string | null
  recordKind: string
  fileName: string
  fileSha256: string
  mappingName: string
  mappingSha256: string
  importedAt: string
  readCount: number
  acceptedCount: number
  setAsideCount: number
  duplicateCount: number
  limits: string
}

/** One row of a file that was set aside, as it stood: restricted, can be brought back. */
export interface SetAsideRow {
  importId: string
  sourceRow: number
  code: string
  message: string
  raw: string
}

/** Which record a row of a file became, so that the same file changes nothing the second time. */
export interface SourceRow {
  recordKind: string
  scopeId: string
  ref: string
  recordId: string
  rowSha256: string
  importId: string
}

/** A link, search or judgement taken back. The record itself is never changed. */
export interface RetractionRow {
  id: string
  subjectKind: 'link' | 'search' | 'judgement'
  subjectId: string
  consultationId: string
  by: string
  on: string
  note: string | null
}

/** A slug that a body or a consultation had before it was renamed. */
export interface FormerSlugRow {
  recordKind: 'body' | 'consultation'
  /** "" for bodies; the body's id for consultations. */
  scopeId: string
  slug: string
  recordId: string
  renamedAt: string
}

/** Grows with every write to a consultation; caches and ETags hang on it. */
export interface RevisionRow {
  consultationId: string
  revision: number
}

export const TABLES = {
  body: 'bodies',
  consultation: 'consultations',
  event: 'events',
  attendance: 'attendances',
  'speaking-time': 'speakingTimes',
  question: 'questions',
  'agenda-item': 'agendaItems',
  'official-turn': 'officialTurns',
  'coded-statement': 'codedStatements',
  contribution: 'contributions',
  'say-back': 'sayBacks',
  idea: 'ideas',
  point: 'points',
  document: 'documents',
  passage: 'passages',
  commitment: 'commitments',
  link: 'links',
  search: 'searches',
  judgement: 'judgements',
  coding: 'codings',
  'stated-outcome': 'statedOutcomes',
  claim: 'claims',
  'commitment-update': 'commitmentUpdates',
  'delivery-check': 'deliveryChecks',
  action: 'actions',
  seat: 'seats',
  'decision-element': 'decisionElements',
  'timing-test': 'timingTests',
  'recorded-identity': 'recordedIdentities',
  reply: 'replies',
  dispute: 'disputes',
  correction: 'corrections',
  release: 'releases',
} as const satisfies Record<RecordKind, string>

export type RecordTables = { [K in RecordKind as (typeof TABLES)[K]]: RowOf<K> }

export type Database = RecordTables &
  PeopleTables &
  HistoryTables &
  ReviewTables &
  ReleaseTables &
  DeskTables & {
    verbatims: VerbatimRow
    imports: ImportRow
    setAsideRows: SetAsideRow
    sourceRows: SourceRow
    retractions: RetractionRow
    revisions: RevisionRow
    formerSlugs: FormerSlugRow
    migrations: { name: string; appliedAt: string; sequence: Generated<number> }
  }
