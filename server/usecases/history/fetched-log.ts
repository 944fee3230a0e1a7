import { readCheckpoint, type Checkpoint } from '../../../data/log/checkpoint.ts'
import { fromUtf8 } from '../../../data/log/encodings.ts'
import { consistencyProof, consistencyRanges } from '../../../data/log/merkle-proof.ts'
import type { Hash } from '../../../data/log/merkle-hash.ts'
import { readNote } from '../../../data/log/signed-note.ts'
import { hashesFromTiles, tilePathsFor } from '../../../data/log/tile-hashes.ts'
import { AppError } from '../../errors.ts'

/** Where the files of somebody's log come from: an address, or a folder. */
export interface LogSource {
  /** As the person named it. */
  readonly name: string
  /** Bytes of a file below /log/; null where there is none. */
  readonly read: (path: string) => Promise<Uint8Array | null>
}

const unreadable = (source: LogSource, path: string, what: string): AppError =>
  new AppError('refused', `${source.name}: ${path} ${what}. Nothing was concluded; try again, or ask who runs the log.`)

const readTextFile = async (source: LogSource, path: string): Promise<string> => {
  const bytes = await source.read(path)
  const text = bytes === null ? null : fromUtf8(bytes)
  if (text === null) throw unreadable(source, path, bytes === null ? 'is not there' : 'is no text')
  return text
}
export const fetchNote = (source: LogSource): Promise<string> => readTextFile(source, 'checkpoint')
export const fetchKeyText = async (source: LogSource): Promise<string> => (await readTextFile(source, 'key')).trim()

/** What a note says, whoever signed it. */
export const readClaim = (note: string): Checkpoint | null => readCheckpoint(readNote(note)?.text ?? '')

/** That the log of the old size is the beginning of the log of the new size, computed from its tiles. */
export const fetchConsistencyProof = async (
  source: LogSource,
  oldSize: number,
  newSize: number,
): Promise<readonly Hash[]> => {
  if (oldSize === 0 || oldSize >= newSize) return []
  const tiles = new Map<string, Uint8Array>()
  for (const path of tilePathsFor(consistencyRanges(oldSize, newSize), newSize)) {
    const bytes = await source.read(path)
    if (bytes === null)
      throw unreadable(source, path, 'is not there, so it cannot be seen whether the log was only added to')
    tiles.set(path, bytes)
  }
  try {
    return consistencyProof(oldSize, newSize, hashesFromTiles(tiles, newSize))
  } catch (error) {
    if (error instanceof RangeError) throw unreadable(source, 'a tile', 'has not the length it should have')
    throw error
  }
}
