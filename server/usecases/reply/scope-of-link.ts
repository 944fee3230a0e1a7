import { readBodies, readConsultations } from '../../../data/store/bodies.ts'
import { readRecord } from '../../../data/store/records.ts'
import type { ReplyLink } from '../../../data/store/reply-links.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { ReviewScope } from '../review/review-scope.ts'

/** The consultation that a link names, and the point if it names one. */
export const findScopeOfLink = async (
  deps: Deps,
  { consultationId, pointId }: ReplyLink,
): Promise<{ readonly scope: ReviewScope; readonly number: number | null }> => {
  const { reader } = deps.store
  const consultation = (await readConsultations(reader)).find(({ id }) => id === consultationId)
  const body = (await readBodies(reader)).find(({ id }) => id === consultation?.bodyId)
  if (body === undefined || consultation === undefined)
    throw new AppError('not-found', 'There is no page under this address.')
  const point = pointId === null ? null : await readRecord(reader, 'point', pointId)
  return { scope: { body, consultation }, number: point?.number ?? null }
}
