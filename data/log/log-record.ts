import type { RecordKind, StoredRecords } from '../model/record-kinds.ts'
import { MOST_IDS } from './entry-field.ts'
import type { EntryDetail, EntryKind } from './entry-kinds.ts'
import { logSealed, type LoggedEntry, type LogOccasion } from './logged-entry.ts'

/** Kinds whose entry needs more than the record itself: log-members.ts. */
export type RecordLoggedAlone = Exclude<RecordKind, 'document' | 'passage'>

type Sealed = 'recordKind' | 'recordId' | 'seal'
/** An entry of a kind, without what every entry and every sealed record says. */
type Draft = { readonly [K in EntryKind]: { readonly kind: K } & Omit<EntryDetail<K>, Sealed> }[EntryKind]

const event = (): Draft => ({ kind: 'event-recorded' })
const seat = (): Draft => ({ kind: 'seat-recorded' })
const update = (): Draft => ({ kind: 'commitment-updated' })

/** Which entry a record makes, and what the entry says openly; the rest of the record is under its seal. */
const DRAFTS: { readonly [K in RecordLoggedAlone]: (record: StoredRecords[K]) => Draft } = {
  body: () => ({ kind: 'consultation-recorded' }),
  consultation: () => ({ kind: 'consultation-recorded' }),
  event,
  attendance: event,
  'speaking-time': event,
  question: event,
  'agenda-item': event,
  'official-turn': event,
  'coded-statement': event,
  'say-back': event,
  seat,
  'decision-element': seat,
  'timing-test': seat,
  'recorded-identity': seat,
  contribution: ({ importId }) => ({ kind: 'contribution-recorded', importId }),
  point: ({ contributionId }) => ({ kind: 'point-recorded', contributionId }),
  idea: ({ mergedIntoId }) => ({ kind: 'idea-changed', mergedIntoId }),
  link: ({ pointId, passageId, kind, basis }) => ({ kind: 'link-recorded', pointId, passageId, linkKind: kind, basis }),
  search: ({ pointId, documentIds, basis }) => ({
    kind: 'search-recorded',
    pointId,
    documentIds: [...new Set(documentIds)].slice(0, MOST_IDS),
    basis,
  }),
  judgement: ({ kind, pointId, basis }) =>
    kind === 'withdrawn'
      ? { kind: 'withdrawn', pointId, basis }
      : { kind: 'judgement-recorded', pointId, judgementKind: kind, basis },
  coding: () => ({ kind: 'judgement-recorded', pointId: null, judgementKind: null, basis: null }),
  'stated-outcome': ({ pointId, code }) => ({ kind: 'stated-outcome-recorded', pointId, code }),
  claim: () => ({ kind: 'stated-outcome-recorded', pointId: null, code: null }),
  commitment: ({ dueOn }) => ({ kind: 'commitment-recorded', dueOn }),
  'commitment-update': update,
  'delivery-check': update,
  action: update,
  reply: ({ pointId }) => ({ kind: 'reply-published', pointId }),
  dispute: ({ pointId, state }) =>
    state === 'open' ? { kind: 'dispute-opened', pointId } : { kind: 'dispute-settled', pointId, state },
  correction: ({ pointId }) => ({ kind: 'correction-made', pointId }),
  release: ({ version, asAt, checksum, isWithdrawn }) =>
    isWithdrawn === 'yes'
      ? { kind: 'release-withdrawn', version }
      : { kind: 'release-published', version, asAt, checksum },
}

const consultationIdOf = (kind: RecordKind, record: { readonly id: string }): string | null => {
  if (kind === 'body') return null
  return kind === 'consultation' ? record.id : String(Reflect.get(record, 'consultationId'))
}

/**
 * The entry that a record makes when it is written, and again when it is changed: the newest seal of a record counts.
 * `record` is what the store will hold, with the verbatim words of contributions and points under `text`; `salt` is 32
 * fresh random bytes. Links that the machine suggests go through `logSuggestions`.
 */
export const logRecord = <K extends RecordLoggedAlone>(
  recordKind: K,
  record: StoredRecords[K],
  occasion: LogOccasion,
  salt: Uint8Array,
): LoggedEntry => {
  const head = { ...occasion, consultationId: consultationIdOf(recordKind, record) }
  return logSealed({ recordKind, record, salt }, { ...head, ...DRAFTS[recordKind](record) })
}

/** A person's decision on the public text of a point: released as what it is, or withheld. */
export const logTextDecision = (
  point: StoredRecords['point'],
  occasion: LogOccasion,
  salt: Uint8Array,
): LoggedEntry => {
  const { consultationId, publicTextKind } = point
  if (publicTextKind === null) throw new TypeError(`Point ${point.id} has no decision on its public text to log.`)
  const draft = publicTextKind === 'withheld' ? { kind: 'text-withheld' } : { kind: 'text-released', publicTextKind }
  return logSealed({ recordKind: 'point', record: point, salt }, { ...occasion, consultationId, ...draft })
}
