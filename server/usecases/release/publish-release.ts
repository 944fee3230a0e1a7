import { auditConsultation, METHOD_VERSION } from '../../../analysis/audit.ts'
import type { Audit } from '../../../analysis/finding.ts'
import type { ConsultationRecord } from '../../../data/model/consultation-record.ts'
import type { Release } from '../../../data/model/right-of-reply.ts'
import { readConsultationRecord } from '../../../data/store/consultation-records.ts'
import type { Connection } from '../../../data/store/connection.ts'
import { endMark, insertArchive, readArchive, readSelfCheck } from '../../../data/store/releases.ts'
import { readWindowChanges } from '../../../data/store/reply-links.ts'
import type { Deps } from '../../deps.ts'
import { refuseIfDamaged, signWhatWasDone } from '../history/watch-history.ts'
import type { Actor } from '../people/session.ts'
import { readLegalBasis } from '../site/legal-basis.ts'
import { recordAsAt } from '../record-as-at.ts'
import type { ReviewScope } from '../review/review-scope.ts'
import { writeReview } from '../review/write-review.ts'
import { describeChanges } from './describe-changes.ts'
import { newestRelease } from '../../../data/model/newest-release.ts'
import { checksumOf, packArchive, unpackArchive, type DescribeState } from './release-archive.ts'
import { openReleaseGate, type ReleaseGate } from './release-gate.ts'

export type Published =
  | { readonly status: 'published'; readonly release: Release }
  | { readonly status: 'blocked'; readonly reasons: readonly string[] }
  | { readonly status: 'unchanged'; readonly version: string }

/** 1.0, 1.1, 1.2 … */
export const nextVersion = (record: ConsultationRecord): string => {
  const parts = (newestRelease(record.releases)?.version ?? '').split('.').map(Number)
  const [major, minor] = [parts[0] ?? 0, parts[1] ?? 0]
  return Number.isSafeInteger(major) && major > 0 && Number.isSafeInteger(minor) ? `${major}.${minor + 1}` : '1.0'
}

/** What the release before showed: from its archive, or, where it was imported, from the records dated up to it. */
export const auditBefore = async (connection: Connection, record: ConsultationRecord): Promise<Audit | null> => {
  const before = newestRelease(record.releases)
  if (before === null) return null
  const archive = await readArchive(connection, before.id)
  const then = archive === null ? recordAsAt(record, before.asAt) : unpackArchive(archive.records).record
  return auditConsultation(then, { asOf: before.asAt })
}

export const readGate = async (
  deps: Deps,
  connection: Connection,
  record: ConsultationRecord,
  audit: Audit,
): Promise<ReleaseGate> =>
  openReleaseGate({
    record,
    audit,
    windowChanges: await readWindowChanges(connection, record.consultation.id),
    selfCheck: await readSelfCheck(connection, record.consultation.id),
    config: deps.config,
    legalBasis: await readLegalBasis(connection),
    today: deps.clock.today(),
  })

/**
 * Publishes the records as they stand: a new number, the day, a checksum over the public state, and what changed. What it was made from
 * is kept with it, so that it can be made again. A draft becomes public with its first release; what was withdrawn becomes public again.
 */
export const publishRelease = async (
  deps: Deps,
  actor: Actor,
  scope: ReviewScope,
  describe: DescribeState,
): Promise<Published> => {
  refuseIfDamaged(deps)
  const published = await writePublished(deps, actor, scope, describe)
  if (published.status === 'published') await signWhatWasDone(deps)
  return published
}

const writePublished = (
  deps: Deps,
  actor: Actor,
  { body, consultation }: ReviewScope,
  describe: DescribeState,
): Promise<Published> =>
  writeReview(deps, actor, { action: 'release.publish', consultationId: consultation.id }, async write => {
    const { tx, permit, consultationId } = write
    const record = await readConsultationRecord(tx, body, consultation)
    const asAt = consultation.recordsUpTo ?? deps.clock.today()
    const audit = auditConsultation(record, { asOf: asAt })
    const { reasons } = await readGate(deps, tx, record, audit)
    if (reasons.length > 0) return { status: 'blocked', reasons }
    const state = describe(record, audit)
    const checksum = checksumOf(state)
    const before = newestRelease(record.releases)
    if (before?.checksum === checksum && before.isWithdrawn !== 'yes')
      return { status: 'unchanged', version: before.version }
    const publishedAt = deps.clock.now()
    const release: Release = {
      id: deps.newId(),
      consultationId,
      version: nextVersion(record),
      asAt,
      publishedAt,
      checksum,
      changes: describeChanges(await auditBefore(tx, record), audit),
      isWithdrawn: 'no',
    }
    await write.add('release', [release])
    const records = packArchive({ record, state })
    await insertArchive(tx, { releaseId: release.id, consultationId, methodVersion: METHOD_VERSION, records })
    write.keep('release-archive', [release.id])
    write.keep('consultation-mark', await endMark(tx, consultationId, { endedAt: publishedAt, endedBy: permit.by }))
    return { status: 'published', release }
  })
