import {
  deleteAttempt,
  deleteAttemptsBefore,
  deleteAttemptsOf,
  insertAttempts,
  readAttempts,
  type LoginAttempt,
} from '../../../data/store/login-attempts.ts'
import type { Deps } from '../../deps.ts'
import { minutesFrom, minutesUntil } from './instants.ts'
import { sha256Of } from '../sha256-of.ts'

/** R-AUT-2: failures within the window, after which the next attempt is refused without any work. Nobody is locked out for good. */
const WINDOW_MINUTES = 15
const MOST_FAILURES: Readonly<Record<LoginAttempt['scope'], number>> = { account: 5, 'second-step': 5, address: 20 }

export interface Subject {
  readonly scope: LoginAttempt['scope']
  readonly subject: string
}
export interface Throttled {
  readonly status: 'throttled'
  readonly retryInMinutes: number
}
export type AttemptBegun = { readonly status: 'begun'; readonly id: string } | Throttled

/** One home or office: an IPv4 address, or the first 64 bits of an IPv6 address, of which a single line has 2^64. */
export const addressSubject = (address: string): Subject => ({
  scope: 'address',
  subject: address.includes('.') ? address.replace(/^::ffff:/i, '') : address.split(':').slice(0, 4).join(':'),
})
/** Whether or not there is such an account; as a hash, because people type passwords into the wrong field. */
export const accountSubject = (loginName: string): Subject => ({ scope: 'account', subject: sha256Of(loginName) })
export const secondStepSubject = (accountId: string): Subject => ({ scope: 'second-step', subject: accountId })

/**
 * Counts an attempt before any work is done for it, so that 200 at once are 5 and not 200. Taken back by `endAttempt` if it
 * did not fail.
 */
export const beginAttempt = (deps: Deps, subjects: readonly Subject[]): Promise<AttemptBegun> =>
  deps.store.write(async tx => {
    const now = deps.clock.now()
    await deleteAttemptsBefore(tx, minutesFrom(now, -WINDOW_MINUTES))
    for (const subject of subjects) {
      const failures = await readAttempts(tx, subject)
      const decisive = failures[failures.length - MOST_FAILURES[subject.scope]]
      if (decisive !== undefined)
        return { status: 'throttled', retryInMinutes: minutesUntil(now, minutesFrom(decisive, WINDOW_MINUTES)) }
    }
    const id = deps.newId()
    await insertAttempts(
      tx,
      subjects.map(subject => ({ id, ...subject, at: now })),
    )
    return { status: 'begun', id }
  })

/** The attempt did not fail. `cleared`: whose earlier failures are forgotten with it. */
export const endAttempt = (deps: Deps, id: string, cleared: Subject | null): Promise<void> =>
  deps.store.write(async tx => {
    await deleteAttempt(tx, id)
    if (cleared !== null) await deleteAttemptsOf(tx, cleared)
  })
