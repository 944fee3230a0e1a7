import { readClaim } from './fetched-log.ts'
import { AppError } from '../../errors.ts'

/** What a witness remembers of one log. */
export interface SeenLog {
  readonly key: string
  readonly note: string
  readonly seenAt: string
}
/** By the address or folder visited. */
export type WitnessMemory = Readonly<Record<string, SeenLog>>

const FORMAT = 'said-and-done/witness@1'

const isSeenLog = (value: unknown): value is SeenLog =>
  typeof value === 'object' &&
  value !== null &&
  ['key', 'note', 'seenAt'].every(name => typeof Reflect.get(value, name) === 'string') &&
  readClaim(String(Reflect.get(value, 'note'))) !== null

/** A memory that cannot be read is never taken for an empty one: it would forget what was seen. */
export const readMemory = (text: string, path: string): WitnessMemory => {
  const wrong = new AppError(
    'refused',
    `${path} is no memory of a witness, or is damaged. Put back the last good copy, or name another file.`,
  )
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw wrong
  }
  if (typeof value !== 'object' || value === null || Reflect.get(value, 'format') !== FORMAT) throw wrong
  const logs: unknown = Reflect.get(value, 'logs')
  if (typeof logs !== 'object' || logs === null || !Object.values(logs).every(isSeenLog)) throw wrong
  return Object.fromEntries(Object.entries(logs).filter((entry): entry is [string, SeenLog] => isSeenLog(entry[1])))
}

export const memoryText = (memory: WitnessMemory): string =>
  `${JSON.stringify({ format: FORMAT, logs: memory }, null, 2)}\n`
