import { auditConsultation, METHOD_VERSION } from '../../../analysis/audit.ts'
import type { Audit } from '../../../analysis/finding.ts'
import type { Release } from '../../../data/model/right-of-reply.ts'
import { readErasedIds } from '../../../data/store/history.ts'
import { readArchive } from '../../../data/store/releases.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { readAudit, type ConsultationAddress } from '../read-audit.ts'
import { recordAsAt } from '../record-as-at.ts'
import { compareStates, type StateDifference } from './compare-states.ts'
import { checksumOf, unpackArchive, type DescribeState } from './release-archive.ts'

export interface RebuiltRelease {
  readonly release: Release
  /**
   * `same`: the same checksum. `differs`: another, with the places. `archive-changed`: what was kept with the release is not what its
   * checksum was made over. `imported`: it was not published here, so there is nothing to compare with. `erased`: it was withdrawn, and the
   * history says that the records it was made from were erased with a text they held.
   */
  readonly status: 'same' | 'differs' | 'archive-changed' | 'imported' | 'erased'
  readonly checksum: string
  readonly differences: readonly StateDifference[]
  /** Method that made it, and the one that rebuilt it; null = not known. */
  readonly methodThen: string | null
  readonly methodNow: string
  readonly audit: Audit
}

/** Makes a release again from the records kept with it, and compares every figure and the checksum. Writes nothing. */
export const rebuildRelease = async (
  deps: Deps,
  address: ConsultationAddress,
  version: string,
  describe: DescribeState,
): Promise<RebuiltRelease> => {
  const { record: current } = await readAudit(deps, address)
  const release = current.releases.find(known => known.version === version)
  if (release === undefined) {
    const known = current.releases.map(one => one.version).join(', ')
    throw new AppError(
      'not-found',
      `There is no version "${version}". ${known === '' ? 'Nothing is released yet.' : `Released: ${known}.`}`,
    )
  }
  const kept = await readArchive(deps.store.reader, release.id)
  const archive = kept === null ? null : unpackArchive(kept.records)
  const record = archive?.record ?? recordAsAt(current, release.asAt)
  const audit = auditConsultation(record, { asOf: release.asAt })
  const state = describe(record, audit)
  const checksum = checksumOf(state)
  const shared = { release, checksum, audit, methodThen: kept?.methodVersion ?? null, methodNow: METHOD_VERSION }
  if (archive === null) {
    const erased = await readErasedIds(deps.store.reader, current.consultation.id, 'release-archive')
    return { ...shared, status: erased.has(release.id) ? 'erased' : 'imported', differences: [] }
  }
  const differences = compareStates(archive.state, state)
  if (checksumOf(archive.state) !== release.checksum) return { ...shared, status: 'archive-changed', differences }
  return { ...shared, status: checksum === release.checksum ? 'same' : 'differs', differences }
}
