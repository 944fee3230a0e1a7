import type { ConsultationRecord } from '../../data/model/consultation-record.ts'
import type { Dispute, Reply } from '../../data/model/right-of-reply.ts'

/** Calendar dates compare as text. No date: the record is older than its dating, and is kept. */
const isBy = (asAt: string, on: string | null): boolean => on === null || on.slice(0, 10) <= asAt

interface Judged {
  readonly id: string
  readonly on: string | null
  readonly retractedById: string | null
}

/** Judgements made by then; one that was taken back later still stands. */
const judgedBy = <Item extends Judged>(items: readonly Item[], asAt: string): readonly Item[] => {
  const kept = items.filter(({ on }) => isBy(asAt, on))
  const ids = new Set(items.filter(({ on }) => !isBy(asAt, on)).map(({ id }) => id))
  return kept.map(item =>
    item.retractedById !== null && ids.has(item.retractedById) ? { ...item, retractedById: null } : item,
  )
}

const disputeAsAt = (dispute: Dispute, asAt: string): Dispute =>
  dispute.state === 'open' || isBy(asAt, dispute.decidedOn)
    ? dispute
    : { ...dispute, state: 'open', decidedOn: null, decision: null }

const replyAsAt = (reply: Reply, asAt: string): Reply =>
  isBy(asAt, reply.repliedOn) ? reply : { ...reply, state: 'asked', repliedOn: null, text: null }

/** How many judgements bear no date: their place in time is not known, so a rebuild may hold some too many. */
export const countUndated = ({ links, searches, judgements }: ConsultationRecord): number =>
  [...links, ...searches, ...judgements].filter(({ on }) => on === null).length

/**
 * The records as they stood at the end of a day, as far as their dates can tell. Documents and updates are dated by the
 * audit itself; here go the judgements, what the body stated, disputes, replies and corrections.
 */
export const recordAsAt = (record: ConsultationRecord, asAt: string): ConsultationRecord => ({
  ...record,
  links: judgedBy(record.links, asAt),
  searches: judgedBy(record.searches, asAt),
  judgements: judgedBy(record.judgements, asAt),
  codings: record.codings.filter(({ on }) => isBy(asAt, on)),
  statedOutcomes: record.statedOutcomes.filter(({ statedOn }) => isBy(asAt, statedOn)),
  disputes: record.disputes.filter(({ openedOn }) => isBy(asAt, openedOn)).map(one => disputeAsAt(one, asAt)),
  replies: record.replies.filter(({ askedOn }) => isBy(asAt, askedOn)).map(one => replyAsAt(one, asAt)),
  corrections: record.corrections.filter(({ on }) => isBy(asAt, on)),
  releases: record.releases.filter(release => isBy(asAt, release.asAt)),
})
