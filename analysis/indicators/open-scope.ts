import { kOfN } from '../sentences/wording.ts'
import type { Indicator } from './indicator.ts'
import { measureCount } from './record-share.ts'
import { THRESHOLDS } from './thresholds.ts'

/** How much was up for discussion when people were asked? */
export const openScope: Indicator = {
  card: {
    number: 'L14',
    id: 'open-scope',
    name: 'Open to change',
    question: 'How much was up for discussion?',
    formula: 'parts of the decision declared open at launch ÷ all parts; parts of unknown openness count as not open',
    unit: 'count of parts',
    denominator: 'Parts of the decision; five at least.',
    complaint: 'Telling you what is happening',
    doesNotShow: 'It does not show whether a narrow scope was proper.',
    isExperimental: false,
    isBadge: false,
  },
  counts: {},
  measure: ({ record: { decisionElements } }) => {
    const unknownCount = decisionElements.filter(element => element.openness === 'unknown').length
    const openCount = decisionElements.filter(element => element.openness === 'open').length
    const measured = measureCount({
      key: 'open-scope',
      label: 'Parts of the decision that were open when people were asked',
      hitCount: openCount,
      totalCount: decisionElements.length,
      isCollected: decisionElements.length > 0,
      minCount: THRESHOLDS.elementMinCount,
      isExact: true,
      items: decisionElements.map(({ text, openness, passageId }) => ({
        text,
        state: openness,
        on: null,
        days: null,
        passageId,
      })),
      sentence: figure => `When people were asked, ${kOfN(figure)} parts of the decision were said to be open.`,
    })
    if (unknownCount === 0) return measured
    const bounds = { low: openCount, high: openCount + unknownCount, denominator: decisionElements.length }
    return { ...measured, byPoint: { ...measured.byPoint, bounds } }
  },
}
