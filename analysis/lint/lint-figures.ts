import type { Audit, IndicatorFinding, LintFinding, NamedFigure } from '../finding.ts'
import { includesZero } from '../indicators/count-units.ts'
import { THRESHOLDS } from '../indicators/thresholds.ts'
import { barredWordsIn } from '../sentences/barred-words.ts'

/** What the rules look at: an audit without its own lint. */
export type LintedAudit = Omit<Audit, 'lint'>

/** A rule of publishing.md P13 (blocked) or P14 (warned); its message, or null where it has nothing to say. */
export interface FigureRule {
  readonly level: LintFinding['level']
  readonly rule: string
  readonly find: (indicator: IndicatorFinding, audit: LintedAudit) => string | null
}

const figuresOf = ({ byPoint, byIdea, companions }: IndicatorFinding): readonly NamedFigure[] =>
  [byPoint, ...(byIdea ? [byIdea] : []), ...companions].filter(figure => figure.value !== null)

/** Complete by nature, or open on one side by nature: no sampling range to ask for. */
const NO_RANGE_NEEDED = new Set<string | null>(['exact', 'open', 'aalen-johansen'])
const isRate = ({ unit, rangeMethod }: NamedFigure): boolean =>
  (unit === 'share' || unit === 'difference') &&
  !NO_RANGE_NEEDED.has(rangeMethod) &&
  rangeMethod !== 'kaplan-meier-log-log'

const smallest = ({ denominator, against }: NamedFigure): number =>
  Math.min(denominator ?? Number.POSITIVE_INFINITY, against?.denominator ?? Number.POSITIVE_INFINITY)

/** Text between quotation marks is somebody else's: it cannot change our sentences. */
const withoutQuotes = (text: string): string => text.replace(/“[^”]*”/gu, '')
const sentencesOf = ({ sentence, twin, nullSentence }: IndicatorFinding): string =>
  withoutQuotes([sentence, twin, nullSentence].filter(text => text !== null).join(' '))

const NEEDS_PLAN = new Set(['L2', 'L3', 'L4', 'L24'])
/** Rests on outcomes of points: those have a twin by idea; L27 compares groups of them. */
const overPoints = ({ byIdea, number }: IndicatorFinding): boolean => byIdea !== null || number === 'L27'

const when = (isWrong: boolean, message: string): string | null => (isWrong ? message : null)

const valueOf = (audit: LintedAudit, number: string): number | null =>
  audit.indicators.find(one => one.number === number)?.byPoint.value ?? null

