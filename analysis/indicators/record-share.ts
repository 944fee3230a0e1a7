import type { IndicatorItem, NamedFigure } from '../finding.ts'
import { nullSentence } from '../sentences/null-sentences.ts'
import { exactFigure, missingFigure, shareFigure } from './figure.ts'
import type { Measured } from './indicator.ts'

/** A share over records that are not points: questions, claims, seats, parts of a decision. */
export interface RecordShare {
  readonly key: string
  readonly label: string
  readonly hitCount: number
  readonly totalCount: number
  /** No record of the kind at all: not collected, which is not 0. */
  readonly isCollected: boolean
  readonly minCount?: number
  /** Complete by nature: no range. */
  readonly isExact?: boolean
  readonly companions?: readonly NamedFigure[]
  readonly items?: readonly IndicatorItem[]
  readonly sentence: (figure: NamedFigure) => string
}

/** A figure that cannot be given: its sentence says why. */
export const measuredNull = (byPoint: NamedFigure, companions: readonly NamedFigure[] = []): Measured => ({
  byPoint,
  byIdea: null,
  companions,
  sentence: null,
  twin: null,
  nullSentence: nullSentence(byPoint),
})

export const nothingCollected = (key: string, label: string, unit: NamedFigure['unit'] = 'share'): Measured =>
  measuredNull(missingFigure({ key, label }, unit, 'not-collected'))

export const measureCount = (share: RecordShare): Measured => {
  const { key, label, hitCount, totalCount, minCount } = share
  if (!share.isCollected) return nothingCollected(key, label)
  const byPoint = share.isExact
    ? exactFigure({ key, label }, hitCount, totalCount, minCount)
    : shareFigure({ key, label }, hitCount, totalCount, minCount)
  const isNull = byPoint.value === null
  return {
    byPoint,
    byIdea: null,
    companions: share.companions ?? [],
    sentence: isNull ? null : share.sentence(byPoint),
    twin: null,
    nullSentence: isNull ? nullSentence(byPoint) : null,
    items: share.items ?? [],
  }
}
