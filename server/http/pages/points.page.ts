import { GROUPS, OUTCOMES, type Group, type Outcome } from '../../../analysis/finding.ts'
import { CONTRIBUTOR_TYPES } from '../../../data/model/contribution.ts'
import { STATED_CODES, type StatedCode } from '../../../data/model/stated-outcome.ts'
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
import { consultationPath, pointsPath, pointsSearch } from './addresses.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { FLAG_NAMES, GROUP_NAMES, OUTCOME_NAMES, RELATION_NAMES, SET_ASIDE_NAMES } from './group-words.ts'
import { countOf, countWords } from './number-words.ts'
import { listedPoint, type ListedPoint } from './point-list.ts'
import { CONTRIBUTOR_TYPE_NAMES, STATED_NAMES } from './record-words.ts'
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
  readonly hasFacets: boolean
  readonly facets: readonly FacetBox[]
  readonly hasPages: boolean
  readonly pageWords: string
  readonly hasPrevious: boolean
  readonly previous: string
  readonly hasNext: boolean
  readonly next: string
}

export const FACET_NAMES: Readonly<Record<Facet, string>> = {
  group: 'What happened',
  topic: 'Topic',
  stated: 'What the council says',
  subtopic: 'Finer topic',
  'contributor-type': 'Who sent it',
  area: 'Area',
  channel: 'How it came',
  outcome: 'In detail',
  relation: 'Beside the plan before',
  flag: 'Marked',
  'left-out': 'Left out of the count',
  idea: 'Idea',
  figure: 'Behind a number',
}

const isOneOf = <Value extends string>(list: readonly Value[], value: string): value is Value =>
  list.some(known => known === value)

const NAMES: Readonly<Partial<Record<Facet, (value: string) => string | null>>> = {
  group: value => (isOneOf<Group>(GROUPS, value) ? GROUP_NAMES[value] : null),
  outcome: value => (isOneOf<Outcome>(OUTCOMES, value) ? OUTCOME_NAMES[value] : null),
  stated: value => (isOneOf(STATED_CODES, value) ? STATED_NAMES[value] : 'Not on record'),
  'contributor-type': value => (isOneOf(CONTRIBUTOR_TYPES, value) ? CONTRIBUTOR_TYPE_NAMES[value] : null),
  relation: value => new Map<string, string>(Object.entries(RELATION_NAMES)).get(value) ?? null,
  flag: value => new Map<string, string>(Object.entries(FLAG_NAMES)).get(value) ?? null,
  'left-out': value => new Map<string, string>(Object.entries(SET_ASIDE_NAMES)).get(value) ?? null,
}

/** The word a reader sees for a value; values from the source stand as they are. */
const valueName = (index: AuditIndex, facet: Facet, value: string): string => {
  if (value === together) return facet === 'area' ? 'Smaller areas, together' : 'Smaller groups, together'
  if (facet === 'idea')
    return index.audit.ideas.find(({ number }) => String(number) === value)?.title ?? `Idea ${value}`
  if (facet === 'figure') return figureName(index, value)
  if (facet === 'contributor-type' && index.isPublishedAtSource && value !== 'unknown') return value
  return NAMES[facet]?.(value) ?? (value === notGiven ? 'Not given' : value)
}

const figureName = ({ audit }: AuditIndex, key: string): string =>
  audit.indicators
    .flatMap(({ name, byPoint, byIdea, companions }) =>
      [byPoint, ...(byIdea === null ? [] : [byIdea]), ...companions].map(figure => ({ name, figure })),
    )
    .filter(({ figure }) => figure.key === key)
    .map(({ name, figure }) => (figure.label === name ? name : `${name}: ${figure.label}`))[0] ?? key

/** The same list with one value more, or without it. */
const toggled = ({ selected, q }: PointQuery, facet: Facet, value: string): PointQuery => {
  const values = selected[facet] ?? []
  const next = values.includes(value) ? values.filter(other => other !== value) : [...values, value]
  return { selected: { ...selected, [facet]: next }, q }
}

const mostLinks = 8

const facetLink = (index: AuditIndex, query: PointQuery, facet: Facet, of: FacetValue): FacetLink => ({
  label: valueName(index, facet, of.value),
  count: of.pointCount === null ? 'hidden to protect people' : countWords(of.pointCount),
  hasCount: true,
  hasLink: of.pointCount !== null || of.isSelected,
  href: `${consultationPath(index)}/points${pointsSearch(toggled(query, facet, of.value))}`,
  isSelected: of.isSelected,
})

const facetBox = (index: AuditIndex, query: PointQuery, { facet, values }: FacetCounts): FacetBox => {
  const links = values.map(value => facetLink(index, query, facet, value))
  const isOpen = facet === 'group' || facet === 'topic' || (query.selected[facet]?.length ?? 0) > 0
  const more = links.slice(mostLinks)
  return {
    name: FACET_NAMES[facet],
    isOpen,
    links: links.slice(0, mostLinks),
    hasMore: more.length > 0,
    more,
    moreLabel: `${countWords(more.length)} more`,
  }
}

