/** How a point stands to the plan from before. */
export const RELATION_WORDS: Readonly<Record<string, string>> = {
  contains: 'The plan already had it',
  'contains-part': 'The plan had part of it',
  consistent: 'In line with the plan',
  challenges: 'Argues against the plan',
  none: 'Nothing about it in the plan',
  unknown: 'Not known',
}
