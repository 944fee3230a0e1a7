import type { Inquiry } from '../indicators/inquiry.ts'
import type { ListeningGapIndex } from '../finding.ts'
import type { Component } from '../signals/signal.ts'
import { between } from '../signals/signal.ts'
import { SIGNALS } from '../signals/signals-board.ts'
import { percentile } from '../statistics/percentile.ts'
import { seededRandom, type Random } from '../statistics/random.ts'
import { drawDirichlet } from '../statistics/random-variates.ts'
import { LETTERS, weighComponents, WEIGHTS, type Components } from './weigh-components.ts'

export const INDEX_VERSION = '0.1 (experimental)'
const DRAW_COUNT = 20_000
/** How firmly the weights are held: Dirichlet(30 × weight share). */
const WEIGHT_FIRMNESS = 30
const LEAST_WEIGHT_COVERED = 80
const LEAST_RESOLVED = 30
const BAND_SHARE = 0.8
const BANDS: readonly (readonly [from: number, name: string])[] = [
  [0, 'few signs'],
  [25, 'some signs'],
  [50, 'many signs'],
  [75, 'nearly all signs'],
]

type Found = Readonly<Record<keyof Components, Component | null>>

const find = (inquiry: Inquiry): Found => {
  const components = Object.fromEntries(SIGNALS.map(signal => [signal.letter, signal.find(inquiry).component]))
  const of = (letter: keyof Components): Component | null => components[letter] ?? null
  return { A: of('A'), B: of('B'), C: of('C'), D: of('D'), E: of('E'), F: of('F'), G: of('G') }
}

/** We have not collected it: anything between no sign and every sign. Never a midpoint, which would reward hiding. */
const OPEN = between(0, 1)

const map = (found: Found, value: (component: Component) => number): Components => ({
  A: value(found.A ?? OPEN),
  B: value(found.B ?? OPEN),
  C: value(found.C ?? OPEN),
  D: value(found.D ?? OPEN),
  E: value(found.E ?? OPEN),
  F: value(found.F ?? OPEN),
  G: value(found.G ?? OPEN),
})

const drawScore = (found: Found, random: Random): number => {
  const weights = drawDirichlet(
    random,
    LETTERS.map(letter => (WEIGHT_FIRMNESS * WEIGHTS[letter]) / 100),
  )
  return (
    100 * LETTERS.reduce((sum, letter, place) => sum + (weights[place] ?? 0) * (found[letter] ?? OPEN).draw(random), 0)
  )
}

const bandOf = (score: number): number => BANDS.reduce((band, [from], place) => (score >= from ? place : band), 0)

/** One band if four draws in five fall in it, else the two neighbours that hold the most. */
const nameBands = (draws: Float64Array): { readonly bands: readonly string[]; readonly bandShare: number } => {
  const shares = BANDS.map((_, band) => draws.filter(score => bandOf(score) === band).length / draws.length)
  const best = shares.indexOf(Math.max(...shares))
  const name = (band: number): string => BANDS[band]?.[1] ?? ''
  if ((shares[best] ?? 0) >= BAND_SHARE) return { bands: [name(best)], bandShare: shares[best] ?? 0 }
  const isAboveMore = (shares[best + 1] ?? 0) >= (shares[best - 1] ?? 0)
  const pair = isAboveMore ? [best, best + 1] : [best - 1, best]
  return { bands: pair.map(name), bandShare: pair.reduce((sum, band) => sum + (shares[band] ?? 0), 0) }
}

const reasonsAgainst = (inquiry: Inquiry, found: Found, isReplyWindowOpen: boolean): readonly string[] => {
  const covered = LETTERS.reduce((sum, letter) => (found[letter] === null ? sum : sum + WEIGHTS[letter]), 0)
  return [
    ...(covered < LEAST_WEIGHT_COVERED
      ? [`Records cover ${covered} of 100 parts of the weight; ${LEAST_WEIGHT_COVERED} are needed.`]
      : []),
    ...(inquiry.bases.byPoint.resolved < LEAST_RESOLVED
      ? [`Too few records: ${inquiry.bases.byPoint.resolved} resolved points; ${LEAST_RESOLVED} are needed.`]
      : []),
    ...(isReplyWindowOpen ? ['The council can still reply.'] : []),
  ]
}

const NOTHING = {
  low: null,
  high: null,
  drawLow: null,
  drawHigh: null,
  equalWeights: null,
  geometric: null,
  leaveOneOut: null,
  bands: [],
  bandShare: null,
} as const

/**
 * One number to track within one consultation, experimental: unlike things share no unit, weights are politics. Never ranked, never
 * without its range. How much was new in the decision stands beside it and never in it: a low uptake is not a fault.
 */
export const findListeningGap = (inquiry: Inquiry, seed: number, isReplyWindowOpen: boolean): ListeningGapIndex => {
  const found = find(inquiry)
  const nullReasons = reasonsAgainst(inquiry, found, isReplyWindowOpen)
  const base = { version: INDEX_VERSION, seed, drawCount: DRAW_COUNT, nullReasons }
  if (nullReasons.length > 0) return { ...base, ...NOTHING }
  const random = seededRandom(seed)
  const draws = Float64Array.from({ length: DRAW_COUNT }, () => drawScore(found, random)).sort()
  const low = weighComponents(map(found, component => component.low))
  const high = weighComponents(map(found, component => component.high))
  return {
    ...base,
    low: low.score,
    high: high.score,
    drawLow: percentile(draws, 0.05),
    drawHigh: percentile(draws, 0.95),
    equalWeights: { low: low.equal, high: high.equal },
    geometric: { low: low.geometric, high: high.geometric },
    leaveOneOut: { low: low.leaveOneOut.low, high: high.leaveOneOut.high },
    ...nameBands(draws),
  }
}
