import { ANSWERED_GROUPS } from '../../../analysis/outcomes/outcome-groups.ts'
import type { ListedIdeas, ShownIdea } from '../../usecases/show-ideas.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath, ideaPath } from './addresses.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { groupTag, type Tag } from './group-words.ts'
import { drawDots, type Drawing } from './marks.ts'
import { listedPoint, type ListedPoint } from './point-list.ts'
import { latestVersion } from './release-words.ts'

interface IdeaRow {
  readonly title: string
  readonly href: string
  readonly points: string
  readonly tag: Tag
  readonly note: string
}
export interface IdeasView {
  readonly frame: Frame
  readonly heading: string
  readonly lede: string
  readonly single: string
  readonly ideas: readonly IdeaRow[]
}

const frameFor = (
  site: Site,
  { record, audit }: ListedIdeas['index'],
  title: string,
  path: string,
  crumb: { href: string; text: string },
): Frame =>
  frameOf(site, {
    title: site.strings.ideas.title(title, record.consultation.title),
    description: title,
    path,
    crumbs: [crumb],
    fictional: audit.isFictional ? record.body.shortName : null,
    isIndexed: false,
    asOf: audit.asOf,
    version: latestVersion(record),
    methodVersion: audit.methodVersion,
    twins: { csv: `${path}.csv`, json: `${path}.json` },
  })

/** Points that ask the same, together. */
export const ideasPage = (site: Site, { index, shared, singleCount }: ListedIdeas): IdeasView => {
  const { strings: t } = site
  const { record, audit } = index
  const counts = audit.groups.byIdea
  const heading = t.ideas.heading(audit.groups.byPoint.n, counts.n)
  const campaigns = new Set(record.ideas.filter(({ isCampaign }) => isCampaign === true).map(({ id }) => id))
  return {
    frame: frameFor(site, index, heading, `${consultationPath(index)}/ideas`, {
      href: consultationPath(index),
      text: record.consultation.title,
    }),
    heading: `${heading}.`,
    lede: counts.notChecked === counts.n ? t.ideas.nobodyChecked : t.ideas.lede(counts.answered, counts.noAnswer),
    single: singleCount === 0 ? '' : t.ideas.single(singleCount),
    ideas: shared.map(({ idea, rows }) => ({
      title: idea.title ?? t.ideas.name(idea.number),
      href: ideaPath(index, idea.number ?? 0),
      points: t.count(rows.length),
      tag: groupTag(t, idea.group),
      note: campaigns.has(idea.ideaKey) ? t.ideas.campaign : '',
    })),
  }
}

interface IdeaMarks {
  readonly tag: Tag
  readonly count: string
  readonly drawing: Drawing
}
export interface IdeaView {
  readonly frame: Frame
  readonly kick: string
  readonly title: string
  readonly finding: string
  readonly marks: readonly IdeaMarks[]
  readonly points: readonly ListedPoint[]
}

const mostMarks = 600

const findingOf = (t: Strings, { idea, rows }: ShownIdea): string => {
  const n = rows.length
  if (idea.group === 'not-checked-yet') return t.ideas.notChecked(n)
  if (idea.group === 'not-decided-yet') return t.ideas.notDecided(n)
  const answered = rows.filter(
    ({ finding }) => finding.group !== null && ANSWERED_GROUPS.includes(finding.group),
  ).length
  if (answered === 0) return t.ideas.noAnswer(n)
  return answered === n ? t.ideas.allAnswered(n) : t.ideas.someAnswered(n, answered)
}

/** One idea and all points that ask for it. */
export const ideaPage = (site: Site, shown: ShownIdea): IdeaView => {
  const { strings: t } = site
  const { index, idea, rows } = shown
  const groups = [...new Set(rows.flatMap(({ finding }) => finding.group ?? []))]
  const finding = findingOf(t, shown)
  return {
    frame: frameFor(site, index, finding, ideaPath(index, idea.number ?? 0), {
      href: `${consultationPath(index)}/ideas`,
      text: t.ideas.allIdeas(index.record.consultation.title),
    }),
    kick: t.ideas.kick(idea.number ?? 0),
    title: idea.title ?? t.ideas.name(idea.number),
    finding,
    marks: groups.map(group => {
      const count = rows.filter(row => row.finding.group === group).length
      return { tag: groupTag(t, group), count: t.count(count), drawing: drawDots(group, Math.min(mostMarks, count)) }
    }),
    points: rows.map(row => listedPoint(t, index, row)),
  }
}
