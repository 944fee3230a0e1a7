import type { NamedFigure, NullReason } from '../finding.ts'
import { countText, kOfN } from './wording.ts'

const REASONS: Readonly<Record<NullReason, string>> = {
  'too-few': 'Too few to give a rate.',
  'no-earlier-plan': 'No earlier plan is on record, so this cannot be measured.',
  'no-decision': 'No decision has been made yet, so this cannot be measured.',
  'not-checked': 'No person has checked this yet.',
  'low-agreement': 'The people who coded this did not agree well enough to give a figure.',
  suppressed: 'Hidden to protect people: a group has fewer than 10 contributors.',
  'not-collected': 'We have not collected the records this needs.',
  'asked-pending': 'We have asked for the records this needs and are waiting for them.',
  refused: 'The records this needs were asked for and refused.',
  'not-held': 'The records this needs are not held.',
  exempt: 'The records this needs are closed to the public.',
}

/** Why a figure is not given, with its counts where counts may stand. A null is said; it is never a 0. */
export const nullSentence = (figure: NamedFigure, holder: string | null = null): string => {
  const reason = figure.nullReason === null ? '' : REASONS[figure.nullReason]
  const counts =
    figure.nullReason === 'too-few' && figure.numerator !== null && (figure.denominator ?? 0) > 0
      ? ` The count is ${kOfN(figure)}.`
      : ''
  const { bounds } = figure
  const between =
    figure.nullReason === 'not-checked' && bounds !== null
      ? ` The count is between ${countText(bounds.low)} and ${countText(bounds.high)} of ${countText(bounds.denominator)}.`
      : ''
  return `${reason}${counts}${between}${holder === null ? '' : ` ${holder} holds them.`}`
}
