import type { StoredRecords } from '../model/record-kinds.ts'
import { toHex } from './encodings.ts'
import { logEntry, logSealed, type LoggedEntry, type LogOccasion } from './logged-entry.ts'
import { EMPTY_ROOT, type Hash } from './merkle-hash.ts'
import { MerkleTree } from './merkle-tree.ts'
import { memberHash } from './sealed-record.ts'

/** RFC 6962 root over the hashes of the members, in their order, in hexadecimal. Where one was edited into no hash, there is no root. */
export const membersRootOf = (memberHashes: readonly Hash[]): string =>
  memberHashes.every(({ length }) => length === EMPTY_ROOT.length) ? toHex(MerkleTree.of(memberHashes).root()) : ''

/** A document and all its passages, in the order of their ordinals: one entry, however many passages. */
export const logDocument = (
  document: StoredRecords['document'],
  passages: readonly StoredRecords['passage'][],
  occasion: LogOccasion,
  salt: Uint8Array,
): LoggedEntry => {
  const { consultationId, stage, publishedOn, sha256 } = document
  const hashes = passages.map(passage => memberHash('passage', passage))
  const members = { memberCount: hashes.length, membersRoot: membersRootOf(hashes) }
  return logSealed(
    { recordKind: 'document', record: document, salt },
    { kind: 'document-recorded', ...occasion, consultationId, stage, publishedOn, fileSha256: sha256, ...members },
    hashes,
  )
}

export interface SuggestionsRun {
  readonly runId: string
  readonly consultationId: string
  /** Such as linking@1.2. */
  readonly methodVersion: string
  /** Hashes of what the method read (points, passages), in a fixed order. */
  readonly inputHashes: readonly Hash[]
  readonly links: readonly StoredRecords['link'][]
}

/** One run of the machine and every link it suggested: one entry, so that suggestions cannot be slipped in or taken out later. */
export const logSuggestions = (run: SuggestionsRun, occasion: LogOccasion): LoggedEntry => {
  const { runId, consultationId, methodVersion, inputHashes, links } = run
  const hashes = links.map(link => memberHash('link', link))
  const members = { memberCount: hashes.length, membersRoot: membersRootOf(hashes) }
  const inputRoot = membersRootOf(inputHashes)
  const detail = { kind: 'suggestions-run', runId, methodVersion, inputRoot, ...members }
  return logEntry({ ...occasion, consultationId, ...detail }, [], hashes)
}
