import { nullSentence } from '../sentences/null-sentences.ts'
import type { NamedFigure } from '../finding.ts'
import { missingFigure } from './figure.ts'
import type { Measured } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'

const withoutPlan = (figure: NamedFigure): NamedFigure =>
  missingFigure({ key: figure.key, label: figure.label }, figure.unit, 'no-earlier-plan')

/** Without a dated plan from before there is no such figure, by point, by idea or beside: null, never 0. */
export const onlyWithEarlierPlan = (inquiry: Inquiry, measured: Measured): Measured => {
  if (inquiry.index.baseline !== null) return measured
  const byPoint = withoutPlan(measured.byPoint)
  return {
    ...measured,
    byPoint,
    byIdea: measured.byIdea && withoutPlan(measured.byIdea),
    companions: measured.companions.map(withoutPlan),
    sentence: null,
    twin: null,
    nullSentence: nullSentence(byPoint),
  }
}
