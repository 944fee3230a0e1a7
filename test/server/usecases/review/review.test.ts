// Longer than most: one reviewer’s evening, step by step.
import { expect } from 'chai'
import { readRevision } from '../../../../data/store/bodies.ts'
import { readRecords } from '../../../../data/store/records.ts'
import { readStandingRecords } from '../../../../data/store/review-records.ts'
import { readBlindRecords, readDisagreements } from '../../../../data/store/review-rounds.ts'
import { readOpenLooks } from '../../../../data/store/review.ts'
import { readAudit } from '../../../../server/usecases/read-audit.ts'
import type { Session } from '../../../../server/usecases/people/session.ts'
import { judgeTogether, showTogether } from '../../../../server/usecases/review/judge-together.ts'
import { readPassageAnswer } from '../../../../server/usecases/review/read-answer.ts'
import { recordAnswer, recordNothingLeft } from '../../../../server/usecases/review/record-answer.ts'
import { settleReview, showDisagreement } from '../../../../server/usecases/review/settle-disagreement.ts'
import { showProgress } from '../../../../server/usecases/review/show-progress.ts'
import { showReviewPoint } from '../../../../server/usecases/review/show-review-point.ts'
import { takeNext } from '../../../../server/usecases/review/take-points.ts'
import { skipPoint } from '../../../../server/usecases/review/note-point.ts'
import { undoAction } from '../../../../server/usecases/review/undo-action.ts'
import { faultsIn } from '../../../support/history.ts'
import { anAdmin, openPeopleTest, type PeopleTest } from '../../../support/people.ts'
import { aReviewWorld, type ReviewWorld } from '../../../support/review-world.ts'

const WORDS = [
  'bench: Keep the bench by the pump.',
  'bench: The bench must stay, says Ann.',
  'bench: keep the BENCH by the pump!',
  'lights: More lights, please.',
]

