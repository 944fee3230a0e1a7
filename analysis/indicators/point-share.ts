import type { NamedFigure } from '../finding.ts'
import { nullSentence } from '../sentences/null-sentences.ts'
import { twinText } from '../sentences/wording.ts'
import { basisMixOf, countShare, flagCountsOf, type Count } from './count-units.ts'
import type { Measured } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'

/** The rows of a figure: the points that its numerator counts. */
export const rowsOf = (key: string): string => `figure=${key}`

export interface PointShare {
  readonly key: string
  readonly label: string
  readonly count: Count
  readonly companions?: readonly { readonly key: string; readonly label: string; readonly count: Count }[]
  /** Least number for a rate, where it is not that of every share. */
  readonly minCount?: number
  readonly sentence: (byPoint: NamedFigure, companions: readonly NamedFigure[]) => string
}

/** An indicator that is one share over points and over ideas, with companions by point and by idea. */
export const measurePointShare = (inquiry: Inquiry, share: PointShare): Measured => {
  const { key, label, count } = share
  const byPoint = countShare(inquiry, inquiry.byPoint, { key, label, rows: rowsOf(key) }, count, share.minCount)
  const byIdea = countShare(
    inquiry,
    inquiry.byIdea,
    { key: `${key}-by-idea`, label: `${label}, by idea` },
    count,
    share.minCount,
  )
  const companions = (share.companions ?? []).flatMap(one => [
    countShare(inquiry, inquiry.byPoint, { ...one, rows: rowsOf(one.key) }, one.count),
    countShare(inquiry, inquiry.byIdea, { key: `${one.key}-by-idea`, label: `${one.label}, by idea` }, one.count),
  ])
  return {
    byPoint,
    byIdea,
    companions,
    sentence: byPoint.value === null ? null : share.sentence(byPoint, companions),
    twin: byPoint.value === null ? null : twinText(byIdea),
    nullSentence: byPoint.value === null ? nullSentence(byPoint) : null,
    basisMix: basisMixOf(inquiry.byPoint, count.isInBase),
    flagCounts: flagCountsOf(inquiry.byPoint, count.isInBase),
  }
}
