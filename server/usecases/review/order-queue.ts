import type { Idea, Point } from '../../../data/model/point.ts'
import { currentIdeaId } from '../../../analysis/themes/idea-lineage.ts'
import { sha256Of } from '../sha256-of.ts'

/** How a reviewer chose to be given points. `topic:Buses` = of one topic, most voices first. */
export type QueueName = 'voices' | 'random' | 'second' | `topic:${string}`

export const readQueueName = (given: string): QueueName => {
  if (given === 'random' || given === 'second') return given
  return given.startsWith('topic:') ? `topic:${given.slice('topic:'.length)}` : 'voices'
}

export type QueuedPoint = Pick<Point, 'id' | 'number' | 'ideaId' | 'topic'>

/** The idea a point belongs to now; the point itself where it is an idea of its own. */
export const ideaKeys = (
  points: readonly QueuedPoint[],
  ideas: readonly Pick<Idea, 'id' | 'mergedIntoId'>[],
): ReadonlyMap<string, string> => {
  const current = new Map<string, string>()
  for (const { id } of ideas) current.set(id, currentIdeaId(ideas, id) ?? id)
  return new Map(points.map(({ id, ideaId }) => [id, ideaId === null ? id : (current.get(ideaId) ?? ideaId)]))
}

/** A place by chance that stays the same: nobody can foresee it without the seed. */
export const placeByChance = (seed: string, id: string): string => sha256Of(`${seed} ${id}`)

/**
 * Points nobody has looked at, in the order in which they are given out. Most voices first: a whole idea can be settled in one go,
 * so the largest narrows the published range fastest.
 */
export const orderQueue = (
  points: readonly QueuedPoint[],
  keys: ReadonlyMap<string, string>,
  queue: QueueName,
  seed: string,
): readonly QueuedPoint[] => {
  const inTopic = queue.startsWith('topic:') ? points.filter(({ topic }) => `topic:${topic ?? ''}` === queue) : points
  if (queue === 'random')
    return [...inTopic].sort((a, b) => placeByChance(seed, a.id).localeCompare(placeByChance(seed, b.id)))
  const voices = new Map<string, number>()
  for (const { id } of points) voices.set(keys.get(id) ?? id, (voices.get(keys.get(id) ?? id) ?? 0) + 1)
  const voicesOf = ({ id }: QueuedPoint): number => voices.get(keys.get(id) ?? id) ?? 0
  return [...inTopic].sort((a, b) => voicesOf(b) - voicesOf(a) || a.number - b.number)
}
