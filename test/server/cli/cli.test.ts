import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { COMMANDS } from '../../../server/cli/commands/index.ts'
import { runSaid } from '../../support/run-said.ts'

describe('the command line', () => {
  let folder: string
  let db: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'said-cli-'))
    db = join(folder, 'cli.db')
    const loaded = await runSaid(['sample', '--db', db, '--json'])
    expect(loaded.code, loaded.stderr).to.equal(0)
  })
  after(() => rm(folder, { recursive: true, force: true }))

  it('explains every command, and has --json and --db for each', async () => {
    const general = await runSaid(['--help'])
    expect(general.code).to.equal(0)
    for (const { name } of COMMANDS) {
      expect(general.stdout).to.include(name)
      const help = await runSaid([name, '--help'])
      expect(help.code, name).to.equal(0)
      expect(help.stdout, name).to.include('--json').and.include('--db')
    }
  })

  it('exits with 2 for wrong use: no such command, option, file or consultation argument', async () => {
    for (const args of [['frobnicate'], ['list', '--nope'], ['audit'], ['import'], ['export', 'mill-lane-2025']]) {
      const { code, stdout, stderr } = await runSaid(
        [...args, '--db', db].slice(0, args[0] === 'frobnicate' ? 1 : undefined),
      )
      expect(code, args.join(' ')).to.equal(2)
      expect(stdout).to.equal('')
      expect(stderr).to.include('--help')
    }
  })

  it('exits with 1 and a reason when it refuses', async () => {
    const pdf = join(folder, 'scan.csv')
    await writeFile(pdf, '%PDF-1.7\n')
    const { code, stdout } = await runSaid(['import', pdf, '--record', 'contribution', '--db', db, '--json'])
    expect(code).to.equal(1)
    expect(JSON.parse(stdout)).to.include({ status: 'refused', acceptedCount: 0 })
    const unknown = await runSaid(['audit', 'no-such', '--db', db, '--json'])
    expect(unknown.code).to.equal(1)
    expect(JSON.parse(unknown.stdout).error.message).to.include('no-such')
  })

  it('prints nothing but the JSON on stdout with --json', async () => {
    for (const args of [['list'], ['audit', '--all'], ['sample']]) {
      const { code, stdout, stderr } = await runSaid([...args, '--db', db, '--json'])
      expect(code, stderr).to.equal(0)
      expect(() => JSON.parse(stdout) as unknown, args.join(' ')).to.not.throw()
      expect(stderr, 'no progress without a terminal').to.equal('')
    }
  })

  it('loads the sample once: a second time changes nothing and says so', async () => {
    const { stdout } = await runSaid(['sample', '--db', db])
    expect(stdout).to.match(/^Nothing changed/)
  })

  it('finds the store by --db, else DATABASE_URL, else SAID_DB', async () => {
    const other = join(folder, 'other.db')
    const byUrl = await runSaid(['list', '--json'], { DATABASE_URL: db, SAID_DB: other })
    expect(JSON.parse(byUrl.stdout)).to.have.length(1)
    const byName = await runSaid(['list', '--json'], { DATABASE_URL: '', SAID_DB: db })
    expect(JSON.parse(byName.stdout)).to.have.length(1)
    const byOption = await runSaid(['list', '--json', '--db', db], { DATABASE_URL: other })
    expect(JSON.parse(byOption.stdout)).to.have.length(1)
  })

  it('maps an unknown file: a guess and three sample values for each column, and the edited mapping imports', async () => {
    const file = join(folder, 'unknown.csv')
    const out = join(folder, 'mapping.json')
    await writeFile(
      file,
      'Ref No,Your comments,Date received\nA1,More trees,2026-01-12\nA2,Fewer bins,2026-01-13\nA3,A seat by the door,2026-01-14\n',
    )
    const mapped = await runSaid(['map', file, '--out', out, '--db', db])
    expect(mapped.code, mapped.stderr).to.equal(0)
    const text = await readFile(out, 'utf8')
    for (const sample of ['A1', 'A2', 'A3', 'More trees', '2026-01-14']) expect(text).to.include(sample)
    const mapping = JSON.parse(text) as Record<string, unknown>
    await writeFile(out, JSON.stringify({ ...mapping, body: 'calderwick', consultation: 'residents-survey-2026' }))
    const imported = await runSaid(['import', file, '--mapping', out, '--db', db, '--json', '--dry-run'])
    expect(JSON.parse(imported.stdout), imported.stdout).to.include({
      status: 'dry-run',
      readCount: 3,
      acceptedCount: 3,
    })
  })

  it('runs as a process of its own too, through the bin that the package names', async () => {
    const bin = fileURLToPath(new URL('../../../server/cli/said.mjs', import.meta.url))
    const { stdout } = await promisify(execFile)(process.execPath, [bin, 'list', '--json', '--db', db])
    expect(JSON.parse(stdout)).to.have.length(1)
  })

  it('exports public records only, into a folder that did not exist', async () => {
    const out = join(folder, 'package')
    const made = await runSaid(['export', 'mill-lane-2025', '--out', out, '--db', db, '--json'])
    expect(made.code, made.stderr).to.equal(0)
    const names = await readdir(out)
    expect(names).to.include.members([
      'datapackage.json',
      'README.md',
      'points.csv',
      'outcomes.csv',
      'indicators.csv',
      'links.csv',
    ])
    expect(await readFile(join(out, 'points.csv'), 'utf8')).to.not.match(/(^|,)text(,|\r)/m)
    const again = await runSaid(['export', 'mill-lane-2025', '--out', out, '--db', db])
    expect(again.code).to.equal(1)
  })
})
