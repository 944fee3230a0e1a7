import type { Audit, Sentence } from '../finding.ts'
import { THRESHOLDS } from '../indicators/thresholds.ts'
import { daysBetween } from '../outcomes/calendar.ts'
import { compose, paragraph, tell } from './compose.ts'
import { pointSentence } from './point-sentence.ts'
import { smallResult, wholeResult } from './result-sentences.ts'
import { subjectOf } from './subject.ts'
import { dateText, plural } from './wording.ts'

const pointsOnRecord = (count: number): Sentence =>
  compose(tell('n', count), ` ${plural(count, 'point is', 'points are')} on record.`)

const awaitedSentence = ({ missingRecords, consultation: { closesOn }, asOf }: Audit): Sentence | null => {
  const asked = missingRecords.find(record => record.holding === 'asked-pending')
  if (asked) return compose(`We have asked ${asked.heldBy === null ? '' : `${asked.heldBy} `}for “${asked.title}”.`)
  return closesOn !== null && closesOn >= asOf ? compose(`It is open until ${dateText(closesOn)}.`) : null
}

const isUndecided = ({ consultation, groups: { byPoint } }: Audit): boolean =>
  consultation.decisionState === 'awaited' || byPoint.notDecided === byPoint.n

const isPastDue = ({ consultation: { decisionDueOn }, asOf }: Audit): boolean =>
  decisionDueOn !== null && decisionDueOn < asOf

const pastDue = ({ consultation: { decisionDueOn }, asOf, groups }: Audit): Sentence => {
  const dueOn = decisionDueOn ?? asOf
  const days = daysBetween(dueOn, asOf)
  const { n } = groups.byPoint
  return compose(
    `A decision was due on ${dateText(dueOn)}. `,
    tell('days', days),
    ` ${plural(days, 'day has', 'days have')} passed. `,
    tell('n', n),
    ` ${plural(n, 'point is', 'points are')} waiting.`,
  )
}

const undecided = (audit: Audit): Sentence => {
  const { decisionDueOn } = audit.consultation
  const date =
    decisionDueOn === null ? 'No date is on record.' : `${subjectOf(audit)} is to decide on ${dateText(decisionDueOn)}.`
  return paragraph(compose('No decision yet.'), pointsOnRecord(audit.groups.byPoint.n), compose(date))
}

const gated = ({ checks, groups: { byPoint } }: Audit): Sentence => {
  const checked = compose(
    'People have checked ',
    tell('checked', checks.confirmedCount),
    ' of the ',
    tell('n', byPoint.n),
    ' points.',
  )
  const isCoverageMet = checks.confirmedCount >= byPoint.n * THRESHOLDS.gateCheckedShare
  if (!isCoverageMet) return paragraph(checked, compose('The result comes when 9 in 10 are checked.'))
  const isAgreementLow = checks.alpha !== null && checks.alpha < THRESHOLDS.alphaLeast
  const wait = isAgreementLow
    ? 'The result comes when those who check agree well enough.'
    : `The result comes when ${byPoint.n < THRESHOLDS.gateCheckedTwiceCount ? 'all' : 'enough of them'} are checked twice.`
  return paragraph(checked, compose(wait))
}

const onePoint = (audit: Audit): Sentence => {
  const point = audit.points.find(finding => finding.setAside === null)
  return paragraph(compose('One person made one point.'), point ? pointSentence(audit, point) : null)
}

interface HeadlineRule {
  readonly name: string
  readonly when: (audit: Audit) => boolean
  readonly sentence: (audit: Audit) => Sentence
}

const count = (audit: Audit): number => audit.groups.byPoint.n

/** pages.md 3.1, in its order: first match wins. */
export const HEADLINE_RULES: readonly HeadlineRule[] = [
  {
    name: 'nothing-on-record',
    when: audit => count(audit) === 0,
    sentence: audit => paragraph(compose('No points are on record yet.'), awaitedSentence(audit)),
  },
  {
    name: 'information-gathering',
    when: ({ consultation }) =>
      consultation.legalStatus === 'information-gathering' || consultation.decisionState === 'none-promised',
    sentence: audit =>
      paragraph(compose('This gathered information; no decision was promised.'), pointsOnRecord(count(audit))),
  },
  { name: 'no-decision-past-due', when: audit => isUndecided(audit) && isPastDue(audit), sentence: pastDue },
  { name: 'no-decision', when: isUndecided, sentence: undecided },
  {
    name: 'nobody-has-checked',
    when: ({ checks }) => checks.confirmedCount === 0,
    sentence: audit =>
      paragraph(
        compose('No result yet.'),
        pointsOnRecord(count(audit)),
        compose(count(audit) === 1 ? 'No person has checked it.' : 'No person has checked them.'),
      ),
  },
  { name: 'gate-not-met', when: ({ headlineGate }) => !headlineGate.isMet, sentence: gated },
  { name: 'one-point', when: audit => count(audit) === 1, sentence: onePoint },
  { name: 'few-points', when: audit => count(audit) < THRESHOLDS.smallBelowCount, sentence: smallResult },
  { name: 'result', when: () => true, sentence: wholeResult },
]

/** The finding of a consultation, and which rule of pages.md 3.1 made it. */
export const consultationHeadline = (audit: Audit): Sentence & { readonly rule: string } => {
  const rule = HEADLINE_RULES.find(one => one.when(audit))
  if (!rule) throw new Error('No headline rule matched, though the last one matches everything.')
  return { ...rule.sentence(audit), rule: rule.name }
}
