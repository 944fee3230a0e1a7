import { createHash } from 'node:crypto'
import { inclusionProof } from '../../../data/log/merkle-proof.ts'
import type { LoggedEntry } from '../../../data/log/logged-entry.ts'
import { logRecord } from '../../../data/log/log-record.ts'
import { MerkleTree } from '../../../data/log/merkle-tree.ts'
import { signingKeyOf, type SigningKey } from '../../../data/log/note-key.ts'
import type { StoredEntry } from '../../../data/log/replay-history.ts'
import { tlogProofText } from '../../../data/log/tlog-proof.ts'
import type { RecordKind, StoredRecords } from '../../../data/model/record-kinds.ts'
import { a } from '../../support/builders.ts'

/** 32 bytes that are the same in every run. */
export const bytesOf = (name: string): Uint8Array => createHash('sha256').update(name).digest()
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const occasion = { at: '2026-03-04T10:15:00.000Z', byId: uuid(900) }

export const LOG_NAME = 'calderwick.example/log'
export const logKey: SigningKey = signingKeyOf(LOG_NAME, 'ed25519', bytesOf('log'))
export const witnessKey: SigningKey = signingKeyOf('university.example/witness', 'cosignature/v1', bytesOf('witness'))

export const treeOf = (size: number): MerkleTree =>
  MerkleTree.of(Array.from({ length: size }, (_, at) => bytesOf(`leaf ${at}`)))

export const storedEntries = (logged: readonly LoggedEntry[]): StoredEntry[] =>
  logged.map(({ body, leafHash }, index) => ({ index, body, leafHash }))

/** A record of a kind with random-looking ids in every reference, as the store's are. */
export const aStored = <K extends RecordKind>(kind: K, n: number, given: Partial<StoredRecords[K]>): StoredRecords[K] =>
  a(kind, { id: uuid(n), consultationId: uuid(1), ...given } as Partial<StoredRecords[K]>)

/** A contribution with its words, as `said verify` reads it. */
export const words = 'The crossing at Mill Lane floods each winter.'
export const contribution = { ...aStored('contribution', 10, { importId: null }), text: words }
export const point = { ...aStored('point', 11, { contributionId: uuid(10), publicText: null }), text: words }
export const link = aStored('link', 12, {
  pointId: uuid(11),
  passageId: uuid(31),
  kind: 'takes-up',
  basis: 'confirmed',
})

export const logOfThree = (): readonly LoggedEntry[] => [
  logRecord('contribution', contribution, occasion, bytesOf('salt contribution')),
  logRecord('point', point, occasion, bytesOf('salt point')),
  logRecord('link', link, occasion, bytesOf('salt link')),
]

export const proofFile = (logged: readonly LoggedEntry[], leafIndex: number, checkpointNote: string): string => {
  const tree = MerkleTree.of(logged.map(({ leafHash }) => leafHash))
  const hashes = inclusionProof(leafIndex, tree.size, tree.hashAt)
  return tlogProofText({ entryBody: logged[leafIndex]!.body, leafIndex, hashes, checkpointNote })
}
