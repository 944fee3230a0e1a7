import type { Audit, IndicatorFinding, LintFinding, NamedFigure } from '../finding.ts'

/** An indicator as it may be published: where a rule blocks it, its numbers are gone and the reasons stand. */
export interface PublishedIndicator {
  readonly finding: IndicatorFinding
  readonly blockedBecause: readonly string[]
  readonly warnings: readonly LintFinding[]
}

const withoutNumbers = (figure: NamedFigure): NamedFigure => ({
  ...figure,
  numerator: null,
  denominator: null,
  value: null,
  low: null,
  high: null,
  against: null,
  rangeMethod: null,
  simple: null,
  isSmall: false,
  bounds: null,
  rows: null,
})

const withhold = (finding: IndicatorFinding): IndicatorFinding => ({
  ...finding,
  byPoint: withoutNumbers(finding.byPoint),
  byIdea: finding.byIdea && withoutNumbers(finding.byIdea),
  companions: [],
  sentence: null,
  sentenceParts: [],
  twin: null,
  twinFigure: null,
  nullSentence: null,
  isZero: false,
  comparedGroups: null,
  basisMix: null,
  items: [],
  curve: [],
})

/**
 * All 28 in their order, as pages and their files may show them (publishing.md P13). "Too few for a headline" keeps a figure out
 * of headlines alone, so it is a warning here.
 */
export const publishedIndicators = ({ indicators, lint }: Audit): readonly PublishedIndicator[] =>
  indicators.map(finding => {
    const found = lint.filter(({ subject }) => subject === finding.number)
    const blocks = found.filter(({ level, rule }) => level === 'blocked' && !rule.endsWith('headline'))
    return {
      finding: blocks.length === 0 ? finding : withhold(finding),
      blockedBecause: blocks.map(({ message }) => message),
      warnings: found.filter(one => !blocks.includes(one)),
    }
  })
