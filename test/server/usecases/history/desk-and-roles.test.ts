import { expect } from 'chai'
import { readEntry, type LogEntry } from '../../../../data/log/log-entry.ts'
import { readEntries } from '../../../../data/store/history.ts'
import type { Deps } from '../../../../server/deps.ts'
import { disablePerson, enablePerson } from '../../../../server/usecases/people/close-account.ts'
import { grantRole, revokeRole } from '../../../../server/usecases/people/change-role.ts'
import { invitePerson } from '../../../../server/usecases/people/invite-person.ts'
import type { Session } from '../../../../server/usecases/people/session.ts'
import { notePoint } from '../../../../server/usecases/review/note-point.ts'
import { decideText } from '../../../../server/usecases/review/release-texts.ts'
import { splitContribution } from '../../../../server/usecases/review/split-contribution.ts'
import { byHand, faultsIn } from '../../../support/history.ts'
import { anAdmin, aPerson, aStoredConsultation } from '../../../support/people.ts'
import { aReviewWorld } from '../../../support/review-world.ts'
import { openTemporaryDeps } from '../../../support/temporary-store.ts'

const entriesOf = async (deps: Deps): Promise<readonly LogEntry[]> => {
  const found: LogEntry[] = []
  for await (const part of readEntries(deps.store.reader))
    for (const { body } of part) {
      const read = readEntry(body)
      if ('entry' in read) found.push(read.entry)
    }
  return found
}

describe('the history of the desk', () => {
  let opened: Awaited<ReturnType<typeof openTemporaryDeps>>
  beforeEach(async () => {
    opened = await openTemporaryDeps()
  })
  afterEach(() => opened.close())

  const decide = (reviewer: Session, world: Awaited<ReturnType<typeof aReviewWorld>>, decision: 'save' | 'release') =>
    decideText(opened.deps, reviewer, world.scope, {
      number: 1,
      decision,
      text: 'Keep the bench.',
      isParaphrase: false,
      mayStay: false,
    })

  it('finds an edited note, draft and decision on a text, and names it', async () => {
    const world = await aReviewWorld(opened.deps, ['bench: Keep the bench.'])
    const reviewer = await world.aReviewer()
    await notePoint(opened.deps, reviewer, world.scope, { number: 1, kind: 'note', text: 'Ask Ann.' })
    await decide(reviewer, world, 'save')
    await decide(reviewer, world, 'release')
    expect(await faultsIn(opened.deps)).to.deep.equal([])
    for (const [kind, table, edit] of [
      ['review-note', 'review_notes', "text = 'Ask Amn.'"],
      ['text-decision', 'text_decisions', "draft = 'Keep the bemch.'"],
      ['text-decision', 'text_decisions', "decision = 'withheld'"],
    ] as const) {
      const id = byHand(opened.path, file => {
        const row = file.prepare(`select * from ${table} order by id limit 1`).get() as Record<string, unknown>
        file.exec(`update ${table} set ${edit} where id = '${String(row['id'])}'`)
        return row
      })
      expect(await faultsIn(opened.deps)).to.deep.equal([`record-changed ${kind} ${String(id['id'])}`])
      byHand(opened.path, file =>
        file
          .prepare(`update ${table} set ${edit.split(' = ')[0]} = ? where id = ?`)
          .run(id[edit.split(' = ')[0] ?? ''], id['id']),
      )
    }
  })

  it('keeps up with a response that is split: each point under its own words', async () => {
    const world = await aReviewWorld(opened.deps, ['bench: Keep the bench. Also, more lights are needed.'])
    const reviewer = await world.aReviewer()
    await splitContribution(opened.deps, reviewer, world.scope, { ref: 'R1', begins: [1] })
    expect(await faultsIn(opened.deps)).to.deep.equal([])
    byHand(opened.path, file =>
      file.exec("update verbatims set text = 'More lights!' where text like '%lights are%' and owner_kind = 'point'"),
    )
    expect((await faultsIn(opened.deps)).join()).to.match(/^record-changed point [0-9a-f-]{36}$/)
  })

  it('says who did it by a random id, and nothing in words', async () => {
    const world = await aReviewWorld(opened.deps, ['bench: Keep the bench.'])
    const reviewer = await world.aReviewer()
    await decide(reviewer, world, 'release')
    const entry = (await entriesOf(opened.deps)).find(({ kind }) => kind === 'text-released')
    expect(entry).to.include({
      byId: reviewer.account.id,
      consultationId: world.consultationId,
      publicTextKind: 'redacted',
    })
    expect(JSON.stringify(await entriesOf(opened.deps))).to.not.include('bench')
  })
})

describe('the history of roles', () => {
  let opened: Awaited<ReturnType<typeof openTemporaryDeps>>
  beforeEach(async () => {
    opened = await openTemporaryDeps()
  })
  afterEach(() => opened.close())
  const roles = async (): Promise<readonly string[]> =>
    (await entriesOf(opened.deps)).flatMap(entry =>
      entry.kind === 'role-changed' ? [`${entry.role}${entry.consultationId === null ? ' everywhere' : ''}`] : [],
    )

  it('has an entry for every role given and taken, and for an account closed and opened', async () => {
    const { deps } = opened
    const consultationId = await aStoredConsultation(deps)
    const admin = await anAdmin(deps)
    const { id } = await aPerson(deps)
    await grantRole(deps, admin, id, { role: 'reviewer', consultationId })
    await grantRole(deps, admin, id, { role: 'editor', consultationId })
    await grantRole(deps, admin, id, { role: 'editor', consultationId })
    expect(await roles()).to.deep.equal(['reviewer', 'editor'])
    await revokeRole(deps, admin, id, { role: 'editor', consultationId })
    expect((await roles()).slice(2)).to.deep.equal(['none', 'reviewer'])
    await disablePerson(deps, admin, id)
    await enablePerson(deps, admin, id)
    expect((await roles()).slice(4)).to.deep.equal(['none', 'reviewer'])
    const names = { loginName: 'ann.whitlow', displayName: 'Ann Whitlow' }
    await invitePerson(deps, admin, names, { role: 'admin', consultationId: null })
    expect((await roles()).slice(6)).to.deep.equal(['admin everywhere'])
    const all = JSON.stringify(await entriesOf(deps))
    expect(all).to.include(`"byId":"${admin.account.id}"`).and.to.not.include('Whitlow')
  })
})
