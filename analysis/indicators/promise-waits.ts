import type { Commitment, CommitmentUpdate } from '../../data/model/commitment.ts'
import { daysBetween } from '../outcomes/calendar.ts'

/** One promise and how long it waited, in days, up to its delivery, its withdrawal or the as-at date. */
export interface PromiseWait {
  readonly commitment: Commitment
  readonly end: 'delivered' | 'withdrawn' | 'open'
  readonly days: number
  readonly isOverdue: boolean
}

/** The first dated update that ends a promise. Updates dated after the as-at date have not happened yet. */
const endOf = (updates: readonly CommitmentUpdate[], asOf: string): CommitmentUpdate | null =>
  updates
    .filter(({ status, on }) => on <= asOf && (status === 'complete' || status === 'withdrawn'))
    .reduce<CommitmentUpdate | null>((first, next) => (first === null || next.on < first.on ? next : first), null)

/** Promises made by the as-at date; delivered only on evidence that it is complete. */
export const promiseWaits = (
  commitments: readonly Commitment[],
  updates: readonly CommitmentUpdate[],
  asOf: string,
): readonly PromiseWait[] => {
  const byCommitment = new Map<string, CommitmentUpdate[]>()
  for (const update of updates) {
    const list = byCommitment.get(update.commitmentId) ?? []
    list.push(update)
    byCommitment.set(update.commitmentId, list)
  }
  return commitments
    .filter(commitment => commitment.madeOn <= asOf)
    .map(commitment => {
      const last = endOf(byCommitment.get(commitment.id) ?? [], asOf)
      const end = last === null ? 'open' : last.status === 'complete' ? 'delivered' : 'withdrawn'
      const isOverdue = end === 'open' && commitment.dueOn !== null && commitment.dueOn < asOf
      return { commitment, end, days: daysBetween(commitment.madeOn, last?.on ?? asOf), isOverdue }
    })
}
