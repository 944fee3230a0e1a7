import { countText, dateText, kOfN, plural, rateText } from '../sentences/wording.ts'
import { effectiveCount } from '../statistics/kish.ts'
import { plainFigure } from './figure.ts'
import type { Count } from './count-units.ts'
import type { Indicator } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'
import { isResolved, isTakenUp } from './outcome-bases.ts'
import { measurePointShare } from './point-share.ts'

const COUNTS = {
  reach: { isInBase: isResolved, isHit: isTakenUp },
  'reach-whole': { isInBase: isResolved, isHit: unit => isTakenUp(unit) && unit.outcome !== 'partly-adopted' },
  'reach-part': { isInBase: isResolved, isHit: unit => unit.outcome === 'partly-adopted' },
} satisfies Record<string, Count>

const plannedClause = (plannedCount: number, planOn: string | null): string =>
  planOn === null
    ? 'No earlier plan is on record to compare them with'
    : `${countText(plannedCount)} of them ${plural(plannedCount, 'was', 'were')} already in the plan of ${dateText(planOn)}`

const plannedCount = (inquiry: Inquiry): number =>
  inquiry.points.filter(unit => unit.outcome === 'already-planned').length

/** Voices of one idea share its fate: what the resolved points are worth as independent ones (Kish). */
const effectiveVoices = ({ ideas }: Inquiry) =>
  plainFigure(
    { key: 'effective-voices', label: 'What the resolved points are worth as independent ones (Kish)' },
    'count',
    effectiveCount(ideas.map(idea => idea.members.filter(isResolved).length)),
  )

/** How many of the points people made are in the decision at all? */
export const reach: Indicator = {
  card: {
    number: 'L1',
    id: 'reach',
    name: 'In the decision',
    question: 'How many points are in it at all?',
    formula: 'taken up in full or in part ÷ resolved points (T / R)',
    unit: 'share of points',
    denominator: 'Points with a decision or an answer to look at: outcomes 6 to 15 of the tree.',
    complaint: null,
    doesNotShow:
      'It does not show that a point caused the decision. Read it with "New in the decision" and "Already in the plan".',
    isExperimental: false,
    isBadge: false,
  },
  counts: COUNTS,
  measure: inquiry => {
    const measured = measurePointShare(inquiry, {
      key: 'reach',
      label: 'Points in the decision, in full or in part',
      count: COUNTS.reach,
      companions: [
        { key: 'reach-whole', label: 'In full', count: COUNTS['reach-whole'] },
        { key: 'reach-part', label: 'In part', count: COUNTS['reach-part'] },
      ],
      sentence: figure =>
        `${kOfN(figure)} points${rateText(figure)} are in the decision in full or in part. ` +
        `${plannedClause(plannedCount(inquiry), inquiry.index.baseline?.publishedOn ?? null)}.`,
    })
    return { ...measured, companions: [...measured.companions, effectiveVoices(inquiry)] }
  },
}
