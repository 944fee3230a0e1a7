import { STAGES, type Document, type Stage } from '../../../data/model/document.ts'
import type { Commitment } from '../../../data/model/commitment.ts'
import type { Contribution } from '../../../data/model/contribution.ts'
import type { Link } from '../../../data/model/link.ts'
import type { Point } from '../../../data/model/point.ts'
import type { StatedOutcome } from '../../../data/model/stated-outcome.ts'
import { readRecord, readRecords } from '../../../data/store/records.ts'
import {
  readLatestAction,
  readLooksOfPoint,
  readNotes,
  type ReviewAction,
  type ReviewNote,
} from '../../../data/store/review.ts'
import { findByNumber } from '../../../data/store/review-points.ts'
import { readSomeVerbatims } from '../../../data/store/review-texts.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { authorise } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import { readGroup, readRound, type DeskGroup } from './desk-group.ts'
import { gatherPassages, documentsAt, type OfferedPassage } from './gather-passages.ts'
import { ideaKeys } from './order-queue.ts'
import { readHeldDocuments, stopsOf, type ReviewScope } from './review-scope.ts'

export type { ReviewAction } from '../../../data/store/review.ts'

export interface ReviewStop {
  readonly stage: Stage
  readonly state: 'settled' | 'now' | 'later'
  /** What was recorded here, in words. */
  readonly words: readonly string[]
  readonly documents: readonly Document[]
}
export interface OpenPoint {
  readonly state: 'open'
  readonly scope: ReviewScope
  readonly point: Point
  readonly group: DeskGroup
  readonly verbatim: string
  readonly contribution: Contribution | null
  readonly contributionText: string
  /** Points of the same idea, this one among them. */
  readonly voiceCount: number
  readonly stops: readonly ReviewStop[]
  readonly now: ReviewStop | null
  readonly passages: readonly OfferedPassage[]
  readonly missing: readonly Document[]
  /** The body's own words: only once the reviewer has decided. */
  readonly stated: readonly StatedOutcome[]
  readonly isStatedFolded: boolean
  readonly commitments: readonly Commitment[]
  readonly links: readonly Link[]
  readonly latest: ReviewAction | null
  readonly notes: readonly ReviewNote[]
}
/** A point that does not lie on this person's desk: nothing of what others recorded is shown. */
export interface ClosedPoint {
  readonly state: 'free' | 'with-another' | 'checked'
  readonly scope: ReviewScope
  readonly point: Point
  readonly latest: ReviewAction | null
}
export type ShownReviewPoint = OpenPoint | ClosedPoint

const BEFORE_STATED: readonly Stage[] = ['plan', 'decision', 'answer']

const stopsShown = (
  group: DeskGroup,
  held: ReadonlyMap<Stage, readonly Document[]>,
  stages: readonly Stage[],
  wanted: Stage | null,
): readonly ReviewStop[] => {
  const open = stages.filter(stage => !group.settled.has(stage))
  // The relation to the plan comes before any later passage, or the outcome would colour it.
  const now = group.isSetAside
    ? null
    : open[0] === 'plan' || wanted === null || !open.includes(wanted)
      ? (open[0] ?? null)
      : wanted
  return stages.map(stage => ({
    stage,
    state: group.settled.has(stage) ? 'settled' : stage === now ? 'now' : 'later',
    words: group.actions.filter(action => action.stage === stage).map(({ words }) => words),
    documents: documentsAt(held, stage),
  }))
}

const countVoices = async (deps: Deps, scope: ReviewScope, point: Point): Promise<number> => {
  const points = await readRecords(deps.store.reader, 'point', scope.consultation.id)
  const keys = ideaKeys(points, await readRecords(deps.store.reader, 'idea', scope.consultation.id))
  return points.filter(({ id }) => keys.get(id) === keys.get(point.id)).length
}

const showOpen = async (
  deps: Deps,
  scope: ReviewScope,
  point: Point,
  group: DeskGroup,
  wanted: Stage | null,
  latest: ReviewAction | null,
): Promise<OpenPoint> => {
  const { reader } = deps.store
  const { id: consultationId } = scope.consultation
  const held = await readHeldDocuments(reader, consultationId)
  const { links } = await readRound(reader, [point.id], group.round)
  const stops = stopsShown(group, held, stopsOf(held, links), wanted)
  const now = stops.find(({ state }) => state === 'now') ?? null
  const contribution = await readRecord(reader, 'contribution', point.contributionId)
  const isStatedFolded = stops.some(({ stage, state }) => state !== 'settled' && BEFORE_STATED.includes(stage))
  return {
    state: 'open',
    scope,
    point,
    group,
    verbatim: (await readSomeVerbatims(reader, 'point', [point.id])).get(point.id) ?? '',
    contribution,
    contributionText:
      (await readSomeVerbatims(reader, 'contribution', [point.contributionId])).get(point.contributionId) ?? '',
    voiceCount: await countVoices(deps, scope, point),
    stops,
    now,
    passages:
      now === null
        ? []
        : await gatherPassages(reader, {
            pointId: point.id,
            documents: now.documents,
            earlierPassageIds: group.round === 'first' ? links.map(({ passageId }) => passageId) : [],
          }),
    missing: (await readRecords(reader, 'document', consultationId)).filter(({ holding }) => holding !== 'held'),
    stated: isStatedFolded
      ? []
      : (await readRecords(reader, 'stated-outcome', consultationId)).filter(({ pointId }) => pointId === point.id),
    isStatedFolded,
    commitments: await readRecords(reader, 'commitment', consultationId),
    links,
    latest,
    notes: (await readNotes(reader, consultationId)).filter(({ pointId }) => pointId === point.id),
  }
}

const stageNamed = (name: string): Stage | null => STAGES.find(stage => stage === name) ?? null

/** One point as its reviewer sees it. */
export const showReviewPoint = async (
  deps: Deps,
  actor: Actor,
  scope: ReviewScope,
  given: { readonly number: number; readonly stop: string },
): Promise<ShownReviewPoint> => {
  const permit = await authorise(deps, actor, 'point.judge', scope.consultation.id)
  const { reader } = deps.store
  const point = await findByNumber(reader, 'point', scope.consultation.id, given.number)
  if (point === null) throw new AppError('not-found', `There is no point ${given.number}.`)
  const latest = await readLatestAction(reader, scope.consultation.id, permit.by)
  const looks = await readLooksOfPoint(reader, point.id)
  const own = looks.find(({ by, state }) => by === permit.by && state === 'open')
  const group = own === undefined ? null : await readGroup(reader, own.groupId)
  if (group !== null) return showOpen(deps, scope, point, group, stageNamed(given.stop), latest)
  const held = looks.find(({ state, round }) => round === 'first' && (state === 'open' || state === 'done'))
  return {
    state: held === undefined ? 'free' : held.state === 'done' ? 'checked' : 'with-another',
    scope,
    point,
    latest,
  }
}
