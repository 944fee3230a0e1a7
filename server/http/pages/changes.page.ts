import type { Correction } from '../../../data/model/right-of-reply.ts'
import type { ShownRelease, ShownReleases } from '../../usecases/show-releases.ts'
import { en } from '../strings/en.ts'
import { consultationPath, pointPath } from './addresses.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { OUTCOME_NAMES, outcomeWords } from './group-words.ts'
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
  readonly hasPage: boolean
  readonly href: string
  readonly link: string
}
export interface ChangesView {
  readonly frame: Frame
  readonly heading: string
  readonly lede: string
  readonly releases: readonly ReleaseBlock[]
  readonly hasReleases: boolean
  readonly nothing: string
  readonly sinceHeading: string
  readonly since: string
  readonly sinceCorrections: readonly Line[]
  readonly rebuilt: string
  readonly allLink: string
}

const correctionLine = ({ subject, oldValue, newValue, reason }: Correction): Line => ({
  lead: `${subject}.`,
  text: `${en.changes.fromTo(outcomeWords(oldValue), outcomeWords(newValue))} ${reason}`,
  hasLink: false,
  href: '',
})

const changedLines = ({ index }: ShownReleases, { changed }: ShownRelease): readonly Line[] =>
  changed.map(({ number, before, after }) => {
    const row = index.rowByNumber.get(number)
    return {
      lead: en.changes.changedPoint(number),
      text: en.changes.fromTo(OUTCOME_NAMES[before.outcome], OUTCOME_NAMES[after.outcome]),
      hasLink: row !== undefined,
      href: row === undefined ? '' : pointPath(index, row),
    }
  })

const blockOf = (shown: ShownReleases, one: ShownRelease, isFirst: boolean): ReleaseBlock => {
  const { release, then, corrections } = one
  const t = en.changes
  const changed = changedLines(shown, one)
  return {
    anchor: `v${release.version}`,
    heading: then === null ? t.withdrawn(release.version) : t.version(release.version),
    released: t.released(release.publishedAt, release.asAt),
    text: then === null ? t.withdrawnWhy : (release.changes ?? ''),
    hasCorrections: corrections.length > 0,
    correctionsHeading: t.correctionsIn(corrections.length),
    corrections: corrections.map(correctionLine),
    hasChanged: changed.length > 0,
    changedHeading: t.changedPoints(changed.length),
    changed,
    note: !isFirst && then !== null && changed.length === 0 ? t.noChangedPoints : '',
    checksum: t.checksum(release.checksum),
    hasPage: then !== null,
    href: `${consultationPath(shown.index)}/v/${release.version}`,
    link: t.see,
  }
}

/** Every version with what changed since the one before: from the records of corrections, and by comparing results. */
export const changesPage = (site: Site, shown: ShownReleases): ChangesView => {
  const { index, releases } = shown
  const { record, audit } = index
  const t = en.changes
  const [newest, before] = releases
  const since = record.corrections.filter(({ on }) => on > (newest?.release.publishedAt.slice(0, 10) ?? ''))
  const title = record.consultation.title
  return {
    frame: frameOf(site, {
      isShare: true,
      title: t.title(title),
      description: t.description(title),
      path: `${consultationPath(index)}/changes`,
      crumbs: [{ href: consultationPath(index), text: title }],
      fictional: audit.isFictional ? record.body.shortName : null,
      asOf: audit.asOf,
      version: latestVersion(record),
      methodVersion: audit.methodVersion,
      feed: `${consultationPath(index)}/feed.atom`,
    }),
    heading: t.heading(
      newest?.release.version ?? null,
      newest === undefined ? 0 : newest.corrections.length,
      before?.release.publishedAt ?? null,
    ),
    lede: releases.length === 0 ? t.nothing : t.lede,
    releases: releases.map((one, place) => blockOf(shown, one, place === releases.length - 1)),
    hasReleases: releases.length > 0,
    nothing: t.nothing,
    sinceHeading: t.sinceHeading,
    since: t.since(since.length),
    sinceCorrections: since.map(correctionLine),
    rebuilt: t.rebuilt,
    allLink: t.all,
  }
}
