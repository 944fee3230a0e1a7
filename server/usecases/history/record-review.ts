import type { LogOccasion } from '../../../data/log/logged-entry.ts'
import type { WriteConnection } from '../../../data/store/connection.ts'
import type { ReviewEvent } from '../review/write-review.ts'
import { HistoryWriter } from './history-writer.ts'

const record = async (history: HistoryWriter, event: ReviewEvent): Promise<void> => {
  switch (event.kind) {
    case 'record-added':
    case 'record-changed':
      return history.records(event.recordKind, [event.record])
    case 'record-retracted':
      history.retractions([event.retraction])
      return
    case 'desk-kept':
      return history.deskRecords(event.deskKind, event.ids)
    case 'text-decided':
      return history.textDecisions([event.record])
  }
}

/** One entry of the history for each thing the desk did to a record, in the order in which it did them. */
export const recordReview = async (
  tx: WriteConnection,
  occasion: LogOccasion,
  events: readonly ReviewEvent[],
): Promise<void> => {
  const history = new HistoryWriter(tx, occasion)
  for (const event of events) await record(history, event)
  await history.flush()
}
