import { openCheckpoint, readCheckpoint, withCosignatures, type Checkpoint } from '../../../data/log/checkpoint.ts'
import { areEqual } from '../../../data/log/encodings.ts'
import { readEntry } from '../../../data/log/log-entry.ts'
import { inclusionProof } from '../../../data/log/merkle-proof.ts'
import { leafHash } from '../../../data/log/merkle-hash.ts'
import { MerkleTree } from '../../../data/log/merkle-tree.ts'
import { verifierKeyText, type VerifierKey } from '../../../data/log/note-key.ts'
import { readNote } from '../../../data/log/signed-note.ts'
import { bundleBytes, readTilePath, TILE_WIDTH, tileBytes } from '../../../data/log/tiles.ts'
import { tlogProofText } from '../../../data/log/tlog-proof.ts'
import {
  findEntryOf,
  insertCosignature,
  readCosignatures,
  readEntries,
  readLastCheckpoint,
  type StoredCheckpoint,
} from '../../../data/store/history.ts'
import { readConsultationState } from '../../../data/store/consultation-state.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'

const missing = (): AppError => new AppError('not-found', 'There is no file of the log under this address.')
const notWhole = (): AppError =>
  new AppError('busy', 'The log is not served: it does not lead to what was signed. The operator has been told.')

/**
 * The log as outsiders fetch it: always at the size of the newest checkpoint, so that every file leads to a signature. Keeps
 * the tree in memory and lets it grow; what is stored is checked against the signed root before anything is given out.
 */
export class ServedLog {
  readonly #deps: Deps
  #tree = new MerkleTree()

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** The newest checkpoint, with the lines of witnesses. */
  async checkpoint(): Promise<string> {
    const last = await readLastCheckpoint(this.#deps.store.reader)
    if (last === null)
      throw new AppError(
        'not-found',
        'No checkpoint has been signed yet. The first is signed within minutes of the start.',
      )
    return this.#withWitnesses(last)
  }

  /** The text by which the log's key is published. */
  key(): string {
    const key = this.#deps.logKey.find()
    if (key === null) throw missing()
    return `${verifierKeyText(key)}\n`
  }

  /** tile/0/x001/067 or tile/entries/x001/067.p/17, as tlog-tiles has it. */
  async tile(path: string): Promise<Uint8Array> {
    const { size } = await this.#signed()
    const tile = readTilePath(path, size)
    if (tile === null) throw missing()
    const { level, index, width } = tile
    if (level !== null) return tileBytes({ level, index, width }, this.#tree.hashAt)
    return bundleBytes(await this.#bodies(index * TILE_WIDTH, index * TILE_WIDTH + width))
  }

  /** Proves the newest signed entry of a record, or of a run. What is not published has none. */
  async proof(recordId: string): Promise<string> {
    const { size, checkpointNote } = await this.#signed()
    const leafIndex = await findEntryOf(this.#deps.store.reader, recordId, size)
    const [entryBody] = leafIndex === null ? [] : await this.#bodies(leafIndex, leafIndex + 1)
    if (leafIndex === null || entryBody === undefined) throw missing()
    const read = readEntry(entryBody)
    if (!('entry' in read)) throw notWhole()
    if (!(await this.#isPublic(read.entry.consultationId))) throw missing()
    const hashes = inclusionProof(leafIndex, size, this.#tree.hashAt)
    return tlogProofText({ entryBody, leafIndex, hashes, checkpointNote })
  }

  async #withWitnesses({ note, treeSize }: StoredCheckpoint): Promise<string> {
    return withCosignatures(note, await readCosignatures(this.#deps.store.reader, treeSize))
  }

  async #bodies(from: number, end: number): Promise<readonly Uint8Array[]> {
    const bodies: Uint8Array[] = []
    for await (const entries of readEntries(this.#deps.store.reader, from, end))
      for (const entry of entries) {
        if (!areEqual(leafHash(entry.body), this.#tree.hashAt({ level: 0, index: entry.index }))) throw notWhole()
        bodies.push(entry.body)
      }
    return bodies
  }

  async #isPublic(consultationId: string | null): Promise<boolean> {
    return (
      consultationId === null || (await readConsultationState(this.#deps.store.reader, consultationId)) === 'published'
    )
  }

  /** What was signed last, once the tree has grown to it and leads to its root. */
  async #signed(): Promise<Checkpoint & { readonly checkpointNote: string }> {
    const last = await readLastCheckpoint(this.#deps.store.reader)
    const checkpoint = last === null ? null : readCheckpoint(readNote(last.note)?.text ?? '')
    if (last === null || checkpoint === null) throw missing()
    await this.#growTo(checkpoint)
    return { ...checkpoint, checkpointNote: await this.#withWitnesses(last) }
  }

  async #growTo({ size, root }: Checkpoint): Promise<void> {
    for await (const entries of readEntries(this.#deps.store.reader, this.#tree.size, size))
      for (const { index, leafHash: stored } of entries) if (index === this.#tree.size) this.#tree.append(stored)
    if (this.#tree.size >= size && areEqual(this.#tree.root(size), root)) return
    this.#tree = new MerkleTree()
    throw notWhole()
  }
}

/** The line of a witness, added to the checkpoint it signed. */
export const addCosignature = async (deps: Deps, line: string, witnessKey: VerifierKey): Promise<boolean> => {
  const [last, key] = [await readLastCheckpoint(deps.store.reader), deps.logKey.find()]
  if (last === null || key === null) throw new AppError('conflict', 'There is no checkpoint to add it to.')
  const opened = openCheckpoint(withCosignatures(last.note, [line]), key, [witnessKey])
  if (!opened.isOpened || opened.witnesses.length === 0)
    throw new AppError('refused', 'This line is no right cosignature of the newest checkpoint by that witness.')
  return deps.store.write(tx => insertCosignature(tx, { treeSize: last.treeSize, line, addedAt: deps.clock.now() }))
}
