import { expect } from 'chai'
import { findEntryOf, readLastCheckpoint } from '../../../../data/store/history.ts'
import { readRecords } from '../../../../data/store/records.ts'
import { checkHistory } from '../../../../server/usecases/history/watch-history.ts'
import { readIndex } from '../../../../server/usecases/read-index.ts'
import {
  agreeToRemoval,
  askRemoval,
  listRemovals,
  refuseRemoval,
  type RemovalRequest,
} from '../../../../server/usecases/release/removals.ts'
import { findScope, type ReviewScope } from '../../../../server/usecases/review/review-scope.ts'
import { openPeopleTest, type PeopleTest } from '../../../support/people.ts'
import {
  EASTFIELD,
  markAsDraft,
  refusalOf,
  sampleStore,
  type SignedIn,
  someone,
} from '../../../support/release-world.ts'

const WHY = 'It was published before the council had replied.'

describe('a removal', function () {
  this.timeout(60_000)
  let test: PeopleTest
  let scope: ReviewScope
  let first: SignedIn
  let second: SignedIn
  beforeEach(async () => {
    test = await openPeopleTest(await sampleStore(EASTFIELD.consultation, []))
    scope = await findScope(test.deps, EASTFIELD)
    first = await someone(test.deps, 'admin', scope.consultation.id)
    second = await someone(test.deps, 'admin', scope.consultation.id)
  })
  afterEach(() => test.close())

  const ask = async (given: Partial<RemovalRequest> = {}): Promise<string> => {
    const request = { number: null, reason: 'published-in-error', words: WHY, ...given } as const
    await askRemoval(test.deps, first.session, scope, request)
    const row = await test.deps.store.reader.selectFrom('removals').select('id').executeTakeFirstOrThrow()
    return row.id
  }

  it('needs another admin: the same one twice is refused, and nothing is removed', async () => {
    const id = await ask()
    expect((await refusalOf(agreeToRemoval(test.deps, first.session, scope, id))).code).to.equal('forbidden')
    expect((await readIndex(test.deps, EASTFIELD)).record.consultation.id).to.equal(scope.consultation.id)
    expect(await listRemovals(test.deps)).to.deep.equal([])
    const raw = test.deps.store.write(tx =>
      tx.updateTable('removals').set({ agreedBy: first.code, agreedAt: '2026-07-01' }).execute(),
    )
    expect(String(await raw.catch((error: unknown) => error)), 'nor by hand').to.include('CHECK')
  })

  it('needs a public reason', async () => {
    expect((await refusalOf(ask({ words: 'Because.' }))).code).to.equal('refused')
  })

  it('of a consultation answers 410 with the reason, and stands in the public log', async () => {
    await agreeToRemoval(test.deps, second.session, scope, await ask())
    const refusal = await refusalOf(readIndex(test.deps, EASTFIELD))
    expect(refusal.code).to.equal('gone')
    expect(refusal.message).to.include(WHY)
    const [listed] = await listRemovals(test.deps)
    expect([listed?.kind, listed?.reason, listed?.words]).to.deep.equal(['consultation', 'published-in-error', WHY])
    expect(JSON.stringify(listed), 'no person').to.not.include(first.code).and.not.include(second.code)
  })

  it('of a point’s text withholds it; the point is still counted', async () => {
    const before = await readIndex(test.deps, EASTFIELD)
    const number = before.rows.find(({ text }) => text.state === 'shown')?.point.number ?? 0
    await agreeToRemoval(test.deps, second.session, scope, await ask({ number, reason: 'personal-data' }))
    const after = await readIndex(test.deps, EASTFIELD)
    expect(after.rowByNumber.get(number)?.text.state).to.equal('withheld')
    expect(after.audit.groups).to.deep.equal(before.audit.groups)
    expect((await listRemovals(test.deps))[0]?.number).to.equal(number)
  })

  it('stands in the history with both admins, in an entry of its own', async () => {
    await agreeToRemoval(test.deps, second.session, scope, await ask())
    const rows = JSON.stringify(await test.deps.store.reader.selectFrom('logEntries').selectAll().execute())
    expect(rows).to.include('removal-made').and.include(first.session.account.id).and.include(second.session.account.id)
  })

  it('is signed for at once, and a consultation is not taken down over a damaged history', async () => {
    const { reader } = test.deps.store
    const [text, whole] = [await ask({ number: 1 }), await ask()]
    await agreeToRemoval(test.deps, second.session, scope, text)
    const signed = await readLastCheckpoint(reader)
    expect(await findEntryOf(reader, text, signed?.treeSize ?? 0), 'the request, with who agreed').to.not.equal(null)
    await test.deps.store.write(tx => tx.updateTable('bodies').set({ country: 'FR' }).execute())
    await checkHistory(test.deps)
    expect((await refusalOf(agreeToRemoval(test.deps, second.session, scope, whole))).code).to.equal('conflict')
  })

  it('can be refused, once, and is then told to nobody', async () => {
    const id = await ask()
    await refuseRemoval(test.deps, second.session, scope, id)
    expect((await refusalOf(agreeToRemoval(test.deps, second.session, scope, id))).code).to.equal('conflict')
    expect(await listRemovals(test.deps)).to.deep.equal([])
  })

  it('in a draft is told to nobody: what was never public is not listed', async () => {
    await markAsDraft(test.deps, scope.consultation.id)
    const [point] = await readRecords(test.deps.store.reader, 'point', scope.consultation.id)
    await agreeToRemoval(test.deps, second.session, scope, await ask({ number: point?.number ?? 0 }))
    expect(await listRemovals(test.deps)).to.deep.equal([])
  })

  it('is made by admins alone', async () => {
    for (const role of ['council', 'reviewer', 'editor'] as const) {
      const { session } = await someone(test.deps, role, scope.consultation.id)
      const request = askRemoval(test.deps, session, scope, { number: null, reason: 'abuse', words: WHY })
      expect((await refusalOf(request)).code, role).to.equal('forbidden')
    }
  })
})
