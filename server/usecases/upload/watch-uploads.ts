import type { Deps } from '../../deps.ts'
import { dropOldUploads, LOOK_EVERY_MINUTES } from './keep-upload.ts'

/** For a running server: files that nobody came back to go while it runs, not only when it is started anew. The function stops it. */
export const watchUploads = (deps: Deps, everyMs = LOOK_EVERY_MINUTES * 60_000): (() => Promise<void>) => {
  let current = Promise.resolve()
  const look = (): Promise<void> =>
    dropOldUploads(deps).catch((error: unknown) => {
      deps.log.error({ err: error, event: 'uploads-not-dropped' }, 'old uploads could not be deleted')
    })
  const timer = setInterval(() => {
    current = current.then(look)
  }, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await current
  }
}
