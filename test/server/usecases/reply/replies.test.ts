import { expect } from 'chai'
import { readRecords } from '../../../../data/store/records.ts'
import { readWindowChanges } from '../../../../data/store/reply-links.ts'
import { actorOfLink } from '../../../../server/usecases/reply/actor-of-link.ts'
import { askForReply } from '../../../../server/usecases/reply/ask-for-reply.ts'
import { findScopeOfLink } from '../../../../server/usecases/reply/scope-of-link.ts'
import { shortenWindow } from '../../../../server/usecases/reply/shorten-window.ts'
import { showFindings } from '../../../../server/usecases/reply/show-findings.ts'
import { writeReply, type GivenReply } from '../../../../server/usecases/reply/write-reply.ts'
import { openPeopleTest, type PeopleTest } from '../../../support/people.ts'
import { refusalOf, someone } from '../../../support/release-world.ts'
import { aReviewWorld, type ReviewWorld } from '../../../support/review-world.ts'

const words = (count: number): string => Array.from({ length: count }, (_, at) => `word${at}`).join(' ')
const reply = (given: Partial<GivenReply>): GivenReply => ({
  number: null,
  text: 'We thank all.',
  isDeclined: false,
  linkId: null,
  ...given,
})

describe('the right of reply', () => {
  let test: PeopleTest
  let world: ReviewWorld
  beforeEach(async () => {
    test = await openPeopleTest()
    world = await aReviewWorld(test.deps, ['bench: More benches', 'bin: A bin'])
  })
  afterEach(() => test.close())

  const ask = async (number: number | null = null) =>
    askForReply(test.deps, (await someone(test.deps, 'editor', world.consultationId)).session, world.scope, number)
  const replies = () => readRecords(test.deps.store.reader, 'reply', world.consultationId)

  it('gives a council 20 working days before a first release, however often a link is made', async () => {
    expect((await ask()).dueOn).to.equal('2026-07-29')
    test.wait(5 * 24 * 60)
    expect((await ask()).dueOn).to.equal('2026-07-29')
    expect(await replies()).to.have.length(1)
  })

  it('keeps the code of a link as a hash, and a newer link replaces it', async () => {
    const first = await ask()
    const rows = JSON.stringify(await test.deps.store.reader.selectFrom('replyLinks').selectAll().execute())
    expect(rows).to.not.include(first.code)
    const second = await ask()
    expect((await refusalOf(actorOfLink(test.deps, first.code))).code).to.equal('conflict')
    expect((await actorOfLink(test.deps, second.code)).link.consultationId).to.equal(world.consultationId)
    expect((await refusalOf(actorOfLink(test.deps, 'AAAAAA-AAAAAA-AAAAAA-AAAAAA'))).code).to.equal('not-found')
    test.wait(181 * 24 * 60)
    expect((await refusalOf(actorOfLink(test.deps, second.code))).code).to.equal('conflict')
  })

  it('lets whoever holds the link read the findings and reply, in that consultation alone', async () => {
    const { code } = await ask()
    const { actor, link } = await actorOfLink(test.deps, code)
    expect((await showFindings(test.deps, actor, world.scope, null)).findings).to.have.length(2)
    expect(await writeReply(test.deps, actor, world.scope, reply({ linkId: link.id }))).to.deep.equal({
      status: 'taken',
    })
    const other = await aReviewWorld(test.deps, ['bus: A bus'], 'low-street')
    expect((await refusalOf(writeReply(test.deps, actor, other.scope, reply({})))).code).to.equal('not-found')
    expect((await refusalOf(askForReply(test.deps, actor, world.scope, null))).code).to.equal('forbidden')
  })

  it('binds a link about one point to that point', async () => {
    const { code } = await ask(2)
    const { link } = await actorOfLink(test.deps, code)
    expect((await findScopeOfLink(test.deps, link)).number).to.equal(2)
  })

  it('keeps a reply whole beside the request, and changes neither afterwards', async () => {
    await ask()
    const council = await someone(test.deps, 'council', world.consultationId)
    await writeReply(
      test.deps,
      council.session,
      world.scope,
      reply({ text: '  First.\r\n\r\nSecond – <b>bold</b>.  ' }),
    )
    const [asked, said] = await replies()
    expect([asked?.state, asked?.text]).to.deep.equal(['asked', null])
    expect([said?.state, said?.text, said?.repliedOn]).to.deep.equal([
      'replied',
      'First.\n\nSecond – <b>bold</b>.',
      '2026-07-01',
    ])
  })

  it('takes 300 words in one reply and 1,000 in all', async () => {
    const { session } = await someone(test.deps, 'council', world.consultationId)
    const send = async (count: number) =>
      (await writeReply(test.deps, session, world.scope, reply({ text: words(count) }))).status
    expect(await send(301)).to.equal('invalid')
    expect([await send(300), await send(300), await send(300)]).to.deep.equal(['taken', 'taken', 'taken'])
    expect(await send(101)).to.equal('invalid')
    expect(await send(100)).to.equal('taken')
    expect(await send(1)).to.equal('invalid')
  })

  it('takes three replies an hour with one link', async () => {
    const { code } = await ask()
    const { actor, link } = await actorOfLink(test.deps, code)
    const send = async () => (await writeReply(test.deps, actor, world.scope, reply({ linkId: link.id }))).status
    expect([await send(), await send(), await send(), await send()]).to.deep.equal([
      'taken',
      'taken',
      'taken',
      'throttled',
    ])
    test.wait(61)
    expect(await send()).to.equal('taken')
  })

  it('shortens the window only with a reason, and keeps both days', async () => {
    await ask()
    const { session, code } = await someone(test.deps, 'editor', world.consultationId)
    const shorten = (dueOn: string, reason: string) => shortenWindow(test.deps, session, world.scope, { dueOn, reason })
    expect((await refusalOf(shorten('2026-07-10', 'Hurry'))).message).to.include('Say why')
    expect((await refusalOf(shorten('2026-07-30', words(10)))).message).to.include('before 2026-07-29')
    expect((await refusalOf(shorten('2026-06-30', words(10)))).message).to.include('from today')
    await shorten('2026-07-10', 'The council asked to reply sooner.')
    const [change] = await readWindowChanges(test.deps.store.reader, world.consultationId)
    expect([change?.oldDueOn, change?.newDueOn, change?.by, change?.reason]).to.deep.equal([
      '2026-07-29',
      '2026-07-10',
      code,
      'The council asked to reply sooner.',
    ])
    expect((await replies())[0]?.dueOn).to.equal('2026-07-10')
    const reviewer = await world.aReviewer()
    const bare = shortenWindow(test.deps, reviewer, world.scope, { dueOn: '2026-07-05', reason: words(10) })
    expect((await refusalOf(bare)).code).to.equal('forbidden')
  })
})
