// Longer than most: the whole report stands in the order in which it is read.
import { FEW_PEOPLE_TEXT } from '../../analysis/disclosure/protect-groups.ts'
import type { Audit, GroupCounts, ListeningGapIndex, NamedFigure, StatedView } from '../../analysis/finding.ts'
import { publishedIndicators, type PublishedIndicator } from '../../analysis/lint/published-indicators.ts'
import { certaintySentence } from '../../analysis/sentences/certainty-sentences.ts'
import { consultationHeadline } from '../../analysis/sentences/consultation-headline.ts'
import { dateText } from '../../analysis/sentences/wording.ts'

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

const rounded = (value: number): string => String(Math.round(value * 10) / 10)

const aloneText = (simple: NamedFigure['simple'], end: (share: number) => string, between: string): string =>
  simple === null ? '' : `; alone ${end(simple.low)}${between}${end(simple.high)}`

/** "34/104 32.7% (17.4–48.6%; alone 24.4–42.2)", "+35.0 pp (14.3 to 56.5; alone +15.3 to +56.7)", or why there is no figure. */
const figureText = (figure: NamedFigure): string => {
  const counts =
    figure.numerator === null || figure.denominator === null ? '' : `${figure.numerator}/${figure.denominator} `
  if (figure.nullReason === 'suppressed') return FEW_PEOPLE_TEXT
  if (figure.value === null) return `${counts}no figure: ${figure.nullReason ?? 'not known'}`
  const { value, low, high, unit } = figure
  switch (unit) {
    case 'share': {
      const range =
        low === null || high === null || figure.rangeMethod === 'exact'
          ? ''
          : ` (${(low * 100).toFixed(1)}–${percent(high)}${aloneText(figure.simple, share => (share * 100).toFixed(1), '–')})`
      return `${counts}${percent(value)}${range}${figure.isSmall ? ', small numbers' : ''}`
    }
    case 'difference': {
      const points = (share: number): string => `${share >= 0 ? '+' : '−'}${Math.abs(share * 100).toFixed(1)}`
      return `${points(value)} pp${low === null || high === null ? '' : ` (${points(low)} to ${points(high)}${aloneText(figure.simple, points, ' to ')})`}`
    }
    case 'ratio':
      return `${value.toFixed(2)}${low === null || high === null ? '' : ` (${low.toFixed(2)} to ${high.toFixed(2)})`}`
    case 'days':
      return `${rounded(value)} days`
    case 'count':
      return rounded(value)
  }
}

const widthCharacters = 100

/** Long sentences in lines of a terminal's width, each indented alike. */
const wrapped = (text: string, indent: string): readonly string[] =>
  text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < widthCharacters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(`${indent}${word}`)
    return lines
  }, [])

const heading = (text: string): readonly string[] => ['', text, '-'.repeat(text.length)]

const GROUP_ROWS: readonly (readonly [words: string, count: (counts: GroupCounts) => number])[] = [
  ['Answered', counts => counts.answered],
  ['  Change made', counts => counts.changeMade],
  ['  Already in the plan', counts => counts.alreadyPlanned],
  ['  Turned down, with a reason', counts => counts.turnedDown],
  ['  Put off', counts => counts.putOff],
  ['No answer found', counts => counts.noAnswer],
  ['Not decided yet', counts => counts.notDecided],
  ['Not checked, or cannot tell', counts => counts.notChecked],
  ['In all', counts => counts.n],
]

const groupLines = ({ groups, setAside }: Audit): readonly string[] => [
  `${''.padEnd(32)}${'by point'.padStart(10)}${'by idea'.padStart(10)}`,
  ...GROUP_ROWS.map(
    ([words, count]) =>
      `${words.padEnd(32)}${String(count(groups.byPoint)).padStart(10)}${String(count(groups.byIdea)).padStart(10)}`,
  ),
  `Left out, and counted: ${Object.entries(setAside)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')}`,
]

const replyText = ({ replyWindow: { isOpen, dueOn, hasReplied } }: Audit): string => {
  if (hasReplied) return 'The body has replied.'
  if (dueOn === null) return 'The body has not been asked for its reply.'
  return isOpen ? `The body can reply until ${dateText(dueOn)}.` : `No reply received by ${dateText(dueOn)}.`
}

const SIGNAL_STATES = { present: 'present', 'not-present': 'not present', 'not-enough-records': 'not enough records' }

const signalLines = ({ signals: board }: Audit): readonly string[] => [
  ...heading(board.heading),
  ...wrapped(`${board.sentence} ${board.explanation}`, ''),
  ...board.signals.flatMap(({ letter, name, indicatorNumber, state, evidence, threshold, innocent }) => [
    `${letter} [${SIGNAL_STATES[state]}] ${name} (${indicatorNumber})`,
    ...wrapped(`${evidence}. The rule: ${threshold}`, '    '),
    ...wrapped(`It can also mean: ${innocent}`, '    '),
  ]),
]

/** One against the rest, group by group, is for the file: in a terminal it buries what it belongs to. */
const isForFile = ({ key }: NamedFigure): boolean => key.endsWith('-against-rest')

