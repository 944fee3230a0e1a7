import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { SEED_BYTES } from '../data/log/ed25519.ts'
import { readSigningKey, signingKeyText, type SigningKey } from '../data/log/note-key.ts'
import { ConfigError, type Config } from './config.ts'

/** The key that signs checkpoints of the history. */
export interface LogKeyring {
  /** The key, if there is one already. */
  readonly find: () => SigningKey | null
  /** The key; a file beside the store is made, once, when there is none. */
  readonly ensure: () => SigningKey
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** The log is called after the site; the digits tell two installations apart that never said what they are called. */
const newKeyText = (baseUrl: string): string =>
  signingKeyText(`${new URL(baseUrl).host}/log/${randomBytes(4).toString('hex')}`, 'ed25519', randomBytes(SEED_BYTES))

const decode = (text: string, where: string): SigningKey => {
  const key = readSigningKey(text)
  if (key?.type === 'ed25519') return key
  throw new ConfigError(
    `${where} holds no key that signs a log. Expected PRIVATE+KEY+name+id+…, as the file <store>.logkey has it. Put the right one back.`,
  )
}

const readFile = (path: string): SigningKey | null => {
  try {
    return decode(readFileSync(path, 'utf8'), path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Readable by its owner alone, and never part of a backup of the store. */
const makeFile = (path: string, baseUrl: string): SigningKey | null => {
  try {
    writeFileSync(path, `${newKeyText(baseUrl)}\n`, { mode: 0o400, flag: 'wx' })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  return readFile(path)
}

/** SAID_LOG_KEY, else a file beside the store. A store in memory gets a key that ends with the process. */
export const logKeyOf = ({
  logKey,
  storeLocation,
  baseUrl,
}: Pick<Config, 'logKey' | 'storeLocation' | 'baseUrl'>): LogKeyring => {
  const store = storeLocation.replace(/^(sqlite|file):(\/\/)?/, '')
  const isInMemory = store === ':memory:' || store === ''
  let key: SigningKey | null = logKey === null ? null : decode(logKey, 'SAID_LOG_KEY')
  const find = (): SigningKey | null => (key ??= isInMemory ? null : readFile(`${store}.logkey`))
  const make = (): SigningKey | null =>
    isInMemory ? readSigningKey(newKeyText(baseUrl)) : makeFile(`${store}.logkey`, baseUrl)
  const ensure = (): SigningKey => {
    key = find() ?? make()
    if (key === null) throw new ConfigError(`The key file ${store}.logkey went away while it was made.`)
    return key
  }
  return { find, ensure }
}
