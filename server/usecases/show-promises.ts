import { promiseWaits, type PromiseWait } from '../../analysis/indicators/promise-waits.ts'
import { publishedIndicators, type PublishedIndicator } from '../../analysis/lint/published-indicators.ts'
import type { CommitmentUpdate } from '../../data/model/commitment.ts'
import type { Deps } from '../deps.ts'
import type { AuditIndex } from './audit-index.ts'
import { readIndex, type PageAddress } from './read-index.ts'

export interface ShownPromise extends PromiseWait {
  /** By the as-at day, newest first. */
  readonly updates: readonly CommitmentUpdate[]
}
export interface ShownPromises {
  readonly index: AuditIndex
  /** Longest wait first; the delivered ones after those that still wait. */
  readonly promises: readonly ShownPromise[]
  readonly waiting: PublishedIndicator | null
  readonly delivery: PublishedIndicator | null
}

const isDone = ({ end }: PromiseWait): number => (end === 'open' ? 0 : 1)

export const describePromises = (index: AuditIndex): ShownPromises => {
  const { record, audit } = index
  const indicators = publishedIndicators(audit)
  const find = (id: string): PublishedIndicator | null => indicators.find(({ finding }) => finding.id === id) ?? null
  const waits = promiseWaits(record.commitments, record.commitmentUpdates, audit.asOf)
  return {
    index,
    promises: waits
      .map(wait => ({
        ...wait,
        updates: record.commitmentUpdates
          .filter(({ commitmentId, on }) => commitmentId === wait.commitment.id && on <= audit.asOf)
          .toSorted((a, b) => b.on.localeCompare(a.on)),
      }))
      .toSorted((a, b) => isDone(a) - isDone(b) || b.days - a.days),
    waiting: find('promises-waiting'),
    delivery: find('delivery'),
  }
}

/** What was promised, and whether it was done. */
export const showPromises = async (deps: Deps, address: PageAddress): Promise<ShownPromises> =>
  describePromises(await readIndex(deps, address))