const numberLines = ({ finding }: PublishedIndicator): readonly string[] => {
  const companions = finding.companions.filter(figure => !isForFile(figure))
  const leftCount = finding.companions.length - companions.length
  return [
    `    ${finding.byIdea === null ? 'figure' : 'by point'}: ${figureText(finding.byPoint)}`,
    ...(finding.byIdea === null ? [] : [`    by idea:  ${figureText(finding.byIdea)}`]),
    ...companions.map(figure => `      ${figure.label}: ${figureText(figure)}`),
    ...(leftCount === 0 ? [] : [`      and ${leftCount} more with --json: each group against the rest`]),
    ...[finding.sentence, finding.twin, finding.nullSentence].flatMap(text =>
      text === null ? [] : wrapped(text, '    '),
    ),
    ...finding.items.map(({ text, state }) => `      - ${text}: ${state}`),
  ]
}

const indicatorLines = (published: PublishedIndicator): readonly string[] => {
  const { finding, blockedBecause, warnings } = published
  const isBlocked = blockedBecause.length > 0
  return [
    '',
    `${finding.number} ${finding.name}${finding.question === finding.name ? '' : `: ${finding.question}`}${finding.isExperimental ? ' (experimental)' : ''}`,
    ...(isBlocked
      ? blockedBecause.flatMap(reason => wrapped(`BLOCKED, not for publication: ${reason}`, '    '))
      : numberLines(published)),
    ...warnings.flatMap(({ message }) => wrapped(`Mind: ${message}`, '    ')),
    ...wrapped(`Does not show: ${finding.doesNotShow}`, '    '),
  ]
}

const spread = (range: { readonly low: number; readonly high: number } | null): string =>
  range === null ? 'not given' : `${rounded(range.low)}–${rounded(range.high)}`

/** Off by default, never ranked, no number without its range. */
const indexLines = (index: ListeningGapIndex | null, influence: NamedFigure | undefined): readonly string[] => {
  if (index === null) return []
  const title = heading(`Listening-gap index ${index.version}: 0 no sign, 100 every sign; never ranked`)
  if (index.low === null || index.high === null || index.drawLow === null || index.drawHigh === null)
    return [...title, 'No index:', ...index.nullReasons.map(reason => `  ${reason}`)]
  return [
    ...title,
    `  with unknown parts at their best and worst: ${spread({ low: index.low, high: index.high })}`,
    `  90% of ${index.drawCount} draws (seed ${index.seed}): ${spread({ low: index.drawLow, high: index.drawHigh })}`,
    `  bands: ${index.bands.join(' to ')} (${Math.round((index.bandShare ?? 0) * 100)}% of draws)`,
    `  equal weights: ${spread(index.equalWeights)}; geometric: ${spread(index.geometric)}; leaving one part out: ${spread(index.leaveOneOut)}`,
    ...(influence === undefined ? [] : [`  beside it, never in it: new in the decision ${figureText(influence)}`]),
  ]
}

const statedLines = (stated: StatedView): readonly string[] => {
  if (stated.statedCount === 0) return []
  const { reasons } = stated
  return [
    'What the council says (its own words; in no figure above)',
    `  ${stated.accepted.label}: ${figureText(stated.accepted)}`,
    `  ${stated.acceptedWithoutOfficers.label}: ${figureText(stated.acceptedWithoutOfficers)}`,
    ...stated.breakdowns.flatMap(({ attribute, rows }) => [
      `  By ${attribute}:`,
      ...rows.map(({ label, accepted }) => `    ${label}: ${figureText(accepted)}`),
    ]),
    ...(stated.officersAgainstRest === null
      ? []
      : [
          `  ${stated.officersAgainstRest.difference.label}: ${figureText(stated.officersAgainstRest.difference)}`,
          `  ${stated.officersAgainstRest.oddsRatio.label}: ${figureText(stated.officersAgainstRest.oddsRatio)}`,
        ]),
    `  ${reasons.withReasonText.label}: ${figureText(reasons.withReasonText)}; empty reasons: ${reasons.emptyCount}`,
    ...reasons.empty.map(({ text, useCount }) => `    empty: "${text}" ${useCount} times`),
    ...reasons.reused.slice(0, 5).map(({ text, useCount }) => `    ${useCount} uses: "${text.slice(0, 100)}"`),
    `  Identical points with different answers: ${stated.unequalAnswers.length}`,
  ]
}

const rangesText = ({ seed }: Audit): string =>
  `Ranges by point: 10,000 draws of whole ideas, seed ${seed}, since voices of one idea share the decision. "Alone": the range if each point stood for itself.`

/** One consultation as a person reads it in a terminal. */
export const auditText = (audit: Audit): string =>
  [
    `${audit.consultation.title}, ${audit.body.name}${audit.isFictional ? ' (fictional)' : ''}`,
    `As at ${audit.asOf}, method ${audit.methodVersion}`,
    '',
    ...wrapped(consultationHeadline(audit).text, ''),
    ...wrapped(`${certaintySentence(audit).text} ${replyText(audit)}`, ''),
    '',
    ...groupLines(audit),
    ...(audit.headlineGate.isMet
      ? []
      : ['', 'A headline is not shown:', ...audit.headlineGate.reasons.map(reason => `  ${reason}`)]),
    ...signalLines(audit),
    ...heading(`The ${audit.indicators.length} numbers`),
    ...wrapped(rangesText(audit), ''),
    ...publishedIndicators(audit).flatMap(indicatorLines),
    ...indexLines(audit.listeningGapIndex, audit.indicators.find(({ id }) => id === 'influence')?.byPoint),
    '',
    ...statedLines(audit.stated),
  ]
    .join('\n')
    .trimEnd()
