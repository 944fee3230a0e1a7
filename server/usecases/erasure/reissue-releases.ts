import { auditConsultation, METHOD_VERSION } from '../../../analysis/audit.ts'
import type { ConsultationRecord } from '../../../data/model/consultation-record.ts'
import type { Release } from '../../../data/model/right-of-reply.ts'
import type { WriteConnection } from '../../../data/store/connection.ts'
import { deleteArchive, replaceArchive, type ErasedSubject } from '../../../data/store/erasure.ts'
import { insertRecords } from '../../../data/store/records.ts'
import { insertArchive, readArchive, writeRelease } from '../../../data/store/releases.ts'
import type { Deps } from '../../deps.ts'
import { checksumOf, packArchive, unpackArchive, type DescribeState } from '../release/release-archive.ts'
import { scrubReleasedRecords, type ErasureTarget } from './scrub-records.ts'

export interface ReissuedRelease {
  readonly withdrawn: Release
  /** null = it had been withdrawn before: it is not published again. */
  readonly reissued: Release | null
}
export interface ReissuedReleases {
  readonly reissued: readonly ReissuedRelease[]
  /** Archives that stand without the words, with the same public state. */
  readonly kept: readonly ErasedSubject[]
  readonly gone: readonly ErasedSubject[]
}

/** 1.0 → 1.0.1 → 1.0.2: the next ordinary release is 1.1 all the same. */
const nextIssue = (version: string, taken: ReadonlySet<string>): string => {
  const [major = '1', minor = '0', issue = '0'] = version.split('.')
  let next = Number(issue) + 1
  while (taken.has(`${major}.${minor}.${next}`)) next += 1
  return `${major}.${minor}.${next}`
}

const holds = ({ contributions, points }: ConsultationRecord, target: ErasureTarget): boolean =>
  contributions.some(({ id }) => id === target.contributionId) || points.some(({ id }) => target.pointIds.has(id))

/**
 * The instant of the release that it replaces, and the least step more: it comes after that one and before the next, a window given to the
 * body since stays open, and the newest stays the newest. The day of the erasure stands in the history and on the page of removals.
 */
const justAfter = ({ publishedAt }: Release): string => new Date(Date.parse(publishedAt) + 1).toISOString()

/**
 * The archives of every release without what was erased. Where the public state never held it, the release stands, with its checksum. Else it
 * is withdrawn, its archive deleted, and the same records without the words are published as another issue of it, as at the same day.
 */
export class ReleaseEraser {
  readonly #tx: WriteConnection
  readonly #deps: Deps
  readonly #describe: DescribeState
  readonly #target: ErasureTarget
  readonly #result = { reissued: [] as ReissuedRelease[], kept: [] as ErasedSubject[], gone: [] as ErasedSubject[] }

  constructor(tx: WriteConnection, deps: Deps, describe: DescribeState, target: ErasureTarget) {
    this.#tx = tx
    this.#deps = deps
    this.#describe = describe
    this.#target = target
  }

  async erase(releases: readonly Release[]): Promise<ReissuedReleases> {
    const taken = new Set(releases.map(({ version }) => version))
    for (const release of releases.toSorted((a, b) => a.publishedAt.localeCompare(b.publishedAt))) {
      const archive = await readArchive(this.#tx, release.id)
      if (archive !== null) await this.#eraseOne(release, archive.records, taken)
    }
    return this.#result
  }

  async #eraseOne(release: Release, packed: Uint8Array, taken: Set<string>): Promise<void> {
    const { record, state } = unpackArchive(packed)
    if (!holds(record, this.#target)) return
    const scrubbed = scrubReleasedRecords(record, this.#target)
    const subject: ErasedSubject = { recordKind: 'release-archive', recordId: release.id }
    if (this.#stateOf(record, release).checksum === this.#stateOf(scrubbed, release).checksum) {
      await replaceArchive(this.#tx, release.id, packArchive({ record: scrubbed, state }))
      this.#result.kept.push(subject)
      return
    }
    await deleteArchive(this.#tx, release.id)
    this.#result.gone.push(subject)
    const withdrawn: Release = { ...release, isWithdrawn: 'yes' }
    await writeRelease(this.#tx, withdrawn)
    const wasPublic = release.isWithdrawn !== 'yes'
    const reissued = wasPublic ? await this.#reissue(release, scrubbed, taken) : null
    this.#result.reissued.push({ withdrawn, reissued })
  }

  async #reissue(release: Release, record: ConsultationRecord, taken: Set<string>): Promise<Release> {
    const version = nextIssue(release.version, taken)
    taken.add(version)
    const { state, checksum } = this.#stateOf(record, release)
    const reissued: Release = {
      ...release,
      id: this.#deps.newId(),
      version,
      publishedAt: justAfter(release),
      checksum,
      changes: `Version ${release.version} again, without a text that was erased. Every point is still counted.`,
      isWithdrawn: 'no',
    }
    await insertRecords(this.#tx, 'release', [reissued])
    const { id: releaseId, consultationId } = reissued
    const records = packArchive({ record, state })
    await insertArchive(this.#tx, { releaseId, consultationId, methodVersion: METHOD_VERSION, records })
    return reissued
  }

  #stateOf(record: ConsultationRecord, { asAt }: Release): { readonly state: unknown; readonly checksum: string } {
    const state = this.#describe(record, auditConsultation(record, { asOf: asAt }))
    return { state, checksum: checksumOf(state) }
  }
}
