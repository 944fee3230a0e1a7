// What a reviewer presses: npm run bench -- reviewer
import { ALL_GROWN, AS_IT_IS, CAMPAIGNS_GROWN, runReviewBench } from './review.ts'

/** Key presses of a simulated reviewer over the real HTTP interface, with the golden records as its judgement. */
export const measure = async (): Promise<string> => {
  const rows: string[] = []
  for (const given of [CAMPAIGNS_GROWN, AS_IT_IS, ALL_GROWN]) {
    const { name, pointCount, ideaCount, pressCount, pageCount, missCount, sameOutcomeCount, sameRelationCount } =
      await runReviewBench(given)
    const perPoint = (pressCount / pointCount).toFixed(2)
    rows.push(
      `| ${name} | ${pointCount} | ${ideaCount} | **${pressCount}** | ${perPoint} | ${pageCount} | ${missCount} | ${sameOutcomeCount} | ${sameRelationCount} |`,
    )
  }
  return [
    'A simulated reviewer signs in and works through the queue over HTTP, presses the keys of the desk and types what has to be typed. It judges as the golden records do; a miss is a right passage that it could not reach, by suggestions or by searching the stage.',
    '',
    '| consultation | points | ideas | key presses | a point | pages | misses | outcome as in the golden records | relation |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    'The goal is 1,000 points with two campaigns in under 1,500 presses. Where every idea is small, more is pressed for a point: each wording is a decision of its own.',
  ].join('\n')
}
