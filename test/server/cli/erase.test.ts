import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { runSaid } from '../../support/run-said.ts'

const FILES = {
  body: 'ref,name,short_name,kind,country,language,nature\ncalder,Calder Council,Calder,town council,GB,en-GB,fictional\n',
  consultation: 'ref,body,title,legal_status,decision_state\nhill,calder,The hill,voluntary,made\n',
  contribution: 'ref,consultation,text,contributor_type,area\nR1,hill,My zwyndrake is cold,resident,Quillmoor\n',
  point: 'ref,consultation,contribution,text\nP1,hill,R1,My zwyndrake is cold\n',
} as const

describe('said erase', function () {
  this.timeout(60_000)
  let folder: string
  let db: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'said-erase-'))
    db = join(folder, 'said.db')
    for (const [kind, text] of Object.entries(FILES)) {
      const path = join(folder, `${kind}s.csv`)
      await writeFile(path, text)
      expect((await said('import', path, '--record', kind)).code, kind).to.equal(0)
      await rm(path)
    }
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const said = (...args: readonly string[]) => runSaid([...args, '--db', db])
  const erase = (...args: readonly string[]) => said('erase', 'calder/hill', ...args)

  it('erases in one command, on a site that nobody administers yet, and says what it does not reach', async () => {
    const erased = await erase('--contribution', 'R1', '--reason', 'erasure-request')
    expect(erased.code, erased.stderr).to.equal(0)
    expect(erased.stdout).to.include('Erased the words of point 1').and.include('It is still counted')
    expect(erased.stdout).to.include('backups made before')
    for (const name of await readdir(folder)) {
      const bytes = await readFile(join(folder, name))
      expect([name, bytes.includes('zwyndrake'), bytes.includes('Quillmoor')]).to.deep.equal([name, false, false])
    }
    expect((await said('verify')).code).to.equal(0)
    expect((await said('audit', 'hill')).stdout).to.match(/1 point/)
  })

  it('asks for one thing to erase, and for a public reason of the list', async () => {
    for (const wrong of [
      ['--reason', 'abuse'],
      ['--point', '1', '--contribution', 'R1', '--reason', 'abuse'],
      ['--point', 'one', '--reason', 'abuse'],
      ['--point', '1', '--reason', 'because'],
    ])
      expect((await erase(...wrong)).code, wrong.join(' ')).to.equal(2)
    const missing = await erase('--contribution', 'R9', '--reason', 'abuse')
    expect([missing.code, missing.stderr.trim()]).to.deep.equal([1, 'There is no contribution "R9".'])
    expect((await erase('--compact')).code, 'without a consultation it only writes the store anew').to.equal(0)
  })
})
