import type { Hash } from './merkle-hash.ts'
import type { SubtreeHashes } from './subtree.ts'

/** Tiles as c2sp.org/tlog-tiles cuts the tree: 256 hashes wide, so that proofs are read from static files. */
export const TILE_WIDTH = 256
export const TILE_LEVELS = 8
/** A bundle's entries have their length in 16 bits. */
export const GREATEST_ENTRY_BYTES = 65_535

export interface Tile {
  /** Level 0 holds leaf hashes, level n hashes of full tiles of level n − 1. */
  readonly level: number
  readonly index: number
  /** Hashes in it: 256 for a full tile, 1 to 255 for a partial one. */
  readonly width: number
}

/** 1234067 → x001/x234/067. */
const indexPath = (index: number): string => {
  const groups =
    String(index)
      .padStart(Math.ceil(String(index).length / 3) * 3, '0')
      .match(/.{3}/g) ?? []
  return groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/')
}
const withWidth = (path: string, width: number): string => (width === TILE_WIDTH ? path : `${path}.p/${width}`)

/** Path below the log's address: tile/0/x001/x234/067 or tile/1/000.p/17. */
export const tilePath = ({ level, index, width }: Tile): string => withWidth(`tile/${level}/${indexPath(index)}`, width)

const parseIndex = (path: string): number | null => {
  if (!/^(x\d{3}\/){0,4}\d{3}$/.test(path) || /^x000\//.test(path)) return null
  return Number(path.replaceAll(/[x/]/g, ''))
}

/**
 * The tile or bundle that a path names, if a tree of that size has it in that width; null otherwise, so that nothing is
 * served under two addresses. `level` is null for a bundle of entries.
 */
export const readTilePath = (
  path: string,
  treeSize: number,
): (Omit<Tile, 'level'> & { level: number | null }) | null => {
  const match = /^tile\/(entries|[0-9]|[1-5][0-9]|6[0-3])\/([x0-9/]{3,20})(?:\.p\/([1-9][0-9]{0,2}))?$/.exec(path)
  const index = match?.[2] === undefined ? null : parseIndex(match[2])
  const width = match?.[3] === undefined ? TILE_WIDTH : Number(match[3])
  if (match === null || index === null || (match[3] !== undefined && width >= TILE_WIDTH)) return null
  const level = match[1] === 'entries' ? null : Number(match[1])
  const hashCount = Math.floor(treeSize / TILE_WIDTH ** (level ?? 0))
  return index * TILE_WIDTH + width <= hashCount ? { level, index, width } : null
}

/** Bytes of a tile: its hashes, one after another. */
export const tileBytes = ({ level, index, width }: Tile, hashes: SubtreeHashes): Uint8Array =>
  Buffer.concat(
    Array.from({ length: width }, (_, at): Hash =>
      hashes({ level: level * TILE_LEVELS, index: index * TILE_WIDTH + at }),
    ),
  )

/** Bytes of a bundle: each entry after its length in 16 bits, big-endian. */
export const bundleBytes = (bodies: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat(
    bodies.flatMap(body => {
      if (body.length > GREATEST_ENTRY_BYTES)
        throw new RangeError(`An entry of ${body.length} bytes does not fit: at most ${GREATEST_ENTRY_BYTES}.`)
      return [Uint8Array.of(body.length >> 8, body.length & 255), body]
    }),
  )

/** Entries of a bundle; null where it is cut or has bytes left over. */
export const readBundle = (bytes: Uint8Array): readonly Uint8Array[] | null => {
  const bodies: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const [high, low] = [bytes[at], bytes[at + 1]]
    if (high === undefined || low === undefined) return null
    const end = at + 2 + high * 256 + low
    if (end > bytes.length) return null
    bodies.push(bytes.slice(at + 2, end))
    at = end
  }
  return bodies
}
