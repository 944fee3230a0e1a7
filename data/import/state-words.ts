import type { StatedCode } from '../model/stated-outcome.ts'

/**
 * Words bodies use for what became of a point → what they say by them. A word that is not here is asked about. "Accepted in principle" and
 * "accommodated" may mean that the text was already there, so they never say more than in part.
 */
const STATE_WORDS: Readonly<Record<StatedCode, readonly string[]>> = {
  'says-taken-up': ['accepted', 'accept', 'agreed', 'adopted', 'selected', 'winner', 'incorporated'],
  'says-taken-up-part': [
    'partially accepted',
    'partly accepted',
    'accepted in part',
    'accepted in principle',
    'accommodated',
  ],
  'says-done': ['implemented', 'fixed', 'completed', 'done'],
  'says-refused': ['rejected', 'reject', 'not accepted', 'refused', 'declined', 'unfeasible'],
  'says-out-of-scope': ['out of scope', 'ineligible', 'invalid'],
  'says-later': ['deferred', 'postponed'],
  'says-considering': [
    'evaluating',
    'under consideration',
    'under_consideration',
    'feasible',
    'undecided',
    'open',
    'in progress',
  ],
  'says-noted': ['noted', 'viewed', 'acknowledged', 'comment noted'],
  'says-answered': ['answered'],
  'says-nothing': ['not_answered', 'not answered', 'prescreening', 'proposed', 'threshold_reached', 'expired'],
}

/** What a word of the body says; null for words that must be asked about. */
export const statedCodeOf = (word: string): StatedCode | null => {
  const folded = word.trim().toLowerCase().replace(/\s+/g, ' ')
  for (const [code, words] of Object.entries(STATE_WORDS) as [StatedCode, readonly string[]][])
    if (words.includes(folded)) return code
  return null
}