export const FIGURE_RULES: readonly FigureRule[] = [
  {
    level: 'blocked',
    rule: 'P13 too few',
    find: indicator => {
      const wrong = figuresOf(indicator).find(figure => isRate(figure) && smallest(figure) < THRESHOLDS.shareMinCount)
      return wrong ? `"${wrong.label}" is a rate on fewer than 10.` : null
    },
  },
  {
    level: 'blocked',
    rule: 'P13 low agreement',
    find: ({ alpha, byPoint }) =>
      when(
        byPoint.value !== null && alpha !== null && alpha < THRESHOLDS.alphaLeast,
        `Coders agree too little (alpha ${alpha?.toFixed(2)}).`,
      ),
  },
  {
    level: 'blocked',
    rule: 'P13 no earlier plan',
    find: ({ number, byPoint }, audit) =>
      when(
        NEEDS_PLAN.has(number) && byPoint.value !== null && audit.baseline === null,
        'It speaks of what is new, and no earlier dated plan is on record.',
      ),
  },
  {
    level: 'blocked',
    rule: 'P13 not checked enough',
    find: (indicator, audit) =>
      when(
        overPoints(indicator) && indicator.byPoint.value !== null && !audit.headlineGate.isMet,
        audit.headlineGate.reasons.join(' '),
      ),
  },
  {
    level: 'blocked',
    rule: 'P13 reply window open',
    find: ({ byPoint }, { replyWindow }) =>
      when(byPoint.value !== null && replyWindow.isOpen, `The body can reply until ${replyWindow.dueOn}.`),
  },
  {
    level: 'blocked',
    rule: 'P13 difference includes 0',
    find: ({ byPoint, byIdea, isZero }) => {
      const isDifference = byPoint.unit === 'difference' && byPoint.value !== null
      const isOpen = includesZero(byPoint) || (byIdea !== null && includesZero(byIdea))
      return when(isDifference && isOpen && !isZero, 'Its range includes no difference, and the sentence claims one.')
    },
  },
  {
    level: 'blocked',
    rule: 'P13 word',
    find: indicator => {
      const words = barredWordsIn(sentencesOf(indicator))
      return words.length === 0 ? null : `Its sentence contains "${words.join('", "')}".`
    },
  },
  {
    level: 'blocked',
    rule: 'P13 range, date or rows missing',
    find: (indicator, audit) => {
      const noRange = figuresOf(indicator).find(
        figure => isRate(figure) && (figure.low === null || figure.high === null),
      )
      if (noRange) return `"${noRange.label}" has no range.`
      if (!/^\d{4}-\d{2}-\d{2}$/.test(audit.asOf)) return 'The as-at date is missing.'
      const isUnlinked =
        indicator.byPoint.unit === 'share' && indicator.byIdea !== null && indicator.byPoint.rows === null
      return when(isUnlinked && indicator.byPoint.value !== null, 'No link leads to its rows.')
    },
  },
  {
    level: 'blocked',
    rule: 'P13 suppressed cell',
    find: ({ byPoint, companions }) => {
      const open = [byPoint, ...companions].find(
        ({ nullReason, value, numerator, denominator }) =>
          nullReason === 'suppressed' && [value, numerator, denominator].some(number => number !== null),
      )
      return open ? `"${open.label}" is hidden to protect people, and a number of it is not.` : null
    },
  },
  {
    level: 'blocked',
    rule: 'P15 alone',
    find: ({ number, byPoint }, audit) =>
      when(
        number === 'L1' && byPoint.value !== null && (valueOf(audit, 'L2') === null || valueOf(audit, 'L3') === null),
        'It is not published without "New in the decision" and "Already in the plan".',
      ),
  },
  {
    level: 'blocked',
    rule: 'P13 too few for a headline',
    find: ({ byPoint }) =>
      when(
        byPoint.unit === 'difference' && byPoint.value !== null && smallest(byPoint) < THRESHOLDS.groupHeadlineMinCount,
        'In a headline each group needs 20; it may stand in tables.',
      ),
  },
  {
    level: 'warned',
    rule: 'P14 small numbers',
    find: ({ byPoint }) => when(byPoint.value !== null && byPoint.isSmall, 'It rests on fewer than 30.'),
  },
  {
    level: 'warned',
    rule: 'P14 open disputes',
    find: ({ flagCounts: { disputed = 0 } }) =>
      when(
        disputed > 0,
        `${disputed === 1 ? 'One of its points is' : `${disputed} of its points are`} in dispute; the bounds count them both ways.`,
      ),
  },
  {
    level: 'warned',
    rule: 'P14 flags',
    find: ({ flagCounts: { 'stock-reason': stock = 0, 'claim-conflict': claims = 0 } }) =>
      when(
        stock + claims > 0,
        `Among its points: ${stock} with a stock reason, ${claims} where the body claims otherwise.`,
      ),
  },
  {
    level: 'warned',
    rule: 'P14 agenda split missing',
    find: ({ number, byPoint, companions }) =>
      when(
        number === 'L15' &&
          byPoint.value !== null &&
          companions.every(one => one.key !== 'agenda-split' || one.value === null),
        'The agenda’s split of time is not on record.',
      ),
  },
  {
    level: 'warned',
    rule: 'P14 moderate agreement',
    find: (indicator, audit) => {
      const alpha = overPoints(indicator) ? audit.checks.alpha : indicator.alpha
      const isModerate = alpha !== null && alpha >= THRESHOLDS.alphaLeast && alpha < THRESHOLDS.alphaPlain
      return when(
        indicator.byPoint.value !== null && isModerate,
        `Coders agreed moderately (alpha ${alpha?.toFixed(2)}).`,
      )
    },
  },
  {
    level: 'warned',
    rule: 'P14 agreement not measured',
    find: (indicator, audit) =>
      when(
        overPoints(indicator) && indicator.byPoint.value !== null && audit.checks.alpha === null,
        'No point has been coded by two people, so agreement is not known.',
      ),
  },
]

/** What an editor is told before figures are published: every rule over every indicator, in their order. */
export const lintFigures = (audit: LintedAudit): readonly LintFinding[] =>
  audit.indicators.flatMap(indicator =>
    FIGURE_RULES.flatMap(({ level, rule, find }) => {
      const message = find(indicator, audit)
      return message === null ? [] : [{ level, rule, subject: indicator.number, message }]
    }),
  )

/** Whether the figure itself may not be published; "too few for a headline" keeps it out of headlines alone. */
export const isBlocked = (findings: readonly LintFinding[], number: string): boolean =>
  findings.some(({ level, rule, subject }) => level === 'blocked' && subject === number && !rule.endsWith('headline'))
