import type { IndicatorFinding } from '../finding.ts'
import { rateText } from './wording.ts'

const saysRate = (sentence: string): boolean => /%|percentage points/.test(sentence)

type Said = Pick<IndicatorFinding, 'sentence' | 'byPoint'>

/** Its sentence with the counts alone: without share and range of a figure of fewer than 30, in brackets behind them. */
export const sentenceWithoutRate = ({ sentence, byPoint }: Said): string | null =>
  byPoint.isSmall && sentence !== null ? sentence.replaceAll(rateText(byPoint), '') : sentence

/**
 * What an indicator says on pages other than that of all numbers, where a figure of fewer than 30 stands as its counts alone
 * (pages.md 3.2): its sentences up to the first that cannot do without a rate. null: none can.
 */
export const sentenceByCount = (said: Said): string | null => {
  const sentence = sentenceWithoutRate(said)
  if (sentence === null || !said.byPoint.isSmall) return sentence
  const sentences = sentence.split(/(?<=\.) /)
  const firstRate = sentences.findIndex(saysRate)
  // Two groups side by side are a comparison, which none of fewer than 30 may be without its range.
  if (firstRate >= 0 && said.byPoint.unit === 'difference') return null
  const kept = firstRate < 0 ? sentences : sentences.slice(0, firstRate)
  return kept.length === 0 ? null : kept.join(' ')
}
