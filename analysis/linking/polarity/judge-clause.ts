import type { Clause } from './read-sentence.ts'
import type { Sign } from './signs.ts'

/** What the point wants of what the body put forward: something made or changed, or a plan stopped and things kept. */
export type Direction = 'for' | 'against'
/** What one clause does with the point. `unclear`: a decision, but not which way. `none`: nothing that decides. */
export type ClauseVerdict = 'go' | 'stop' | 'defer' | 'report' | 'unclear' | 'none'

const has = (clause: Clause, ...signs: readonly Sign[]): boolean => signs.some(sign => clause.includes(sign))
const before = (clause: Clause, first: Sign, second: Sign): boolean => {
  const at = clause.indexOf(first)
  return at >= 0 && clause.indexOf(second, at + 1) > at
}

/** Whether the clause is turned round: "not", "rejected"; twice is straight again where we know the pattern. */
const isNegated = (clause: Clause): boolean | null => {
  const not = clause.includes('NOT')
  const no = clause.includes('NO')
  if (clause.includes('UNDO')) return !(not || no)
  if (not && no) return before(clause, 'NOT', 'NO') || clause.indexOf('NO') === clause.length - 1 ? false : null
  return not || no
}

const turned = (isStraight: ClauseVerdict, negated: boolean): ClauseVerdict =>
  negated ? (isStraight === 'go' ? 'stop' : 'go') : isStraight

/** The point asks for something. */
const judgeFor = (clause: Clause, negated: boolean): ClauseVerdict => {
  const decides = has(clause, 'YES', 'NO', 'UNDO')
  if (has(clause, 'PEOPLE') && decides) return turned('go', negated)
  if (has(clause, 'END') && decides && !negated) return 'unclear'
  if (has(clause, 'END', 'DROP') && !has(clause, 'MAKE') && !(decides && !negated))
    return has(clause, 'PLAN') || negated ? 'unclear' : 'stop'
  if (!decides && before(clause, 'MAKE', 'END')) return negated ? 'stop' : 'unclear'
  if (has(clause, 'MAKE') || decides) return turned('go', negated)
  if (has(clause, 'KEEP')) return negated ? 'stop' : 'unclear'
  return negated && has(clause, 'NOT') ? 'stop' : 'none'
}

/** The point objects to a plan, or wants something kept. */
const judgeAgainst = (clause: Clause, negated: boolean): ClauseVerdict => {
  const decides = has(clause, 'YES', 'NO', 'UNDO')
  if (has(clause, 'PEOPLE')) return decides ? turned('go', negated) : 'none'
  if (has(clause, 'DROP') && has(clause, 'PLAN') && !(decides && before(clause, 'PLAN', 'YES')))
    return turned('go', negated)
  if (has(clause, 'KEEP')) return before(clause, 'PLAN', 'KEEP') ? 'stop' : turned('go', negated)
  // Not dropping is a refusal to one who wants it dropped.
  if (has(clause, 'DROP') && !has(clause, 'END')) return negated ? 'stop' : 'unclear'
  if (has(clause, 'END')) return turned('stop', negated)
  if (has(clause, 'PLAN') && (has(clause, 'MAKE') || decides)) return turned('stop', negated)
  return has(clause, 'MAKE') || decides ? 'unclear' : 'none'
}

const judgeUnchanged = (clause: Clause, direction: Direction): ClauseVerdict => {
  if (before(clause, 'NOT', 'UNCHANGED') || before(clause, 'NOT', 'AHEAD'))
    return direction === 'against' ? 'go' : 'stop'
  return direction === 'against' || has(clause, 'UNCHANGED') ? 'stop' : 'unclear'
}

/** What a clause does with a point that wants `direction`. The first rule that applies decides. */
export const judgeClause = (clause: Clause, direction: Direction): ClauseVerdict => {
  if (has(clause, 'REPORT')) return 'report'
  if (has(clause, 'DEFER')) return 'defer'
  if (has(clause, 'REFUSED')) return direction === 'for' || has(clause, 'PLAN', 'END') ? 'stop' : 'unclear'
  if (has(clause, 'IF')) return has(clause, 'NOT') && direction === 'for' ? 'stop' : 'report'
  if (has(clause, 'UNCHANGED', 'AHEAD')) return judgeUnchanged(clause, direction)
  const negated = isNegated(clause)
  if (negated === null) return 'unclear'
  if (has(clause, 'ASKED') && !(direction === 'for' && negated)) return 'go'
  return direction === 'for' ? judgeFor(clause, negated) : judgeAgainst(clause, negated)
}
