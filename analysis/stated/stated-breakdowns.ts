import type { StatedBreakdown } from '../finding.ts'
import { shareFigure } from '../indicators/figure.ts'
import { isAccepted, type StatedPoint } from './stated-points.ts'

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
const ATTRIBUTES: readonly Attribute[] = ['contributor-type', 'area', 'group', 'topic', 'subtopic', 'channel']

const breakdown = (attribute: Attribute, points: readonly StatedPoint[]): readonly StatedBreakdown[] => {
  const groups = new Map<string, { accepted: number; total: number }>()
  for (const one of points) {
    const value = VALUE_OF[attribute](one) ?? ''
    const group = groups.get(value) ?? { accepted: 0, total: 0 }
    group.total += 1
    if (isAccepted(one)) group.accepted += 1
    groups.set(value, group)
  }
  const isGiven = [...groups.keys()].some(value => value !== '')
  return isGiven ? [{ attribute, rows: rowsOf(attribute, groups) }] : []
}

const rowsOf = (
  attribute: Attribute,
  groups: ReadonlyMap<string, { readonly accepted: number; readonly total: number }>,
): StatedBreakdown['rows'] =>
  [...groups]
    .sort(([a, first], [b, second]) => second.total - first.total || (a < b ? -1 : 1))
    .map(([value, { accepted, total }]) => {
      const label = value === '' ? 'not given' : value
      const name = { key: `stated-${attribute}-${value}`, label, rows: `${attribute}=${encodeURIComponent(value)}` }
      return { value, label, accepted: shareFigure(name, accepted, total) }
    })

/** What the body says, by every attribute that the import filled; largest group first. In no headline. */
export const breakStatedDown = (points: readonly StatedPoint[]): readonly StatedBreakdown[] =>
  ATTRIBUTES.flatMap(attribute => breakdown(attribute, points))