const GROUP_ENDINGS: Readonly<Record<Group, string>> = {
  'change-made': 'led to a change',
  'already-in-the-plan': 'asked for what was already in the plan',
  'turned-down-with-a-reason': 'were turned down, with a reason',
  'put-off': 'were put off to a later step',
  'no-answer-found': 'have no answer we can find',
  'not-decided-yet': 'are not decided yet',
  'not-checked-yet': 'are not checked yet',
}

const STATED_ENDINGS: Readonly<Record<StatedCode, string>> = {
  'says-taken-up': 'says it took up',
  'says-taken-up-part': 'says it took up in part',
  'says-done': 'says it has done',
  'says-refused': 'says it refused',
  'says-out-of-scope': 'says were out of scope',
  'says-later': 'says come later',
  'says-considering': 'says it is considering',
  'says-noted': 'says it noted',
  'says-answered': 'says it answered',
  'says-nothing': 'says nothing about',
}

const statedEnding = ({ index, query }: FoundPage): string | null => {
  const [only, second] = query.selected.stated ?? []
  return only === undefined || second !== undefined || !isOneOf(STATED_CODES, only)
    ? null
    : `${index.sentences.subjectWithin} ${STATED_ENDINGS[only]}`
}

/** The list in one sentence; what does not fit a sentence stands below it as a choice that can be taken away. */
const headingOf = (found: FoundPage): string => {
  const { index, query, rows, isHidden } = found
  if (isHidden) return 'Hidden to protect people'
  const { group = [], topic = [] } = query.selected
  const points = countOf(rows.length, 'point')
  const about = topic.length === 1 && topic[0] !== notGiven ? ` about “${topic[0] ?? ''}”` : ''
  const matching = query.q === '' ? '' : `${rows.length === 1 ? ' matches' : ' match'} “${query.q}”`
  const [only] = group
  const ending = group.length === 1 && only !== undefined && isOneOf<Group>(GROUPS, only) ? GROUP_ENDINGS[only] : null
  if (ending !== null && matching === '')
    return `${points}${about} ${rows.length === 1 ? ending.replace(/^were/, 'was').replace(/^have/, 'has').replace(/^are/, 'is') : ending}`
  const said = statedEnding(found)
  if (said !== null && matching === '') return `${points}${about} ${said}`
  if (matching !== '') return `${points}${about}${matching}`
  const isAll = FACETS.every(facet => (query.selected[facet]?.length ?? 0) === 0)
  return isAll ? `All ${countOf(index.rows.length, 'point')}` : `${points}${about}`
}

const chosenOf = (index: AuditIndex, query: PointQuery): readonly Chosen[] => [
  ...FACETS.flatMap(facet =>
    (query.selected[facet] ?? []).map(value => ({
      label: `${FACET_NAMES[facet]}: ${valueName(index, facet, value)}`,
      href: `${consultationPath(index)}/points${pointsSearch(toggled(query, facet, value))}`,
    })),
  ),
  ...(query.q === ''
    ? []
    : [
        { label: `Words: “${query.q}”`, href: `${consultationPath(index)}/points${pointsSearch({ ...query, q: '' })}` },
      ]),
]

/** The list of points, its choices with counts, and a link to each point. */
export const pointsPage = (site: Site, found: FoundPage): PointsView => {
  const { index, query, page, pageCount, isHidden, rows } = found
  const { record, audit } = index
  const base = `${consultationPath(index)}/points`
  const heading = headingOf(found)
  const chosen = chosenOf(index, query)
  const search = pointsSearch(query)
  return {
    frame: frameOf(site, {
      title: `${heading}: ${record.consultation.title}`,
      description: `${heading}. ${record.consultation.title}, ${record.body.name}.`,
      path: `${base}${pointsSearch(query, page)}`,
      crumbs: [{ href: consultationPath(index), text: record.consultation.title }],
      fictional: audit.isFictional ? record.body.shortName : null,
      isIndexed: false,
      asOf: audit.asOf,
      version: latestVersion(record),
      methodVersion: audit.methodVersion,
      twins: { csv: `${base}.csv${search}`, json: `${base}.json${search}` },
    }),
    kick: `${countOf(index.rows.length, 'point is', 'points are')} on record. ${countWords(audit.groups.byPoint.n)} are counted.`,
    heading,
    hasChosen: chosen.length > 0,
    chosen,
    clearPath: pointsPath(index),
    q: query.q,
    action: base,
    hiddenInputs: FACETS.flatMap(facet => (query.selected[facet] ?? []).map(value => ({ name: facet, value }))),
    isHidden,
    isEmpty: rows.length === 0 && !isHidden,
    points: found.pageRows.map(row => listedPoint(index, row)),
    hasFacets: rows.length > 0,
    facets: found.facets
      .filter(({ facet, values }) => values.length > 1 || (query.selected[facet]?.length ?? 0) > 0)
      .map(counts => facetBox(index, query, counts)),
    hasPages: pageCount > 1,
    pageWords: `Page ${countWords(page)} of ${countWords(pageCount)}`,
    hasPrevious: page > 1,
    previous: `${base}${pointsSearch(query, page - 1)}`,
    hasNext: page < pageCount,
    next: `${base}${pointsSearch(query, page + 1)}`,
  }
}
