import { judgeClause, type ClauseVerdict, type Direction } from './judge-clause.ts'
import { readSentence, type Clause } from './read-sentence.ts'

/**
 * Words of reluctance, of leaving as it is and of leaving out. A sentence with one of these is never read as an adoption,
 * whatever else it says: a person is shown `notes` and decides. Found by reading refusals the rules took for adoptions.
 */
const DOUBT =
  /\b(?:withheld|withholds?|turned (?:away|down)|(?:left|leave|leaves|leaving) (?:out|off|it|the|as)|(?:set|put|laid) aside|excessive|unnecessary|outside the|beyond the|nevertheless|nonetheless|however|despite|notwithstanding|as it (?:is|stands)|the (?:existing|current|present)|(?:stay|remain|kept|keep|be|matter) (?:closed|shut)|is closed|deleted|struck (?:out|from)|excluded?|omitted|(?:out of|from) the (?:scheme|list|design|schedule|plan)|unable|sympath\w+|regret\w*|want of|lack of|too \w+|preferred|denied|in vain|no \w+|nothing|none of|against|failed?|fails|refusal|instead|rather than|insufficient|sufficient|unaffordable|impracticable|unsuccessful|position|motion|seconded|hardly|scarcely|barely|thought|considered|understood|wish)\b/
/** Words that look like doubt and are none. */
const NO_DOUBT =
  /\bno (?:objections?|dissent|votes? against|longer|fewer|less|later|more)\b|\bnobody voted against\b|\b(?:voted?|votes|objections?|petition|case|letters?) against\b|\bnot considered\b/g

/** What a sentence of a decision does with a point. `notes`: it names it, and no rule says more. */
export type SentenceVerdict = 'takes-up' | 'takes-up-part' | 'refuses' | 'does-opposite' | 'defers' | 'notes'

/** Someone's words go on to the end of the sentence, unless the body itself then agrees to something. */
const heardVerdicts = (clauses: readonly Clause[], direction: Direction): readonly ClauseVerdict[] => {
  let isReporting = false
  return clauses.map(clause => {
    const verdict = judgeClause(clause, direction)
    if (verdict === 'report') isReporting = true
    if (!isReporting || verdict === 'stop') return verdict
    return verdict === 'go' && clause.includes('YES') ? 'go' : 'none'
  })
}

const isOpposite = (clauses: readonly Clause[], direction: Direction): boolean =>
  direction === 'for' &&
  clauses.some(clause => clause.includes('END') && !clause.includes('NOT') && !clause.includes('NO'))

/**
 * Reads what one sentence does with a point that wants `direction`. Where cues conflict or none is explicit it says
 * `notes`: a refusal read as an adoption is the one error that must not happen.
 */
export const judgeSentence = (sentence: string, direction: Direction): SentenceVerdict => {
  const verdict = weighClauses(sentence, direction)
  if (verdict !== 'takes-up' && verdict !== 'takes-up-part') return verdict
  const isDoubted = direction === 'for' && DOUBT.test(sentence.toLowerCase().replace(NO_DOUBT, ' '))
  return isDoubted ? 'notes' : verdict
}

const weighClauses = (sentence: string, direction: Direction): SentenceVerdict => {
  const clauses = readSentence(sentence)
  const verdicts = heardVerdicts(clauses, direction)
  const go = verdicts.indexOf('go')
  const stop = verdicts.indexOf('stop')
  const hasPart = clauses.some(clause => clause.includes('PART'))
  if (stop >= 0 && go < 0) return isOpposite(clauses, direction) ? 'does-opposite' : 'refuses'
  if (verdicts.includes('defer')) return 'defers'
  if (go < 0 || verdicts.includes('unclear')) return 'notes'
  if (stop < 0) return hasPart ? 'takes-up-part' : 'takes-up'
  if (go < stop || direction === 'against') return 'takes-up-part'
  return 'refuses'
}
