/** Draws from [0, 1): the same seed gives the same draws on every machine. */
export type Random = () => number

/**
 * mulberry32 (T. Ettinger, public domain): 32 bits of state, passes gjrand for far more draws than a bootstrap takes.
 * Not for secrets. The seed is stored with every result.
 */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
