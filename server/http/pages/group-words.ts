import type { Flag, Group, Outcome, PointFinding, Relation, SetAside } from '../../../analysis/finding.ts'
import { drawMark, type Shape } from './marks.ts'

export const GROUP_NAMES: Readonly<Record<Group, string>> = {
  'change-made': 'Change made',
  'already-in-the-plan': 'Already in the plan',
  'turned-down-with-a-reason': 'Turned down, with a reason',
  'put-off': 'Put off',
  'no-answer-found': 'No answer found',
  'not-decided-yet': 'Not decided yet',
  'not-checked-yet': 'Not checked yet',
}

/** The line under the name. */
export const GROUP_LINES: Readonly<Record<Group, string>> = {
  'change-made': 'The plan now does what was asked, or part of it.',
  'already-in-the-plan': 'The plan before already had it. It still does.',
  'turned-down-with-a-reason': 'The council said no, and said why.',
  'put-off': 'A later step is named: who will do what.',
  'no-answer-found': 'No decision on it, or a no with no reason.',
  'not-decided-yet': 'The council has yet to decide on these.',
  'not-checked-yet': 'No person has checked these yet.',
}

export const GROUP_TAG_CLASSES: Readonly<Record<Group, string>> = {
  'change-made': 'tag--change',
  'already-in-the-plan': 'tag--already',
  'turned-down-with-a-reason': 'tag--reason',
  'put-off': 'tag--later',
  'no-answer-found': 'tag--none',
  'not-decided-yet': 'tag--undec',
  'not-checked-yet': 'tag--wait',
}

/** What the outcome adds to the name of its group. */
const OUTCOME_ADDS: Readonly<Partial<Record<Outcome, string>>> = {
  'partly-adopted': 'in part',
  'taken-up-baseline-unknown': 'origin unknown',
  'out-of-scope': 'out of scope',
  contradicted: 'the plan does the opposite',
  'declined-no-reason': 'a no with no reason',
  noted: 'mentioned only',
}

export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
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

export const SET_ASIDE_NAMES: Readonly<Record<SetAside, string>> = {
  duplicate: 'sent twice',
  'not-codable': 'empty or spam',
  withdrawn: 'taken back',
  'officer-written': 'written by the council’s own officers',
}

export const RELATION_NAMES: Readonly<Record<Relation, string>> = {
  contains: 'Asks for what the plan already had',
  'contains-part': 'Asks for what the plan had in part',
  consistent: 'In line with the plan',
  challenges: 'Argues against the plan',
  none: 'Not about what the plan says',
  unknown: 'Not compared with an earlier plan',
}

export const FLAG_NAMES: Readonly<Record<Flag, string>> = {
  'claim-conflict': 'The council says done, the records differ',
  'stock-reason': 'Same reason used for unlike points',
  'group-reply': 'Answered together with like points',
  disputed: 'Someone disputes this result',
  overdue: 'The decision is late',
  undated: 'No date on record',
}

/** One sentence for each flag, on the page of a point. */
export const FLAG_LINES: Readonly<Record<Flag, string>> = {
  'claim-conflict': 'The council says this was taken up. We did not find it in the decision.',
  'stock-reason': 'The same wording was given as a reason for points that ask for other things.',
  'group-reply': 'The council answered this point together with others like it. That counts as an answer.',
  disputed: 'Someone disputes this result. Until it is settled, ranges count it both ways.',
  overdue: 'The decision is more than 84 days late.',
  undated: 'The record does not say when this was sent.',
}

export interface Tag {
  readonly cssClass: string
  readonly label: string
  readonly shapes: readonly Shape[]
}

const labelOf = (group: Group, { outcome, flags }: PointFinding): string => {
  if (outcome === 'undetermined') return 'Cannot tell'
  const adds = outcome === 'pending' && flags.includes('overdue') ? 'overdue' : OUTCOME_ADDS[outcome]
  return adds === undefined ? GROUP_NAMES[group] : `${GROUP_NAMES[group]} (${adds})`
}

/** Mark and words of a point's result. Points left out bear no mark. */
export const tagOf = (finding: PointFinding): Tag => {
  if (finding.group === null)
    return {
      cssClass: 'tag--out',
      label: finding.setAside === null ? 'Left out' : `Left out (${SET_ASIDE_NAMES[finding.setAside]})`,
      shapes: [],
    }
  return {
    cssClass: GROUP_TAG_CLASSES[finding.group],
    label: labelOf(finding.group, finding),
    shapes: drawMark(finding.group),
  }
}

export const groupTag = (group: Group): Tag => ({
  cssClass: GROUP_TAG_CLASSES[group],
  label: GROUP_NAMES[group],
  shapes: drawMark(group),
})

/** Corrections name outcomes by their code; a reader gets the words. Other values stand as they are. */
export const outcomeWords = (value: string): string =>
  new Map<string, string>(Object.entries(OUTCOME_NAMES)).get(value) ?? value
