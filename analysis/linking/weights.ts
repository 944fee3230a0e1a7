import { FEATURES, type Feature } from './features.ts'

// Made by test/bench/fit.ts (npm run fit). Not edited by hand.
// prettier-ignore
export const FITTED_ON = 'ibm-kpa-2021 train (3943 searches) and two invented councils (2747)'
export const FITTED_WEIGHTS: Readonly<Record<Feature, number>> = {
  bm25: 3.339,
  wordsOfPoint: 3.029,
  wordsOfPassage: -0.17,
  pairsOfPoint: 0.451,
  pairsOfPassage: -0.621,
  letters: 6.913,
  alikeOfPoint: 4.714,
  alikeOfPassage: 1.804,
  meaning: 3.619,
  conceptsOfPoint: 0.596,
  conceptsOfPassage: 0.668,
  heading: 1.739,
  numbers: -0.047,
  otherNumbers: 0.339,
  length: 0.449,
  allWays: 3.635,
}
/** Turns the weighted sum into odds that the passage is the right one (Platt, same material). */
export const FITTED_SLOPE = 0.858
export const FITTED_OFFSET = -6.532

export const WEIGHT_ROW: Float64Array = Float64Array.from(FEATURES, feature => FITTED_WEIGHTS[feature])
