import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Audit } from '../../../analysis/finding.ts'
import { canonicalJson } from '../../../data/log/canonical-json.ts'
import { COLLECTIONS, type ConsultationRecord } from '../../../data/model/consultation-record.ts'

/** Writes the public state of a consultation; its text is hashed. Given by whoever publishes or rebuilds (server/export). */
export type DescribeState = (record: ConsultationRecord, audit: Audit) => unknown

/** SHA-256 over the canonical JSON of a public state: anybody with the state can make it again. */
export const checksumOf = (state: unknown): string =>
  createHash('sha256').update(canonicalJson(state), 'utf8').digest('hex')

export interface ReleaseArchive {
  /** The records the release was made from; no verbatim words. Kept in the store and never served. */
  readonly record: ConsultationRecord
  readonly state: unknown
}

export const packArchive = (archive: ReleaseArchive): Uint8Array => gzipSync(JSON.stringify(archive))

/** A kind of record that came later than the release is empty in it. */
const NOTHING = Object.fromEntries(Object.keys(COLLECTIONS).map(name => [name, []]))

/** The one place where an archive is trusted to be what `packArchive` wrote; a rebuild compares its checksum first. */
export const unpackArchive = (packed: Uint8Array): ReleaseArchive => {
  const { record, state } = JSON.parse(gunzipSync(packed).toString('utf8')) as ReleaseArchive
  return { record: { ...NOTHING, ...record }, state }
}
