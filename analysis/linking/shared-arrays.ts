/** Arrays of numbers in memory that threads read without a copy. Filled with 0. */
export const sharedInts = (size: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * size))
export const sharedFloats = (size: number): Float32Array => new Float32Array(new SharedArrayBuffer(4 * size))
export const sharedBytes = (size: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(size))

/** Whole numbers one after another: the array, of which `length` are in use, is replaced by one twice as large when full. */
export interface IntList {
  values: Int32Array
  length: number
}

const FIRST_SIZE = 1024

export const createIntList = (): IntList => ({ values: sharedInts(FIRST_SIZE), length: 0 })

export const pushInt = (list: IntList, value: number): void => {
  if (list.length === list.values.length) {
    const larger = sharedInts(list.values.length * 2)
    larger.set(list.values)
    list.values = larger
  }
  list.values[list.length] = value
  list.length += 1
}
