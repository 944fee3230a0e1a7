import { expect } from 'chai'
import { readRecords } from '../../../../data/store/records.ts'
import { readVerbatims } from '../../../../data/store/verbatims.ts'
import { publicTextOf } from '../../../../server/usecases/public-text.ts'
import { readAudit } from '../../../../server/usecases/read-audit.ts'
import type { Session } from '../../../../server/usecases/people/session.ts'
import { listDeskIdeas, mergeIdeas, moveToIdea, unmergeIdea } from '../../../../server/usecases/review/change-ideas.ts'
import { decideText, showNextText, showText, type TextGiven } from '../../../../server/usecases/review/release-texts.ts'
import { splitContribution, showSplit } from '../../../../server/usecases/review/split-contribution.ts'
import { takeNext } from '../../../../server/usecases/review/take-points.ts'
import { faultsIn } from '../../../support/history.ts'
import { openPeopleTest, type PeopleTest } from '../../../support/people.ts'
import { aReviewWorld, type ReviewWorld } from '../../../support/review-world.ts'

const WORDS = [
  'bench: My name is Ann Whitlow, of EX4 6QT. Keep the bench. Also, more lights are needed.',
  'bench: Keep it.',
  'lights: More lights.',
]

describe('texts, ideas and responses', () => {
  let test: PeopleTest
  let world: ReviewWorld
  let reviewer: Session
  beforeEach(async () => {
    test = await openPeopleTest()
    world = await aReviewWorld(test.deps, WORDS)
    reviewer = await world.aReviewer()
  })
  // Whatever was done: every record has its entry. One test makes a child of a contributor by hand, which is seen.
  afterEach(async () => {
    const faults = await faultsIn(test.deps)
    expect(faults.filter(fault => !fault.startsWith('record-changed contribution'))).to.deep.equal([])
    await test.close()
  })

  const given = (more: Partial<TextGiven>): TextGiven => ({
    number: 1,
    decision: 'release',
    text: 'Keep the bench.',
    isParaphrase: false,
    mayStay: false,
    ...more,
  })
  const decide = (more: Partial<TextGiven>) => decideText(test.deps, reviewer, world.scope, given(more))
  const pointOne = async () =>
    (await readRecords(test.deps.store.reader, 'point', world.consultationId)).find(({ number }) => number === 1)
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : String(error)),
    )

  it('propose a redacted text, and show nothing until a person releases it', async () => {
    const shown = await showNextText(test.deps, reviewer, world.scope, 0)
    expect(shown?.proposal).to.equal('My name is [name], of [postcode]. Keep the bench. Also, more lights are needed.')
    expect((await pointOne())?.publicText).to.equal(null)
    await decide({ text: shown?.proposal ?? '' })
    expect(await pointOne()).to.include({
      publicTextKind: 'redacted',
      approvedBy: reviewer.account.code,
      approvedOn: '2026-07-01',
    })
  })

  it('stop at what still looks personal, until the person says that it may stay', async () => {
    expect(await decide({ text: 'Of EX4 6QT.' })).to.deep.equal({ status: 'still', found: ['EX4 6QT'] })
    expect((await pointOne())?.publicText).to.equal(null)
    expect(await decide({ text: 'Of EX4 6QT.', mayStay: true })).to.deep.equal({ status: 'decided' })
  })

  it('withdraw approval when an edit is saved without release: the words are in no public table', async () => {
    await decide({})
    await decide({ decision: 'save', text: 'A new draft with zebrafinch in it.' })
    const point = await pointOne()
    expect(point).to.include({ publicText: null, publicTextKind: null, approvedBy: null })
    if (point !== undefined) expect(publicTextOf(point, null).state).to.equal('not-released')
    const { record } = await readAudit(test.deps, { body: world.scope.body.ref, consultation: 'high-street' })
    expect(JSON.stringify(record)).to.not.include('zebrafinch')
    expect((await showText(test.deps, reviewer, world.scope, 1)).proposal).to.include('zebrafinch')
  })

  it('withhold a text and count the point all the same; never release the words of a child', async () => {
    await decide({ decision: 'withhold', text: '' })
    const point = await pointOne()
    expect(point).to.include({ publicText: null, publicTextKind: 'withheld' })
    await test.deps.store.write(async tx => {
      await tx.updateTable('contributions').set({ contributorType: 'child' }).where('ref', '=', 'R1').execute()
    })
    expect(await refusal(decide({}))).to.equal('refused')
  })

  it('merge ideas with their lineage, refuse a ring, and take a merge apart again', async () => {
    await mergeIdeas(test.deps, reviewer, world.scope, { from: 2, into: 1 })
    const sizes = async () =>
      (await listDeskIdeas(test.deps, reviewer, world.scope)).map(({ idea, points }) => [idea.number, points.length])
    expect(await sizes()).to.deep.equal([
      [1, 3],
      [2, 0],
    ])
    expect(await refusal(mergeIdeas(test.deps, reviewer, world.scope, { from: 1, into: 2 }))).to.equal('refused')
    await unmergeIdea(test.deps, reviewer, world.scope, 2)
    expect(await sizes()).to.deep.equal([
      [1, 2],
      [2, 1],
    ])
  })

  it('split an idea: points move to a new one, and the old one stays', async () => {
    await moveToIdea(test.deps, reviewer, world.scope, { points: [2], title: 'Keep something', into: null })
    const ideas = await listDeskIdeas(test.deps, reviewer, world.scope)
    expect(
      ideas.map(({ idea, points }) => [idea.number, idea.title, points.map(({ number }) => number)]),
    ).to.deep.equal([
      [1, 'bench', [1]],
      [2, 'lights', [3]],
      [3, 'Keep something', [2]],
    ])
    expect(
      await refusal(moveToIdea(test.deps, reviewer, world.scope, { points: [99], title: 'x', into: null })),
    ).to.equal('refused')
  })

  it('split a response where a person says, keep its words, and ask for the shortened text to be approved again', async () => {
    await decide({})
    const shown = await showSplit(test.deps, reviewer, world.scope, 'R1')
    const begins = shown.sentences.flatMap(({ beginsPoint }, at) => (beginsPoint && at > 0 ? [at] : []))
    await splitContribution(test.deps, reviewer, world.scope, { ref: 'R1', begins })
    const texts = await readVerbatims(test.deps.store.reader, world.consultationId, 'point')
    const points = (await readRecords(test.deps.store.reader, 'point', world.consultationId)).filter(
      ({ contributionId }) => contributionId === shown.contribution.id,
    )
    expect(points.map(({ id, number }) => [number, texts.get(id)])).to.deep.equal([
      [1, 'My name is Ann Whitlow, of EX4 6QT. Keep the bench.'],
      [4, 'Also, more lights are needed.'],
    ])
    expect(points[0]?.publicText).to.equal(null)
    const whole = await readVerbatims(test.deps.store.reader, world.consultationId, 'contribution')
    expect(whole.get(shown.contribution.id)).to.equal(WORDS[0]?.replace('bench: ', ''))
    expect(await refusal(splitContribution(test.deps, reviewer, world.scope, { ref: 'R1', begins: [1] }))).to.equal(
      'conflict',
    )
  })

  it('refuse to split a response whose point is being judged', async () => {
    await takeNext(test.deps, reviewer, world.scope, 'voices')
    expect(await refusal(splitContribution(test.deps, reviewer, world.scope, { ref: 'R1', begins: [1] }))).to.equal(
      'conflict',
    )
  })
})
