import { availableParallelism } from 'node:os'
import { joinRows } from '../../analysis/linking/candidate-rows.ts'
import { joinLists } from '../../analysis/linking/packed-lists.ts'
import type { PassageInput } from '../../analysis/linking/passage-index.ts'
import { noNeighbours, type PointNeighbours } from '../../analysis/linking/point-neighbours.ts'
import { roadFor } from '../../analysis/linking/spread.ts'
import type { PointInput } from '../../analysis/linking/suggestion.ts'
import type { MatchMaterial, MatchWorkers, ReplyTo } from './match-messages.ts'
import { matchInOwnThread, startMatchThreads } from './match-threads.ts'
import { readMatchMaterial } from './match-work.ts'

export interface MatchJob {
  readonly points: readonly PointInput[]
  readonly passages: readonly PassageInput[]
  readonly top: number
  readonly isExplained: boolean
  readonly onProgress?: (done: number, total: number) => void
  /** Threads; else as many as the machine has cores, at most 8, and none for a small job. */
  readonly threadCount?: number
  /** At least so many, also for a small job: 1 keeps the thread that answers requests free. */
  readonly threadsMin?: number
}

/** Points × passages from which starting threads is worth the half second of CPU that each takes to load. */
const LARGE_JOB = 4_000_000
const THREADS_MAX = 8
/** Points (or passages) of one task: some 50 ms. */
const TASK_SIZE = 100

const rangesOf = (count: number): readonly { readonly start: number; readonly end: number }[] =>
  Array.from({ length: Math.ceil(count / TASK_SIZE) }, (_, i) => ({
    start: i * TASK_SIZE,
    end: Math.min(count, (i + 1) * TASK_SIZE),
  }))

const threadCountOf = ({ points, passages, threadCount, threadsMin = 0 }: MatchJob): number =>
  threadCount ??
  (points.length * passages.length < LARGE_JOB ? threadsMin : Math.min(THREADS_MAX, availableParallelism()))

/**
 * Passages and points read once for all workers: here while threads load, or by one of them where this thread has requests to
 * answer.
 */
const readMaterial = async (workers: MatchWorkers, job: MatchJob): Promise<MatchMaterial> => {
  const { points, passages, top, isExplained, threadsMin = 0 } = job
  const given = { points, passages, top, isExplained }
  return threadsMin === 0 ? readMatchMaterial(given) : (await workers.run({ kind: 'read', given })).material
}

/** Progress of several kinds of work as points of the first half of the job. */
const tellHalf = ({ points, onProgress }: MatchJob, unitCount: number): ((units: number) => void) => {
  let done = 0
  return units => {
    done += units
    onProgress?.(Math.floor((points.length * done) / (2 * Math.max(1, unitCount))), points.length)
  }
}

const findNeighbours = async (workers: MatchWorkers, { points, passages }: MatchJob): Promise<PointNeighbours> => {
  if (roadFor(points.length, passages.length).neighbourShare === 0) return noNeighbours(points.length)
  const replies = rangesOf(points.length).map(range => workers.run({ kind: 'neighbours', ...range }))
  return joinLists((await Promise.all(replies)).map(({ neighbours }) => neighbours))
}

/** Ties all passages, scores all points, and gives every worker the whole of what was found. */
const search = async (workers: MatchWorkers, job: MatchJob): Promise<void> => {
  const tell = tellHalf(job, job.points.length + job.passages.length)
  const tied = rangesOf(job.passages.length).map(async range => {
    const { ties } = await workers.run({ kind: 'tie', ...range })
    tell(range.end - range.start)
    return ties
  })
  const scored = rangesOf(job.points.length).map(async range => {
    const { rows } = await workers.run({ kind: 'score', ...range })
    tell(range.end - range.start)
    return rows
  })
  // All three awaited at once: whichever fails first, or is stopped, fails the search, and none is left for nobody to take.
  const found = [findNeighbours(workers, job), Promise.all(tied), Promise.all(scored)] as const
  const [neighbours, ties, rows] = await Promise.all(found)
  const { graph } = await workers.run({ kind: 'graph', ties })
  await workers.runOnAll({ kind: 'spread', rows: joinRows(rows), graph, neighbours })
}

async function* describeAll(workers: MatchWorkers, job: MatchJob): AsyncGenerator<Uint8Array> {
  const ranges = rangesOf(job.points.length)
  // Described tasks held ready while the first of them is written out.
  const readyCount = 2 * workers.count
  const start = (range: (typeof ranges)[number]): Promise<ReplyTo<'describe'>> => {
    const reply = workers.run({ kind: 'describe', ...range })
    // Awaited when its turn comes; when one before it fails, nobody is there to take its own failure.
    reply.catch(() => undefined)
    return reply
  }
  const ready = ranges.slice(0, readyCount).map(start)
  for (const [i, { end }] of ranges.entries()) {
    const reply = await ready.shift()
    const next = ranges[i + readyCount]
    if (next !== undefined) ready.push(start(next))
    job.onProgress?.(Math.floor((job.points.length + end) / 2), job.points.length)
    if (reply !== undefined && reply.lines.length > 0) yield reply.lines
  }
}

/**
 * Lines of output, JSON in UTF-8 each with its line break, some at a time, in the order of the points. Same lines with any number of
 * threads.
 */
export async function* matchInThreads(job: MatchJob): AsyncGenerator<Uint8Array> {
  const threadCount = threadCountOf(job)
  const workers = threadCount === 0 ? matchInOwnThread() : startMatchThreads(threadCount)
  try {
    await workers.runOnAll({ kind: 'open', material: await readMaterial(workers, job) })
    await search(workers, job)
    yield* describeAll(workers, job)
  } finally {
    await workers.stop()
  }
}
