import type { Correction } from '../../../data/model/right-of-reply.ts'
import type { ShownRelease, ShownReleases } from '../../usecases/show-releases.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath, pointPath } from './addresses.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { outcomeName } from './group-words.ts'
import { latestVersion } from './release-words.ts'

interface Line {
  readonly lead: string
  readonly text: string
  readonly hasLink: boolean
  readonly href: string
}
interface ReleaseBlock {
  readonly anchor: string
  readonly heading: string
  readonly released: string
  readonly text: string
  readonly hasCorrections: boolean
  readonly correctionsHeading: string
  readonly corrections: readonly Line[]
  readonly hasChanged: boolean
  readonly changedHeading: string
  readonly changed: readonly Line[]
  readonly note: string
  readonly checksum: string
  readonly href: string
  readonly link: string
}
export interface ChangesView {
  readonly frame: Frame
  readonly heading: string
  readonly lede: string
  readonly releases: readonly ReleaseBlock[]
  readonly hasReleases: boolean
  readonly sinceHeading: string
  readonly since: string
  readonly sinceCorrections: readonly Line[]
  readonly rebuilt: string
  readonly allLink: string
}

const correctionLine = (t: Strings, { subject, oldValue, newValue, reason }: Correction): Line => ({
  lead: `${subject}.`,
  text: `${t.changes.fromTo(outcomeName(t, oldValue), outcomeName(t, newValue))} ${reason}`,
  hasLink: false,
  href: '',
})

const changedLines = (t: Strings, { index }: ShownReleases, { changed }: ShownRelease): readonly Line[] =>
  changed.map(({ number, before, after }) => {
    const row = index.rowByNumber.get(number)
    return {
      lead: t.changes.changedPoint(number),
      text: t.changes.fromTo(t.results.outcomes[before.outcome], t.results.outcomes[after.outcome]),
      hasLink: row !== undefined,
      href: row === undefined ? '' : pointPath(index, row),
    }
  })

const blockOf = (t: Strings, shown: ShownReleases, one: ShownRelease, isFirst: boolean): ReleaseBlock => {
  const { release, then, isErased, corrections } = one
  const gone = isErased ? t.changes.erasedWhy : t.changes.withdrawnWhy
  const changed = changedLines(t, shown, one)
  return {
    anchor: `v${release.version}`,
    heading: then === null ? t.changes.withdrawn(release.version) : t.changes.version(release.version),
    released: t.changes.released(release.publishedAt, release.asAt),
    text: then === null ? gone : (release.changes ?? ''),
    hasCorrections: corrections.length > 0,
    correctionsHeading: t.changes.correctionsIn(corrections.length),
    corrections: corrections.map(one => correctionLine(t, one)),
    hasChanged: changed.length > 0,
    changedHeading: t.changes.changedPoints(changed.length),
    changed,
    note: !isFirst && then !== null && changed.length === 0 ? t.changes.noChangedPoints : '',
    checksum: t.changes.checksum(release.checksum),
    href: then === null ? '/removals' : `${consultationPath(shown.index)}/v/${release.version}`,
    link: then === null ? t.corrections.removals : t.changes.see,
  }
}

/** Releases that were not withdrawn, newest first. */
const standing = ({ releases }: ShownReleases): readonly ShownRelease[] => releases.filter(({ then }) => then !== null)

const dayOf = (one: ShownRelease | undefined): string => one?.release.publishedAt.slice(0, 10) ?? ''

/** The newest version that stands, and what was corrected since the one that stood before it. */
const headingOf = (t: Strings, shown: ShownReleases): string => {
  const [newest, before] = standing(shown)
  if (newest === undefined && shown.releases.length > 0) return t.changes.noneStands
  const { corrections } = shown.index.record
  const corrected = corrections.filter(({ on }) => on > dayOf(before) && on <= dayOf(newest))
  return t.changes.heading(newest?.release.version ?? null, corrected.length, before?.release.publishedAt ?? null)
}

/** Every version with what changed since the one before: from the records of corrections, and by comparing results. */
export const changesPage = (site: Site, shown: ShownReleases): ChangesView => {
  const { strings: t } = site
  const { index, releases } = shown
  const { record, audit } = index
  const [newest] = standing(shown)
  const since = record.corrections.filter(({ on }) => on > dayOf(newest))
  const title = record.consultation.title
  return {
    frame: frameOf(site, {
      isShare: true,
      title: t.changes.title(title),
      description: t.changes.description(title),
      path: `${consultationPath(index)}/changes`,
      crumbs: [{ href: consultationPath(index), text: title }],
      fictional: audit.isFictional ? record.body.shortName : null,
      asOf: audit.asOf,
      version: latestVersion(record),
      methodVersion: audit.methodVersion,
      feed: `${consultationPath(index)}/feed.atom`,
    }),
    heading: headingOf(t, shown),
    lede: releases.length === 0 ? t.changes.nothing : t.changes.lede,
    releases: releases.map((one, place) => blockOf(t, shown, one, place === releases.length - 1)),
    hasReleases: releases.length > 0,
    sinceHeading: t.changes.sinceHeading,
    since: t.changes.since(since.length),
    sinceCorrections: since.map(one => correctionLine(t, one)),
    rebuilt: t.changes.rebuilt,
    allLink: t.changes.all,
  }
}
