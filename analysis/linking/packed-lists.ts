import { sharedFloats, sharedInts } from './shared-arrays.ts'

/** Many short lists of numbered things, one after another: list `i` runs from `starts[i]` to `starts[i + 1]` of `ids`. */
export interface IdLists {
  readonly starts: Int32Array
  readonly ids: Int32Array
}

/** The same with a value each. In memory that threads share: 10,000 lists cost no more than their numbers. */
export interface PackedLists extends IdLists {
  readonly values: Float32Array
}

export type ValuedList = readonly (readonly [id: number, value: number])[]

export const packLists = (lists: readonly ValuedList[]): PackedLists => {
  const starts = sharedInts(lists.length + 1)
  lists.forEach((list, i) => {
    starts[i + 1] = starts[i]! + list.length
  })
  const ids = sharedInts(starts[lists.length]!)
  const values = sharedFloats(starts[lists.length]!)
  let next = 0
  for (const list of lists)
    for (const [id, value] of list) {
      ids[next] = id
      values[next] = value
      next += 1
    }
  return { starts, ids, values }
}

/** Lists of things that follow one another, made in parts. */
export const joinLists = (parts: readonly PackedLists[]): PackedLists => {
  const joined = {
    starts: sharedInts(parts.reduce((sum, { starts }) => sum + starts.length - 1, 1)),
    ids: sharedInts(parts.reduce((sum, { ids }) => sum + ids.length, 0)),
    values: sharedFloats(parts.reduce((sum, { ids }) => sum + ids.length, 0)),
  }
  let list = 0
  let next = 0
  for (const { starts, ids, values } of parts) {
    for (let i = 1; i < starts.length; i += 1) joined.starts[list + i] = next + starts[i]!
    joined.ids.set(ids, next)
    joined.values.set(values, next)
    list += starts.length - 1
    next += ids.length
  }
  return joined
}

/** The numbers of one list, without a copy. */
export const idsOfList = ({ starts, ids }: IdLists, list: number): Int32Array =>
  ids.subarray(starts[list]!, starts[list + 1]!)

/** For each key (0 to `keyCount`) the lists that hold it, in their order; `places`: where in `ids` each was. */
export const invertLists = ({ starts, ids }: IdLists, keyCount: number): IdLists & { readonly places: Int32Array } => {
  const inverse = { starts: sharedInts(keyCount + 1), ids: sharedInts(ids.length), places: new Int32Array(ids.length) }
  for (const key of ids) inverse.starts[key + 1]! += 1
  for (let key = 0; key < keyCount; key += 1) inverse.starts[key + 1]! += inverse.starts[key]!
  const next = inverse.starts.slice()
  for (let list = 0; list + 1 < starts.length; list += 1)
    for (let i = starts[list]!; i < starts[list + 1]!; i += 1) {
      const to = next[ids[i]!]!
      inverse.ids[to] = list
      inverse.places[to] = i
      next[ids[i]!] = to + 1
    }
  return inverse
}
