import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { ConfigError, readConfig } from '../../server/config.ts'
import { secretKeyOf } from '../../server/secret-key.ts'

describe('the key that seals secrets', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'said-key-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const location = (): string => join(folder, 'said.db')

  it('is made beside the store when first needed, readable by its owner alone, and is the same the next time', async () => {
    const key = secretKeyOf({ secret: null, storeLocation: location() })
    expect(await stat(`${location()}.key`).catch(() => null), 'nothing before it is needed').to.equal(null)
    const first = Buffer.from(key())
    expect(first).to.have.length(32)
    expect((await stat(`${location()}.key`)).mode & 0o777).to.equal(0o400)
    expect(
      Buffer.from(secretKeyOf({ secret: null, storeLocation: `sqlite://${location()}` })()).equals(first),
    ).to.equal(true)
    expect((await readFile(`${location()}.key`)).equals(first)).to.equal(true)
  })

  it('of the wrong length stops with a sentence, and is not replaced', async () => {
    await writeFile(`${location()}.key`, 'short')
    expect(() => secretKeyOf({ secret: null, storeLocation: location() })()).to.throw(ConfigError, 'Expected 32')
    expect(await readFile(`${location()}.key`, 'utf8')).to.equal('short')
  })

  it('comes from SAID_SECRET where there is one, and then no file is made', async () => {
    const config = { secret: 'x'.repeat(32), storeLocation: location() }
    expect(Buffer.from(secretKeyOf(config)()).equals(Buffer.from(secretKeyOf(config)()))).to.equal(true)
    expect(await stat(`${location()}.key`).catch(() => null)).to.equal(null)
  })

  it('is refused at the start where SAID_SECRET is shorter than 32 bytes: "changeme" is none', () => {
    expect(() => readConfig({}, { SAID_SECRET: 'changeme' })).to.throw(ConfigError, 'too short')
    expect(() => readConfig({}, { SAID_SECRET: 'x'.repeat(31) })).to.throw(ConfigError)
    expect(readConfig({}, { SAID_SECRET: 'x'.repeat(32) }).secret).to.equal('x'.repeat(32))
    expect(readConfig({}, {}).secret).to.equal(null)
  })
})
