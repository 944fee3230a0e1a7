import type { HistoryFault } from '../../../data/log/history-fault.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { minutesFrom } from '../people/instants.ts'
import { readSignedAt, signCheckpoint } from './sign-checkpoint.ts'
import { verifyHistory, type Pause } from './verify-history.ts'

/** What the last check of this process found. `unknown`: none has ended yet. */
export type HistoryState = 'unknown' | 'whole' | 'damaged'
const states = new WeakMap<object, HistoryState>()
export const historyState = ({ store }: Pick<Deps, 'store'>): HistoryState => states.get(store) ?? 'unknown'

/** For whoever publishes: nothing goes out over a history that is known to be damaged. */
export const refuseIfDamaged = (deps: Pick<Deps, 'store'>): void => {
  if (historyState(deps) === 'damaged')
    throw new AppError(
      'conflict',
      'The history of this site does not agree with its records. Nothing can be published until that is explained. Run "said verify".',
    )
}

const DAY_MINUTES = 24 * 60
/** How often it is looked whether a day has passed. */
const LOOK_EVERY_MS = 10 * 60 * 1_000
/** The check takes as much of the processor as the first page does: whoever the server was started for comes first. */
const FIRST_LOOK_MS = 1_000
/** Faults named in the program's own log; "said verify" names all. */
const MOST_NAMED = 20

const takeTurns: Pause = () => new Promise(resolve => setImmediate(resolve))

const isDue = async (deps: Deps): Promise<boolean> => {
  const signedAt = await readSignedAt(deps)
  return signedAt === null || minutesFrom(signedAt, DAY_MINUTES) <= deps.clock.now()
}

/**
 * Checks the history once, some entries at a time, and gives a sign of life with a checkpoint if the last is a day old. What
 * differs is logged by its ids, and nothing is signed.
 */
export const checkHistory = async (deps: Deps, pause: Pause = takeTurns): Promise<HistoryState> => {
  const result = (await isDue(deps))
    ? await signCheckpoint(deps, { isHeartbeat: true, pause })
    : await verifyHistory(deps, { pause })
  noteState(deps, 'faults' in result ? result.faults : [])
  return historyState(deps)
}

/** Remembered for whoever publishes, and for the banner of every page. */
const noteState = (deps: Deps, faults: readonly HistoryFault[]): void => {
  states.set(deps.store, faults.length === 0 ? 'whole' : 'damaged')
  if (faults.length === 0) deps.log.info({ event: 'history-checked' }, 'the history agrees with the records')
  else
    deps.log.error(
      { event: 'history-damaged', faultCount: faults.length, faults: faults.slice(0, MOST_NAMED) },
      'THE HISTORY DOES NOT AGREE WITH THE RECORDS. Nothing is signed. Run "said verify".',
    )
}

/**
 * After something was published, or taken down: signs that it was, so that witnesses can see it. What was published stands either way; where
 * it cannot be signed, the log of the program says why.
 */
export const signWhatWasDone = async (deps: Deps): Promise<void> => {
  try {
    const result = await signCheckpoint(deps, { pause: takeTurns })
    noteState(deps, result.status === 'damaged' ? result.faults : [])
  } catch (error) {
    deps.log.error({ err: error, event: 'checkpoint-not-signed' }, 'no checkpoint could be signed')
  }
}

/** For a running server: checks soon after the start and then once a day, without holding up the start. The function stops it. */
export const watchHistory = (
  deps: Deps,
  { firstMs = FIRST_LOOK_MS, everyMs = LOOK_EVERY_MS } = {},
): (() => Promise<void>) => {
  let isStopped = false
  const pause: Pause = async () => {
    if (isStopped) throw new Error('The server stops.')
    await takeTurns()
  }
  const look = async (): Promise<void> => {
    try {
      if (!isStopped && (historyState(deps) === 'unknown' || (await isDue(deps)))) await checkHistory(deps, pause)
    } catch (error) {
      // The next look tries again; a fault that left here would end the watch, and the process.
      if (!isStopped) deps.log.error({ err: error, event: 'history-not-checked' }, 'the history could not be checked')
    }
  }
  let current = Promise.resolve()
  const begin = (): void => {
    current = current.then(look)
  }
  const timers = [setTimeout(begin, firstMs), setInterval(begin, everyMs)]
  for (const timer of timers) timer.unref()
  return async () => {
    isStopped = true
    for (const timer of timers) clearTimeout(timer)
    await current
  }
}
