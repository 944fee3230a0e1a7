import { expect } from 'chai'
import { readRecords } from '../../../../data/store/records.ts'
import { readLetters } from '../../../../data/store/reply-links.ts'
import { insertRecords } from '../../../../data/store/records.ts'
import { decideHeldLetter } from '../../../../server/usecases/reply/decide-letter.ts'
import { listDisputes } from '../../../../server/usecases/reply/list-disputes.ts'
import { openDispute, type GivenDispute } from '../../../../server/usecases/reply/open-dispute.ts'
import { settleDispute } from '../../../../server/usecases/reply/settle-dispute.ts'
import { readAudit } from '../../../../server/usecases/read-audit.ts'
import { writeReview } from '../../../../server/usecases/review/write-review.ts'
import { a } from '../../../support/builders.ts'
import { openPeopleTest, type PeopleTest } from '../../../support/people.ts'
import { EASTFIELD, markAsDraft, refusalOf, sampleStore, someone } from '../../../support/release-world.ts'
import { findScope, type ReviewScope } from '../../../../server/usecases/review/review-scope.ts'

describe('a dispute', function () {
  this.timeout(60_000)
  let test: PeopleTest
  let scope: ReviewScope
  let number: number
  let pointId: string
  beforeEach(async () => {
    test = await openPeopleTest(await sampleStore(EASTFIELD.consultation))
    scope = await findScope(test.deps, EASTFIELD)
    const { audit } = await readAudit(test.deps, EASTFIELD)
    const finding = audit.points.find(({ outcome }) => outcome === 'no-trace' || outcome === 'noted')
    number = finding?.number ?? 0
    pointId = finding?.pointId ?? ''
  })
  afterEach(() => test.close())

  const given = (more: Partial<GivenDispute> = {}): GivenDispute => ({
    number,
    party: 'other',
    text: 'It was answered in the letter.',
    evidence: 'Letter of 3 June, page 2.',
    claimedOutcome: 'declined-with-reason',
    address: '192.0.2.7',
    ...more,
  })
  const disputes = () => readRecords(test.deps.store.reader, 'dispute', scope.consultation.id)
  const letters = () => readLetters(test.deps.store.reader, scope.consultation.id)
  const auditNow = async () => (await readAudit(test.deps, EASTFIELD)).audit
  const openByCouncil = async () => {
    const council = await someone(test.deps, 'council', scope.consultation.id)
    await openDispute(test.deps, council.session, scope, given())
    return (await disputes())[0]?.ref ?? ''
  }

  it('of somebody without an account waits unseen until a person has read it; then it flags the point and widens the bounds', async () => {
    const openCounts = async () =>
      (await auditNow()).indicators.map(({ number: name, byPoint }) => [
        name,
        byPoint.bounds?.low ?? null,
        byPoint.bounds?.high ?? null,
      ])
    const before = await openCounts()
    expect(await openDispute(test.deps, null, scope, given())).to.deep.equal({ status: 'held' })
    expect(await disputes()).to.deep.equal([])
    const { session } = await someone(test.deps, 'editor', scope.consultation.id)
    const [letter] = await letters()
    await decideHeldLetter(test.deps, session, scope, { letterId: letter?.id ?? '', refusal: null })
    const [dispute] = await disputes()
    expect(dispute?.text).to.equal('It was answered in the letter.\n\nWhere it can be seen: Letter of 3 June, page 2.')
    const audit = await auditNow()
    expect(audit.points.find(point => point.pointId === pointId)?.flags).to.include('disputed')
    expect(await openCounts(), 'bounds are worked out again').to.not.deep.equal(before)
    const twice = decideHeldLetter(test.deps, session, scope, { letterId: letter?.id ?? '', refusal: 'Spam.' })
    expect((await refusalOf(twice)).code).to.equal('conflict')
  })

  it('that is refused stays unseen, with the reason on file', async () => {
    await openDispute(test.deps, null, scope, given())
    const { session } = await someone(test.deps, 'editor', scope.consultation.id)
    const [letter] = await letters()
    const refuse = (refusal: string) =>
      decideHeldLetter(test.deps, session, scope, { letterId: letter?.id ?? '', refusal })
    expect((await refusalOf(refuse(' '))).code).to.equal('refused')
    await refuse('It names a private person.')
    expect([await disputes(), (await letters())[0]?.refusal]).to.deep.equal([[], 'It names a private person.'])
  })

  it('is late when nobody has read it within one working day', async () => {
    await openDispute(test.deps, null, scope, given())
    const { session } = await someone(test.deps, 'reviewer', scope.consultation.id)
    const isLate = async () => (await listDisputes(test.deps, session, scope)).held[0]?.isLate
    expect(await isLate()).to.equal(false)
    test.wait(2 * 24 * 60)
    const again = await someone(test.deps, 'reviewer', scope.consultation.id)
    expect((await listDisputes(test.deps, again.session, scope)).held[0]?.isLate).to.equal(true)
  })

  it('needs evidence, and a result that exists', async () => {
    const status = async (more: Partial<GivenDispute>) =>
      (await openDispute(test.deps, null, scope, given(more))).status
    expect(await status({ evidence: ' ' })).to.equal('invalid')
    expect(await status({ text: 'No' })).to.equal('invalid')
    expect(await status({ claimedOutcome: 'ignored' })).to.equal('invalid')
    expect(await letters()).to.deep.equal([])
  })

  it('is taken five times an hour from one address, which is kept for an hour and as a hash', async () => {
    const send = async (address: string) => (await openDispute(test.deps, null, scope, given({ address }))).status
    for (let sent = 0; sent < 5; sent += 1) expect(await send('192.0.2.7')).to.equal('held')
    expect(await send('::ffff:192.0.2.7')).to.equal('throttled')
    expect(await send('192.0.2.8')).to.equal('held')
    const kept = () => test.deps.store.reader.selectFrom('submissions').selectAll().execute()
    expect(JSON.stringify(await kept())).to.not.include('192.0.2')
    test.wait(61)
    expect(await send('192.0.2.7')).to.equal('held')
    expect(await kept()).to.have.length(1)
  })

  it('can be opened on a draft by the council, and by nobody else: to others the draft is missing', async () => {
    await markAsDraft(test.deps, scope.consultation.id)
    expect((await refusalOf(openDispute(test.deps, null, scope, given()))).code).to.equal('not-found')
    expect(await openByCouncil()).to.equal('dispute-1')
  })

  it('cannot be settled by whoever judged the point, or wrote it', async () => {
    const ref = await openByCouncil()
    const reviewer = await someone(test.deps, 'reviewer', scope.consultation.id)
    const search = a('search', {
      id: test.deps.newId(),
      consultationId: scope.consultation.id,
      pointId,
      basis: 'confirmed',
      by: reviewer.code,
      on: '2026-07-01',
    })
    await test.deps.store.write(tx => insertRecords(tx, 'search', [search]))
    const settle = settleDispute(test.deps, reviewer.session, scope, {
      disputeRef: ref,
      isUpheld: false,
      decision: 'It is not in the letter.',
      oldOutcome: '',
    })
    expect((await refusalOf(settle)).code).to.equal('forbidden')
    const council = await someone(test.deps, 'council', scope.consultation.id)
    const bySelf = settleDispute(test.deps, council.session, scope, {
      disputeRef: ref,
      isUpheld: true,
      decision: 'We say so.',
      oldOutcome: '',
    })
    expect((await refusalOf(bySelf)).code).to.equal('forbidden')
  })

  it('that is not upheld keeps both texts and makes no correction', async () => {
    const ref = await openByCouncil()
    const [open] = await disputes()
    const { session } = await someone(test.deps, 'editor', scope.consultation.id)
    const settlement = { disputeRef: ref, isUpheld: false, decision: 'It is not in the letter.', oldOutcome: '' }
    await settleDispute(test.deps, session, scope, settlement)
    expect(await disputes()).to.deep.equal([
      { ...open, state: 'rejected', decidedOn: '2026-07-01', decision: 'It is not in the letter.' },
    ])
    expect(await readRecords(test.deps.store.reader, 'correction', scope.consultation.id)).to.deep.equal([])
    expect((await auditNow()).points.find(point => point.pointId === pointId)?.flags).to.not.include('disputed')
    expect((await refusalOf(settleDispute(test.deps, session, scope, settlement))).code).to.equal('conflict')
  })

  it('is upheld only when the records show another result; the correction has the old value and the new', async () => {
    const was = (await auditNow()).points.find(point => point.pointId === pointId)?.outcome ?? ''
    const ref = await openByCouncil()
    const { session } = await someone(test.deps, 'editor', scope.consultation.id)
    const uphold = () =>
      settleDispute(test.deps, session, scope, {
        disputeRef: ref,
        isUpheld: true,
        decision: 'It is there.',
        oldOutcome: '',
      })
    expect((await refusalOf(uphold())).message).to.include(`still "${was}"`)
    expect((await disputes())[0]?.state, 'nothing is kept of a refused settlement').to.equal('open')

    const reviewer = await someone(test.deps, 'reviewer', scope.consultation.id)
    const { reader } = test.deps.store
    const documents = await readRecords(reader, 'document', scope.consultation.id)
    const answer = documents.find(({ stage, holding }) => stage === 'answer' && holding === 'held')
    const passage = (await readRecords(reader, 'passage', scope.consultation.id)).find(
      one => one.documentId === answer?.id,
    )
    const link = a('link', {
      id: test.deps.newId(),
      consultationId: scope.consultation.id,
      pointId,
      passageId: passage?.id ?? '',
      kind: 'gives-reason',
      basis: 'confirmed',
      by: reviewer.code,
      on: '2026-06-30',
      isSpecific: true,
    })
    const action = { action: 'point.judge', consultationId: scope.consultation.id } as const
    await writeReview(test.deps, reviewer.session, action, write => write.add('link', [link]))
    await uphold()
    const [correction] = await readRecords(reader, 'correction', scope.consultation.id)
    expect([correction?.oldValue, correction?.newValue, correction?.subject, correction?.reason]).to.deep.equal([
      was,
      'declined-with-reason',
      `Point ${number}`,
      'It is there.',
    ])
  })
})
