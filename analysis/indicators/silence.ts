import { counted, dateText, kOfN, rateText } from '../sentences/wording.ts'
import type { CountedUnit } from '../outcomes/counted-unit.ts'
import type { Count } from './count-units.ts'
import type { Indicator } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'
import { isDue, isOverdue, isSilent, isStockRefusal } from './outcome-bases.ts'
import { measurePointShare } from './point-share.ts'

const part = (holds: (unit: CountedUnit) => boolean): Count => ({ isInBase: isDue, isHit: holds })

const COUNTS = {
  silence: part(isSilent),
  'silence-strict': part(unit => isSilent(unit) || isStockRefusal(unit)),
  'silence-contradicted': part(unit => unit.outcome === 'contradicted'),
  'silence-declined-no-reason': part(unit => unit.outcome === 'declined-no-reason'),
  'silence-noted': part(unit => unit.outcome === 'noted'),
  'silence-no-trace': part(unit => unit.outcome === 'no-trace'),
  'silence-overdue': part(isOverdue),
} satisfies Record<string, Count>

/** Documents on file in which a missing answer was looked for. */
const searchedCount = ({ index: { heldOfficial } }: Inquiry): number =>
  [...heldOfficial].reduce(
    (sum, [stage, documents]) => (stage === 'plan' || stage === 'delivery' ? sum : sum + documents.length),
    0,
  )

/** How many points got no answer that we can find? */
export const silence: Indicator = {
  card: {
    number: 'L9',
    id: 'silence',
    name: 'No answer found',
    question: 'How many got nothing?',
    formula:
      '(contradicted + declined without reason + noted + no trace + overdue) ÷ (resolved + out of scope + overdue); strict: adds ' +
      'refusals whose wording was used for unlike points',
    unit: 'share of points',
    denominator: 'Points that could have been answered by now.',
    complaint: 'Ticking boxes',
    doesNotShow: 'It does not show that nobody read it.',
    isExperimental: false,
    isBadge: false,
  },
  counts: COUNTS,
  measure: inquiry =>
    measurePointShare(inquiry, {
      key: 'silence',
      label: 'Points without a published answer that we can find',
      count: COUNTS.silence,
      companions: [
        {
          key: 'silence-strict',
          label: 'Strict: with refusals whose wording was used for unlike points',
          count: COUNTS['silence-strict'],
        },
        { key: 'silence-contradicted', label: 'The plan does the opposite', count: COUNTS['silence-contradicted'] },
        {
          key: 'silence-declined-no-reason',
          label: 'A no with no reason',
          count: COUNTS['silence-declined-no-reason'],
        },
        { key: 'silence-noted', label: 'Mentioned only', count: COUNTS['silence-noted'] },
        { key: 'silence-no-trace', label: 'Searched, nothing found', count: COUNTS['silence-no-trace'] },
        { key: 'silence-overdue', label: 'Waiting for a late decision', count: COUNTS['silence-overdue'] },
      ],
      sentence: figure =>
        `For ${kOfN(figure)} points${rateText(figure)} we found no published answer. ` +
        `We searched ${counted(searchedCount(inquiry), 'document', 'documents')}, up to ${dateText(inquiry.asOf)}.`,
    }),
}
