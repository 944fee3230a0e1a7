import type { Correction } from '../../../data/model/right-of-reply.ts'
import { readRecords } from '../../../data/store/records.ts'
import { findByNumber } from '../../../data/store/review-points.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { authorise } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { writeReview } from '../review/write-review.ts'
import { newestFirst } from '../../../data/model/newest-release.ts'
import { freeRef } from '../free-ref.ts'

const LONGEST = 300
const LONGEST_REASON = 1_000

/** What an editor writes about something that was wrong in public. Results of points are corrected by settling a dispute. */
export interface CorrectionGiven {
  /** null = not about one point. */
  readonly number: number | null
  readonly subject: string
  readonly oldValue: string
  readonly newValue: string
  readonly reason: string
  /** Versions of releases that held the old value, as they were ticked. */
  readonly versions: readonly string[]
}
export interface CorrectionDesk {
  readonly scope: ReviewScope
  readonly corrections: readonly Correction[]
  /** Versions released so far, newest first. */
  readonly versions: readonly string[]
}

const versionsOf = async (deps: Deps, consultationId: string): Promise<readonly string[]> =>
  newestFirst(await readRecords(deps.store.reader, 'release', consultationId)).map(({ version }) => version)

export const showCorrectionDesk = async (deps: Deps, actor: Actor, scope: ReviewScope): Promise<CorrectionDesk> => {
  await authorise(deps, actor, 'correction.make', scope.consultation.id)
  const corrections = await readRecords(deps.store.reader, 'correction', scope.consultation.id)
  return {
    scope,
    corrections: corrections.toSorted((a, b) => b.on.localeCompare(a.on)),
    versions: await versionsOf(deps, scope.consultation.id),
  }
}

const tidy = (words: string): string => words.replace(/\s+/g, ' ').trim()

const check = (given: CorrectionGiven): void => {
  const { subject, oldValue, newValue, reason } = given
  if ([subject, oldValue, newValue, reason].some(words => tidy(words) === ''))
    throw new AppError('refused', 'Say what was corrected, what it said before, what it says now, and why.')
  if ([subject, oldValue, newValue].some(words => tidy(words).length > LONGEST) || tidy(reason).length > LONGEST_REASON)
    throw new AppError('refused', `At most ${LONGEST} characters each, and ${LONGEST_REASON} for the reason.`)
  if (tidy(oldValue) === tidy(newValue)) throw new AppError('refused', 'Before and after are the same.')
}

/** P36: what was wrong, what is right, why, and which releases held it. It stands on the corrections page at once. */
export const makeCorrection = (
  deps: Deps,
  actor: Actor,
  { consultation }: ReviewScope,
  given: CorrectionGiven,
): Promise<void> =>
  writeReview(deps, actor, { action: 'correction.make', consultationId: consultation.id }, async write => {
    check(given)
    const point = given.number === null ? null : await findByNumber(write.tx, 'point', consultation.id, given.number)
    if (given.number !== null && point === null) throw new AppError('refused', `There is no point ${given.number}.`)
    const known = new Set((await readRecords(write.tx, 'release', consultation.id)).map(({ version }) => version))
    if (given.versions.some(version => !known.has(version))) throw new AppError('refused', 'There is no such release.')
    const correction: Correction = {
      id: deps.newId(),
      ref: freeRef('correction', await readRecords(write.tx, 'correction', consultation.id)),
      consultationId: consultation.id,
      pointId: point?.id ?? null,
      on: deps.clock.today(),
      subject: tidy(given.subject),
      oldValue: tidy(given.oldValue),
      newValue: tidy(given.newValue),
      reason: tidy(given.reason),
      releasesAffected: given.versions.length === 0 ? null : given.versions.join(', '),
    }
    await write.add('correction', [correction])
  })
