import { gzipSync } from 'node:zlib'
import { insertArchive } from '../../data/store/releases.ts'
import { insertBlindRecords, insertDisagreement } from '../../data/store/review-rounds.ts'
import { readActionsOfGroup, readOpenLooks } from '../../data/store/review.ts'
import type { Deps } from '../../server/deps.ts'
import { openSelfCheck } from '../../server/usecases/check/self-check.ts'
import { signCheckpoint } from '../../server/usecases/history/sign-checkpoint.ts'
import { importFile } from '../../server/usecases/import-file.ts'
import type { Session } from '../../server/usecases/people/session.ts'
import { askRemoval } from '../../server/usecases/release/removals.ts'
import { askForReply } from '../../server/usecases/reply/ask-for-reply.ts'
import { openDispute } from '../../server/usecases/reply/open-dispute.ts'
import { shortenWindow } from '../../server/usecases/reply/shorten-window.ts'
import { notePoint } from '../../server/usecases/review/note-point.ts'
import { readPassageAnswer } from '../../server/usecases/review/read-answer.ts'
import { recordAnswer } from '../../server/usecases/review/record-answer.ts'
import { decideText } from '../../server/usecases/review/release-texts.ts'
import { takeNext } from '../../server/usecases/review/take-points.ts'
import { findScope } from '../../server/usecases/review/review-scope.ts'
import { writeReview } from '../../server/usecases/review/write-review.ts'
import { a } from './builders.ts'
import { loadHistory } from './history.ts'
import { markAsDraft, someone } from './release-world.ts'
import { aReviewWorld, type ReviewWorld } from './review-world.ts'

const importEvents = async (deps: Deps): Promise<void> => {
  const rows = 'w-1,eastfield-park-2026,A walk,other,2026-03-01\nw-2,eastfield-park-2026,A talk,other,nonsense\n'
  const text = `ref,consultation,title,kind,held_on\n${rows}`
  await importFile(deps, {
    source: { name: 'events.csv', open: () => [Buffer.from(text)] as unknown as AsyncIterable<Uint8Array> },
    options: { recordKind: 'event' },
    isDryRun: false,
  })
}

const judgeOne = async (deps: Deps, reviewer: Session, { scope, consultationId }: ReviewWorld): Promise<string> => {
  await takeNext(deps, reviewer, scope, 'voices')
  const [look] = await readOpenLooks(deps.store.reader, consultationId, reviewer.account.code)
  const groupId = look?.groupId ?? ''
  const given = { stop: 'plan', passage: 'plan#1', kind: 'challenges', isStaying: false, detail: '' }
  const empty = { isGroupReply: false, isStockReason: false, partTaken: '', partLeft: '', dueOn: '' }
  const answer = await readPassageAnswer(deps, scope, { ...given, ...empty })
  await recordAnswer(deps, reviewer, scope, { groupId, answer, terms: ['bench'], words: 'challenges plan#1' })
  const [action] = await readActionsOfGroup(deps.store.reader, groupId)
  return action?.id ?? ''
}

/** What only a second person's look makes; written as the desk writes it. */
const addSecondLook = (
  deps: Deps,
  reviewer: Session,
  { consultationId }: ReviewWorld,
  pointId: string,
  actionId: string,
): Promise<void> =>
  writeReview(deps, reviewer, { action: 'point.judge', consultationId }, async write => {
    const [blind, disagreement] = [deps.newId(), deps.newId()]
    const shared = { consultationId, pointId }
    const judged = { round: 'second', by: write.permit.by, actionId, recordKind: 'judgement', record: '{}' } as const
    await insertBlindRecords(write.tx, [{ id: blind, ...shared, ...judged }])
    write.keep('blind-record', [blind])
    const sides = { firstBy: 'p-one', secondBy: 'p-two', firstOutcome: 'adopted', secondOutcome: 'noted' }
    const relations = { firstRelation: 'none', secondRelation: 'none' }
    const open = { openedAt: deps.clock.now(), settledAt: null, settledBy: null, settledAs: null }
    await insertDisagreement(write.tx, { id: disagreement, ...shared, ...sides, ...relations, ...open })
    write.keep('disagreement', [disagreement])
  })

const publish = (deps: Deps, editor: Session, { consultationId }: ReviewWorld): Promise<void> =>
  writeReview(deps, editor, { action: 'release.publish', consultationId }, async write => {
    const release = a('release', { id: deps.newId(), consultationId, version: '1.0', checksum: 'ab'.repeat(32) })
    await write.add('release', [release])
    const records = gzipSync('{}')
    await insertArchive(write.tx, { releaseId: release.id, consultationId, methodVersion: '1.0', records })
    write.keep('release-archive', [release.id])
  })

/** The sample, and beside it a consultation at whose desk everything was done once: a row in every table that the history covers. */
export const fillEveryTable = async (deps: Deps): Promise<void> => {
  await loadHistory(deps)
  await importEvents(deps)
  const world = await aReviewWorld(deps, ['bench: Keep the bench.', 'lights: More lights.'])
  const { scope, consultationId } = world
  const reviewer = await world.aReviewer()
  const editor = (await someone(deps, 'editor', consultationId)).session
  const admin = (await someone(deps, 'admin', consultationId)).session
  const actionId = await judgeOne(deps, reviewer, world)
  const [look] = await readOpenLooks(deps.store.reader, consultationId, reviewer.account.code)
  await addSecondLook(deps, reviewer, world, look?.pointId ?? '', actionId)
  await notePoint(deps, reviewer, scope, { number: 1, kind: 'note', text: 'Ask Ann.' })
  const text = { number: 1, decision: 'save', text: 'Keep it.', isParaphrase: true, mayStay: true } as const
  await decideText(deps, reviewer, scope, text)
  await askForReply(deps, editor, scope, null)
  await shortenWindow(deps, editor, scope, { dueOn: '2026-07-10', reason: 'The council asked us to go on.' })
  const challenge = { number: 1, party: 'other', text: 'It was taken up.', evidence: 'Minutes, page 2.' }
  const sample = await findScope(deps, { body: 'calderwick', consultation: 'eastfield-park-2026' })
  await openDispute(deps, null, sample, { ...challenge, claimedOutcome: '', address: '192.0.2.1' })
  await askRemoval(deps, admin, scope, { number: 1, reason: 'personal-data', words: 'It named a person who asked.' })
  await publish(deps, editor, world)
  await markAsDraft(deps, consultationId)
  await openSelfCheck(deps, editor, scope)
  if ((await signCheckpoint(deps)).status !== 'signed') throw new Error('The history of this store is not whole.')
}
