import { createHash } from 'node:crypto'

/** SHA-256, 32 bytes. */
export type Hash = Uint8Array
export const HASH_BYTES = 32

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

export const sha256 = (...parts: readonly Uint8Array[]): Hash => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** RFC 6962 section 2.1: the two prefixes keep a node from being passed off as a leaf. */
export const leafHash = (body: Uint8Array): Hash => sha256(LEAF, body)
export const nodeHash = (left: Hash, right: Hash): Hash => sha256(NODE, left, right)
export const EMPTY_ROOT: Hash = sha256()

export const isHash = (value: unknown): value is Hash => value instanceof Uint8Array && value.length === HASH_BYTES
