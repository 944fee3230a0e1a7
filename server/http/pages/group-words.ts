import type { Group, PointFinding } from '../../../analysis/finding.ts'
import type { Strings } from '../strings/strings.ts'
import { drawMark, type Shape } from './marks.ts'

export const GROUP_TAG_CLASSES: Readonly<Record<Group, string>> = {
  'change-made': 'tag--change',
  'already-in-the-plan': 'tag--already',
  'turned-down-with-a-reason': 'tag--reason',
  'put-off': 'tag--later',
  'no-answer-found': 'tag--none',
  'not-decided-yet': 'tag--undec',
  'not-checked-yet': 'tag--wait',
}

export interface Tag {
  readonly cssClass: string
  readonly label: string
  readonly shapes: readonly Shape[]
}

const labelOf = (t: Strings, group: Group, { outcome, flags }: PointFinding): string => {
  if (outcome === 'undetermined') return t.results.cannotTell
  const adds = outcome === 'pending' && flags.includes('overdue') ? t.results.overdue : t.results.outcomeAdds[outcome]
  const name = t.results.groups[group]
  return adds === undefined ? name : `${name} (${adds})`
}

/** Mark and words of a point's result. Points left out bear no mark. */
export const tagOf = (t: Strings, finding: PointFinding): Tag => {
  if (finding.group === null)
    return {
      cssClass: 'tag--out',
      label: t.results.leftOut(finding.setAside),
      shapes: [],
    }
  return {
    cssClass: GROUP_TAG_CLASSES[finding.group],
    label: labelOf(t, finding.group, finding),
    shapes: drawMark(finding.group),
  }
}

export const groupTag = (t: Strings, group: Group): Tag => ({
  cssClass: GROUP_TAG_CLASSES[group],
  label: t.results.groups[group],
  shapes: drawMark(group),
})

/** Corrections name outcomes by their code; a reader gets the words. Other values stand as they are. */
export const outcomeName = (t: Strings, value: string): string =>
  new Map<string, string>(Object.entries(t.results.outcomes)).get(value) ?? value
