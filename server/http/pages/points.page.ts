import { GROUPS, type Group } from '../../../analysis/finding.ts'
import { STATED_CODES } from '../../../data/model/stated-outcome.ts'
import type { FoundPage } from '../../usecases/find-points.ts'
import {
  FACETS,
  notGiven,
  together,
  type Facet,
  type FacetCounts,
  type FacetValue,
  type PointQuery,
} from '../../usecases/point-facets.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath, pointsPath, pointsSearch } from './addresses.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { listedPoint, type ListedPoint } from './point-list.ts'
import { latestVersion } from './release-words.ts'

interface FacetLink {
  readonly label: string
  readonly count: string
  readonly hasCount: boolean
  readonly hasLink: boolean
  readonly href: string
  readonly isSelected: boolean
}
interface FacetBox {
  readonly name: string
  readonly isOpen: boolean
  readonly links: readonly FacetLink[]
  readonly hasMore: boolean
  readonly more: readonly FacetLink[]
  readonly moreLabel: string
}
interface Chosen {
  readonly label: string
  readonly href: string
}
interface HiddenInput {
  readonly name: string
  readonly value: string
}
export interface PointsView {
  readonly frame: Frame
  readonly kick: string
  readonly heading: string
  readonly hasChosen: boolean
  readonly chosen: readonly Chosen[]
  readonly clearPath: string
  readonly q: string
  readonly action: string
  readonly hiddenInputs: readonly HiddenInput[]
  readonly isHidden: boolean
  readonly isEmpty: boolean
  readonly points: readonly ListedPoint[]
  readonly hasPoints: boolean
  readonly hasFacets: boolean
  readonly facets: readonly FacetBox[]
  readonly hasPages: boolean
  readonly pageWords: string
  readonly hasPrevious: boolean
  readonly previous: string
  readonly hasNext: boolean
  readonly next: string
}

const isOneOf = <Value extends string>(list: readonly Value[], value: string): value is Value =>
  list.some(known => known === value)

const among = (names: object, value: string): string | null =>
  new Map<string, string>(Object.entries(names)).get(value) ?? null

const namesOf = (t: Strings): Readonly<Partial<Record<Facet, object>>> => ({
  group: t.results.groups,
  outcome: t.results.outcomes,
  stated: t.records.stated,
  'contributor-type': t.records.contributorTypes,
  relation: t.results.relations,
  flag: t.results.flags,
  'left-out': t.results.setAside,
})

/** The word a reader sees for a value; values from the source stand as they are. */
const valueName = (t: Strings, index: AuditIndex, facet: Facet, value: string): string => {
  if (value === together) return facet === 'area' ? t.points.smallerAreas : t.points.smallerGroups
  if (facet === 'idea')
    return index.audit.ideas.find(({ number }) => String(number) === value)?.title ?? t.points.idea(value)
  if (facet === 'figure') return figureName(t, index, value)
  if (facet === 'contributor-type' && index.isPublishedAtSource && value !== 'unknown') return value
  if (facet === 'stated') return among(t.records.stated, value) ?? t.points.statedNotOnRecord
  return among(namesOf(t)[facet] ?? {}, value) ?? (value === notGiven ? t.points.notGiven : value)
}

const figureName = (t: Strings, { audit }: AuditIndex, key: string): string =>
  audit.indicators
    .flatMap(({ name, byPoint, byIdea, companions }) =>
      [byPoint, ...(byIdea === null ? [] : [byIdea]), ...companions].map(figure => ({ name, figure })),
    )
    .filter(({ figure }) => figure.key === key)
    .map(({ name, figure }) => (figure.label === name ? name : t.points.part(name, figure.label)))[0] ?? key

/** The same list with one value more, or without it. */
const toggled = ({ selected, q }: PointQuery, facet: Facet, value: string): PointQuery => {
  const values = selected[facet] ?? []
  const next = values.includes(value) ? values.filter(other => other !== value) : [...values, value]
  return { selected: { ...selected, [facet]: next }, q }
}

const mostLinks = 8

const facetLink = (t: Strings, index: AuditIndex, query: PointQuery, facet: Facet, of: FacetValue): FacetLink => ({
  label: valueName(t, index, facet, of.value),
  count: of.pointCount === null ? t.points.hiddenCount : t.count(of.pointCount),
  hasCount: true,
  hasLink: of.pointCount !== null || of.isSelected,
  href: `${consultationPath(index)}/points${pointsSearch(toggled(query, facet, of.value))}`,
  isSelected: of.isSelected,
})

