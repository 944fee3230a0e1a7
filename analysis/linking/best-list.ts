/** Keeps the best of a stream, as a heap with the worst on top. Of equal ones the first passage is kept. */
export interface BestList {
  readonly at: Int32Array
  readonly value: Float64Array
  length: number
  /** How many are kept, at most the length of the arrays. */
  limit: number
}

export const createBestList = (size: number): BestList => ({
  at: new Int32Array(size),
  value: new Float64Array(size),
  length: 0,
  limit: size,
})

const isWorse = ({ at, value }: BestList, a: number, b: number): boolean =>
  value[a]! < value[b]! || (value[a] === value[b] && at[a]! > at[b]!)

const swap = (best: BestList, a: number, b: number): void => {
  const at = best.at[a]!
  const value = best.value[a]!
  best.at[a] = best.at[b]!
  best.value[a] = best.value[b]!
  best.at[b] = at
  best.value[b] = value
}

const siftUp = (best: BestList, from: number): void => {
  for (let child = from; child > 0;) {
    const parent = (child - 1) >> 1
    if (!isWorse(best, child, parent)) return
    swap(best, child, parent)
    child = parent
  }
}

const siftDown = (best: BestList): void => {
  for (let parent = 0; ;) {
    let worst = parent
    const left = 2 * parent + 1
    if (left < best.length && isWorse(best, left, worst)) worst = left
    if (left + 1 < best.length && isWorse(best, left + 1, worst)) worst = left + 1
    if (worst === parent) return
    swap(best, parent, worst)
    parent = worst
  }
}

export const offer = (best: BestList, at: number, value: number): void => {
  if (best.length < best.limit) {
    best.at[best.length] = at
    best.value[best.length] = value
    best.length += 1
    siftUp(best, best.length - 1)
    return
  }
  if (value < best.value[0]! || (value === best.value[0] && at > best.at[0]!)) return
  best.at[0] = at
  best.value[0] = value
  siftDown(best)
}

/** Best first, in place. Few: by insertion. */
export const sortBest = (best: BestList): void => {
  for (let i = 1; i < best.length; i += 1)
    for (let j = i; j > 0 && isWorse(best, j - 1, j); j -= 1) swap(best, j - 1, j)
}
