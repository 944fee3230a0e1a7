import { availableParallelism } from 'node:os'
import { joinRows } from '../../analysis/linking/candidate-rows.ts'
import { matchPoints } from '../../analysis/linking/match-points.ts'
import type { PackedLists } from '../../analysis/linking/packed-lists.ts'
import { graphOfTies } from '../../analysis/linking/passage-graph.ts'
import type { PassageInput } from '../../analysis/linking/passage-index.ts'
import type { PointInput } from '../../analysis/linking/suggestion.ts'
import { MatchThreads } from './match-threads.ts'
import { wordVectors } from './word-vectors.ts'

export interface MatchJob {
  readonly points: readonly PointInput[]
  readonly passages: readonly PassageInput[]
  readonly top: number
  readonly isExplained: boolean
  readonly onProgress?: (done: number, total: number) => void
  /** Threads; else as many as the machine has cores, at most 8, and none for a small job. */
  readonly threadCount?: number
}

/** Points × passages from which starting threads, each with an index of its own, is worth its second. */
const LARGE_JOB = 4_000_000
/** Each thread holds an index: more of them cost more memory than they save time. */
const THREADS_MAX = 8
/** Points (or passages) of one task: about 100 ms. */
const TASK_SIZE = 100
/** Described tasks held ready while the first of them is written out. */
const READY_MAX = 4

const rangesOf = (count: number): readonly { readonly start: number; readonly end: number }[] =>
  Array.from({ length: Math.ceil(count / TASK_SIZE) }, (_, i) => ({
    start: i * TASK_SIZE,
    end: Math.min(count, (i + 1) * TASK_SIZE),
  }))

const threadCountOf = ({ points, passages, threadCount }: MatchJob): number =>
  threadCount ?? (points.length * passages.length < LARGE_JOB ? 0 : Math.min(THREADS_MAX, availableParallelism()))

const sharedFloats = (numbers: Float32Array): Float32Array => {
  const copy = new Float32Array(new SharedArrayBuffer(numbers.byteLength))
  copy.set(numbers)
  return copy
}

const sharedInts = (numbers: Int32Array): Int32Array => {
  const copy = new Int32Array(new SharedArrayBuffer(numbers.byteLength))
  copy.set(numbers)
  return copy
}

/** The same lists in memory that all threads read. */
const sharedLists = ({ starts, ids, values }: PackedLists): PackedLists => ({
  starts: sharedInts(starts),
  ids: sharedInts(ids),
  values: sharedFloats(values),
})

/** Scores all points, ties all passages, and gives every thread the whole of what was found. */
const search = async (threads: MatchThreads, job: MatchJob): Promise<void> => {
  let done = 0
  const scored = rangesOf(job.points.length).map(async range => {
    const { rows } = await threads.run({ kind: 'score', ...range })
    done += range.end - range.start
    job.onProgress?.(Math.floor(done / 2), job.points.length)
    return rows
  })
  const tied = rangesOf(job.passages.length).map(async range => (await threads.run({ kind: 'tie', ...range })).ties)
  const neighbours = threads.run({ kind: 'neighbours' })
  const packed = joinRows(await Promise.all(scored))
  const rows = { ...sharedLists(packed), scores: sharedFloats(packed.scores) }
  const graph = sharedLists(graphOfTies(job.passages, await Promise.all(tied), true))
  await threads.runOnAll({ kind: 'spread', rows, graph, neighbours: sharedLists((await neighbours).neighbours) })
}

async function* describeAll(threads: MatchThreads, job: MatchJob): AsyncGenerator<string> {
  const ranges = rangesOf(job.points.length)
  const ready = ranges.slice(0, READY_MAX).map(range => threads.run({ kind: 'describe', ...range }))
  for (const [i, { end }] of ranges.entries()) {
    const reply = await ready.shift()
    const next = ranges[i + READY_MAX]
    if (next !== undefined) ready.push(threads.run({ kind: 'describe', ...next }))
    job.onProgress?.(Math.floor((job.points.length + end) / 2), job.points.length)
    if (reply !== undefined && reply.lines !== '') yield reply.lines
  }
}

/** Lines of output as JSON, some at a time with line breaks between, in the order of the points. Same lines with any number of threads. */
export async function* matchInThreads(job: MatchJob): AsyncGenerator<string> {
  const count = threadCountOf(job)
  if (count === 0) {
    const { points, passages, top, isExplained, onProgress } = job
    const options = { vectors: wordVectors(), top, explain: isExplained, ...(onProgress && { onProgress }) }
    for (const line of matchPoints(points, passages, options)) yield JSON.stringify(line)
    return
  }
  const { points, passages, top, isExplained } = job
  const threads = new MatchThreads(count, { points, passages, top, isExplained })
  try {
    await search(threads, job)
    yield* describeAll(threads, job)
  } finally {
    await threads.stop()
  }
}
