import { createHash } from 'node:crypto'
import { auditConsultation } from '../../analysis/audit.ts'
import type { Body } from '../../data/model/body.ts'
import type { Consultation } from '../../data/model/consultation.ts'
import type { ConsultationRecord } from '../../data/model/consultation-record.ts'
import { readAccountCodes } from '../../data/store/accounts.ts'
import { readRevision } from '../../data/store/bodies.ts'
import { readRecords } from '../../data/store/records.ts'
import { findReleaseInForce, readArchive, type ReleaseInForce } from '../../data/store/releases.ts'
import type { Deps } from '../deps.ts'
import type { AuditedConsultation } from './audit-cache.ts'
import { listAllBodies } from './list-bodies.ts'
import { findConsultation, readAudit, type ConsultationAddress } from './read-audit.ts'
import { unpackArchive } from './release/release-archive.ts'
import { importedRecord, releasedRecord, type SaidSince } from './released-record.ts'

interface Whole {
  readonly body: Body
  readonly consultation: Consultation
}

/** Row by row, so that records of any size can be told apart. */
const fingerprintOf = (parts: readonly unknown[]): string => {
  const hash = createHash('sha256')
  for (const part of parts)
    for (const row of Array.isArray(part) ? part : [part]) hash.update(`${JSON.stringify(row)}\n`, 'utf8')
  return hash.digest('base64url')
}

/** Made once for each state that the public sees, however often the desk has written in between. */
const onceFor = (
  deps: Deps,
  consultationId: string,
  revision: string,
  asOf: string,
  make: () => Promise<{ readonly record: ConsultationRecord; readonly heardUntil?: string }>,
): Promise<AuditedConsultation> =>
  deps.audits.get(`public state of ${consultationId}`, revision, async () => {
    const { record, heardUntil } = await make()
    const audit = auditConsultation(record, { asOf, ...(heardUntil === undefined ? {} : { heardUntil }) })
    return { record, audit, revision }
  })

const readSaidSince = async (deps: Deps, { body, consultation }: Whole): Promise<SaidSince> => {
  const { reader } = deps.store
  const { id } = consultation
  return {
    body,
    consultation,
    points: await readRecords(reader, 'point', id),
    contributions: await readRecords(reader, 'contribution', id),
    replies: await readRecords(reader, 'reply', id),
    disputes: await readRecords(reader, 'dispute', id),
    corrections: await readRecords(reader, 'correction', id),
    releases: await readRecords(reader, 'release', id),
  }
}

const asReleased = async (deps: Deps, whole: Whole, release: ReleaseInForce): Promise<AuditedConsultation> => {
  const now = await readSaidSince(deps, whole)
  const { body, consultation, ...rest } = now
  const revision = `${release.version}-${fingerprintOf([release.releaseId, body.ref, consultation.ref, ...Object.values(rest)])}`
  return onceFor(deps, consultation.id, revision, release.asAt, async () => {
    const archive = await readArchive(deps.store.reader, release.releaseId)
    const then = unpackArchive(archive?.records ?? new Uint8Array()).record
    return { record: releasedRecord(then, now), heardUntil: release.publishedAt.slice(0, 10) }
  })
}

const asImported = async (deps: Deps, address: ConsultationAddress): Promise<AuditedConsultation> => {
  const live = await readAudit(deps, address)
  const record = importedRecord(live.record, new Set(await readAccountCodes(deps.store.reader)))
  if (record === live.record) return live
  const { asOf } = live.audit
  const revision = `${asOf}-${fingerprintOf(Object.values(record))}`
  return onceFor(deps, record.consultation.id, revision, asOf, () => Promise.resolve({ record }))
}

/**
 * One consultation as everybody sees it: the release in force, with what was said since; or, where nothing was released here, the records
 * as they were imported. Whether it may be seen at all is `readIndex`'s question.
 */
export const readPublicAudit = async (
  deps: Deps,
  address: Omit<ConsultationAddress, 'asOf'>,
): Promise<AuditedConsultation> => {
  const whole = findConsultation(await listAllBodies(deps), address)
  const { id, ref, recordsUpTo } = whole.consultation
  const revision = `${await readRevision(deps.store.reader, id)}-${recordsUpTo ?? deps.clock.today()}`
  return deps.audits.get(`public ${id}`, revision, async () => {
    const release = await findReleaseInForce(deps.store.reader, id)
    return release === null
      ? asImported(deps, { body: whole.body.ref, consultation: ref })
      : asReleased(deps, whole, release)
  })
}
