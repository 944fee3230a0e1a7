// Longer than most: the served log read by three verifiers and by a witness.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import express, { type Express } from 'express'
import supertest from 'supertest'
import { readCheckpoint } from '../../../../data/log/checkpoint.ts'
import { leafHash } from '../../../../data/log/merkle-hash.ts'
import { verifierKeyText } from '../../../../data/log/note-key.ts'
import { sealRecord } from '../../../../data/log/seal.ts'
import { readNote } from '../../../../data/log/signed-note.ts'
import { readBundle } from '../../../../data/log/tiles.ts'
import { insertMark } from '../../../../data/store/releases.ts'
import { readBodies } from '../../../../data/store/bodies.ts'
import { readRecords } from '../../../../data/store/records.ts'
import type { Contribution } from '../../../../data/model/contribution.ts'
import { openDeps } from '../../../../server/deps.ts'
import { errorHandler, notFound } from '../../../../server/http/errors.ts'
import { logRoutes } from '../../../../server/http/routes/log-routes.ts'
import { signCheckpoint } from '../../../../server/usecases/history/sign-checkpoint.ts'
import { testWeb } from '../../../support/desk-client.ts'
import { byHand, faultsIn, loadHistory } from '../../../support/history.ts'
import { runSaid } from '../../../support/run-said.ts'
import { openTemporaryDeps } from '../../../support/temporary-store.ts'

const verifier = (name: string): string =>
  fileURLToPath(new URL(`../../../../data/log/verifiers/${name}`, import.meta.url))
/** The interpreter itself: version managers put a slow script in front of it. */
const python =
  spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).stdout?.trim() || 'python3'

/** What somebody with the file and all our code can do: other words, and every hash, seal and entry to fit them. */
const rewrite = (path: string, contribution: Contribution, text: string): void =>
  byHand(path, file => {
    for (const table of ['log_entries', 'log_openings']) file.exec(`drop trigger ${table}_no_update`)
    for (const verb of ['log_cosignatures', 'log_checkpoints'])
      file.exec(`drop trigger ${verb}_no_delete; delete from ${verb}`)
    const sha256 = createHash('sha256').update(text).digest('hex')
    file.prepare('update verbatims set text = ?, sha256 = ? where owner_id = ?').run(text, sha256, contribution.id)
    file.prepare('update contributions set text_sha256 = ? where id = ?').run(sha256, contribution.id)
    const { index, body, salt } = file
      .prepare(
        `select e.entry_index as "index", body, salt from log_entries e join log_openings using (entry_index) where record_id = ?`,
      )
      .get(contribution.id) as { index: number; body: string; salt: string }
    const seal = sealRecord(Buffer.from(salt, 'hex'), 'contribution', { ...contribution, textSha256: sha256, text })
    const forged = body.replace(/"seal":"[0-9a-f]{64}"/, `"seal":"${seal}"`)
    const leaf = Buffer.from(leafHash(Buffer.from(forged))).toString('hex')
    file.prepare('update log_entries set body = ?, leaf_hash = ? where entry_index = ?').run(forged, leaf, index)
  })

