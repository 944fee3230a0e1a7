import type { Direction } from './judge-clause.ts'

// Words by which a point opposes a plan or wants something left as it is. Read in its first part only: reasons come later.
const AGAINST =
  /\b(?:do not|don'?t|stop|against|oppos(?:e|ed|es|ing|ition)|object(?:s|ed|ing|ion)?|no to|scrap|save our|save the|keep|hands off|leave (?:it|them|us|the|our) |should(?: not|n'?t)|must(?: not|n'?t)|not happy|disagree|retain|preserve|please don|drop the|cancel|abandon|withdraw|reject|why (?:are you|would you|close|shut|sell))\b/i
const READ_LENGTH = 160

/** Whether a point asks for something, or against a plan. Its stated stance decides; else its words. */
export const directionOf = (text: string, stance: string | null): Direction => {
  if (stance === 'objection') return 'against'
  return AGAINST.test(text.slice(0, READ_LENGTH).replace(/’/g, "'")) ? 'against' : 'for'
}
