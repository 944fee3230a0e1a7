import { expect } from 'chai'
import { readRecords } from '../../../../data/store/records.ts'
import { insertRecords } from '../../../../data/store/records.ts'
import { listCorrections } from '../../../../server/usecases/list-corrections.ts'
import { announceConsultation } from '../../../../server/usecases/release/announce-consultation.ts'
import { makeCorrection, type CorrectionGiven } from '../../../../server/usecases/release/make-correction.ts'
import { readIndex } from '../../../../server/usecases/read-index.ts'
import { a } from '../../../support/builders.ts'
import { faultsIn } from '../../../support/history.ts'
import { openPeopleTest, type PeopleTest } from '../../../support/people.ts'
import { markAsDraft, refusalOf, someone } from '../../../support/release-world.ts'
import { aReviewWorld, type ReviewWorld } from '../../../support/review-world.ts'

const GIVEN: CorrectionGiven = {
  number: 1,
  subject: 'Date of the decision',
  oldValue: '1 April 2026',
  newValue: '2 April 2026',
  reason: 'The minutes bear the later day.',
  versions: ['1.0'],
}

describe('a correction that an editor records', () => {
  let test: PeopleTest
  let world: ReviewWorld
  beforeEach(async () => {
    test = await openPeopleTest()
    world = await aReviewWorld(test.deps, ['bench: Keep the bench.'])
    const release = a('release', { id: 'release-1', consultationId: world.consultationId, version: '1.0' })
    await test.deps.store.write(tx => insertRecords(tx, 'release', [release]))
  })
  afterEach(() => test.close())

  it('stands on the public page at once, with what was wrong, why, and the releases that said it', async () => {
    const { session } = await someone(test.deps, 'editor', world.consultationId)
    await makeCorrection(test.deps, session, world.scope, GIVEN)
    const [made] = await readRecords(test.deps.store.reader, 'correction', world.consultationId)
    expect(made).to.include({
      oldValue: '1 April 2026',
      newValue: '2 April 2026',
      releasesAffected: '1.0',
      on: '2026-07-01',
    })
    expect(JSON.stringify(await listCorrections(test.deps))).to.include('Date of the decision')
  })

  it('needs all its words, a point that is there, a release that is there, and an editor', async () => {
    const { session } = await someone(test.deps, 'editor', world.consultationId)
    const make = (given: Partial<CorrectionGiven>) =>
      refusalOf(makeCorrection(test.deps, session, world.scope, { ...GIVEN, ...given }))
    expect((await make({ reason: ' ' })).message).to.include('and why')
    expect((await make({ newValue: '1  April 2026' })).message).to.include('the same')
    expect((await make({ number: 99 })).message).to.include('no point 99')
    expect((await make({ versions: ['7.0'] })).message).to.include('no such release')
    const reviewer = await someone(test.deps, 'reviewer', world.consultationId)
    const other = refusalOf(makeCorrection(test.deps, reviewer.session, world.scope, GIVEN))
    expect((await other).code).to.equal('forbidden')
  })
})

describe('a draft that an editor announces', () => {
  it('is public from then on, with nothing checked, once, and the history knows it', async () => {
    const test = await openPeopleTest()
    const world = await aReviewWorld(test.deps, ['bench: Keep the bench.'])
    const address = { body: world.scope.body.ref, consultation: world.scope.consultation.ref }
    await markAsDraft(test.deps, world.consultationId)
    const { session } = await someone(test.deps, 'editor', world.consultationId)
    expect((await refusalOf(readIndex(test.deps, address))).code).to.equal('not-found')
    await announceConsultation(test.deps, session, world.scope)
    expect((await readIndex(test.deps, address)).record.consultation.id).to.equal(world.consultationId)
    expect((await refusalOf(announceConsultation(test.deps, session, world.scope))).code).to.equal('conflict')
    expect((await faultsIn(test.deps)).filter(fault => JSON.stringify(fault).includes('mark'))).to.deep.equal([])
    await test.close()
  })
})
