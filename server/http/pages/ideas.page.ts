import type { ListedIdeas, ShownIdea } from '../../usecases/show-ideas.ts'
import { consultationPath, ideaPath } from './addresses.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { groupTag, type Tag } from './group-words.ts'
import { drawDots, type Drawing } from './marks.ts'
import { countOf, countWords } from './number-words.ts'
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
    title: `${title}: ${record.consultation.title}`,
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
  const { record, audit } = index
  const counts = audit.groups.byIdea
  const heading = `The ${countOf(audit.groups.byPoint.n, 'point')} are ${countOf(counts.n, 'idea')}`
  const campaigns = new Set(record.ideas.filter(({ isCampaign }) => isCampaign === true).map(({ id }) => id))
  return {
    frame: frameFor(site, index, heading, `${consultationPath(index)}/ideas`, {
      href: consultationPath(index),
      text: record.consultation.title,
    }),
    heading: `${heading}.`,
    lede:
      counts.notChecked === counts.n
        ? 'Points that ask the same are one idea. No person has checked them yet.'
        : `Points that ask the same are one idea. ${countWords(counts.answered)} were answered. For ${countWords(counts.noAnswer)}, we found no answer.`,
    single:
      singleCount === 0
        ? ''
        : `${countOf(singleCount, 'point is an idea of its own', 'points are ideas of their own')}.`,
    ideas: shared.map(({ idea, rows }) => ({
      title: idea.title ?? `Idea ${idea.number ?? ''}`,
      href: ideaPath(index, idea.number ?? 0),
      points: countWords(rows.length),
      tag: groupTag(idea.group),
      note: campaigns.has(idea.ideaKey) ? 'A campaign: many near-identical letters.' : '',
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

const findingOf = ({ idea, rows }: ShownIdea): string => {
  const asks = `${countOf(rows.length, 'point asks', 'points ask')} for this.`
  if (idea.group === 'not-checked-yet') return `${asks} No person has checked ${rows.length === 1 ? 'it' : 'them'} yet.`
  if (idea.group === 'not-decided-yet') return `${asks} The council has yet to decide.`
  const answered = rows.filter(
    ({ finding }) =>
      finding.group !== null &&
      finding.group !== 'no-answer-found' &&
      finding.group !== 'not-checked-yet' &&
      finding.group !== 'not-decided-yet',
  ).length
  if (answered === 0) return `${asks} None has an answer we can find.`
  return answered === rows.length
    ? `${asks} ${rows.length === 1 ? 'It has' : 'All have'} an answer.`
    : `${asks} ${countWords(answered)} have an answer.`
}

/** One idea and all points that ask for it. */
export const ideaPage = (site: Site, shown: ShownIdea): IdeaView => {
  const { index, idea, rows } = shown
  const groups = [...new Set(rows.flatMap(({ finding }) => finding.group ?? []))]
  const finding = findingOf(shown)
  return {
    frame: frameFor(site, index, finding, ideaPath(index, idea.number ?? 0), {
      href: `${consultationPath(index)}/ideas`,
      text: `${index.record.consultation.title}: all ideas`,
    }),
    kick: `Idea ${countWords(idea.number ?? 0)}`,
    title: idea.title ?? `Idea ${idea.number ?? ''}`,
    finding,
    marks: groups.map(group => {
      const count = rows.filter(row => row.finding.group === group).length
      return { tag: groupTag(group), count: countWords(count), drawing: drawDots(group, Math.min(mostMarks, count)) }
    }),
    points: rows.map(row => listedPoint(index, row)),
  }
}
