import { GROUPS, OUTCOMES } from '../../analysis/finding.ts'
import { STATED_CODES } from '../../data/model/stated-outcome.ts'
import { AppError } from '../errors.ts'
import { foldText, type AuditIndex, type PointRow } from './audit-index.ts'

/** The ways to narrow the list of points, in their order on the page. */
export const FACETS = [
  'group',
  'topic',
  'subtopic',
  'stated',
  'contributor-type',
  'area',
  'channel',
  'outcome',
  'relation',
  'flag',
  'left-out',
  'idea',
  'figure',
] as const
export type Facet = (typeof FACETS)[number]
type PeopleFacet = 'contributor-type' | 'area' | 'channel'
/** Facets that split people; small parts are put together so that nobody stands out (publishing.md P27, P28). */
export const PEOPLE_FACETS: readonly PeopleFacet[] = ['contributor-type', 'area', 'channel']
export const notGiven = 'not-given'
/** The small areas, or kinds of people, put together. */
export const together = 'put-together'
export const fewestPeople = 10

export type Selection = Readonly<Partial<Record<Facet, readonly string[]>>>
export interface PointQuery {
  readonly selected: Selection
  /** Words that must all stand in the public text; folded when matched. */
  readonly q: string
}

const CLOSED_VALUES: Readonly<Partial<Record<Facet, readonly string[]>>> = {
  group: GROUPS,
  outcome: OUTCOMES,
  relation: ['contains', 'contains-part', 'consistent', 'challenges', 'none', 'unknown'],
  flag: ['claim-conflict', 'stock-reason', 'group-reply', 'disputed', 'overdue', 'undated'],
  'left-out': ['duplicate', 'not-codable', 'withdrawn', 'officer-written'],
  stated: [...STATED_CODES, notGiven],
}

/** Topic of a point: settled by a person, else as the source files it. */
export const topicOf = ({ point, contribution }: PointRow): string | null =>
  point.topic ?? contribution?.topicGiven ?? null

const valuesOf = (index: AuditIndex, facet: Facet, row: PointRow): readonly string[] => {
  const { finding, stated, contribution } = row
  switch (facet) {
    case 'group':
      return finding.group === null ? [] : [finding.group]
    case 'outcome':
      return finding.setAside === null ? [finding.outcome] : []
    case 'relation':
      return [finding.relation]
    case 'flag':
      return finding.flags
    case 'left-out':
      return finding.setAside === null ? [] : [finding.setAside]
    case 'stated':
      return [stated?.code ?? notGiven]
    case 'figure':
      return finding.figures
    case 'topic':
      return [topicOf(row) ?? notGiven]
    case 'idea':
      return [String(index.ideaByKey.get(finding.ideaKey)?.number ?? '')]
    case 'subtopic':
      return [contribution?.subtopicGiven ?? notGiven]
    case 'contributor-type':
    case 'area':
    case 'channel':
      return [bucketOf(index, facet, row)]
  }
}

/** Who sent it: in the word of the source where the source itself publishes it, else only as a kind from the closed list. */
const peopleValue = (index: AuditIndex, facet: PeopleFacet, { contribution }: PointRow): string => {
  if (facet === 'area') return contribution?.area ?? notGiven
  if (facet === 'channel') return contribution?.channel ?? notGiven
  const given = index.isPublishedAtSource ? contribution?.contributorTypeGiven : null
  return given ?? contribution?.contributorType ?? 'unknown'
}

/** How many people stand behind rows: one for each contribution. */
export const countPeople = (rows: readonly PointRow[]): number =>
  new Set(rows.map(row => row.point.contributionId)).size

const smallValues = new WeakMap<AuditIndex, Map<PeopleFacet, ReadonlySet<string>>>()

/** Values under ten people, and the next smallest until ten or more stand together and at least two are merged. */
const findSmallValues = (index: AuditIndex, facet: PeopleFacet): ReadonlySet<string> => {
  const people = new Map<string, Set<string>>()
  for (const row of index.rows) {
    const value = peopleValue(index, facet, row)
    const known = people.get(value) ?? new Set<string>()
    people.set(value, known.add(row.point.contributionId))
  }
  const bySize = [...people].map(([value, ids]) => ({ value, size: ids.size })).sort((a, b) => a.size - b.size)
  const small = new Set<string>()
  let togetherSize = 0
  for (const { value, size } of bySize) {
    const isNeeded = size < fewestPeople || (small.size > 0 && (small.size < 2 || togetherSize < fewestPeople))
    if (!isNeeded) break
    small.add(value)
    togetherSize += size
  }
  return small
}

