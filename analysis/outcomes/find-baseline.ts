import type { Document } from '../../data/model/document.ts'
import { daysBetween } from './calendar.ts'

/** The plan as it stood before anyone was asked. */
export interface Baseline {
  readonly documents: readonly Document[]
  readonly documentIds: ReadonlySet<string>
  /** Date of the latest plan in it: the shortest time by which it precedes the first event. */
  readonly publishedOn: string
  readonly daysBeforeFirstEvent: number
}

/**
 * A plan counts as earlier when it bears a date before the first event and, if an archive is known, was seen there before
 * it too: a date alone can be set back. No date of a first event, no baseline. `plans`: held, official, stage plan.
 */
export const findBaseline = (plans: readonly Document[], firstEventOn: string | null): Baseline | null => {
  if (firstEventOn === null) return null
  const isBefore = (date: string | null): boolean => date !== null && date < firstEventOn
  const documents = plans.filter(
    plan => isBefore(plan.publishedOn) && (plan.firstArchivedOn === null || isBefore(plan.firstArchivedOn)),
  )
  const publishedOn = documents.map(document => document.publishedOn ?? '').reduce((a, b) => (a > b ? a : b), '')
  if (documents.length === 0) return null
  return {
    documents,
    documentIds: new Set(documents.map(document => document.id)),
    publishedOn,
    daysBeforeFirstEvent: daysBetween(publishedOn, firstEventOn),
  }
}
