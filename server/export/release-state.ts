import { createHash } from 'node:crypto'
import type { Audit } from '../../analysis/finding.ts'
import type { ConsultationRecord } from '../../data/model/consultation-record.ts'
import type { Point } from '../../data/model/point.ts'
import { auditJson } from './audit-json.ts'
import { dataPackage } from './data-package.ts'

/** Changes whenever the same records and figures would be written another way. */
const FORMAT = 'said-and-done/release/v1'

/** Digits of a figure that are the same on every machine; beyond them the last steps of a sum may differ. */
const FIGURE_DIGITS = 12

/** Canonical JSON holds no fractions: they are written as text. What is absent is left out. */
const writable = (value: unknown): unknown => {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return String(Number(value.toPrecision(FIGURE_DIGITS)))
  if (Array.isArray(value)) return value.map(writable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, of]) => (of === undefined ? [] : [[name, writable(of)]])),
  )
}

/** A text that nobody approved is in no release. */
const publicPoint =
  (childIds: ReadonlySet<string>) =>
  (point: Point): Point => {
    const isApproved = point.publicTextKind === 'as-published' || point.approvedBy !== null
    return isApproved && !childIds.has(point.contributionId) ? point : { ...point, publicText: null }
  }

/**
 * The public state of a consultation, as its checksum is made over it: every figure and outcome, and the SHA-256 of each public table
 * of its data package. Releases are not part of it, or each would have to hold its own checksum.
 */
export const releaseState = (record: ConsultationRecord, audit: Audit): unknown => {
  const children = record.contributions.filter(({ contributorType }) => contributorType === 'child')
  const points = record.points.map(publicPoint(new Set(children.map(({ id }) => id))))
  const tables = dataPackage({ ...record, points, releases: [] }, audit)
    .filter(({ path }) => path.endsWith('.csv'))
    .map(({ path, content }) => ({ path, sha256: createHash('sha256').update(content, 'utf8').digest('hex') }))
    .sort((a, b) => a.path.localeCompare(b.path))
  return writable({ format: FORMAT, audit: auditJson(record, audit), tables })
}
