import { sharedInts } from './shared-arrays.ts'

/**
 * Neighbouring words, by their two terms: an open-addressed table in three arrays, for there are several hundred thousand and threads
 * share them. `slots` holds the pair's number + 1; 0 is free.
 */
export interface PairTable {
  firsts: Int32Array
  seconds: Int32Array
  slots: Int32Array
  count: number
}

const FIRST_SIZE = 1024

export const createPairTable = (): PairTable => ({
  firsts: sharedInts(FIRST_SIZE),
  seconds: sharedInts(FIRST_SIZE),
  slots: sharedInts(FIRST_SIZE),
  count: 0,
})

/** Knuth's multiplier, and one more prime, spread term numbers over the table. */
const slotOf = ({ firsts, seconds, slots }: PairTable, first: number, second: number): number => {
  const mask = slots.length - 1
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
  hash ^= hash >>> 15
  let slot = hash & mask
  while (slots[slot] !== 0 && (firsts[slot] !== first || seconds[slot] !== second)) slot = (slot + 1) & mask
  return slot
}

/** Number of a pair, or -1. */
export const pairOf = (table: PairTable, first: number, second: number): number =>
  table.slots[slotOf(table, first, second)]! - 1

const grow = (table: PairTable): void => {
  const { firsts, seconds, slots } = table
  const size = slots.length * 2
  table.firsts = sharedInts(size)
  table.seconds = sharedInts(size)
  table.slots = sharedInts(size)
  for (let i = 0; i < slots.length; i += 1) {
    if (slots[i] === 0) continue
    const slot = slotOf(table, firsts[i]!, seconds[i]!)
    table.firsts[slot] = firsts[i]!
    table.seconds[slot] = seconds[i]!
    table.slots[slot] = slots[i]!
  }
}

/** Number of a pair; a new one is given to a pair not met before. */
export const internPair = (table: PairTable, first: number, second: number): number => {
  if (2 * (table.count + 1) > table.slots.length) grow(table)
  const slot = slotOf(table, first, second)
  if (table.slots[slot] === 0) {
    table.firsts[slot] = first
    table.seconds[slot] = second
    table.count += 1
    table.slots[slot] = table.count
  }
  return table.slots[slot]! - 1
}
