/**
 * Many short lists of numbered things with a value each, one list after another in three arrays: threads can share them, and
 * 10,000 lists cost no more memory than their numbers. List `i` runs from `starts[i]` to `starts[i + 1]`.
 */
export interface PackedLists {
  readonly starts: Int32Array
  readonly ids: Int32Array
  readonly values: Float32Array
}

export type ValuedList = readonly (readonly [id: number, value: number])[]

export const packLists = (lists: readonly ValuedList[]): PackedLists => {
  const starts = new Int32Array(lists.length + 1)
  lists.forEach((list, i) => {
    starts[i + 1] = starts[i]! + list.length
  })
  const ids = new Int32Array(starts[lists.length]!)
  const values = new Float32Array(starts[lists.length]!)
  let next = 0
  for (const list of lists)
    for (const [id, value] of list) {
      ids[next] = id
      values[next] = value
      next += 1
    }
  return { starts, ids, values }
}

/** The numbers of one list, without a copy. */
export const idsOfList = ({ starts, ids }: PackedLists, list: number): Int32Array =>
  ids.subarray(starts[list]!, starts[list + 1]!)
