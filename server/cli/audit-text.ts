import type { Audit, GroupCounts, IndicatorFinding, NamedFigure, StatedView } from '../../analysis/finding.ts'
import type { ConsultationRecord } from '../../data/model/consultation-record.ts'

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** "34/104 32.7% (24.4–42.2)", "+35.0 pp (15.3 to 56.7)", or why there is no figure. */
export const figureText = (figure: NamedFigure): string => {
  const counts =
    figure.numerator === null || figure.denominator === null ? '' : `${figure.numerator}/${figure.denominator} `
  if (figure.value === null) return `${counts}no figure: ${figure.nullReason ?? 'not known'}`
  const { value, low, high, unit } = figure
  switch (unit) {
    case 'share': {
      const range = low === null || high === null ? '' : ` (${(low * 100).toFixed(1)}–${percent(high)})`
      return `${counts}${percent(value)}${range}${figure.isSmall ? ', small numbers' : ''}`
    }
    case 'difference': {
      const points = (share: number): string => `${share >= 0 ? '+' : '−'}${Math.abs(share * 100).toFixed(1)}`
      return `${points(value)} pp${low === null || high === null ? '' : ` (${points(low)} to ${points(high)})`}`
    }
    case 'ratio':
      return `${value.toFixed(2)}${low === null || high === null ? '' : ` (${low.toFixed(2)} to ${high.toFixed(2)})`}`
    case 'days':
      return `${value} days`
    case 'count':
      return String(value)
  }
}

const groupLines = (counts: GroupCounts): readonly string[] => [
  `  Answered ${counts.answered} of ${counts.n}`,
  `    Change made                 ${counts.changeMade}`,
  `    Already in the plan         ${counts.alreadyPlanned}`,
  `    Turned down, with a reason  ${counts.turnedDown}`,
  `    Put off                     ${counts.putOff}`,
  `  No answer found               ${counts.noAnswer}`,
  `  Not decided yet               ${counts.notDecided}`,
  `  Not checked, or cannot tell   ${counts.notChecked}`,
]

const indicatorLines = (indicator: IndicatorFinding): readonly string[] => [
  `${indicator.number} ${indicator.name}`,
  `  by point: ${figureText(indicator.byPoint)}`,
  ...(indicator.byIdea === null ? [] : [`  by idea:  ${figureText(indicator.byIdea)}`]),
  ...indicator.companions.map(figure => `  ${figure.label}: ${figureText(figure)}`),
  ...[indicator.sentence, indicator.twin, indicator.nullSentence].flatMap(text => (text === null ? [] : [`  ${text}`])),
  `  Does not show: ${indicator.doesNotShow}`,
]

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

/** One consultation as a person reads it in a terminal. */
export const auditText = ({ body, consultation }: ConsultationRecord, audit: Audit): string =>
  [
    `${consultation.title}, ${body.name}${audit.isFictional ? ' (fictional)' : ''}`,
    `As at ${audit.asOf}, method ${audit.methodVersion}`,
    '',
    'By point',
    ...groupLines(audit.groups.byPoint),
    'By idea',
    ...groupLines(audit.groups.byIdea),
    `Left out, and counted: ${Object.entries(audit.setAside)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}`,
    ...(audit.headlineGate.isMet
      ? []
      : ['', 'A headline is not shown:', ...audit.headlineGate.reasons.map(reason => `  ${reason}`)]),
    '',
    ...audit.indicators.flatMap(indicatorLines),
    '',
    ...statedLines(audit.stated),
  ].join('\n')
