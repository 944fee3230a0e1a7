/** A suggestion a person has looked at. */
export interface JudgedSuggestion {
  /** Of the linker, 0–1. */
  readonly score: number
  readonly isRight: boolean
}

/** One step of the curve: of the suggestions given such probabilities, so many were right. */
export interface CurveStep {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly meanProbability: number
  readonly rightShare: number
}

/** Turns scores of one consultation into probabilities, with the evidence for it. */
export interface Calibration {
  readonly slope: number
  readonly offset: number
  readonly judgementCount: number
  readonly rightCount: number
  /** Each probability given by a fit that had not seen that judgement: five parts, one left out at a time. */
  readonly curve: readonly CurveStep[]
  /** Mean distance of the curve from the truth, weighed by count (0–1). */
  readonly errorShare: number
}

/** Judgements below which there is no percentage at all (linking.md: rankings transfer between consultations, probabilities do not). */
export const MIN_JUDGEMENTS = 60
const PARTS = 5
const STEPS = 5
/** Scores nearer to 0 or 1 than this are taken as this: their log odds would be endless. */
const MIN_ODDS_SHARE = 1e-4
/** Newton's steps; it settles within ten. A ridge keeps it finite where scores separate right from wrong wholly. */
const ROUNDS = 25
const RIDGE = 1e-3

interface Line {
  readonly slope: number
  readonly offset: number
}

const logOdds = (score: number): number => {
  const share = Math.min(1 - MIN_ODDS_SHARE, Math.max(MIN_ODDS_SHARE, score))
  return Math.log(share / (1 - share))
}

/** Probability (0–1) that a suggestion of this score is right, in the consultation the line is from. */
export const probabilityOf = ({ slope, offset }: Line, score: number): number =>
  1 / (1 + Math.exp(-(slope * logOdds(score) + offset)))

/** Logistic regression of right on log odds, with the smoothed targets of Platt (1999). */
const fitLine = (judged: readonly JudgedSuggestion[]): Line => {
  const rightCount = judged.filter(({ isRight }) => isRight).length
  const high = (rightCount + 1) / (rightCount + 2)
  const low = 1 / (judged.length - rightCount + 2)
  let line: Line = { slope: 1, offset: 0 }
  for (let round = 0; round < ROUNDS; round += 1) {
    let [bySlope, byOffset, slopes, both, offsets] = [RIDGE * (line.slope - 1), 0, RIDGE, 0, 1e-9]
    for (const { score, isRight } of judged) {
      const x = logOdds(score)
      const p = probabilityOf(line, score)
      const miss = p - (isRight ? high : low)
      const weight = Math.max(1e-6, p * (1 - p))
      bySlope += miss * x
      byOffset += miss
      slopes += weight * x * x
      both += weight * x
      offsets += weight
    }
    const determinant = slopes * offsets - both * both
    if (!(determinant > 0)) break
    line = {
      slope: line.slope - (offsets * bySlope - both * byOffset) / determinant,
      offset: line.offset - (slopes * byOffset - both * bySlope) / determinant,
    }
  }
  // A better score may never mean less: with few judgements chance could turn the line over.
  return line.slope >= 0 ? line : { slope: 0, offset: Math.log(rightCount / (judged.length - rightCount)) }
}

const heldOutChances = (judged: readonly JudgedSuggestion[]): readonly { p: number; isRight: boolean }[] =>
  Array.from({ length: PARTS }, (_, part) => {
    const line = fitLine(judged.filter((_one, i) => i % PARTS !== part))
    return judged
      .filter((_one, i) => i % PARTS === part)
      .map(({ score, isRight }) => ({ p: probabilityOf(line, score), isRight }))
  }).flat()

const curveOf = (chances: readonly { p: number; isRight: boolean }[]): readonly CurveStep[] =>
  Array.from({ length: STEPS }, (_, step) => ({ from: step / STEPS, to: (step + 1) / STEPS })).flatMap(
    ({ from, to }) => {
      const inside = chances.filter(({ p }) => p >= from && (p < to || to === 1))
      if (inside.length === 0) return []
      return [
        {
          from,
          to,
          count: inside.length,
          meanProbability: inside.reduce((sum, { p }) => sum + p, 0) / inside.length,
          rightShare: inside.filter(({ isRight }) => isRight).length / inside.length,
        },
      ]
    },
  )

/** Platt scaling from the judgements of one consultation; null below 60 of them, or where all went the same way. */
export const calibrate = (judged: readonly JudgedSuggestion[]): Calibration | null => {
  const rightCount = judged.filter(({ isRight }) => isRight).length
  if (judged.length < MIN_JUDGEMENTS || rightCount === 0 || rightCount === judged.length) return null
  const curve = curveOf(heldOutChances(judged))
  const off = curve.reduce((sum, step) => sum + step.count * Math.abs(step.meanProbability - step.rightShare), 0)
  return { ...fitLine(judged), judgementCount: judged.length, rightCount, curve, errorShare: off / judged.length }
}
