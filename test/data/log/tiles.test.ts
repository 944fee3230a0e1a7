import { expect } from 'chai'
import { consistencyProof, consistencyRanges, inclusionProof, inclusionRanges } from '../../../data/log/merkle-proof.ts'
import { toHex } from '../../../data/log/encodings.ts'
import type { Hash } from '../../../data/log/merkle-hash.ts'
import type { LeafRange, SubtreeHashes } from '../../../data/log/subtree.ts'
import { hashesFromTiles, tilePathsFor } from '../../../data/log/tile-hashes.ts'
import {
  bundleBytes,
  readBundle,
  readTilePath,
  tileBytes,
  tilePath,
  TILE_WIDTH,
  type Tile,
} from '../../../data/log/tiles.ts'
import { treeOf } from './small-log.ts'

const WIDTHS = Array.from({ length: TILE_WIDTH }, (_, at) => TILE_WIDTH - at)
/** Every tile that a tree of that size has, each as wide as it goes. */
const tilesOfSize = (treeSize: number): readonly Tile[] => {
  const widest = (level: number, index: number): Tile | undefined =>
    WIDTHS.map(width => ({ level, index, width })).find(tile => readTilePath(tilePath(tile), treeSize) !== null)
  const tiles: Tile[] = []
  for (let level = 0; widest(level, 0) !== undefined; level += 1)
    for (let [index, tile] = [0, widest(level, 0)]; tile !== undefined; tile = widest(level, (index += 1)))
      tiles.push(tile)
  return tiles
}

const counted = (tiles: readonly Tile[]): readonly string[] =>
  [...new Set(tiles.map(({ level, width }) => `${level}/${width}`))].map(
    kind => `${kind}: ${tiles.filter(({ level, width }) => `${level}/${width}` === kind).length}`,
  )

describe('tiles', () => {
  it('have paths of three digits, all but the last behind an x', () => {
    expect(tilePath({ level: 0, index: 1234067, width: 256 })).to.equal('tile/0/x001/x234/067')
    expect(tilePath({ level: 1, index: 0, width: 17 })).to.equal('tile/1/000.p/17')
    expect(readTilePath('tile/entries/x001/000', 300_000)).to.deep.equal({ level: null, index: 1000, width: 256 })
  })

  it('are for 70,000 leaves 273 full and one of 112, then one full and one of 17, then one of 1', () => {
    expect(counted(tilesOfSize(70_000))).to.deep.equal(['0/256: 273', '0/112: 1', '1/256: 1', '1/17: 1', '2/1: 1'])
  })

  it('are for 256 leaves one full tile and one of width 1 above it, and for none no tile', () => {
    expect(counted(tilesOfSize(256))).to.deep.equal(['0/256: 1', '1/1: 1'])
    expect(tilesOfSize(0)).to.deep.equal([])
  })

  it('are found by the path they have, in a tree that has them, and by no other', () => {
    for (const tile of tilesOfSize(70_000)) {
      expect(readTilePath(tilePath(tile), 70_000)).to.deep.equal(tile)
      expect(readTilePath(tilePath({ ...tile, index: tile.index + 300 }), 70_000)).to.equal(null)
    }
    expect(readTilePath('tile/entries/273.p/112', 70_000)).to.deep.equal({ level: null, index: 273, width: 112 })
    for (const path of [
      'tile/00/000',
      'tile/0/x000/001',
      'tile/0/0000',
      'tile/0/000.p/256',
      'tile/0/000.p/0',
      'tile/0/000.p/07',
      'tile/64/000',
      'tile/0/273',
      'tile/0/../000',
      'tile/0/x001',
      'tile/0/000/',
      '/tile/0/000',
    ])
      expect(readTilePath(path, 70_000), path).to.equal(null)
  })

  it('give the same proofs as the tree itself, from the few tiles a proof needs', () => {
    const [oldSize, newSize] = [70_000, 70_300]
    const tree = treeOf(newSize)
    const proofs: readonly (readonly [readonly LeafRange[], (hashes: SubtreeHashes) => readonly Hash[]])[] = [
      [consistencyRanges(oldSize, newSize), hashes => consistencyProof(oldSize, newSize, hashes)],
      [consistencyRanges(65_536, newSize), hashes => consistencyProof(65_536, newSize, hashes)],
      [inclusionRanges(69_123, newSize), hashes => inclusionProof(69_123, newSize, hashes)],
      [inclusionRanges(0, newSize), hashes => inclusionProof(0, newSize, hashes)],
    ]
    for (const [ranges, prove] of proofs) {
      const paths = tilePathsFor(ranges, newSize)
      expect(paths.length).to.be.lessThan(7)
      const tiles = tilesOfSize(newSize).filter(tile => paths.includes(tilePath(tile)))
      expect(tiles).to.have.length(paths.length)
      const fetched = new Map(tiles.map(tile => [tilePath(tile), tileBytes(tile, tree.hashAt)]))
      expect(prove(hashesFromTiles(fetched, newSize)).map(toHex)).to.deep.equal(prove(tree.hashAt).map(toHex))
      const [first] = paths
      fetched.delete(first!)
      expect(() => prove(hashesFromTiles(fetched, newSize))).to.throw(first!)
    }
  })

  it('hold entries after their length in 16 bits, and refuse a bundle that is cut', () => {
    const bodies = [Buffer.from('one'), Buffer.alloc(300, 7), Buffer.alloc(0)]
    const bytes = bundleBytes(bodies)
    expect(readBundle(bytes)?.map(body => Buffer.from(body))).to.deep.equal(bodies)
    expect([...bytes.subarray(0, 5)]).to.deep.equal([0, 3, ...Buffer.from('one')])
    expect(readBundle(bytes.subarray(0, 4))).to.equal(null)
    expect(readBundle(bytes.subarray(0, 6))).to.equal(null)
    expect(() => bundleBytes([Buffer.alloc(65_536)])).to.throw(RangeError)
  })
})
