import type { Contribution } from '../../data/model/contribution.ts'
import { protectGroups } from '../disclosure/protect-groups.ts'
import type { CountedUnit, PointUnit } from '../outcomes/counted-unit.ts'
import type { Count } from './count-units.ts'

export type PeopleAttribute = 'area' | 'group' | 'channel' | 'contributor-type'

/** Self-declared and coarse, or stated by the source. */
const VALUE_OF: Readonly<Record<PeopleAttribute, (contribution: Contribution) => string | null>> = {
  area: contribution => contribution.area,
  group: contribution => contribution.group,
  channel: contribution => contribution.channel,
  'contributor-type': contribution => contribution.contributorTypeGiven ?? contribution.contributorType,
}
export const PEOPLE_ATTRIBUTES: readonly PeopleAttribute[] = ['area', 'group', 'channel', 'contributor-type']

/** A group that may be shown: one value, or several merged because apart they were fewer than ten people. */
export interface ShownGroup {
  readonly label: string
  readonly values: readonly string[]
  readonly units: readonly PointUnit[]
  readonly peopleCount: number
}

const NOT_GIVEN = 'not given'

const byValue = (
  points: readonly PointUnit[],
  attribute: PeopleAttribute,
): ReadonlyMap<string, readonly PointUnit[]> => {
  const groups = new Map<string, PointUnit[]>()
  for (const unit of points) {
    const value = (unit.contribution && VALUE_OF[attribute](unit.contribution)) ?? ''
    const group = groups.get(value)
    if (group) group.push(unit)
    else groups.set(value, [unit])
  }
  return groups
}

const peopleIn = (units: readonly PointUnit[], isInBase: (unit: CountedUnit) => boolean): number =>
  new Set(units.filter(isInBase).map(unit => unit.point.contributionId)).size

const labelOf = (values: readonly string[]): string => {
  const names = values.map(value => (value === '' ? NOT_GIVEN : value))
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/**
 * Groups of an attribute with ten contributors or more in every base that is shown: one pattern for all figures, so that no
 * figure gives away what another hides. `null`: nothing may be shown. `undefined`: there are no two values to compare.
 */
export const shownGroups = (
  points: readonly PointUnit[],
  attribute: PeopleAttribute,
  counts: readonly Count[],
): readonly ShownGroup[] | null | undefined => {
  const groups = byValue(points, attribute)
  if (groups.size < 2) return undefined
  const shown = protectGroups(
    [...groups].map(([label, units]) => ({
      label,
      peopleCount: Math.min(...counts.map(count => peopleIn(units, count.isInBase))),
    })),
  )
  return (
    shown &&
    shown.map(({ labels }) => {
      const units = labels.flatMap(label => groups.get(label) ?? [])
      return { label: labelOf(labels), values: labels, units, peopleCount: peopleIn(units, () => true) }
    })
  )
}
