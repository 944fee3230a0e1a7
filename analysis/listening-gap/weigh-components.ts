import type { SignalFinding } from '../finding.ts'

type Letter = SignalFinding['letter']
export type Components = Readonly<Record<Letter, number>>

/** Weights of indicators.md section 3: politics, and open to a public exercise before version 1.0. They add up to 100. */
export const WEIGHTS: Components = { A: 25, B: 20, C: 20, D: 10, E: 10, F: 5, G: 10 }
export const LETTERS: readonly Letter[] = ['A', 'B', 'C', 'D', 'E', 'F', 'G']

/** So that one component at 1 does not by itself make the geometric form 100. */
const GEOMETRIC_CAP = 0.99

const weighted = (components: Components, letters: readonly Letter[], weights: Components): number => {
  const total = letters.reduce((sum, letter) => sum + weights[letter], 0)
  return (100 * letters.reduce((sum, letter) => sum + weights[letter] * components[letter], 0)) / total
}

export interface Weighed {
  /** 0 no sign – 100 every sign. */
  readonly score: number
  readonly equal: number
  readonly geometric: number
  readonly leaveOneOut: { readonly low: number; readonly high: number }
}

/** 100 × Σ weight × component, and beside it what other choices of weighing would give. */
export const weighComponents = (components: Components): Weighed => {
  const same: Components = { A: 1, B: 1, C: 1, D: 1, E: 1, F: 1, G: 1 }
  const product = LETTERS.reduce(
    (all, letter) => all * (1 - GEOMETRIC_CAP * components[letter]) ** (WEIGHTS[letter] / 100),
    1,
  )
  const without = LETTERS.map(left =>
    weighted(
      components,
      LETTERS.filter(letter => letter !== left),
      WEIGHTS,
    ),
  )
  return {
    score: weighted(components, LETTERS, WEIGHTS),
    equal: weighted(components, LETTERS, same),
    geometric: 100 * (1 - product),
    leaveOneOut: { low: Math.min(...without), high: Math.max(...without) },
  }
}
