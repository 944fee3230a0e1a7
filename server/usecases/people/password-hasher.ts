import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { WorkQueue } from './work-queue.ts'

/** N = 2^log2N. */
export interface HashCost {
  readonly log2N: number
  readonly r: number
  readonly p: number
}

/** 128 MiB and a few tenths of a second each (ASVS 5.0 11.4.2; OWASP password storage, first choice for scrypt). */
export const HASH_COST: HashCost = { log2N: 17, r: 8, p: 1 }
/** Two at once are 256 MiB; ten people wait a few seconds; the eleventh is asked to come back. */
const QUEUE = { atOnceCount: 2, waitingCount: 8 }
/** Node refuses N = 2^17 with its own limit of 32 MiB. */
const MAX_MEMORY_BYTES = 256 * 1024 * 1024
const SALT_BYTES = 16
const HASH_BYTES = 32

interface StoredHash extends HashCost {
  readonly salt: Buffer
  readonly hash: Buffer
}

const PHC = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d)\$([A-Za-z0-9+/]{8,64})\$([A-Za-z0-9+/]{43})$/

const readPhc = (text: string): StoredHash => {
  const [, log2N, r, p, salt, hash] = PHC.exec(text) ?? []
  if (salt === undefined || hash === undefined) throw new Error('A stored password hash is no scrypt PHC string.')
  return {
    log2N: Number(log2N),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')
const writePhc = ({ log2N, r, p, salt, hash }: StoredHash): string =>
  `$scrypt$ln=${log2N},r=${r},p=${p}$${unpadded(salt)}$${unpadded(hash)}`

const derive = (password: string, salt: Buffer, { log2N, r, p }: HashCost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N: 2 ** log2N, r, p, maxmem: MAX_MEMORY_BYTES }
    // NFKC: the same password typed on another keyboard gives the same bytes.
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, hash) => {
      if (error === null) resolve(hash)
      else reject(error)
    })
  })

/** Makes and checks password hashes, never more than two at once. Throws AppError "busy" when too many wait. */
export class PasswordHasher {
  readonly #cost: HashCost
  readonly #queue = new WorkQueue(QUEUE)
  #derivationCount = 0

  constructor(cost: HashCost = HASH_COST) {
    this.#cost = cost
  }

  /** How many hashes have been computed: an unknown name must cost as many as a known one. */
  get derivationCount(): number {
    return this.#derivationCount
  }

  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES)
    return writePhc({ ...this.#cost, salt, hash: await this.#derive(password, salt, this.#cost) })
  }

  /** Whether the password is the one behind the hash. No hash (nobody of that name): the same work, and no. */
  async verify(password: string, stored: string | null): Promise<boolean> {
    if (stored === null) {
      await this.#derive(password, randomBytes(SALT_BYTES), this.#cost)
      return false
    }
    const known = readPhc(stored)
    return timingSafeEqual(await this.#derive(password, known.salt, known), known.hash)
  }

  /** Whether a hash was made at another cost than today's. */
  isOutdated(stored: string): boolean {
    const { log2N, r, p } = readPhc(stored)
    return log2N !== this.#cost.log2N || r !== this.#cost.r || p !== this.#cost.p
  }

  #derive(password: string, salt: Buffer, cost: HashCost): Promise<Buffer> {
    return this.#queue.run(() => {
      this.#derivationCount += 1
      return derive(password, salt, cost)
    })
  }
}
