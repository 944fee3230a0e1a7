import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { runSaid } from '../../support/run-said.ts'

describe('said admin', () => {
  let folder: string
  let db: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'said-admin-'))
    db = join(folder, 'said.db')
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('create prints a link that is nowhere in the store', async () => {
    const { code, stdout, stderr } = await runSaid([
      'admin',
      'create',
      'margaret',
      '--name',
      'Margaret',
      '--db',
      db,
      '--json',
    ])
    expect(code, stderr).to.equal(0)
    const issued: unknown = JSON.parse(stdout)
    expect(issued).to.have.keys(['code', 'purpose', 'link', 'expiresAt'])
    const oneTimeCode = /[A-Z2-7]{6}(?:-[A-Z2-7]{6}){3}/.exec(stdout)?.[0] ?? ''
    expect(oneTimeCode).to.have.length(27)
    for (const file of [db, `${db}-wal`]) {
      const bytes = await readFile(file).catch(() => Buffer.alloc(0))
      expect(bytes.includes(oneTimeCode), file).to.equal(false)
    }
  })

  it('is used as its help says, or not at all', async () => {
    for (const args of [[], ['create'], ['crown', 'margaret'], ['create', 'margaret', 'more'], ['create', 'two words']])
      expect((await runSaid(['admin', ...args, '--db', db])).code, args.join(' ')).to.equal(2)
    expect((await runSaid(['admin', 'reset', 'nobody', '--db', db])).code).to.equal(1)
  })

  it('and every command stop with a sentence where SAID_SECRET is too short', async () => {
    const { code, stderr } = await runSaid(['list', '--db', db], { SAID_SECRET: 'changeme' })
    expect(code).to.equal(1)
    expect(stderr).to.include('32 bytes')
  })
})
