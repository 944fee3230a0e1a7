import { isConfirmed } from '../../data/model/basis.ts'
import type { ConsultationRecord } from '../../data/model/consultation-record.ts'
import { publicTextOf } from './public-text.ts'

/**
 * The records as they may be handed out: only texts that may be shown on a page, and nothing that only a machine
 * suggested. Points stay, with or without their words, so that every count can be made again.
 */
export const publicRecord = (record: ConsultationRecord): ConsultationRecord => {
  const contributions = new Map(record.contributions.map(contribution => [contribution.id, contribution]))
  const keptIds = new Set(
    record.links.filter(({ basis }) => basis === 'stated' || isConfirmed(basis)).map(({ id }) => id),
  )
  return {
    ...record,
    links: record.links.filter(({ id }) => keptIds.has(id)),
    searches: record.searches.filter(({ basis }) => isConfirmed(basis)),
    points: record.points.map(point =>
      publicTextOf(point, contributions.get(point.contributionId) ?? null).state === 'shown'
        ? point
        : { ...point, publicText: null },
    ),
  }
}
