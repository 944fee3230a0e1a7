import type { Claim } from '../../data/model/stated-outcome.ts'
import type { IndicatorItem } from '../finding.ts'
import { countText } from '../sentences/wording.ts'
import { shareFigure } from './figure.ts'
import type { Indicator } from './indicator.ts'
import { measureCount } from './record-share.ts'
import { THRESHOLDS } from './thresholds.ts'

const itemOf = ({ text, verdict, madeOn, passageId, evidencePassageId }: Claim): IndicatorItem => ({
  text,
  state: verdict,
  on: madeOn,
  days: null,
  passageId: evidencePassageId ?? passageId,
})
const VERDICTS = ['supported', 'partly', 'unsupported', 'contradicted'] as const

/** Do the records bear out what the council says it did? */
export const claimCheck: Indicator = {
  card: {
    number: 'L12',
    id: 'claim-check',
    name: 'Claims checked',
    question: 'Do the records bear out what the council says it did?',
    formula: 'statements the records support ÷ checkable statements',
    unit: 'share of statements',
    denominator: 'Statements of the body about what it did that can be checked.',
    complaint: 'Ticking boxes',
    doesNotShow: 'It does not show that a statement is false. Unsupported means that no evidence was found.',
    isExperimental: false,
    isBadge: false,
  },
  counts: {},
  measure: ({ record }) => {
    const claims = record.claims
    const checkable = claims.filter(claim => claim.verdict !== 'not-checkable')
    const countOf = (verdict: Claim['verdict']): number => claims.filter(claim => claim.verdict === verdict).length
    return measureCount({
      key: 'claim-check',
      label: 'Checkable statements that the records support',
      hitCount: countOf('supported'),
      totalCount: checkable.length,
      isCollected: claims.length > 0,
      minCount: THRESHOLDS.claimMinCount,
      companions: VERDICTS.map(verdict =>
        shareFigure(
          { key: `claims-${verdict}`, label: `Statements: ${verdict}` },
          countOf(verdict),
          checkable.length,
          THRESHOLDS.claimMinCount,
        ),
      ),
      items: claims.map(itemOf),
      sentence: figure =>
        `Of ${countText(figure.denominator ?? 0)} checkable statements, the records support ${countText(figure.numerator ?? 0)}.`,
    })
  },
}
