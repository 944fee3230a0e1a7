import type { CountedUnit, Stance } from '../outcomes/counted-unit.ts'
import { countText } from '../sentences/wording.ts'
import { countShare, type Count } from './count-units.ts'
import type { Indicator } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'
import { isDue, isNew, isResolved, isSilent } from './outcome-bases.ts'
import { gapText, measurePointDifference } from './point-difference.ts'
import { rowsOf } from './point-share.ts'

const STANCES: readonly Stance[] = ['objection', 'supportive', 'neutral']
const of = (
  stance: Stance,
  isInBase: (unit: CountedUnit) => boolean,
  isHit: (unit: CountedUnit) => boolean,
): Count => ({
  isInBase: unit => unit.stance === stance && isInBase(unit),
  isHit,
  couldBeInBase: unit => unit.stance === stance || unit.stance === null,
})

const COUNTS = {
  'silence-objection': of('objection', isDue, isSilent),
  'silence-supportive': of('supportive', isDue, isSilent),
  'silence-neutral': of('neutral', isDue, isSilent),
  'influence-objection': of('objection', isResolved, isNew),
  'influence-supportive': of('supportive', isResolved, isNew),
  'influence-neutral': of('neutral', isResolved, isNew),
} satisfies Record<string, Count>

const LABELS: Readonly<Record<Stance, string>> = {
  objection: 'Objections',
  supportive: 'Supportive points',
  neutral: 'Neutral points',
}

const companionsOf = (inquiry: Inquiry) => [
  countShare(
    inquiry,
    inquiry.byPoint,
    { key: 'silence-neutral', label: 'Neutral points without an answer', rows: rowsOf('silence-neutral') },
    COUNTS['silence-neutral'],
  ),
  ...(inquiry.index.baseline === null ? [] : STANCES).map(stance =>
    countShare(
      inquiry,
      inquiry.byPoint,
      { key: `influence-${stance}`, label: `${LABELS[stance]} taken up as new`, rows: rowsOf(`influence-${stance}`) },
      COUNTS[`influence-${stance}`],
    ),
  ),
]

/** Were objections left unanswered more often than support? */
export const objectionSilenceGap: Indicator = {
  card: {
    number: 'L6',
    id: 'objection-silence-gap',
    name: 'Objections and support',
    question: 'Were objections left unanswered more often?',
    formula: 'share without an answer among objections − the same among supportive points',
    unit: 'percentage points',
    denominator: 'Points of each stance that could have been answered by now.',
    complaint: 'Testing the waters, spotting resistance',
    doesNotShow: 'It does not show that objections were singled out. They can be harder to answer.',
    isExperimental: false,
    isBadge: false,
  },
  counts: COUNTS,
  measure: inquiry => {
    const measured = measurePointDifference(inquiry, {
      key: 'objection-silence-gap',
      label: 'Without an answer: objections against support',
      first: { key: 'silence-objection', label: 'Objections without an answer', count: COUNTS['silence-objection'] },
      second: {
        key: 'silence-supportive',
        label: 'Supportive points without an answer',
        count: COUNTS['silence-supportive'],
      },
      sentence: ({ first, second, difference }) =>
        `${countText(first.numerator ?? 0)} of ${countText(first.denominator ?? 0)} objections had no recorded answer. ` +
        `Of points in support, ${countText(second.numerator ?? 0)} of ${countText(second.denominator ?? 0)} had none. The gap is ${gapText(difference)}.`,
      zeroSentence: () => 'The records do not show a difference in answers between objections and support.',
    })
    return { ...measured, companions: [...measured.companions, ...companionsOf(inquiry)] }
  },
}
