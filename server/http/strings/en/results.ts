import type { Flag, Group, Outcome, Relation, SetAside } from '../../../../analysis/finding.ts'

/** What became of a point, as its mark says. */
const groups: Readonly<Record<Group, string>> = {
  'change-made': 'Change made',
  'already-in-the-plan': 'Already in the plan',
  'turned-down-with-a-reason': 'Turned down, with a reason',
  'put-off': 'Put off',
  'no-answer-found': 'No answer found',
  'not-decided-yet': 'Not decided yet',
  'not-checked-yet': 'Not checked yet',
}

/** The line under the name. */
const groupLines: Readonly<Record<Group, string>> = {
  'change-made': 'The plan now does what was asked, or part of it.',
  'already-in-the-plan': 'The plan before already had it. It still does.',
  'turned-down-with-a-reason': 'The council said no, and said why.',
  'put-off': 'A later step is named: who will do what.',
  'no-answer-found': 'No decision on it, or a no with no reason.',
  'not-decided-yet': 'The council has yet to decide on these.',
  'not-checked-yet': 'No person has checked these yet.',
}

/** What the outcome adds to the name of its group. */
const outcomeAdds: Readonly<Partial<Record<Outcome, string>>> = {
  'partly-adopted': 'in part',
  'taken-up-baseline-unknown': 'origin unknown',
  'out-of-scope': 'out of scope',
  contradicted: 'the plan does the opposite',
  'declined-no-reason': 'a no with no reason',
  noted: 'mentioned only',
}

const outcomes: Readonly<Record<Outcome, string>> = {
  'not-codable': 'Nothing to follow',
  withdrawn: 'Taken back',
  'out-of-scope': 'Out of scope',
  pending: 'Not decided yet',
  undetermined: 'Cannot tell',
  'taken-up-baseline-unknown': 'In the decision, origin unknown',
  'already-planned': 'Already in the plan',
  adopted: 'Change made, in full',
  'partly-adopted': 'Change made, in part',
  deferred: 'Put off, with a named later step',
  'declined-with-reason': 'Turned down, with a reason',
  contradicted: 'The plan does the opposite, with no reason',
  'declined-no-reason': 'A no with no reason',
  noted: 'Mentioned only',
  'no-trace': 'No trace in the documents searched',
  unchecked: 'Not checked yet',
}

const setAside: Readonly<Record<SetAside, string>> = {
  duplicate: 'sent twice',
  'not-codable': 'empty or spam',
  withdrawn: 'taken back',
  'officer-written': 'written by the council’s own officers',
}

const relations: Readonly<Record<Relation, string>> = {
  contains: 'Asks for what the plan already had',
  'contains-part': 'Asks for what the plan had in part',
  consistent: 'In line with the plan',
  challenges: 'Argues against the plan',
  none: 'Not about what the plan says',
  unknown: 'Not compared with an earlier plan',
}

const flags: Readonly<Record<Flag, string>> = {
  'claim-conflict': 'The council says done, the records differ',
  'stock-reason': 'Same reason used for unlike points',
  'group-reply': 'Answered together with like points',
  disputed: 'Someone disputes this result',
  overdue: 'The decision is late',
  undated: 'No date on record',
}

/** One sentence for each flag, on the page of a point. */
const flagLines: Readonly<Record<Flag, string>> = {
  'claim-conflict': 'The council says this was taken up. We did not find it in the decision.',
  'stock-reason': 'The same wording was given as a reason for points that ask for other things.',
  'group-reply': 'The council answered this point together with others like it. That counts as an answer.',
  disputed: 'Someone disputes this result. Until it is settled, ranges count it both ways.',
  overdue: 'The decision is more than 84 days late.',
  undated: 'The record does not say when this was sent.',
}

/** Names of results: the same words on every page. */
export const results = {
  cannotTell: 'Cannot tell',
  overdue: 'overdue',
  leftOut: (why: SetAside | null) => (why === null ? 'Left out' : `Left out (${setAside[why]})`),
  groups,
  groupLines,
  outcomeAdds,
  outcomes,
  setAside,
  relations,
  flags,
  flagLines,
}
