import { CONTRIBUTOR_TYPES } from '../../data/model/contribution.ts'
import { LEAST_PEOPLE, protectGroups } from '../disclosure/protect-groups.ts'
import type { StatedBreakdown } from '../finding.ts'
import { shareFigure } from '../indicators/figure.ts'
import { isAccepted, isByOfficer, type StatedPoint } from './stated-points.ts'

type Attribute = StatedBreakdown['attribute']

/** The word of the source where it gives one. Empty values are their own row: they must not vanish. */
const VALUE_OF: Readonly<Record<Attribute, (one: StatedPoint) => string | null>> = {
  'contributor-type': ({ contribution }) => contribution?.contributorTypeGiven ?? contribution?.contributorType ?? null,
  area: ({ contribution }) => contribution?.area ?? null,
  group: ({ contribution }) => contribution?.group ?? null,
  topic: ({ contribution, point }) => contribution?.topicGiven ?? point.topic,
  subtopic: ({ contribution }) => contribution?.subtopicGiven ?? null,
  channel: ({ contribution }) => contribution?.channel ?? null,
}
const ABOUT_PEOPLE: ReadonlySet<Attribute> = new Set<Attribute>(['contributor-type', 'area', 'group', 'channel'])
const ATTRIBUTES: readonly Attribute[] = ['contributor-type', 'area', 'group', 'topic', 'subtopic', 'channel']

interface Group {
  readonly values: readonly string[]
  readonly accepted: number
  readonly total: number
  /** Contributors, counted as far as ten: more than that hides nothing. */
  readonly peopleCount: number
}

const groupBy = (attribute: Attribute, points: readonly StatedPoint[]): readonly Group[] => {
  const groups = new Map<string, { accepted: number; total: number; people: Set<string> }>()
  for (const one of points) {
    const value = VALUE_OF[attribute](one) ?? ''
    const group = groups.get(value) ?? { accepted: 0, total: 0, people: new Set<string>() }
    group.total += 1
    if (group.people.size < LEAST_PEOPLE) group.people.add(one.point.contributionId)
    if (isAccepted(one)) group.accepted += 1
    groups.set(value, group)
  }
  return [...groups]
    .map(([value, { accepted, total, people }]) => ({ values: [value], accepted, total, peopleCount: people.size }))
    .sort((a, b) => b.total - a.total || ((a.values[0] ?? '') < (b.values[0] ?? '') ? -1 : 1))
}

/** Groups of fewer than ten people are shown together with others, or not at all (publishing.md P27, P28). */
const protect = (groups: readonly Group[]): readonly Group[] => {
  if (groups.every(group => group.peopleCount >= LEAST_PEOPLE)) return groups
  const byValue = new Map(groups.map(group => [group.values[0] ?? '', group]))
  const shown = protectGroups(groups.map(({ values, peopleCount }) => ({ label: values[0] ?? '', peopleCount }))) ?? []
  return shown.map(({ labels, peopleCount }) => {
    const merged = labels.flatMap(label => byValue.get(label) ?? [])
    const sum = (count: (group: Group) => number): number => merged.reduce((total, group) => total + count(group), 0)
    return { values: labels, accepted: sum(group => group.accepted), total: sum(group => group.total), peopleCount }
  })
}

const KINDS: ReadonlySet<string> = new Set(CONTRIBUTOR_TYPES)

/**
 * Where the words of the source for who sent it say more than the kind (an area, a role), a breakdown by them would split people
 * by two traits at once (publishing.md P29): each row must be one kind of the closed list, or not given.
 */
const isKind = ({ values: [value = '', ...others] }: Group): boolean =>
  others.length === 0 && (value === '' || KINDS.has(value))

const rowOf = (attribute: Attribute, { values, accepted, total }: Group): StatedBreakdown['rows'][number] => {
  const label = values.map(value => (value === '' ? 'not given' : value)).join(', ')
  const value = values.join(' | ')
  const rows = values.length === 1 ? `${attribute}=${encodeURIComponent(value)}` : null
  return {
    value,
    values,
    label,
    accepted: shareFigure({ key: `stated-${attribute}-${value}`, label, rows }, accepted, total),
  }
}

const breakdown = (
  attribute: Attribute,
  points: readonly StatedPoint[],
  isPublishedAtSource: boolean,
): readonly StatedBreakdown[] => {
  const groups = groupBy(attribute, points)
  if (groups.every(({ values }) => values[0] === '')) return []
  const isOpen = isPublishedAtSource || !ABOUT_PEOPLE.has(attribute)
  const shown = isOpen ? groups : protect(groups)
  const saysMoreThanKind = !isOpen && attribute === 'contributor-type' && !shown.every(isKind)
  if (shown.length === 1 || saysMoreThanKind) return []
  return [{ attribute, isSuppressed: shown.length === 0, rows: shown.map(group => rowOf(attribute, group)) }]
}

/**
 * What the body says, by every attribute that the import filled; largest group first. In no headline. Points that the body's
 * own officers wrote stand in the rows by contributor type and in no other. Where the source itself has published every row,
 * small groups are no secret; else they are merged, and words that split people by two traits are left out. One row alone compares
 * nothing and is left out too. Pages, files and the command line all print this list, with no rule of their own.
 */
export const breakStatedDown = (points: readonly StatedPoint[]): readonly StatedBreakdown[] => {
  const others = points.filter(one => !isByOfficer(one))
  const isPublishedAtSource = points.every(({ point }) => point.publicTextKind === 'as-published')
  return ATTRIBUTES.flatMap(attribute =>
    breakdown(attribute, attribute === 'contributor-type' ? points : others, isPublishedAtSource),
  )
}
