// What is proposed to be hidden: npm run bench -- redaction
import { countRedactions, MARKED_COMMENTS } from '../support/marked-comments.ts'

export const measure = (): string => {
  const count = countRedactions()
  if (count === null)
    throw new Error(`There is no ${MARKED_COMMENTS}. Set SAID_TEST_DATA to the folder of the outside data.`)
  const { commentCount, byType, regionCount, rightCount } = count
  const rows = Object.entries(byType).map(([type, { all, hidden }]) => `| ${type} | ${all} | ${hidden} |`)
  return [
    `${commentCount} marked comments. Proposed: ${regionCount} places, ${rightCount} of them marked as personal. PUBNAME: councillors and officers in public roles, who must stay named.`,
    '',
    '| type | marked | proposed whole |',
    '| --- | --- | --- |',
    ...rows,
    '',
    'In sample: the rules were written with these comments in sight. On others expect less, which is why a person releases each text.',
  ].join('\n')
}
