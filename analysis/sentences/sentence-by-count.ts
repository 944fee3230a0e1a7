import type { IndicatorFinding } from '../finding.ts'
import { rateText } from './wording.ts'

const saysRate = (sentence: string): boolean => /%|percentage points/.test(sentence)

/**
 * What an indicator says on pages other than that of all numbers, where a figure of fewer than 30 stands as its counts alone
 * (pages.md 3.2): its sentences up to the first that cannot do without a rate. null: none can.
 */
export const sentenceByCount = ({
  sentence,
  byPoint,
}: Pick<IndicatorFinding, 'sentence' | 'byPoint'>): string | null => {
  if (sentence === null || !byPoint.isSmall) return sentence
  const sentences = sentence.replaceAll(rateText(byPoint), '').split(/(?<=\.) /)
  const firstRate = sentences.findIndex(saysRate)
  const kept = firstRate < 0 ? sentences : sentences.slice(0, firstRate)
  return kept.length === 0 ? null : kept.join(' ')
}
