import { GROUPS } from '../../../analysis/finding.ts'
import { isBlocked } from '../../../analysis/lint/lint-figures.ts'
import type { PinnedRelease } from '../../usecases/show-releases.ts'
import { en } from '../strings/en.ts'
import { consultationPath } from './addresses.ts'
import { countOfGroup, hasResult } from './consultation-picture.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { GROUP_NAMES } from './group-words.ts'
import { figureWords, ofWords, rangeWords } from './number-words.ts'

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

const countRows = ({ index, pinned }: PinnedRelease): readonly CountRow[] => {
  const then = pinned.then.audit.groups.byPoint
  const now = index.audit.groups.byPoint
  const row = (name: string, before: number, after: number): CountRow => ({
    name,
    before: en.count(before),
    after: en.count(after),
    isDifferent: before !== after,
  })
  return [
    ...GROUPS.map(group => row(GROUP_NAMES[group], countOfGroup(then, group), countOfGroup(now, group))),
    row(en.version.total, then.n, now.n),
  ]
}

const figureRows = ({ pinned: { then } }: PinnedRelease): VersionView['figures'] =>
  then.audit.indicators
    .filter(({ number, byPoint }) => byPoint.value !== null && !isBlocked(then.audit.lint, number))
    .map(({ name, byPoint }) => ({
      name,
      count: ofWords(byPoint) ?? '',
      value: figureWords(byPoint) ?? '',
      range: rangeWords(byPoint) ?? '',
    }))

/** One release under its lasting address. It says how it was made, and what that cannot prove. */
export const versionPage = (site: Site, shown: PinnedRelease): VersionView => {
  const { index, pinned, supersededBy, undatedCount } = shown
  const { release, then } = pinned
  const { record } = index
  const t = en.version
  const title = record.consultation.title
  const figures = figureRows(shown)
  return {
    frame: frameOf(site, {
      isShare: true,
      title: t.title(title, release.version),
      description: t.description(title, release.version),
      path: `${consultationPath(index)}/v/${release.version}`,
      crumbs: [{ href: consultationPath(index), text: title }],
      fictional: then.audit.isFictional ? record.body.shortName : null,
      isIndexed: supersededBy === null,
      asOf: release.asAt,
      version: release.version,
      methodVersion: then.audit.methodVersion,
    }),
    kick: t.kick(release.version, release.asAt),
    title,
    finding: then.sentences.finding,
    isOld: supersededBy !== null,
    banner: supersededBy === null ? t.current : t.superseded(supersededBy.version),
    nowPath: consultationPath(index),
    nowLink: t.seeNow,
    changesPath: `${consultationPath(index)}/changes`,
    changesLink: t.seeChanges,
    hasCounts: hasResult(then),
    countsHeading: t.countsHeading,
    countsLabel: t.countsLabel,
    columns: { group: t.group, before: t.then, after: t.now },
    counts: countRows(shown),
    hasFigures: figures.length > 0,
    numbersHeading: t.numbersHeading,
    numbersLabel: t.numbersLabel,
    figureColumns: { figure: t.figure, count: t.countColumn, value: t.value, range: t.range },
    figures,
    honestHeading: t.honestHeading,
    honest: [
      t.honest(release.asAt),
      t.undated(undatedCount),
      t.method(then.audit.methodVersion),
      t.checksumOf(release.checksum),
    ],
  }
}
