import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { ConfigError, type Config } from './config.ts'

const KEY_BYTES = 32

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST'

/** Made once, readable by its owner alone; never part of a backup of the store. */
const readKeyFile = (path: string): Uint8Array => {
  try {
    writeFileSync(path, randomBytes(KEY_BYTES), { mode: 0o400, flag: 'wx' })
  } catch (error) {
    if (!isTaken(error)) throw error
  }
  const key = readFileSync(path)
  if (key.length === KEY_BYTES) return key
  throw new ConfigError(
    `The key file ${path} has ${key.length} bytes. Expected ${KEY_BYTES}. Put the right file back; without it, second steps have to be set up again.`,
  )
}

/**
 * The key that seals secrets in the store: SAID_SECRET, else a file beside the store, made when it is first needed. A copy of the
 * store alone then opens nothing. A store in memory gets a key that ends with the process.
 */
export const secretKeyOf = ({
  secret,
  storeLocation,
}: Pick<Config, 'secret' | 'storeLocation'>): (() => Uint8Array) => {
  let key: Uint8Array | null = null
  const read = (): Uint8Array => {
    if (secret !== null) return createHash('sha256').update(secret, 'utf8').digest()
    const path = storeLocation.replace(/^(sqlite|file):(\/\/)?/, '')
    return path === ':memory:' || path === '' ? randomBytes(KEY_BYTES) : readKeyFile(`${path}.key`)
  }
  return () => (key ??= read())
}
