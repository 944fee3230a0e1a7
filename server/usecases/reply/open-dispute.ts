import { GROUP_OF } from '../../../analysis/outcomes/outcome-groups.ts'
import type { Dispute } from '../../../data/model/right-of-reply.ts'
import { readConsultationState } from '../../../data/store/consultation-state.ts'
import { insertLetter, takeSubmission, type DisputeLetter } from '../../../data/store/reply-links.ts'
import { readRecords } from '../../../data/store/records.ts'
import type { Connection } from '../../../data/store/connection.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { indexAudit, type AuditIndex, type PointRow } from '../audit-index.ts'
import { authorise } from '../people/authorise.ts'
import { minutesFrom } from '../people/instants.ts'
import { sha256Of } from '../sha256-of.ts'
import type { Actor } from '../people/session.ts'
import { addressSubject } from '../people/throttle-attempts.ts'
import { readAudit } from '../read-audit.ts'
import { readPublicAudit } from '../read-public-audit.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { writeReview } from '../review/write-review.ts'
import { asWritten, countWords, MOST_WORDS } from './reply-rules.ts'
import { freeRef } from '../free-ref.ts'

/** From one address in an hour. Everybody behind one office or library shares it. */
const MOST_AN_HOUR = 5
const HOUR_MINUTES = 60
const LEAST_WORDS = 3

export interface DisputePage {
  readonly scope: ReviewScope
  readonly index: AuditIndex
  readonly row: PointRow
}

/** A published result is disputed as everybody sees it; a draft, which the body alone can dispute, as it stands. */
export const showDisputed = async (
  deps: Deps,
  actor: Actor,
  scope: ReviewScope,
  number: number,
): Promise<DisputePage> => {
  await authorise(deps, actor, 'dispute.open', scope.consultation.id)
  const isDraft = (await readConsultationState(deps.store.reader, scope.consultation.id)) === 'draft'
  const read = isDraft ? readAudit : readPublicAudit
  const index = indexAudit(await read(deps, { body: scope.body.ref, consultation: scope.consultation.ref }))
  const row = index.rowByNumber.get(number)
  if (row === undefined) throw new AppError('not-found', `There is no point ${number}.`)
  return { scope, index, row }
}

export interface GivenDispute {
  readonly number: number
  readonly party: string
  readonly text: string
  readonly evidence: string
  readonly claimedOutcome: string
  /** Of whoever sends it; kept for an hour, as a hash, to slow down floods. */
  readonly address: string
}
export type DisputeTaken =
  | { readonly status: 'held' }
  | { readonly status: 'published' }
  | { readonly status: 'invalid'; readonly problem: string }
  | { readonly status: 'throttled'; readonly retryInMinutes: number }

/** The body speaks with its own role; nobody else can speak as the body. */
const readParty = (given: string, isBody: boolean): Dispute['party'] =>
  isBody ? 'body' : given === 'contributor' ? 'contributor' : 'other'

const problemOf = ({ text, evidence, claimedOutcome }: GivenDispute): string | null => {
  if (countWords(text) < LEAST_WORDS) return 'Say in a sentence what is wrong.'
  if (countWords(evidence) === 0) return 'Say where we can see it: a document and page, or an address.'
  if (countWords(text) + countWords(evidence) > MOST_WORDS.one) return `Use at most ${MOST_WORDS.one} words.`
  return claimedOutcome === '' || claimedOutcome in GROUP_OF ? null : 'There is no such result.'
}

export const nextDisputeRef = async (connection: Connection, consultationId: string): Promise<string> =>
  freeRef('dispute', await readRecords(connection, 'dispute', consultationId))

/** The dispute that a letter becomes: from now on its point counts both ways. */
export const disputeFrom = (letter: DisputeLetter, ref: string, id: string, openedOn: string): Dispute => ({
  id,
  ref,
  consultationId: letter.consultationId,
  pointId: letter.pointId,
  openedOn,
  party: letter.party,
  text: letter.text,
  passageId: null,
  claimedOutcome: letter.claimedOutcome,
  state: 'open',
  decidedOn: null,
  decision: null,
})

/**
 * Anybody may say that a result is wrong, and where that can be seen. What the body says with its own role is published at once; words
 * of anybody else wait for a person, unseen.
 */
export const openDispute = async (
  deps: Deps,
  actor: Actor,
  scope: ReviewScope,
  given: GivenDispute,
): Promise<DisputeTaken> => {
  const { row } = await showDisputed(deps, actor, scope, given.number)
  const problem = problemOf(given)
  if (problem !== null) return { status: 'invalid', problem }
  const consultationId = scope.consultation.id
  return writeReview(deps, actor, { action: 'dispute.open', consultationId }, async write => {
    const { tx, permit } = write
    const now = deps.clock.now()
    const isBody = permit.roles.includes('council')
    const subject = sha256Of(isBody ? permit.by : addressSubject(given.address).subject)
    const limit = { since: minutesFrom(now, -HOUR_MINUTES), most: MOST_AN_HOUR }
    if (!(await takeSubmission(tx, { id: deps.newId(), scope: 'dispute', subject, at: now }, limit)))
      return { status: 'throttled', retryInMinutes: HOUR_MINUTES }
    const held: DisputeLetter = {
      id: deps.newId(),
      consultationId,
      pointId: row.point.id,
      party: readParty(given.party, isBody),
      text: `${asWritten(given.text)}\n\nWhere it can be seen: ${asWritten(given.evidence)}`,
      claimedOutcome: given.claimedOutcome === '' ? null : given.claimedOutcome,
      outcomeThen: row.finding.outcome,
      receivedAt: now,
      by: permit.by,
      state: 'held',
      decidedAt: null,
      decidedBy: null,
      refusal: null,
      disputeId: null,
    }
    write.keep('dispute-letter', [held.id])
    if (!isBody) {
      await insertLetter(tx, held)
      return { status: 'held' }
    }
    const dispute = disputeFrom(held, await nextDisputeRef(tx, consultationId), deps.newId(), deps.clock.today())
    await write.add('dispute', [dispute])
    await insertLetter(tx, { ...held, state: 'published', decidedAt: now, decidedBy: permit.by, disputeId: dispute.id })
    return { status: 'published' }
  })
}
