import type { Group } from '../../../analysis/finding.ts'
import { ANSWERED_GROUPS } from '../../../analysis/outcomes/outcome-groups.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { Strings } from '../strings/strings.ts'
import { apportion } from './apportion.ts'
import { countOfGroup, pictureKind } from './consultation-picture.ts'
import { drawFlow, type Drawing } from './marks.ts'

export interface ShareBlock {
  readonly count: string
  readonly label: string
  readonly drawing: Drawing
  readonly markCount: number
}

const mostMarks = 600
const scaledMarks = 100
export const marksPerLine = 27

type Block = 'answered' | 'noAnswer' | 'open'
const BLOCKS: readonly { readonly name: Block; readonly groups: readonly Group[] }[] = [
  { name: 'answered', groups: ANSWERED_GROUPS },
  { name: 'noAnswer', groups: ['no-answer-found'] },
  { name: 'open', groups: ['not-decided-yet', 'not-checked-yet'] },
]

/** A card says a result: none is made before the headline gate is met, or below 30 points. */
export const hasCard = (index: AuditIndex): boolean => pictureKind(index) === 'groups'

export const isScaled = ({ audit }: AuditIndex): boolean => audit.groups.byPoint.n > mostMarks

/** Three blocks that add up to all points: answered, no answer found, still open. Nothing open: two blocks. */
export const shareBlocks = (t: Strings, index: AuditIndex): readonly ShareBlock[] => {
  const counts = index.audit.groups.byPoint
  const groups = BLOCKS.flatMap(block => block.groups)
  const all = groups.map(group => countOfGroup(counts, group))
  const marks = new Map(groups.map((group, place) => [group, place]))
  const shown = isScaled(index) ? apportion(all, scaledMarks) : all
  return BLOCKS.map(({ name, groups: own }) => {
    const count = own.reduce((sum, group) => sum + countOfGroup(counts, group), 0)
    const flow = own.map(group => ({ group, markCount: shown[marks.get(group) ?? -1] ?? 0 }))
    const markCount = flow.reduce((sum, one) => sum + one.markCount, 0)
    return { name, total: count, count: t.count(count), label: t.card.blocks[name], drawing: drawFlow(flow), markCount }
  }).filter(({ name, total }) => name !== 'open' || total > 0)
}
