import { auditConsultation } from '../../analysis/audit.ts'
import type { PointFinding } from '../../analysis/finding.ts'
import { readErasedIds } from '../../data/store/history.ts'
import { readArchive } from '../../data/store/releases.ts'
import type { Correction, Release } from '../../data/model/right-of-reply.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { indexAudit, type AuditIndex } from './audit-index.ts'
import { readIndex, type PageAddress } from './read-index.ts'
import { countUndated, recordAsAt } from './record-as-at.ts'
import { unpackArchive } from './release/release-archive.ts'
import { withoutWithdrawn } from './released-record.ts'

export interface ChangedPoint {
  readonly number: number
  readonly before: PointFinding
  readonly after: PointFinding
}
export interface ShownRelease {
  readonly release: Release
  /** The audit over the records as they stood then; null for a release that was withdrawn. */
  readonly then: AuditIndex | null
  /** Made from the records kept with it; else from those dated up to it. */
  readonly isKept: boolean
  /** The history says that a text was erased from it. */
  readonly isErased: boolean
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

const made = new WeakMap<AuditIndex, Promise<ShownReleases>>()

const GONE = { then: null, isKept: false }

const isWithdrawn = ({ isWithdrawn: withdrawn }: Release): boolean => withdrawn === 'yes'

/** From the records kept with a release that was made here; from those dated up to it, where it was imported. */
const rebuild = async (
  deps: Deps,
  { record, revision }: AuditIndex,
  release: Release,
): Promise<{ readonly then: AuditIndex; readonly isKept: boolean }> => {
  const archive = await readArchive(deps.store.reader, release.id)
  const isKept = archive !== null
  const then = isKept
    ? withoutWithdrawn(unpackArchive(archive.records).record, record)
    : recordAsAt(record, release.asAt)
  const options = isKept ? { asOf: release.asAt, heardUntil: release.publishedAt.slice(0, 10) } : { asOf: release.asAt }
  const index = indexAudit({
    record: then,
    audit: auditConsultation(then, options),
    revision: `${revision}-v${release.version}`,
  })
  return { then: index, isKept }
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

const describe = async (deps: Deps, index: AuditIndex): Promise<ShownReleases> => {
  const oldestFirst = index.record.releases.toSorted((a, b) => a.publishedAt.localeCompare(b.publishedAt))
  const erased = oldestFirst.some(isWithdrawn)
    ? await readErasedIds(deps.store.reader, index.record.consultation.id, 'release-archive')
    : new Set<string>()
  const releases: ShownRelease[] = []
  for (const release of oldestFirst) {
    const since = releases.at(-1)?.release.publishedAt.slice(0, 10) ?? ''
    const until = release.publishedAt.slice(0, 10)
    const { then, isKept } = isWithdrawn(release) ? GONE : await rebuild(deps, index, release)
    releases.push({
      release,
      then,
      isKept,
      isErased: erased.has(release.id),
      corrections: index.record.corrections.filter(({ on }) => on > since && on <= until),
      changed: changesBetween(releases.at(-1)?.then ?? null, then),
    })
  }
  return { index, releases: releases.toReversed(), undatedCount: countUndated(index.record) }
}

/** Every release of a consultation, made again from its records, with what changed from one to the next. */
export const showReleases = async (deps: Deps, address: PageAddress): Promise<ShownReleases> => {
  const index = await readIndex(deps, address)
  const known = made.get(index)
  if (known !== undefined) return known
  const shown = describe(deps, index)
  made.set(index, shown)
  shown.catch(() => made.delete(index))
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
  if (pinned.then === null) {
    const why = pinned.isErased ? ' It held a text that was erased.' : ''
    throw new AppError('gone', `Version ${pinned.release.version} was withdrawn.${why}`)
  }
  const newest = shown.releases.find(({ then }) => then !== null)?.release ?? pinned.release
  return {
    ...shown,
    pinned: { ...pinned, then: pinned.then },
    supersededBy: newest.version === pinned.release.version ? null : newest,
  }
}
