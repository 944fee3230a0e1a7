import { auditConsultation } from '../../analysis/audit.ts'
import type { PointFinding } from '../../analysis/finding.ts'
import type { Correction, Release } from '../../data/model/right-of-reply.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { indexAudit, type AuditIndex } from './audit-index.ts'
import { readIndex, type PageAddress } from './read-index.ts'
import { countUndated, recordAsAt } from './record-as-at.ts'

export interface ChangedPoint {
  readonly number: number
  readonly before: PointFinding
  readonly after: PointFinding
}
export interface ShownRelease {
  readonly release: Release
  /** The audit over the records as they stood then; null for a release that was withdrawn. */
  readonly then: AuditIndex | null
  /** Corrections published with it: after the release before, up to this one. */
  readonly corrections: readonly Correction[]
  /** Points whose result differs from the release before. Empty for the first. */
  readonly changed: readonly ChangedPoint[]
}
export interface ShownReleases {
  readonly index: AuditIndex
  /** Newest first. */
  readonly releases: readonly ShownRelease[]
  /** Judgements that bear no date. */
  readonly undatedCount: number
}

const made = new WeakMap<AuditIndex, ShownReleases>()

const isWithdrawn = ({ isWithdrawn: withdrawn }: Release): boolean => withdrawn === 'yes'

const rebuild = ({ record, revision }: AuditIndex, release: Release): AuditIndex => {
  const then = recordAsAt(record, release.asAt)
  return indexAudit({
    record: then,
    audit: auditConsultation(then, { asOf: release.asAt }),
    revision: `${revision}-v${release.version}`,
  })
}

const changesBetween = (before: AuditIndex | null, after: AuditIndex | null): readonly ChangedPoint[] => {
  if (before === null || after === null) return []
  return after.rows.flatMap(({ point, finding }) => {
    const earlier = before.rowByPointId.get(point.id)?.finding
    return earlier === undefined || earlier.outcome === finding.outcome
      ? []
      : [{ number: point.number, before: earlier, after: finding }]
  })
}

const describe = (index: AuditIndex): ShownReleases => {
  const oldestFirst = index.record.releases.toSorted((a, b) => a.publishedAt.localeCompare(b.publishedAt))
  const releases: ShownRelease[] = []
  for (const release of oldestFirst) {
    const since = releases.at(-1)?.release.publishedAt.slice(0, 10) ?? ''
    const until = release.publishedAt.slice(0, 10)
    const then = isWithdrawn(release) ? null : rebuild(index, release)
    releases.push({
      release,
      then,
      corrections: index.record.corrections.filter(({ on }) => on > since && on <= until),
      changed: changesBetween(releases.at(-1)?.then ?? null, then),
    })
  }
  return { index, releases: releases.toReversed(), undatedCount: countUndated(index.record) }
}

/** Every release of a consultation, rebuilt from the records dated up to it, with what changed from one to the next. */
export const showReleases = async (deps: Deps, address: PageAddress): Promise<ShownReleases> => {
  const index = await readIndex(deps, address)
  const known = made.get(index)
  if (known !== undefined) return known
  const shown = describe(index)
  made.set(index, shown)
  return shown
}

export interface PinnedRelease extends ShownReleases {
  readonly pinned: ShownRelease & { readonly then: AuditIndex }
  /** The newest release that stands, if it is another. */
  readonly supersededBy: Release | null
}

/** One release under its lasting address; a withdrawn one is gone, and says so. */
export const showRelease = async (
  deps: Deps,
  address: PageAddress & { readonly version: string },
): Promise<PinnedRelease> => {
  const shown = await showReleases(deps, address)
  const pinned = shown.releases.find(({ release }) => release.version === address.version)
  if (pinned === undefined) throw new AppError('not-found', 'There is no such version of this consultation.')
  if (pinned.then === null)
    throw new AppError(
      'gone',
      `Version ${pinned.release.version} was withdrawn. It held words that a person asked to have taken down.`,
    )
  const newest = shown.releases.find(({ then }) => then !== null)?.release ?? pinned.release
  return {
    ...shown,
    pinned: { ...pinned, then: pinned.then },
    supersededBy: newest.version === pinned.release.version ? null : newest,
  }
}
