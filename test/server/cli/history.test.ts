import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { byHand } from '../../support/history.ts'
import { runSaid } from '../../support/run-said.ts'

const BODIES =
  'ref,name,short_name,kind,country,language,nature\ncalder,Calder Council,Calder,town council,GB,en-GB,fictional\n'

describe('said verify, checkpoint and witness', function () {
  this.timeout(60_000)
  let folder: string
  let db: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'said-history-'))
    db = join(folder, 'said.db')
    await writeFile(join(folder, 'bodies.csv'), BODIES)
    const { code, stdout, stderr } = await said('import', join(folder, 'bodies.csv'), '--record', 'body')
    expect(code, stdout + stderr).to.equal(0)
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const said = (...args: readonly string[]) => runSaid([...args, '--db', db])

  it('verify exits with 0 where nothing differs, and with 1 and the record where something does', async () => {
    const whole = await said('verify', '--json')
    expect(whole.code).to.equal(0)
    expect(JSON.parse(whole.stdout)).to.deep.equal({
      isWhole: true,
      faults: [],
      entryCount: 4,
      recordCount: 3,
      checkpointCount: 0,
      areSignaturesChecked: true,
    })
    const id = byHand(db, file => {
      file.exec("update bodies set name = 'Calder Counsil'")
      return (file.prepare('select id from bodies').get() as { id: string }).id
    })
    const edited = await said('verify')
    expect(edited.code).to.equal(1)
    expect(edited.stdout).to.include(`record-changed: body ${id} is not what was sealed in entry 1.`)
    expect(edited.stdout).to.not.include('Counsil')
  })

  it('checkpoint makes its key once, for its owner alone, signs, and adds nothing when nothing is new', async () => {
    const first = JSON.parse((await said('checkpoint', '--json')).stdout) as {
      key: string
      note: string
      entryCount: number
    }
    expect(first.entryCount).to.equal(5)
    expect((await stat(`${db}.logkey`)).mode & 0o777).to.equal(0o400)
    const again = JSON.parse((await said('checkpoint', '--json')).stdout) as typeof first
    expect(again).to.deep.equal(first)
    expect((await said('verify', '--key', first.key)).code).to.equal(0)
    expect((await said('verify', '--key', 'nonsense')).code).to.equal(2)
  })

  it('checkpoint signs nothing over a record that differs, nor with another key than before', async () => {
    await said('checkpoint')
    await rename(`${db}.logkey`, `${db}.kept`)
    const lost = await said('checkpoint', '--heartbeat')
    expect(lost.code).to.equal(1)
    expect(lost.stderr).to.include('another key would begin another history')
    const keyless = JSON.parse((await said('verify', '--json')).stdout) as Record<string, unknown>
    expect(keyless).to.include({ isWhole: true, areSignaturesChecked: false })
    await rename(`${db}.kept`, `${db}.logkey`)
    byHand(db, file => file.exec("update bodies set country = 'GC'"))
    const damaged = await said('checkpoint', '--heartbeat', '--json')
    expect(damaged.code).to.equal(1)
    expect(JSON.parse(damaged.stdout)).to.have.nested.property('faults[0].code', 'record-changed')
    const counted = byHand(db, file => file.prepare('select count(*) as n from log_entries').get() as { n: number })
    expect(counted.n).to.equal(5)
  })

  it('checkpoint reads its key from SAID_LOG_KEY, and stops with a sentence where it is none', async () => {
    await said('checkpoint')
    const text = await readFile(`${db}.logkey`, 'utf8')
    await rename(`${db}.logkey`, `${db}.kept`)
    const args = ['checkpoint', '--heartbeat', '--db', db]
    expect((await runSaid(args, { SAID_LOG_KEY: text })).code).to.equal(0)
    const wrong = await runSaid(args, { SAID_LOG_KEY: 'changeme' })
    expect(wrong.code).to.equal(1)
    expect(wrong.stderr).to.include('SAID_LOG_KEY holds no key')
  })

  it('witness reads a folder, refuses what the key has not signed, and never forgets by accident', async () => {
    const { note, key } = JSON.parse((await said('checkpoint', '--json')).stdout) as { note: string; key: string }
    const state = join(folder, 'seen.json')
    await writeFile(join(folder, 'checkpoint'), note)
    const visit = () => runSaid(['witness', folder, '--key', key, '--state', state, '--json'])
    expect(JSON.parse((await visit()).stdout)).to.include({ verdict: 'first-visit', size: 5 })
    expect(JSON.parse((await visit()).stdout)).to.include({ verdict: 'unchanged' })
    await writeFile(join(folder, 'checkpoint'), note.replace('\n5\n', '\n6\n'))
    const forged = await visit()
    expect(forged.code).to.equal(1)
    await writeFile(state, '{}')
    const lost = await visit()
    expect(lost.code).to.equal(1)
    expect(lost.stderr).to.include('no memory of a witness')
  })
})
