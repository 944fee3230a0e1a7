import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const PROGRAM = join(ROOT, 'dist/server/main.js')

/** The address that the server says it is at. */
const addressOf = (server: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    server.once('exit', code => reject(new Error(`The server ended with ${code}: ${said}`)))
    server.stderr?.on('data', (part: Buffer) => (said += part.toString()))
    server.stdout?.on('data', (part: Buffer) => {
      said += part.toString()
      const [address] = /http:\/\/localhost:\d+/.exec(said) ?? []
      if (address !== undefined) resolve(address)
    })
  })

describe('the program that npm start runs', function () {
  this.timeout(120_000)
  let folder = ''
  let server: ChildProcess
  let address = ''

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'said-program-'))
    server = spawn(process.execPath, ['--enable-source-maps', PROGRAM], {
      cwd: folder,
      env: { ...process.env, PORT: '0', SAID_DB: join(folder, 'said.db'), LOG_LEVEL: 'silent' },
    })
    address = await addressOf(server)
  })
  after(async () => {
    const ended = once(server, 'exit')
    server.kill()
    await ended
    await rm(folder, { recursive: true, force: true })
  })

  it('shows the sample council from an empty store, wherever it is started', async () => {
    const page = await fetch(`${address}/calderwick/mill-lane-2025`)
    expect(page.status).to.equal(200)
    expect(await page.text()).to.match(/fictional/i)
  })

  it('finds what is beside its sources: styles, pictures with their fonts, verifiers', async () => {
    const home = await (await fetch(address)).text()
    const [style = ''] = /\/assets\/site-\w+\.css/.exec(home) ?? []
    for (const path of [style, '/calderwick/mill-lane-2025/card.png', '/log/verify.py'])
      expect((await fetch(address + path)).status, path).to.equal(200)
  })

  it('names for every file of ours that asks where it is the place of its source', async () => {
    const asked = [
      ...(await readFile(PROGRAM, 'utf8')).matchAll(/new URL\("\.\.\/\.\.\/([^"]+)",\s*import\.meta\.url\)/g),
    ]
    expect(asked).to.not.be.empty
    expect(asked.map(([, path = '']) => path).filter(path => !existsSync(join(ROOT, path)))).to.deep.equal([])
  })
})
