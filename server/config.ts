/** The only file that reads the environment. Bad settings stop the start with a sentence, never become a default. */
export interface Config {
  /** SQLite file, or a URL. */
  readonly storeLocation: string
  readonly port: number
  /** How the site calls itself in links, feeds and print: no slash at the end. */
  readonly baseUrl: string
  /** Who runs this instance, for the about and privacy pages; null = not said. */
  readonly operator: string | null
  readonly contact: string | null
  /** Who pays for this instance, in a sentence or two, for the about page; null = not said. */
  readonly funding: string | null
  /** Seals the secrets of the second step; at least 32 bytes. null = a key file beside the store. */
  readonly secret: string | null
  /** Signs checkpoints of the history: the text of a key file. null = a key file beside the store. */
  readonly logKey: string | null
  /** Proxies in front of this server that may say who the reader is; 0 = none, and then no header is believed. */
  readonly proxyHopCount: number
  readonly logLevel: 'silent' | 'info' | 'debug'
}

export type Environment = Readonly<Record<string, string | undefined>>

export const readEnvironment = (): Environment => process.env

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const readPort = (value: string | undefined): number => {
  if (value === undefined || value === '') return 3000
  const port = Number(value)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new ConfigError(
    `PORT is "${value}". Expected a whole number from 0 to 65535. Set PORT, or leave it out for 3000.`,
  )
}

const readLogLevel = (value: string | undefined): Config['logLevel'] => {
  if (value === undefined || value === '') return 'info'
  if (value === 'silent' || value === 'info' || value === 'debug') return value
  throw new ConfigError(`LOG_LEVEL is "${value}". Expected silent, info or debug.`)
}

const readHopCount = (value: string | null): number => {
  if (value === null) return 0
  if (/^[0-9]$/.test(value)) return Number(value)
  throw new ConfigError(
    `SAID_PROXY_HOPS is "${value}". Expected the number of proxies in front of this server, 0 to 9.`,
  )
}

/** A short secret is worse than none: it looks like one. */
const readSecret = (value: string | null): string | null => {
  if (value === null || Buffer.byteLength(value, 'utf8') >= 32) return value
  throw new ConfigError(
    'SAID_SECRET is too short. Expected 32 bytes or more, by chance: openssl rand -base64 48. Or leave it out: then a key file is made beside the store.',
  )
}

const filled = (value: string | undefined): string | null => (value === undefined || value === '' ? null : value)

/** `--db FILE` first, else DATABASE_URL, else SAID_DB, else ./said.db. */
export const readConfig = (
  given: { readonly db?: string | undefined; readonly port?: string | undefined } = {},
  environment: Environment = process.env,
): Config => {
  const port = readPort(given.port ?? environment['PORT'])
  return {
    storeLocation: given.db ?? filled(environment['DATABASE_URL']) ?? filled(environment['SAID_DB']) ?? './said.db',
    port,
    baseUrl: (filled(environment['SAID_BASE_URL']) ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    operator: filled(environment['SAID_OPERATOR']),
    contact: filled(environment['SAID_CONTACT']),
    funding: filled(environment['SAID_FUNDING']),
    secret: readSecret(filled(environment['SAID_SECRET'])),
    logKey: filled(environment['SAID_LOG_KEY']),
    proxyHopCount: readHopCount(filled(environment['SAID_PROXY_HOPS'])),
    logLevel: readLogLevel(environment['LOG_LEVEL']),
  }
}
