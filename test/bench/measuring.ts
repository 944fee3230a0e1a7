import { readFileSync } from 'node:fs'

/** A number from 0 to 1 each call, the same for the same seed (mulberry32, Tommy Ettinger, public domain). */
export const seeded = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const stems = readFileSync(new URL('../../analysis/text/vectors/stems.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')

/** Words with about the frequencies of a language: rank r comes up in proportion to 1/(r + 3). */
export const wordsAtRandom = (random: () => number, count: number): string[] =>
  Array.from({ length: count }, () => stems[Math.floor(3 * ((stems.length / 3 + 1) ** random() - 1))] ?? 'word')

/** CPU of this process while `work` runs, ms: other processes on the machine count less than with a clock. */
export const cpuOf = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
