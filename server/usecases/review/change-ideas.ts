import { mergeIdea, splitIdea } from '../../../analysis/themes/idea-lineage.ts'
import type { Idea, Point } from '../../../data/model/point.ts'
import { readHighestNumber, readRecords } from '../../../data/store/records.ts'
import { findByNumber } from '../../../data/store/review-points.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { authorise } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import { ideaKeys } from './order-queue.ts'
import type { ReviewScope } from './review-scope.ts'
import { writeReview, type ReviewWrite } from './write-review.ts'

export interface ListedIdea {
  readonly idea: Idea
  /** Points that belong to it now, those of merged ideas among them. */
  readonly points: readonly Point[]
  readonly mergedIntoNumber: number | null
}

export const listDeskIdeas = async (deps: Deps, actor: Actor, scope: ReviewScope): Promise<readonly ListedIdea[]> => {
  await authorise(deps, actor, 'idea.change', scope.consultation.id)
  const points = await readRecords(deps.store.reader, 'point', scope.consultation.id)
  const ideas = await readRecords(deps.store.reader, 'idea', scope.consultation.id)
  const keys = ideaKeys(points, ideas)
  const numberOf = new Map(ideas.map(({ id, number }) => [id, number]))
  return ideas
    .map(idea => ({
      idea,
      points: points.filter(({ id }) => keys.get(id) === idea.id),
      mergedIntoNumber: idea.mergedIntoId === null ? null : (numberOf.get(idea.mergedIntoId) ?? null),
    }))
    .sort((a, b) => b.points.length - a.points.length || a.idea.number - b.idea.number)
}

const ideaNumbered = async (write: ReviewWrite, number: number): Promise<Idea> => {
  const idea = await findByNumber(write.tx, 'idea', write.consultationId, number)
  if (idea === null) throw new AppError('refused', `There is no idea ${number}.`)
  return idea
}

/** One idea goes into another. Its own points and its name stay on record, so that it can be taken apart again. */
export const mergeIdeas = (
  deps: Deps,
  actor: Actor,
  scope: ReviewScope,
  given: { readonly from: number; readonly into: number },
): Promise<void> =>
  writeReview(deps, actor, { action: 'idea.change', consultationId: scope.consultation.id }, async write => {
    const [from, into] = [await ideaNumbered(write, given.from), await ideaNumbered(write, given.into)]
    const ideas = await readRecords(write.tx, 'idea', write.consultationId)
    const merged = from.id === into.id ? null : mergeIdea(ideas, from, into.id)
    if (merged === null)
      throw new AppError('refused', `Idea ${given.from} cannot go into idea ${given.into}: they are one already.`)
    await write.changeIdea(merged)
  })

/** Takes a merge back: the idea stands on its own again, with the points that were always its own. */
export const unmergeIdea = (deps: Deps, actor: Actor, scope: ReviewScope, number: number): Promise<void> =>
  writeReview(deps, actor, { action: 'idea.change', consultationId: scope.consultation.id }, async write => {
    const idea = await ideaNumbered(write, number)
    if (idea.mergedIntoId === null) throw new AppError('refused', `Idea ${number} has not been merged.`)
    await write.changeIdea(splitIdea(idea))
  })

const newIdea = async (write: ReviewWrite, title: string): Promise<Idea> => {
  const number = (await readHighestNumber(write.tx, 'idea', write.consultationId)) + 1
  const { consultationId, deps } = write
  return {
    id: deps.newId(),
    ref: `idea-${number}-${deps.newId().slice(0, 8)}`,
    consultationId,
    title,
    isCampaign: null,
    mergedIntoId: null,
    number,
  }
}

const pointsNumbered = async (write: ReviewWrite, numbers: readonly number[]): Promise<readonly Point[]> => {
  const points = (await readRecords(write.tx, 'point', write.consultationId)).filter(({ number }) =>
    numbers.includes(number),
  )
  const missing = numbers.find(number => !points.some(point => point.number === number))
  if (missing !== undefined) throw new AppError('refused', `There is no point ${missing}.`)
  return points
}

/** Points leave the idea they are in for one of their own, or for another. The idea they leave stays. */
export const moveToIdea = (
  deps: Deps,
  actor: Actor,
  scope: ReviewScope,
  given: { readonly points: readonly number[]; readonly title: string; readonly into: number | null },
): Promise<void> =>
  writeReview(deps, actor, { action: 'idea.change', consultationId: scope.consultation.id }, async write => {
    const title = given.title.trim()
    if (given.points.length === 0) throw new AppError('refused', 'Name the points by their numbers: 12, 15, 19.')
    if (given.into === null && title === '')
      throw new AppError('refused', 'Say in neutral words what they ask, or name the idea they belong to.')
    const points = await pointsNumbered(write, [...new Set(given.points)])
    const idea = given.into === null ? await newIdea(write, title) : await ideaNumbered(write, given.into)
    if (given.into === null) await write.add('idea', [idea])
    for (const point of points) await write.changePoint({ ...point, ideaId: idea.id })
  })
