/** One group of a breakdown of people, with the contributors behind it. */
export interface PeopleGroup {
  readonly label: string
  readonly peopleCount: number
}
/** Groups shown together, because apart a small one would follow from the total. */
export interface ProtectedGroup {
  readonly labels: readonly string[]
  readonly peopleCount: number
}

export const LEAST_PEOPLE = 10
/** What stands for a hidden group, the same in HTML, CSV, JSON and pictures. */
export const FEW_PEOPLE_TEXT = 'fewer than 10 people'

const merge = (groups: readonly ProtectedGroup[]): ProtectedGroup => ({
  labels: groups.flatMap(group => group.labels),
  peopleCount: groups.reduce((sum, group) => sum + group.peopleCount, 0),
})

/**
 * Merges groups of fewer than ten people (zero included) until each shown group has ten, smallest first: a single hidden group
 * would follow from the total, and so would two of them that together stay under ten. null: fewer than two groups are left, and
 * nothing may be shown. Order: largest first, merged ones last.
 */
export const protectGroups = (groups: readonly PeopleGroup[]): readonly ProtectedGroup[] | null => {
  const sorted = [...groups].sort((a, b) => b.peopleCount - a.peopleCount || (a.label < b.label ? -1 : 1))
  const single = sorted.map(({ label, peopleCount }) => ({ labels: [label], peopleCount }))
  const large = single.filter(group => group.peopleCount >= LEAST_PEOPLE)
  const small = single.filter(group => group.peopleCount < LEAST_PEOPLE)
  if (small.length === 0) return large.length < 2 ? null : large
  let rest = small
  while (rest.length > 0 && merge(rest).peopleCount < LEAST_PEOPLE) {
    const next = large.pop()
    if (!next) return null
    rest = [next, ...rest]
  }
  return large.length === 0 ? null : [...large, merge(rest)]
}
