import type { IndicatorFinding, IndicatorItem, NamedFigure } from '../finding.ts'
import { promiseWords } from './promise-words.ts'
import { countText, kOfN } from './wording.ts'

/** Titles of charts are their findings: 15 words or fewer, numbers as counts, nothing that a range does not bear. */
type Titled = Pick<IndicatorFinding, 'byPoint' | 'isZero'>

const secondOf = ({ against }: NamedFigure): string =>
  `${countText(against?.numerator ?? 0)} of ${countText(against?.denominator ?? 0)}`

export const planChartTitle = ({ byPoint, isZero }: Titled): string => {
  if (byPoint.value === null) return 'With or against the plan: no figure'
  return isZero
    ? 'No difference shown in take-up between points with the plan and against it'
    : `Taken up: ${kOfN(byPoint)} points with the plan, ${secondOf(byPoint)} against it`
}

export const speechChartTitle = (share: NamedFigure, unit: 'minutes' | 'words'): string =>
  unit === 'minutes' ? `Officials spoke for ${kOfN(share)} minutes` : `Officials spoke ${kOfN(share)} words`

export const voicesChartTitle = ({
  byPoint,
  isZero,
  comparedGroups,
}: Titled & Pick<IndicatorFinding, 'comparedGroups'>): string => {
  if (byPoint.value === null || comparedGroups === null)
    return 'Whose points got somewhere? No two groups can be compared'
  const [first, second] = comparedGroups
  return isZero
    ? `No difference shown between ${first} and ${second}`
    : `In the decision: ${kOfN(byPoint)} from ${first}, ${secondOf(byPoint)} from ${second}`
}

/** `items`: the promises one by one, as the figure gives them; they say which were withdrawn. */
export const promisesChartTitle = (
  { numerator, denominator }: NamedFigure,
  items: readonly Pick<IndicatorItem, 'state'>[],
): string => {
  const [open, all] = [numerator ?? 0, denominator ?? 0]
  if (all === 0) return 'No promise is on record'
  const withdrawn = items.filter(({ state }) => state === 'withdrawn').length
  const { main, also } = promiseWords({ open, withdrawn, all })
  return `${main}${also}`
}