describe('reviewing', () => {
  let test: PeopleTest
  let world: ReviewWorld
  let reviewer: Session
  beforeEach(async () => {
    test = await openPeopleTest()
    world = await aReviewWorld(test.deps, WORDS)
    reviewer = await world.aReviewer()
  })
  // Whatever was done: every record has its entry, and no entry is left without its record.
  afterEach(async () => {
    expect(await faultsIn(test.deps)).to.deep.equal([])
    await test.close()
  })

  const groupOf = async (session: Session): Promise<string> => {
    const [look] = await readOpenLooks(test.deps.store.reader, world.consultationId, session.account.code)
    if (look === undefined) throw new Error('Nothing lies on this desk.')
    return look.groupId
  }
  const answerOf = (stop: string, kind: string, detail = '') =>
    readPassageAnswer(test.deps, world.scope, {
      stop,
      passage: `${stop}#1`,
      kind,
      isStaying: false,
      detail,
      isGroupReply: false,
      isStockReason: false,
      partTaken: '',
      partLeft: '',
      dueOn: '',
    })
  const confirm = async (session: Session, stop: string, kind: string, detail = '') =>
    recordAnswer(test.deps, session, world.scope, {
      groupId: await groupOf(session),
      answer: await answerOf(stop, kind, detail),
      terms: ['bench'],
      words: `${kind} ${stop}#1`,
    })
  const nothing = async (session: Session, stage: 'plan' | 'record' | 'decision' | 'answer') =>
    recordAnswer(test.deps, session, world.scope, {
      groupId: await groupOf(session),
      answer: { sort: 'nothing', stage },
      terms: [],
      words: 'nothing',
    })
  const take = (session: Session, queue: 'voices' | 'second' = 'voices') =>
    takeNext(test.deps, session, world.scope, queue)
  const links = () => readRecords(test.deps.store.reader, 'link', world.consultationId)
  const searches = () => readRecords(test.deps.store.reader, 'search', world.consultationId)
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : String(error)),
    )
  const judgeWith = async (session: Session, decision: string): Promise<void> => {
    await confirm(session, 'plan', 'challenges')
    await confirm(session, 'record', 'carries')
    await confirm(session, 'decision', decision, decision === 'refuses' ? 'none' : '')
    await nothing(session, 'answer')
  }
  const judgeAll = async (session: Session, decision: string): Promise<void> => {
    for (let turn = 0; turn < WORDS.length; turn += 1) {
      await take(session)
      await judgeWith(session, decision)
    }
  }

  it('gives out the idea with most voices first', async () => {
    expect(await take(reviewer)).to.deep.equal({ number: 1, isShared: true })
  })

  it('never gives two people the same point, even at the same moment', async () => {
    const reviewers = await Promise.all(Array.from({ length: 4 }, () => world.aReviewer()))
    const taken = await Promise.all(reviewers.map(one => take(one)))
    expect(taken.map(({ number }) => number).sort()).to.deep.equal([1, 2, 3, 4])
    expect(await take(await world.aReviewer())).to.deep.equal({ number: null })
  })

  it('makes one record of fifty equal confirmations that come at the same moment', async () => {
    await take(reviewer)
    const groupId = await groupOf(reviewer)
    const given = {
      groupId,
      answer: await answerOf('plan', 'challenges'),
      terms: ['bench'],
      words: 'challenges plan#1',
    }
    const before = await readRevision(test.deps.store.reader, world.consultationId)
    await Promise.all(Array.from({ length: 50 }, () => recordAnswer(test.deps, reviewer, world.scope, given)))
    expect(await links()).to.have.length(1)
    expect(await searches()).to.have.length(1)
    expect(await readRevision(test.deps.store.reader, world.consultationId)).to.equal(before + 1)
    const entries = await test.deps.store.reader.selectFrom('logEntries').select('body').execute()
    expect(entries.filter(({ body }) => body.includes('"link-recorded"'))).to.have.length(1)
  })

  it('records a search of every document of the stop for "nothing here", by the person of the session', async () => {
    await take(reviewer)
    await nothing(reviewer, 'plan')
    const [search] = await searches()
    const plan = (await readRecords(test.deps.store.reader, 'document', world.consultationId)).find(
      ({ stage }) => stage === 'plan',
    )
    expect(search).to.include({ basis: 'confirmed', by: reviewer.account.code, on: '2026-07-01' })
    expect(search?.documentIds).to.deep.equal([plan?.id])
  })

  it('asks how a point stands to the plan before it shows any passage of the decision', async () => {
    await take(reviewer)
    const early = await showReviewPoint(test.deps, reviewer, world.scope, { number: 1, stop: 'decision' })
    expect(early.state === 'open' && early.now?.stage).to.equal('plan')
    await nothing(reviewer, 'plan')
    const late = await showReviewPoint(test.deps, reviewer, world.scope, { number: 1, stop: 'decision' })
    expect(late.state === 'open' && late.now?.stage).to.equal('decision')
  })

  it('refuses to say "nothing at all that is left" before the plan is settled', async () => {
    await take(reviewer)
    expect(await refusal(recordNothingLeft(test.deps, reviewer, world.scope, await groupOf(reviewer)))).to.equal(
      'conflict',
    )
    await nothing(reviewer, 'plan')
    expect(await recordNothingLeft(test.deps, reviewer, world.scope, await groupOf(reviewer))).to.include({
      status: 'settled',
    })
    const { audit } = await readAudit(test.deps, { body: world.scope.body.ref, consultation: 'high-street' })
    expect(audit.points[0]).to.include({ outcome: 'no-trace', relation: 'none' })
  })

  it('takes back by adding a retraction, erases nothing, and lets the stop be judged again', async () => {
    await take(reviewer)
    await confirm(reviewer, 'plan', 'contains')
    expect(await undoAction(test.deps, reviewer, world.scope)).to.deep.equal({ number: 1 })
    expect(await links()).to.have.length(1)
    expect(
      (await readStandingRecords(test.deps.store.reader, [(await links())[0]?.pointId ?? ''])).links,
    ).to.deep.equal([])
    await confirm(reviewer, 'plan', 'contains')
    expect(await links()).to.have.length(2)
    expect(await refusal(confirm(reviewer, 'plan', 'challenges'))).to.equal('conflict')
  })

  it('opens a settled point again when its last answer is undone, and gives back the one taken since', async () => {
    await take(reviewer)
    await judgeWith(reviewer, 'takes-up')
    expect((await take(reviewer)).number).to.equal(2)
    expect((await undoAction(test.deps, reviewer, world.scope)).number).to.equal(1)
    expect(
      (await readOpenLooks(test.deps.store.reader, world.consultationId, reviewer.account.code)).map(
        ({ pointId }) => pointId,
      ),
    ).to.have.length(1)
    await nothing(reviewer, 'answer')
    expect((await take(reviewer)).number).to.equal(2)
  })

  it('gives a whole idea one judgement: one record for each point, and those unticked go back', async () => {
    await take(reviewer)
    const groupId = await groupOf(reviewer)
    const shared = await showTogether(test.deps, reviewer, world.scope, groupId)
    // The same words in another case are one wording.
    expect(shared.wordings.map(({ pointIds }) => pointIds.length)).to.deep.equal([2, 1])
    await judgeTogether(test.deps, reviewer, world.scope, {
      groupId,
      wordings: shared.wordings.slice(0, 1).map(({ key }) => key),
    })
    await judgeWith(reviewer, 'takes-up')
    expect((await links()).filter(({ kind }) => kind === 'takes-up')).to.have.length(2)
    expect((await take(reviewer)).number).to.equal(2)
  })

  it('leaves a skipped point for others, and comes back to it last', async () => {
    await take(reviewer)
    await skipPoint(test.deps, reviewer, world.scope, await groupOf(reviewer))
    expect((await take(reviewer)).number).to.equal(2)
    expect((await take(await world.aReviewer())).number).to.equal(1)
  })

  it('gives a point that was left untouched for half an hour to the next who asks', async () => {
    await take(reviewer)
    test.wait(31)
    expect((await take(await world.aReviewer())).number).to.equal(1)
  })

  it('lets the next who asks go on after a day with what somebody left half done, and nobody sooner', async () => {
    await take(reviewer)
    await nothing(reviewer, 'plan')
    test.wait(60)
    expect((await take(await world.aReviewer())).number).to.equal(2)
    test.wait(24 * 60)
    const next = await world.aReviewer()
    expect((await take(next)).number).to.equal(1)
    const shown = await showReviewPoint(test.deps, next, world.scope, { number: 1, stop: '' })
    expect(shown.state === 'open' && shown.now?.stage).to.equal('record')
    await confirm(next, 'record', 'carries')
    expect((await searches()).map(({ by }) => by)).to.deep.equal([reviewer.account.code, next.account.code])
  })

  it('settles a stop where more was linked before, by the same key without Shift or by "nothing more"', async () => {
    await take(reviewer)
    const answer = await answerOf('plan', 'challenges')
    const groupId = await groupOf(reviewer)
    const given = { groupId, terms: [], words: 'challenges plan#1' }
    await recordAnswer(test.deps, reviewer, world.scope, {
      ...given,
      answer: { ...answer, isStaying: true } as typeof answer,
    })
    expect(await searches()).to.have.length(0)
    await recordAnswer(test.deps, reviewer, world.scope, { ...given, answer })
    expect([(await links()).length, (await searches()).length]).to.deep.equal([1, 1])
  })

  it('keeps a second look blind, and marks what both found as checked twice', async () => {
    await judgeAll(reviewer, 'takes-up')
    expect((await take(reviewer, 'second')).number).to.equal(null)
    const second = await world.aReviewer()
    const { number } = await take(second, 'second')
    const shown = await showReviewPoint(test.deps, second, world.scope, { number: number ?? 0, stop: '' })
    expect(shown.state === 'open' && [shown.links, shown.group.actions]).to.deep.equal([[], []])
    await judgeWith(second, 'takes-up')
    const { audit, record } = await readAudit(test.deps, { body: world.scope.body.ref, consultation: 'high-street' })
    expect(audit.points.filter(({ isCheckedTwice }) => isCheckedTwice).map(point => point.number)).to.deep.equal([
      number,
    ])
    expect(
      record.codings.filter(({ variable }) => variable === 'outcome').map(({ coder, value }) => [coder, value]),
    ).to.deep.equal([
      [reviewer.account.code, 'adopted'],
      [second.account.code, 'adopted'],
    ])
  })

  it('sends a difference to a third person, and computes alpha before anybody settles it', async () => {
    await judgeAll(reviewer, 'takes-up')
    const second = await world.aReviewer()
    await take(second, 'second')
    await judgeWith(second, 'refuses')
    const [row] = await readDisagreements(test.deps.store.reader, world.consultationId)
    expect(row).to.include({ firstOutcome: 'adopted', secondOutcome: 'declined-no-reason' })
    for (const one of [reviewer, second]) {
      expect(await showDisagreement(test.deps, one, world.scope)).to.equal(null)
      expect(
        await refusal(settleReview(test.deps, one, world.scope, { disagreementId: row?.id ?? '', as: 'first' })),
      ).to.equal('forbidden')
    }
    const third = await world.aReviewer()
    expect((await showProgress(test.deps, third, world.scope)).alpha).to.equal(0)
    expect((await showDisagreement(test.deps, third, world.scope))?.sides).to.have.length(2)
    await settleReview(test.deps, third, world.scope, { disagreementId: row?.id ?? '', as: 'second' })
    const { audit } = await readAudit(test.deps, { body: world.scope.body.ref, consultation: 'high-street' })
    expect(audit.points.find(({ pointId }) => pointId === row?.pointId)).to.include({
      outcome: 'declined-no-reason',
      isCheckedTwice: true,
    })
    expect(
      await refusal(settleReview(test.deps, third, world.scope, { disagreementId: row?.id ?? '', as: 'first' })),
    ).to.equal('conflict')
  })

  it('lets the third person judge it anew', async () => {
    await judgeAll(reviewer, 'takes-up')
    const second = await world.aReviewer()
    await take(second, 'second')
    await judgeWith(second, 'refuses')
    const third = await world.aReviewer()
    const [row] = await readDisagreements(test.deps.store.reader, world.consultationId)
    await settleReview(test.deps, third, world.scope, { disagreementId: row?.id ?? '', as: 'anew' })
    await judgeWith(third, 'does-opposite')
    const { audit } = await readAudit(test.deps, { body: world.scope.body.ref, consultation: 'high-street' })
    expect(audit.points.find(({ pointId }) => pointId === row?.pointId)).to.include({
      outcome: 'contradicted',
      isCheckedTwice: true,
    })
    expect((await readBlindRecords(test.deps.store.reader, [row?.pointId ?? ''], 'third')).links).to.have.length(3)
  })

  it('is for reviewers of this consultation: it is not there for those of another, and admins judge nothing', async () => {
    const other = await aReviewWorld(test.deps, ['one: A'], 'low-street')
    expect(await refusal(takeNext(test.deps, await other.aReviewer(), world.scope, 'voices'))).to.equal('not-found')
    expect(await refusal(takeNext(test.deps, await anAdmin(test.deps), world.scope, 'voices'))).to.equal('forbidden')
    expect(await refusal(takeNext(test.deps, null, world.scope, 'voices'))).to.equal('forbidden')
  })
})
