/**
 * Which texts have a shingle: an open-addressed table of pairs (shingle, newest place + 1; 0 is free), one cache line a look. The places
 * of a shingle are chained by the caller.
 */
export interface ShingleTable {
  slots: Int32Array
  used: number
}

/** Slots kept for each shingle to come: half of them stay free. */
const SLOTS_PER_SHINGLE = 2
const FIRST_SHINGLES = 16_384

const sizeFor = (shingleCount: number): number => {
  let size = 1
  while (size < SLOTS_PER_SHINGLE * shingleCount) size *= 2
  return size
}

/** A table with room for so many shingles: it grows where there are more. */
export const createShingleTable = (expectedCount = 0): ShingleTable => ({
  slots: new Int32Array(2 * sizeFor(Math.max(FIRST_SHINGLES, expectedCount))),
  used: 0,
})

/** Where in `slots` a shingle stands, or would. */
const slotOf = (slots: Int32Array, shingle: number): number => {
  const mask = slots.length - 1
  let slot = (2 * shingle) & mask
  while (slots[slot + 1] !== 0 && slots[slot] !== shingle) slot = (slot + 2) & mask
  return slot
}

const grow = (table: ShingleTable): void => {
  const { slots } = table
  table.slots = new Int32Array(slots.length * 2)
  for (let at = 0; at < slots.length; at += 2) {
    if (slots[at + 1] === 0) continue
    const slot = slotOf(table.slots, slots[at]!)
    table.slots[slot] = slots[at]!
    table.slots[slot + 1] = slots[at + 1]!
  }
}

/** Enters a place as the newest of a shingle; returns the one before, or -1. */
export const enterShingle = (table: ShingleTable, shingle: number, place: number): number => {
  if (2 * SLOTS_PER_SHINGLE * (table.used + 1) > table.slots.length) grow(table)
  const { slots } = table
  const slot = slotOf(slots, shingle)
  const before = slots[slot + 1]! - 1
  if (before < 0) {
    slots[slot] = shingle
    table.used += 1
  }
  slots[slot + 1] = place + 1
  return before
}
