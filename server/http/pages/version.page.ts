import { GROUPS } from '../../../analysis/finding.ts'
import { isBlocked } from '../../../analysis/lint/lint-figures.ts'
import type { PinnedRelease } from '../../usecases/show-releases.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath } from './addresses.ts'
import { countOfGroup, hasResult } from './consultation-picture.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { wordsElsewhere } from './number-words.ts'

interface CountRow {
  readonly name: string
  readonly before: string
  readonly after: string
  readonly isDifferent: boolean
}
export interface VersionView {
  readonly frame: Frame
  readonly kick: string
  readonly title: string
  readonly finding: string
  readonly isOld: boolean
  readonly banner: string
  readonly nowPath: string
  readonly nowLink: string
  readonly changesPath: string
  readonly changesLink: string
  readonly hasCounts: boolean
  readonly countsHeading: string
  readonly countsLabel: string
  readonly columns: { readonly group: string; readonly before: string; readonly after: string }
  readonly counts: readonly CountRow[]
  readonly hasFigures: boolean
  readonly numbersHeading: string
  readonly numbersLabel: string
  readonly figureColumns: {
    readonly figure: string
    readonly count: string
    readonly value: string
    readonly range: string
  }
  readonly figures: readonly {
    readonly name: string
    readonly count: string
    readonly value: string
    readonly range: string
  }[]
  readonly honestHeading: string
  readonly honest: readonly string[]
}

const countRows = (t: Strings, { index, pinned }: PinnedRelease): readonly CountRow[] => {
  const then = pinned.then.audit.groups.byPoint
  const now = index.audit.groups.byPoint
  const row = (name: string, before: number, after: number): CountRow => ({
    name,
    before: t.count(before),
    after: t.count(after),
    isDifferent: before !== after,
  })
  return [
    ...GROUPS.map(group => row(t.results.groups[group], countOfGroup(then, group), countOfGroup(now, group))),
    row(t.version.total, then.n, now.n),
  ]
}

const figureRows = (t: Strings, { pinned: { then } }: PinnedRelease): VersionView['figures'] =>
  then.audit.indicators
    .filter(({ number, byPoint }) => byPoint.value !== null && !isBlocked(then.audit.lint, number))
    .map(({ name, byPoint }) => ({
      name,
      ...wordsElsewhere(t, byPoint),
    }))

/** One release under its lasting address. It says how it was made, and what that cannot prove. */
export const versionPage = (site: Site, shown: PinnedRelease): VersionView => {
  const { strings: t } = site
  const { index, pinned, supersededBy, undatedCount } = shown
  const { release, then } = pinned
  const { record } = index
  const title = record.consultation.title
  const figures = figureRows(t, shown)
  return {
    frame: frameOf(site, {
      isShare: true,
      title: t.version.title(title, release.version),
      description: t.version.description(title, release.version),
      path: `${consultationPath(index)}/v/${release.version}`,
      crumbs: [{ href: consultationPath(index), text: title }],
      fictional: then.audit.isFictional ? record.body.shortName : null,
      isIndexed: supersededBy === null,
      asOf: release.asAt,
      version: release.version,
      methodVersion: then.audit.methodVersion,
    }),
    kick: t.version.kick(release.version, release.asAt),
    title,
    finding: then.sentences.finding,
    isOld: supersededBy !== null,
    banner: supersededBy === null ? t.version.current : t.version.superseded(supersededBy.version),
    nowPath: consultationPath(index),
    nowLink: t.version.seeNow,
    changesPath: `${consultationPath(index)}/changes`,
    changesLink: t.version.seeChanges,
    hasCounts: hasResult(then),
    countsHeading: t.version.countsHeading,
    countsLabel: t.version.countsLabel,
    columns: { group: t.version.group, before: t.version.then, after: t.version.now },
    counts: countRows(t, shown),
    hasFigures: figures.length > 0,
    numbersHeading: t.version.numbersHeading,
    numbersLabel: t.version.numbersLabel,
    figureColumns: {
      figure: t.version.figure,
      count: t.version.countColumn,
      value: t.version.value,
      range: t.version.range,
    },
    figures,
    honestHeading: t.version.honestHeading,
    honest: [
      ...(pinned.isKept
        ? [t.version.kept(release.asAt)]
        : [t.version.honest(release.asAt), t.version.undated(undatedCount)]),
      t.version.method(then.audit.methodVersion),
      t.version.checksumOf(release.checksum),
    ],
  }
}
