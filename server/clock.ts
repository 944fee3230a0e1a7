/** The only place that knows the present. */
export interface Clock {
  /** ISO 8601 in UTC. */
  readonly now: () => string
  /** Calendar date, ISO 8601, in UTC. */
  readonly today: () => string
  /** Milliseconds that only ever grow; for measuring. */
  readonly monotonicMs: () => number
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => new Date().toISOString().slice(0, 10),
  monotonicMs: () => performance.now(),
}

export const fixedClock = (now: string): Clock => ({
  now: () => now,
  today: () => now.slice(0, 10),
  monotonicMs: () => 0,
})
