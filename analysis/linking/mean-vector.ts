import { DIMENSIONS, type WordVectors } from '../text/word-vectors.ts'
import type { TermFacts } from './term-facts.ts'

/** Rank in the vector table at which a word weighs half (SIF's a/(a+p), Arora et al. 2017, with p taken from the rank). */
const HALF_WEIGHT_RANK = 600

/**
 * Writes the mean of the vectors of `count` terms into `into` at `offset`: rare words weigh more, unit length; zeros where no term has a
 * vector. `weights` null: all weigh alike.
 */
export const writeMeanVector = (
  { vectors }: Pick<WordVectors, 'vectors'>,
  { vectorRow }: TermFacts,
  terms: ArrayLike<number>,
  from: number,
  to: number,
  weights: Float32Array | null,
  into: Float32Array,
  offset: number,
): void => {
  for (let i = 0; i < DIMENSIONS; i += 1) into[offset + i] = 0
  for (let at = from; at < to; at += 1) {
    const row = vectorRow.values[terms[at]!]!
    if (row < 0) continue
    const weight = ((weights === null ? 1 : weights[at]!) * row) / (row + HALF_WEIGHT_RANK)
    const base = row * DIMENSIONS
    for (let i = 0; i < DIMENSIONS; i += 1) into[offset + i]! += weight * vectors[base + i]!
  }
  let square = 0
  for (let i = 0; i < DIMENSIONS; i += 1) square += into[offset + i]! * into[offset + i]!
  if (square === 0) return
  const scale = 1 / Math.sqrt(square)
  for (let i = 0; i < DIMENSIONS; i += 1) into[offset + i]! *= scale
}
