import type { BodyAudit, NamedFigure } from '../finding.ts'
import { countText, dateText, plural } from './wording.ts'

const ratioText = (ratio: number): string => ratio.toFixed(1)

/**
 * With or against the plan over several consultations: one odds ratio made within each of them, never by adding them up. A range
 * that includes 1 is no difference.
 */
export const takeUpSentence = ({ value, low, high }: NamedFigure): string => {
  if (value === null || low === null || high === null)
    return 'There are too few points to compare take-up with and against the plan over consultations.'
  if (low <= 1 && high >= 1)
    return 'Within consultations, the records do not show a difference in take-up between points with the plan and against it.'
  return (
    `Within each consultation, points with the plan had ${ratioText(value)} times the odds of being taken up ` +
    `(${ratioText(low)} to ${ratioText(high)}) of points against it. The consultations are compared one by one, never added up.`
  )
}

/** How long people waited for an answer: a curve from eight consultations on, else a list. */
export const waitsSentence = ({ waits, medianDays }: BodyAudit['answers'], asOf: string): string => {
  if (waits.length === 0) return 'No consultation has closed yet, so nobody waits for an answer.'
  const open = waits.filter(({ isEnded }) => !isEnded).length
  const still =
    open === 0
      ? plural(waits.length, 'It has an answer.', `All ${countText(waits.length)} have an answer.`)
      : `${countText(open)} of ${countText(waits.length)} still ${plural(open, 'waits', 'wait')}, as at ${dateText(asOf)}.`
  return medianDays === null ? still : `${still} Half had an answer within ${countText(medianDays)} days.`
}
