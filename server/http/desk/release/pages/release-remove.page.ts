import type { ReleaseDesk } from '../../../../usecases/release/show-release-desk.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { instantWords } from '../../pages/desk-words.ts'
import { privateFrame, scopeCrumbs, type PrivateFrame } from '../private-frame.ts'
import { releasePath } from '../release-paths.ts'
import { REMOVAL_REASONS } from '../../english.ts'
import { REASON_WORDS, reasonWords } from '../removal-words.ts'

export interface RemoveDraft {
  readonly what: string
  readonly number: string
  readonly reason: string
  readonly words: string
}
export interface RemoveView extends PrivateFrame {
  readonly heading: string
  readonly action: string
  readonly canTakeDown: boolean
  readonly isWhole: boolean
  readonly number: string
  readonly words: string
  readonly reasons: readonly { readonly value: string; readonly name: string; readonly isChosen: boolean }[]
  readonly hasWaiting: boolean
  readonly waiting: readonly {
    readonly id: string
    readonly what: string
    readonly reason: string
    readonly words: string
    readonly asked: string
    readonly isOwn: boolean
  }[]
}

/** Two admins and a public reason: the form of the first, and what waits for the second. */
export const removePage = (
  visit: DeskVisit,
  { scope, removals, state }: ReleaseDesk,
  given: { readonly draft: RemoveDraft; readonly problem: string | null; readonly code: string },
): RemoveView => {
  const waiting = removals.filter(({ agreedAt, droppedAt }) => agreedAt === null && droppedAt === null)
  return {
    ...privateFrame(visit, 'Take something down', scopeCrumbs(scope), given),
    heading: 'Take something down',
    action: `${releasePath(scope)}/removals`,
    canTakeDown: state === 'published',
    isWhole: given.draft.what === 'consultation',
    number: given.draft.number,
    words: given.draft.words,
    reasons: REASON_WORDS.map(([value, name]) => ({ value, name, isChosen: value === given.draft.reason })),
    hasWaiting: waiting.length > 0,
    waiting: waiting.map(removal => ({
      id: removal.id,
      what: removal.kind === 'consultation' ? 'The whole consultation' : 'The public text of one point',
      reason: reasonWords(REMOVAL_REASONS, removal.reason),
      words: removal.words,
      asked: `Asked for by ${removal.askedBy}, ${instantWords(removal.askedAt)}.`,
      isOwn: removal.askedBy === given.code,
    })),
  }
}
