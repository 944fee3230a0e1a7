import { readRecords } from '../../../data/store/records.ts'
import { readHeldPointIds } from '../../../data/store/review.ts'
import { readCheckedPointIds } from '../../../data/store/review-records.ts'
import type { Deps } from '../../deps.ts'
import { authorise } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import type { ReviewScope } from './review-scope.ts'

/** How many points a person has settled, or is settling: said on every page of the queue, so it is counted without an audit. */
export const countChecked = async (
  deps: Deps,
  actor: Actor,
  { consultation }: ReviewScope,
): Promise<{ readonly doneCount: number; readonly pointCount: number }> => {
  await authorise(deps, actor, 'desk.see', consultation.id)
  const { reader } = deps.store
  const points = await readRecords(reader, 'point', consultation.id)
  const checked = await readCheckedPointIds(reader, consultation.id)
  const held = await readHeldPointIds(reader, consultation.id, 'first')
  return { doneCount: points.filter(({ id }) => checked.has(id) || held.has(id)).length, pointCount: points.length }
}
