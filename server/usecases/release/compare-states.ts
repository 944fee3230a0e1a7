/** One place in which two states differ: "audit.groups.byPoint.n". */
export interface StateDifference {
  readonly place: string
  readonly before: string
  readonly after: string
}

const MOST_CHARACTERS = 80
const words = (value: unknown): string =>
  value === undefined ? '(nothing)' : (JSON.stringify(value) ?? '(nothing)').slice(0, MOST_CHARACTERS)

const membersOf = (value: unknown): ReadonlyMap<string, unknown> | null =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null

/** Every place where they differ, in the order of the first. Lists are compared place by place. */
export const compareStates = (before: unknown, after: unknown, place = ''): readonly StateDifference[] => {
  const [earlier, later] = [membersOf(before), membersOf(after)]
  if (earlier === null || later === null || Array.isArray(before) !== Array.isArray(after))
    return before === after ? [] : [{ place, before: words(before), after: words(after) }]
  const names = [...new Set([...earlier.keys(), ...later.keys()])]
  return names.flatMap(name =>
    compareStates(earlier.get(name), later.get(name), place === '' ? name : `${place}.${name}`),
  )
}
