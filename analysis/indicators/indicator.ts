import type { IndicatorFinding } from '../finding.ts'
import type { Count } from './count-units.ts'
import type { Inquiry } from './inquiry.ts'

/** What does not depend on the consultation: the method page and the export are made from it. */
export interface IndicatorCard {
  readonly number: string
  readonly id: string
  /** Page name. */
  readonly name: string
  /** In a reader's words. */
  readonly question: string
  readonly formula: string
  readonly unit: string
  readonly denominator: string
  /** Words of the complaint it answers (indicators.md section 5); null where it answers none. */
  readonly complaint: string | null
  /** What it cannot show: stands beside the figure wherever it is printed. */
  readonly doesNotShow: string
  readonly isExperimental: boolean
  /** A badge counts records and is no judgement of listening. */
  readonly isBadge: boolean
}

/** The part of a finding that is measured; the rest comes from the card. */
export type Measured = Pick<IndicatorFinding, 'byPoint' | 'byIdea' | 'companions' | 'sentence' | 'nullSentence'> & {
  /** The figure by idea in words, without its label. */
  readonly twin: string | null
} & Partial<
    Pick<
      IndicatorFinding,
      'sentenceParts' | 'comparedGroups' | 'basisMix' | 'flagCounts' | 'items' | 'curve' | 'isZero' | 'alpha'
    >
  >

export interface Indicator {
  readonly card: IndicatorCard
  /** Counts over points behind its figures, by figure key: they also select the rows of a figure. */
  readonly counts: Readonly<Record<string, Count>>
  readonly measure: (inquiry: Inquiry) => Measured
}

export const findingOf = (
  { card, measure }: Pick<Indicator, 'card' | 'measure'>,
  inquiry: Inquiry,
): IndicatorFinding => {
  const { twin, ...measured } = measure(inquiry)
  return {
    number: card.number,
    id: card.id,
    name: card.name,
    question: card.question,
    doesNotShow: card.doesNotShow,
    isExperimental: card.isExperimental,
    sentenceParts: measured.sentence === null ? [] : [measured.sentence],
    twin: twin === null ? null : `By idea: ${twin}`,
    twinFigure: twin,
    isZero: false,
    comparedGroups: null,
    alpha: null,
    basisMix: null,
    flagCounts: {},
    items: [],
    curve: [],
    ...measured,
  }
}
