import type { Action, TargetOf } from '../../../data/model/access.ts'
import type { DeskKind } from '../../../data/log/sealed-record.ts'
import type { RecordKind, StoredRecords } from '../../../data/model/record-kinds.ts'
import type { WriteConnection } from '../../../data/store/connection.ts'
import { raiseRevisions } from '../../../data/store/imports.ts'
import { insertRecords } from '../../../data/store/records.ts'
import { insertRetractions, takePlace } from '../../../data/store/review.ts'
import { writeIdea, writePoint } from '../../../data/store/review-points.ts'
import type { Deps } from '../../deps.ts'
import { recordReview } from '../history/record-review.ts'
import { authorise, type Permit } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'

export type JudgedKind = 'link' | 'search' | 'judgement'

type NewRetraction = Parameters<typeof insertRetractions>[1][number]

/** What a write of the desk did to the records: each is one entry of the history. */
export type ReviewEvent =
  | { readonly kind: 'record-added'; readonly recordKind: RecordKind; readonly record: StoredRecords[RecordKind] }
  | { readonly kind: 'record-changed'; readonly recordKind: 'point'; readonly record: StoredRecords['point'] }
  | { readonly kind: 'record-changed'; readonly recordKind: 'idea'; readonly record: StoredRecords['idea'] }
  | { readonly kind: 'record-retracted'; readonly retraction: NewRetraction }
  | { readonly kind: 'desk-kept'; readonly deskKind: DeskKind; readonly ids: readonly string[] }
  | { readonly kind: 'text-decided'; readonly record: StoredRecords['point'] }

/** Actions whose target is a consultation: all that the desk writes. */
export type DeskAction = { [A in Action]: TargetOf<A> extends 'consultation' ? A : never }[Action]

/** One place for one judgement of one person: who, which point, which passage, which kind. */
export const placeOfLink = (by: string, pointId: string, passageId: string, kind: string): string =>
  `link ${by} ${pointId} ${passageId} ${kind}`
export const placeOfSearch = (by: string, pointId: string, stage: string): string => `search ${by} ${pointId} ${stage}`
export const placeOfJudgement = (by: string, pointId: string, kind: string): string =>
  `judgement ${by} ${pointId} ${kind}`

/** One write under way: everything the desk does to records goes through it, and is remembered for the history. */
export class ReviewWrite {
  readonly events: ReviewEvent[] = []
  /** For the history alone: no page changes with it. */
  readonly kept: ReviewEvent[] = []
  readonly tx: WriteConnection
  readonly deps: Deps
  readonly permit: Permit
  readonly consultationId: string

  constructor(tx: WriteConnection, deps: Deps, permit: Permit, consultationId: string) {
    this.tx = tx
    this.deps = deps
    this.permit = permit
    this.consultationId = consultationId
  }

  async add<K extends RecordKind>(recordKind: K, records: readonly StoredRecords[K][]): Promise<void> {
    await insertRecords(this.tx, recordKind, records)
    for (const record of records) this.events.push({ kind: 'record-added', recordKind, record })
  }

  /** Adds those records whose place is free, and gives back those that were added. */
  async addOnce<K extends JudgedKind>(
    recordKind: K,
    records: readonly { readonly place: string; readonly record: StoredRecords[K] }[],
  ): Promise<readonly StoredRecords[K][]> {
    const fresh: StoredRecords[K][] = []
    for (const { place: key, record } of records) {
      const taken = await takePlace(this.tx, { key, subjectKind: recordKind, subjectId: record.id })
      if (taken === null) fresh.push(record)
    }
    await this.add(recordKind, fresh)
    return fresh
  }

  async retract(
    subjects: readonly { readonly subjectKind: JudgedKind; readonly subjectId: string }[],
    note: string | null,
  ): Promise<void> {
    const on = this.deps.clock.today()
    const shared = { consultationId: this.consultationId, by: this.permit.by, on, note }
    const retractions = subjects.map(({ subjectKind, subjectId }) => ({
      id: this.deps.newId(),
      subjectKind,
      subjectId,
      ...shared,
    }))
    await insertRetractions(this.tx, retractions)
    for (const retraction of retractions) this.events.push({ kind: 'record-retracted', retraction })
  }

  async changePoint(record: StoredRecords['point']): Promise<void> {
    await writePoint(this.tx, record)
    this.events.push({ kind: 'record-changed', recordKind: 'point', record })
  }

  async changeIdea(record: StoredRecords['idea']): Promise<void> {
    await writeIdea(this.tx, record)
    this.events.push({ kind: 'record-changed', recordKind: 'idea', record })
  }

  /** What the desk keeps beside the records was added or settled: the history seals it too. */
  keep(deskKind: DeskKind, ids: readonly string[]): void {
    this.kept.push({ kind: 'desk-kept', deskKind, ids })
  }

  async decideText(record: StoredRecords['point']): Promise<void> {
    await writePoint(this.tx, record)
    this.events.push({ kind: 'text-decided', record })
  }
}

/**
 * The one way in which the desk writes: asks the access table, runs the work in one immediate transaction, and raises the revision
 * if a record changed. The history gets its entries from `write.events`, inside the same transaction.
 */
export const writeReview = async <Result>(
  deps: Deps,
  actor: Actor,
  { action, consultationId }: { readonly action: DeskAction; readonly consultationId: string },
  work: (write: ReviewWrite) => Promise<Result>,
): Promise<Result> => {
  const permit = await authorise(deps, actor, action, consultationId)
  const { result, eventCount } = await deps.store.write(async tx => {
    const write = new ReviewWrite(tx, deps, permit, consultationId)
    const result = await work(write)
    if (write.events.length > 0) await raiseRevisions(tx, [consultationId])
    await recordReview(tx, { at: deps.clock.now(), byId: permit.account?.id ?? null }, [...write.events, ...write.kept])
    return { result, eventCount: write.events.length }
  })
  if (eventCount > 0)
    deps.log.info({ event: 'review-written', action, consultationId, by: permit.by, eventCount }, 'the desk wrote')
  return result
}
