import { FEATURES, type Feature } from './features.ts'

// Made by test/bench/fit.ts (npm run fit). Not edited by hand.
// prettier-ignore
export const FITTED_ON = 'ibm-kpa-2021 train (3970 searches) and two invented councils (2762)'
export const FITTED_WEIGHTS: Readonly<Record<Feature, number>> = {
  bm25: 3.271,
  wordsOfPoint: 2.942,
  wordsOfPassage: -0.178,
  pairsOfPoint: 0.429,
  pairsOfPassage: -0.588,
  letters: 6.788,
  alikeOfPoint: 4.712,
  alikeOfPassage: 1.952,
  meaning: 3.502,
  conceptsOfPoint: 0.549,
  conceptsOfPassage: 0.616,
  heading: 1.783,
  numbers: -0.117,
  otherNumbers: 0.404,
  length: 0.381,
  allWays: 3.704,
}
/** Turns the weighted sum into odds that the passage is the right one (Platt, same material). */
export const FITTED_SLOPE = 0.864
export const FITTED_OFFSET = -6.602

export const WEIGHT_ROW: Float64Array = Float64Array.from(FEATURES, feature => FITTED_WEIGHTS[feature])
