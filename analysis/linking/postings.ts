/** For one term (or gram, or pair of terms): the passages that hold it, in the order they were added, and how often. */
export interface Postings {
  passages: Int32Array
  counts: Float32Array
  length: number
}

/** Postings by the number of their term. Grows as passages are added; nothing already there is moved but by copying. */
export type PostingLists = (Postings | undefined)[]

const FIRST_SIZE = 4

const grown = (list: Postings): void => {
  const passages = new Int32Array(list.passages.length * 2)
  const counts = new Float32Array(list.passages.length * 2)
  passages.set(list.passages)
  counts.set(list.counts)
  list.passages = passages
  list.counts = counts
}

/** Adds a passage to the list of `key`. A passage is added to a list at most once. */
export const addPosting = (lists: PostingLists, key: number, passage: number, count: number): void => {
  let list = lists[key]
  if (list === undefined) {
    list = { passages: new Int32Array(FIRST_SIZE), counts: new Float32Array(FIRST_SIZE), length: 0 }
    lists[key] = list
  }
  if (list.length === list.passages.length) grown(list)
  list.passages[list.length] = passage
  list.counts[list.length] = count
  list.length += 1
}