const bucketOf = (index: AuditIndex, facet: PeopleFacet, row: PointRow): string => {
  const value = peopleValue(index, facet, row)
  if (index.isPublishedAtSource) return value
  const known = smallValues.get(index) ?? new Map<PeopleFacet, ReadonlySet<string>>()
  smallValues.set(index, known)
  const small = known.get(facet) ?? findSmallValues(index, facet)
  known.set(facet, small)
  return small.has(value) ? together : value
}

/** A value outside a closed list is refused; the page says what can be asked for. */
export const checkQuery = ({ selected }: PointQuery): void => {
  for (const facet of FACETS) {
    const closed = CLOSED_VALUES[facet]
    const wrong = closed === undefined ? undefined : selected[facet]?.find(value => !closed.includes(value))
    if (closed !== undefined && wrong !== undefined)
      throw new AppError(
        'bad-request',
        `"${facet}" cannot be "${wrong.slice(0, 60)}". It can be: ${closed.join(', ')}.`,
      )
  }
}

const matches = (index: AuditIndex, row: PointRow, selected: Selection, words: readonly string[], except?: Facet) =>
  FACETS.every(facet => {
    const wanted = facet === except ? undefined : selected[facet]
    return wanted === undefined || wanted.length === 0 || valuesOf(index, facet, row).some(v => wanted.includes(v))
  }) && words.every(word => row.foldedText.includes(word))

const wordsOf = (q: string): readonly string[] => foldText(q).split(' ').filter(Boolean).slice(0, 12)

export const narrow = (index: AuditIndex, { selected, q }: PointQuery, except?: Facet): readonly PointRow[] => {
  const words = wordsOf(q)
  return index.rows.filter(row => matches(index, row, selected, words, except))
}

export interface FacetValue {
  readonly value: string
  /** null: hidden to protect people. */
  readonly pointCount: number | null
  readonly isSelected: boolean
}
export interface FacetCounts {
  readonly facet: Facet
  readonly values: readonly FacetValue[]
}

const asksAboutPeople = (selected: Selection): boolean =>
  PEOPLE_FACETS.some(facet => (selected[facet]?.length ?? 0) > 0)

/** Whether a result splits people so finely that fewer than ten stand behind it. */
export const isTooFew = (index: AuditIndex, selected: Selection, rows: readonly PointRow[]): boolean =>
  !index.isPublishedAtSource && rows.length > 0 && asksAboutPeople(selected) && countPeople(rows) < fewestPeople

const countFacet = (index: AuditIndex, facet: Facet, query: PointQuery): FacetCounts => {
  const rowsByValue = new Map<string, PointRow[]>()
  for (const row of narrow(index, query, facet))
    for (const value of valuesOf(index, facet, row)) {
      const rows = rowsByValue.get(value)
      if (rows === undefined) rowsByValue.set(value, [row])
      else rows.push(row)
    }
  const splitsPeople = PEOPLE_FACETS.some(other => other === facet) || asksAboutPeople(query.selected)
  const values = [...rowsByValue].map(([value, rows]) => ({
    value,
    pointCount: splitsPeople && !index.isPublishedAtSource && countPeople(rows) < fewestPeople ? null : rows.length,
    isSelected: query.selected[facet]?.includes(value) ?? false,
  }))
  return { facet, values: orderValues(facet, values) }
}

const orderValues = (facet: Facet, values: readonly FacetValue[]): readonly FacetValue[] => {
  const closed = CLOSED_VALUES[facet]
  const place = ({ value }: FacetValue): number => closed?.indexOf(value) ?? 0
  const isLast = ({ value }: FacetValue): number => (value === notGiven || value === together ? 1 : 0)
  return [...values].sort(
    (a, b) =>
      place(a) - place(b) ||
      isLast(a) - isLast(b) ||
      (b.pointCount ?? 0) - (a.pointCount ?? 0) ||
      a.value.localeCompare(b.value),
  )
}

const UNLISTED_FACETS: readonly Facet[] = ['idea', 'figure']

/** Each facet with its values under all other choices, so that a link never leads to an empty list. */
export const countFacets = (index: AuditIndex, query: PointQuery): readonly FacetCounts[] =>
  FACETS.filter(facet => !UNLISTED_FACETS.includes(facet)).map(facet => countFacet(index, facet, query))
