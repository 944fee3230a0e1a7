import type { ConsultationRecord } from '../../../data/model/consultation-record.ts'
import { AppError } from '../../errors.ts'
import type { ErasureTarget } from './scrub-records.ts'

/** What somebody asked to have erased: all of a contribution, or the words of one point. */
export type ErasureGiven =
  { readonly kind: 'contribution'; readonly ref: string } | { readonly kind: 'point'; readonly number: number }

/**
 * The records that hold it. A point's words are a span of its contribution's, so the contribution's words go with them; its attributes
 * and its other points stay.
 */
export const findTarget = (
  { contributions, points }: ConsultationRecord,
  given: ErasureGiven,
  shared: Pick<ErasureTarget, 'by' | 'on' | 'wordlessIds'>,
): ErasureTarget => {
  if (given.kind === 'point') {
    const point = points.find(({ number }) => number === given.number)
    if (point === undefined) throw new AppError('not-found', `There is no point ${given.number}.`)
    return { contributionId: point.contributionId, pointIds: new Set([point.id]), isWhole: false, ...shared }
  }
  const contribution = contributions.find(({ ref }) => ref === given.ref)
  if (contribution === undefined) throw new AppError('not-found', `There is no contribution "${given.ref}".`)
  const own = points.filter(({ contributionId }) => contributionId === contribution.id)
  return { contributionId: contribution.id, pointIds: new Set(own.map(({ id }) => id)), isWhole: true, ...shared }
}