describe('the served log', function () {
  this.timeout(120_000)
  let opened: Awaited<ReturnType<typeof openTemporaryDeps>>
  let made: Awaited<ReturnType<typeof loadHistory>>
  let app: Express
  let server: Server
  let address: string
  const folder = mkdtempSync(join(tmpdir(), 'said-log-'))
  const state = join(folder, 'seen.json')

  before(async () => {
    opened = await openTemporaryDeps()
    made = await loadHistory(opened.deps)
    await signCheckpoint(opened.deps)
    const web = testWeb(opened.deps)
    app = express().use(logRoutes(web)).use(notFound).use(errorHandler(web))
    server = createServer(app)
    await new Promise<void>(resolve => server.listen(0, resolve))
    address = `http://localhost:${(server.address() as AddressInfo).port}`
  })
  after(async () => {
    await new Promise(resolve => server.close(resolve))
    await opened.close()
    rmSync(folder, { recursive: true })
  })

  const key = (): string => verifierKeyText(opened.deps.logKey.ensure())
  const getBytes = async (path: string): Promise<Buffer> => {
    const response = await supertest(app)
      .get(path)
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = []
        res.on('data', (part: Buffer) => parts.push(part))
        res.on('end', () => done(null, Buffer.concat(parts)))
      })
    expect(response.status, path).to.equal(200)
    return response.body as Buffer
  }

  it('gives proofs that the stand-alone verifiers accept, in Node and in Python', async () => {
    const [body] = await readBodies(opened.deps.store.reader)
    const files: string[] = []
    for (const id of [body?.id ?? '', made.consultationId, made.linkId]) {
      const { text, status } = await supertest(app).get(`/log/proof/${id}.tlog-proof`)
      expect(status).to.equal(200)
      files.push(join(folder, `${id}.tlog-proof`))
      writeFileSync(files.at(-1)!, text)
    }
    const runs = [
      [process.execPath, verifier('verify.mjs')],
      [python, '-B', verifier('verify.py')],
    ] as const
    for (const [command, ...args] of runs) {
      const { status, stdout } = spawnSync(command, [...args, 'proof', ...files, '--key', key()], { encoding: 'utf8' })
      expect(stdout.split('\n').filter(line => line.startsWith('ok'))).to.have.length(3)
      expect(status).to.equal(0)
    }
  })

  it('gives checkpoint, key and tiles that fit together: entries lead to the hashes beside them', async () => {
    const note = (await supertest(app).get('/log/checkpoint')).text
    const size = readCheckpoint(readNote(note)?.text ?? '')?.size ?? 0
    expect(size).to.be.greaterThan(256)
    expect((await supertest(app).get('/log/key')).text.trim()).to.equal(key())
    const hashes = await getBytes('/log/tile/0/000')
    const bodies = readBundle(await getBytes('/log/tile/entries/000')) ?? []
    expect(Buffer.concat(bodies.map(leafHash)).equals(hashes)).to.equal(true)
    for (const path of [
      '/log/tile/0/000.p/7',
      `/log/tile/0/${String(Math.floor(size / 256)).padStart(3, '0')}`,
      '/log/tile/0/..%2F',
    ])
      expect((await supertest(app).get(path)).status, path).to.equal(path.endsWith('7') ? 200 : 404)
  })

  it('offers the verifiers as downloads', async () => {
    for (const name of ['verify.html', 'verify.mjs', 'verify.py']) {
      const response = await supertest(app).get(`/log/${name}`)
      expect(response.status).to.equal(200)
      expect(response.get('Content-Disposition')).to.include('attachment')
    }
  })

  it('gives no proof for a consultation that the public does not see, nor for what is not there', async () => {
    const ask = async (id: string) => (await supertest(app).get(`/log/proof/${id}.tlog-proof`)).status
    await opened.deps.store.write(tx =>
      insertMark(tx, {
        id: 'hidden',
        consultationId: made.consultationId,
        mark: 'draft',
        setAt: opened.deps.clock.now(),
        setBy: 'test',
      }),
    )
    expect(await ask(made.linkId)).to.equal(404)
    byHand(opened.path, file => file.exec("delete from consultation_marks where id = 'hidden'"))
    expect(await ask(made.linkId)).to.equal(200)
    expect(await ask('00000000-0000-4000-8000-000000000000')).to.equal(404)
  })

  it('holds no words of anybody: nothing but ids, listed values, dates, counts and hashes', async () => {
    const words = byHand(opened.path, file =>
      (file.prepare('select text from verbatims where length(text) > 20 limit 400').all() as { text: string }[]).map(
        ({ text }) => text,
      ),
    )
    const bundles = await Promise.all([0, 1, 2, 3].map(n => getBytes(`/log/tile/entries/00${n}`)))
    const all = Buffer.concat(bundles).toString('utf8')
    expect(words.filter(text => all.includes(text.slice(0, 20)))).to.deep.equal([])
  })

  it('is watched from outside: a witness accepts what only adds, and cosigns it', async () => {
    const keyFile = join(folder, 'witness.key')
    const line = join(folder, 'line')
    const visit = () =>
      runSaid([
        'witness',
        address,
        '--key',
        key(),
        '--state',
        state,
        '--key-file',
        keyFile,
        '--name',
        'university.example/w',
        '--out',
        line,
        '--json',
      ])
    const first = await visit()
    expect(first.code, first.stderr).to.equal(0)
    expect(JSON.parse(first.stdout)).to.include({ verdict: 'first-visit' })
    await signCheckpoint(opened.deps, { isHeartbeat: true })
    const second = JSON.parse((await visit()).stdout) as { verdict: string; witnessKey: string }
    expect(second.verdict).to.equal('continues')
    expect(
      (await runSaid(['checkpoint', '--cosignature', line, '--witness', second.witnessKey, '--db', opened.path])).code,
    ).to.equal(0)
    const note = join(folder, 'note')
    writeFileSync(note, (await supertest(app).get('/log/checkpoint')).text)
    const checked = spawnSync(process.execPath, [
      verifier('verify.mjs'),
      'checkpoint',
      note,
      '--key',
      key(),
      '--witness',
      second.witnessKey,
    ])
    expect(checked.status).to.equal(0)
    expect(JSON.parse((await visit()).stdout)).to.include({ verdict: 'unchanged' })
  })

  it('cannot be rebuilt: one word edited, all hashes made anew, signed with the real key, and the witness refuses it', async () => {
    const copy = join(folder, 'rebuilt.db')
    byHand(opened.path, file => file.exec(`vacuum into '${copy}'`))
    const [contribution] = await readRecords(opened.deps.store.reader, 'contribution', made.consultationId)
    const words = 'We never asked for anything.'
    rewrite(copy, contribution!, words)
    const deps = await openDeps({ ...opened.deps.config, storeLocation: copy }, opened.deps.clock)
    const rebuilt = { ...deps, logKey: opened.deps.logKey }
    const web = testWeb(rebuilt)
    const other = createServer(express().use(logRoutes(web)).use(notFound).use(errorHandler(web)))
    try {
      expect((await signCheckpoint(rebuilt, { isHeartbeat: true })).status).to.equal('signed')
      // Inside, everything fits: this is what the owner of the key can do.
      expect(await faultsIn(rebuilt)).to.deep.equal([])
      await new Promise<void>(resolve => other.listen(0, resolve))
      const elsewhere = `http://localhost:${(other.address() as AddressInfo).port}`
      // The site answers under its old address: to the witness it is the same one.
      const memory = readFileSync(state, 'utf8').replaceAll(address, elsewhere)
      const moved = join(folder, 'moved.json')
      writeFileSync(moved, memory)
      const visit = await runSaid(['witness', elsewhere, '--key', key(), '--state', moved, '--json'])
      expect(visit.code).to.equal(1)
      expect(JSON.parse(visit.stdout)).to.include({ verdict: 'alarm', cosignature: null })
      expect(readFileSync(moved, 'utf8')).to.equal(memory)
      const compared = await runSaid(['witness', address, '--compare', elsewhere, '--key', key()])
      expect(compared.code).to.equal(1)
      expect(compared.stdout).to.include('ALARM')
    } finally {
      await new Promise(resolve => other.close(resolve))
      await deps.store.close()
    }
  })

  it('is not served where the entries no longer lead to what was signed', async () => {
    byHand(opened.path, file => {
      file.exec('drop trigger log_entries_no_update')
      file.exec("update log_entries set leaf_hash = replace(leaf_hash, 'a', 'b') where entry_index = 3")
    })
    const web = testWeb(opened.deps)
    const fresh = express().use(logRoutes(web)).use(notFound).use(errorHandler(web))
    expect((await supertest(fresh).get('/log/tile/0/000')).status).to.equal(503)
    expect((await signCheckpoint(opened.deps, { isHeartbeat: true })).status).to.equal('damaged')
  })
})
