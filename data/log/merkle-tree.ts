import { HASH_BYTES, isHash, nodeHash, type Hash } from './merkle-hash.ts'
import { hashOfRange, type Subtree } from './subtree.ts'

/** Hashes of one level, packed: a million leaves take 64 MB in all, not a million objects. */
class HashRow {
  count = 0
  #bytes = new Uint8Array(64 * HASH_BYTES)

  push(hash: Hash): void {
    const end = this.count * HASH_BYTES
    if (end === this.#bytes.length) {
      const larger = new Uint8Array(end * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes.set(hash, end)
    this.count += 1
  }

  at(index: number): Hash {
    return this.#bytes.slice(index * HASH_BYTES, (index + 1) * HASH_BYTES)
  }
}

/** RFC 6962 tree that grows at the right. An append costs one hash on average; nothing in it ever changes. */
export class MerkleTree {
  readonly #rows: HashRow[] = [new HashRow()]

  static of(leafHashes: Iterable<Hash>): MerkleTree {
    const tree = new MerkleTree()
    for (const hash of leafHashes) tree.append(hash)
    return tree
  }

  get size(): number {
    return this.#rows[0]?.count ?? 0
  }

  append(leafHash: Hash): void {
    if (!isHash(leafHash)) throw new RangeError('A leaf hash has 32 bytes.')
    let hash = leafHash
    for (let level = 0; ; level += 1) {
      const row = (this.#rows[level] ??= new HashRow())
      row.push(hash)
      if (row.count % 2 === 1) return
      hash = nodeHash(row.at(row.count - 2), hash)
    }
  }

  /** Hash of a complete subtree within the tree. */
  readonly hashAt = ({ level, index }: Subtree): Hash => {
    const row = this.#rows[level]
    if (row === undefined || index < 0 || index >= row.count)
      throw new RangeError(`The tree of ${this.size} leaves has no subtree ${index} at level ${level}.`)
    return row.at(index)
  }

  /** Root of the first `size` leaves. */
  root(size = this.size): Hash {
    if (!Number.isSafeInteger(size) || size < 0 || size > this.size)
      throw new RangeError(`The tree has ${this.size} leaves: it has no root of ${size}.`)
    return hashOfRange({ start: 0, end: size }, this.hashAt)
  }
}
