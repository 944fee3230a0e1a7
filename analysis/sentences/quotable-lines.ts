import type { Audit } from '../finding.ts'
import { countText, counted, dateText, plural } from './wording.ts'

/** One finding at three lengths, each to be printed as it stands: with its range, dated, with its release. */
export interface QuotableLines {
  readonly short: string
  readonly medium: string
  readonly long: string
}

/** " (range 74 to 79)": with what is unchecked, undecidable or disputed counted both ways. Empty where nothing is open. */
const rangeOf = ({ noAnswerBounds: bounds }: Audit): string => {
  if (bounds === null || bounds.low === bounds.high) return ''
  return ` (range ${countText(bounds.low)} to ${countText(bounds.high)})`
}

const foundOf = (audit: Audit): string => {
  const { n, answered, noAnswer, notChecked } = audit.groups.byPoint
  const { name } = audit.body
  const points = `${countText(n)} points people made on “${audit.consultation.title}”`
  if (noAnswer === n) return `Said & Done found no answer from ${name} to any of the ${points}.`
  if (answered === n) return `${name} answered all ${points}, Said & Done found.`
  const share = answered === 0 ? 'none' : countText(answered)
  const others = notChecked > 0 ? 'the others that people checked' : 'the others'
  const rest = noAnswer === 0 ? `none of ${others} was` : `for ${countText(noAnswer)}${rangeOf(audit)},`
  return noAnswer === 0
    ? `${name} answered ${share} of the ${points}, Said & Done found; ${rest} left without an answer.`
    : `${name} answered ${share} of the ${points}; ${rest} Said & Done found no answer.`
}

const changeOf = ({ baseline, groups: { byPoint } }: Audit): string => {
  const { changeMade, originUnknown, alreadyPlanned } = byPoint
  if (baseline === null && changeMade > 0)
    return `The plan now has what ${countText(changeMade)} asked for; no earlier plan is on record.`
  const known = changeMade - originUnknown
  const change =
    known === 0 ? 'It found no change' : `${countText(known)} ${plural(known, 'was', 'were')} met by a change`
  const unknown = `${countText(originUnknown)}${known === 0 ? '' : ' more'} ${plural(originUnknown, 'is', 'are')} in the decision, origin unknown`
  const planned = `${countText(alreadyPlanned)} asked for what was planned already`
  return `${[change, ...(originUnknown > 0 ? [unknown] : []), ...(alreadyPlanned > 0 ? [planned] : [])].join('; ')}.`
}

const ideasOf = ({ groups: { byIdea } }: Audit): string => {
  const answered =
    byIdea.answered === 0
      ? 'none of these was'
      : `${countText(byIdea.answered)} ${plural(byIdea.answered, 'was', 'were')}`
  const noAnswer = byIdea.noAnswer === 0 ? '' : ` For ${countText(byIdea.noAnswer)}, it found no answer.`
  return `The points are ${counted(byIdea.n, 'idea', 'ideas')}; ${answered} answered.${noAnswer}`
}

/** Three lines that a reporter can print. Preconditions: the headline gate is met, and a result stands. */
export const quotableLines = (audit: Audit, version: string | null): QuotableLines => {
  const dated = `(As at ${dateText(audit.asOf)}, ${version === null ? 'not yet released' : `release ${version}`}.)`
  const found = foundOf(audit)
  const change = changeOf(audit)
  return {
    short: `${found} ${dated}`,
    medium: `${found} ${change} ${dated}`,
    long: `${found} ${change} ${ideasOf(audit)} “Answered” means a decision can be read, or a next step is named. It does not mean agreed. ${dated}`,
  }
}
