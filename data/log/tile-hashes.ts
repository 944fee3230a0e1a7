import { HASH_BYTES, nodeHash, type Hash } from './merkle-hash.ts'
import { subtreesOf, type LeafRange, type Subtree, type SubtreeHashes } from './subtree.ts'
import { TILE_LEVELS, TILE_WIDTH, tilePath, type Tile } from './tiles.ts'

/** The tile that holds a subtree's hash, or the hashes it is computed from, in a tree of that size. */
const tileOf = ({ level, index }: Subtree, treeSize: number): Tile => {
  const tileLevel = Math.floor(level / TILE_LEVELS)
  const tileIndex = Math.floor((index * 2 ** (level % TILE_LEVELS)) / TILE_WIDTH)
  const hashCount = Math.floor(treeSize / TILE_WIDTH ** tileLevel)
  return { level: tileLevel, index: tileIndex, width: Math.min(TILE_WIDTH, hashCount - tileIndex * TILE_WIDTH) }
}

/** Paths of the tiles from which the hashes of these ranges can be computed: what to fetch for a proof. */
export const tilePathsFor = (ranges: readonly LeafRange[], treeSize: number): readonly string[] => [
  ...new Set(ranges.flatMap(subtreesOf).map(subtree => tilePath(tileOf(subtree, treeSize)))),
]

/** Hashes of subtrees, computed from fetched tiles (path → bytes) of a tree of that size. Throws where a tile is missing or short. */
export const hashesFromTiles =
  (tiles: ReadonlyMap<string, Uint8Array>, treeSize: number): SubtreeHashes =>
  (subtree: Subtree): Hash => {
    const tile = tileOf(subtree, treeSize)
    const bytes = tiles.get(tilePath(tile))
    if (bytes?.length !== tile.width * HASH_BYTES)
      throw new RangeError(`${tilePath(tile)} is missing or not ${tile.width * HASH_BYTES} bytes long.`)
    const heightInTile = subtree.level % TILE_LEVELS
    const subtreesPerTile = TILE_WIDTH / 2 ** heightInTile
    return hashWithin(bytes, heightInTile, subtree.index - tile.index * subtreesPerTile)
  }

/** Within a tile the 256 hashes are the lowest level; above them nodes are joined as everywhere. */
const hashWithin = (bytes: Uint8Array, level: number, index: number): Hash =>
  level === 0
    ? bytes.slice(index * HASH_BYTES, (index + 1) * HASH_BYTES)
    : nodeHash(hashWithin(bytes, level - 1, index * 2), hashWithin(bytes, level - 1, index * 2 + 1))