const facetBox = (t: Strings, index: AuditIndex, query: PointQuery, { facet, values }: FacetCounts): FacetBox => {
  const links = values.map(value => facetLink(t, index, query, facet, value))
  const isOpen = facet === 'group' || facet === 'topic' || (query.selected[facet]?.length ?? 0) > 0
  const more = links.slice(mostLinks)
  return {
    name: t.points.facets[facet],
    isOpen,
    links: links.slice(0, mostLinks),
    hasMore: more.length > 0,
    more,
    moreLabel: t.points.more(more.length),
  }
}

/** The list in one sentence; what does not fit a sentence stands below it as a choice that can be taken away. */
const headingOf = (t: Strings, found: FoundPage): string => {
  const { index, query, rows, isHidden } = found
  if (isHidden) return t.points.hidden
  const { group = [], topic: topics = [] } = query.selected
  const topic = topics.length === 1 && topics[0] !== notGiven ? (topics[0] ?? null) : null
  if (query.q !== '') return t.points.matching(rows.length, topic, query.q)
  const [only] = group
  if (group.length === 1 && only !== undefined && isOneOf<Group>(GROUPS, only))
    return t.points.inGroup(rows.length, topic, only)
  const [code, other] = query.selected.stated ?? []
  if (code !== undefined && other === undefined && isOneOf(STATED_CODES, code))
    return t.points.thatTheCouncil(rows.length, topic, index.sentences.subjectWithin, code)
  const isAll = FACETS.every(facet => (query.selected[facet]?.length ?? 0) === 0)
  return isAll ? t.points.all(index.rows.length) : t.points.about(rows.length, topic)
}

const chosenOf = (t: Strings, index: AuditIndex, query: PointQuery): readonly Chosen[] => [
  ...FACETS.flatMap(facet =>
    (query.selected[facet] ?? []).map(value => ({
      label: t.points.chosen(t.points.facets[facet], valueName(t, index, facet, value)),
      href: `${consultationPath(index)}/points${pointsSearch(toggled(query, facet, value))}`,
    })),
  ),
  ...(query.q === ''
    ? []
    : [
        {
          label: t.points.chosenWords(query.q),
          href: `${consultationPath(index)}/points${pointsSearch({ ...query, q: '' })}`,
        },
      ]),
]

/** The list of points, its choices with counts, and a link to each point. */
export const pointsPage = (site: Site, found: FoundPage): PointsView => {
  const { strings: t } = site
  const { index, query, page, pageCount, isHidden, rows } = found
  const { record, audit } = index
  const base = `${consultationPath(index)}/points`
  const heading = headingOf(t, found)
  const chosen = chosenOf(t, index, query)
  const search = pointsSearch(query)
  return {
    frame: frameOf(site, {
      title: t.points.title(heading, record.consultation.title),
      description: t.points.description(heading, record.consultation.title, record.body.name),
      path: `${base}${pointsSearch(query, page)}`,
      crumbs: [{ href: consultationPath(index), text: record.consultation.title }],
      fictional: audit.isFictional ? record.body.shortName : null,
      isIndexed: false,
      asOf: audit.asOf,
      version: latestVersion(record),
      methodVersion: audit.methodVersion,
      twins: { csv: `${base}.csv${search}`, json: `${base}.json${search}` },
    }),
    kick: t.points.kick(index.rows.length, audit.groups.byPoint.n),
    heading,
    hasChosen: chosen.length > 0,
    chosen,
    clearPath: pointsPath(index),
    q: query.q,
    action: base,
    hiddenInputs: FACETS.flatMap(facet => (query.selected[facet] ?? []).map(value => ({ name: facet, value }))),
    isHidden,
    isEmpty: rows.length === 0 && !isHidden,
    points: found.pageRows.map(row => listedPoint(t, index, row)),
    hasPoints: found.pageRows.length > 0,
    hasFacets: rows.length > 0,
    facets: found.facets
      .filter(({ facet, values }) => values.length > 1 || (query.selected[facet]?.length ?? 0) > 0)
      .map(counts => facetBox(t, index, query, counts)),
    hasPages: pageCount > 1,
    pageWords: t.points.page(page, pageCount),
    hasPrevious: page > 1,
    previous: `${base}${pointsSearch(query, page - 1)}`,
    hasNext: page < pageCount,
    next: `${base}${pointsSearch(query, page + 1)}`,
  }
}
