import { sentencesOf } from '../../../analysis/text/sentences.ts'
import type { Contribution } from '../../../data/model/contribution.ts'
import type { Point } from '../../../data/model/point.ts'
import { readHighestNumber, readRecord } from '../../../data/store/records.ts'
import { isHeldInRound } from '../../../data/store/review.ts'
import { findRef, readPointsOfContribution } from '../../../data/store/review-points.ts'
import { readStandingRecords } from '../../../data/store/review-records.ts'
import { readSomeVerbatims, writePointVerbatim } from '../../../data/store/review-texts.ts'
import { insertVerbatims } from '../../../data/store/verbatims.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { authorise } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import type { ReviewScope } from './review-scope.ts'
import { writeReview, type ReviewWrite } from './write-review.ts'
import { sha256Of } from '../sha256-of.ts'

export interface SplitSentence {
  readonly text: string
  /** Proposed: a new point begins here. A person decides. */
  readonly beginsPoint: boolean
}
export interface ShownSplit {
  readonly scope: ReviewScope
  readonly contribution: Contribution
  readonly points: readonly Point[]
  readonly sentences: readonly SplitSentence[]
}

/** Words with which people turn to another matter. */
const TURNS =
  /^(?:also|and also|another|secondly|second|third|thirdly|finally|lastly|besides|furthermore|in addition|as for|one more|next|on (?:the )?(?:other|another)|(?:\d{1,2}|[a-h])[.)]|[-•*–])\s?/i

const beginsPoint = (text: string, at: number, whole: string, start: number): boolean =>
  at === 0 || TURNS.test(text) || /\n\s*$/.test(whole.slice(Math.max(0, start - 3), start))

const sentencesIn = (whole: string): readonly (SplitSentence & { readonly start: number; readonly end: number })[] =>
  sentencesOf(whole).flatMap(({ start, end }, at) => {
    const text = whole.slice(start, end)
    return text.trim() === '' ? [] : [{ start, end, text, beginsPoint: beginsPoint(text.trim(), at, whole, start) }]
  })

const contributionOf = async (deps: Deps, scope: ReviewScope, ref: string): Promise<Contribution> => {
  const id = await findRef(deps.store.reader, 'contribution', scope.consultation.id, ref)
  const contribution = id === null ? null : await readRecord(deps.store.reader, 'contribution', id)
  if (contribution === null) throw new AppError('not-found', 'There is no such response.')
  return contribution
}

/** One response, sentence by sentence, with a proposal where each point begins. */
export const showSplit = async (deps: Deps, actor: Actor, scope: ReviewScope, ref: string): Promise<ShownSplit> => {
  await authorise(deps, actor, 'point.split', scope.consultation.id)
  const contribution = await contributionOf(deps, scope, ref)
  const whole =
    (await readSomeVerbatims(deps.store.reader, 'contribution', [contribution.id])).get(contribution.id) ?? ''
  const points = await readPointsOfContribution(deps.store.reader, contribution.id)
  return { scope, contribution, points, sentences: sentencesIn(whole) }
}

const spansOf = (whole: string, begins: ReadonlySet<number>): readonly string[] => {
  const sentences = sentencesIn(whole)
  const starts = sentences.filter((_, at) => at === 0 || begins.has(at)).map(({ start }) => start)
  return starts.map((start, at) => whole.slice(start, starts[at + 1] ?? whole.length).trim())
}

const refuseJudged = async (write: ReviewWrite, points: readonly Point[]): Promise<void> => {
  const ids = points.map(({ id }) => id)
  if (points.length > 1) throw new AppError('conflict', 'This response has been split already.')
  const { links, searches, judgements } = await readStandingRecords(write.tx, ids)
  if (links.length + searches.length + judgements.length > 0 || (await isHeldInRound(write.tx, ids, 'first')))
    throw new AppError(
      'conflict',
      'Its point is being judged, or has been. Undo that first: what was found is for the whole.',
    )
}

const pointFor = (
  write: ReviewWrite,
  contribution: Contribution,
  first: Point | undefined,
  number: number,
  part: number,
): Point => ({
  id: write.deps.newId(),
  ref: `${contribution.ref}.${part}-${number}`,
  consultationId: write.consultationId,
  contributionId: contribution.id,
  ideaId: null,
  topic: first?.topic ?? contribution.topicGiven,
  stance: null,
  inputKind: null,
  language: first?.language ?? contribution.language,
  publicText: null,
  publicTextKind: null,
  approvedBy: null,
  approvedOn: null,
  number,
  importId: null,
  sourceRow: null,
})

/** The point that was there keeps its number and becomes the first part; its text must be approved again. */
const shorten = async (write: ReviewWrite, point: Point, text: string): Promise<void> => {
  await writePointVerbatim(write.tx, point.id, { text, sha256: sha256Of(text) })
  await write.changePoint({ ...point, publicText: null, publicTextKind: null, approvedBy: null, approvedOn: null })
}

/** Makes points of a response as a person says. `begins`: sentences, from 0, with which a new point begins. The response itself never changes. */
export const splitContribution = (
  deps: Deps,
  actor: Actor,
  scope: ReviewScope,
  given: { readonly ref: string; readonly begins: readonly number[] },
): Promise<number> =>
  writeReview(deps, actor, { action: 'point.split', consultationId: scope.consultation.id }, async write => {
    const contribution = await contributionOf(deps, scope, given.ref)
    const whole = (await readSomeVerbatims(write.tx, 'contribution', [contribution.id])).get(contribution.id) ?? ''
    const points = await readPointsOfContribution(write.tx, contribution.id)
    await refuseJudged(write, points)
    const spans = spansOf(whole, new Set(given.begins))
    const [first] = points
    if (first !== undefined && spans[0] !== undefined) await shorten(write, first, spans[0])
    const rest = first === undefined ? spans : spans.slice(1)
    const highest = await readHighestNumber(write.tx, 'point', write.consultationId)
    const added = rest.map((_, at) =>
      pointFor(write, contribution, first, highest + at + 1, at + (first === undefined ? 1 : 2)),
    )
    await write.add('point', added)
    await insertVerbatims(
      write.tx,
      added.map(({ id }, at) => ({
        ownerKind: 'point' as const,
        ownerId: id,
        consultationId: write.consultationId,
        text: rest[at] ?? '',
        sha256: sha256Of(rest[at] ?? ''),
      })),
    )
    return spans.length
  })
