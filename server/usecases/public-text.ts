import type { Contribution } from '../../data/model/contribution.ts'
import type { Point } from '../../data/model/point.ts'

/** What may be shown of a point. Only a text that a person released, or the source itself published, is shown. */
export type PublicText =
  | { readonly state: 'shown'; readonly text: string; readonly isParaphrase: boolean; readonly isAsPublished: boolean }
  | { readonly state: 'withheld' }
  | { readonly state: 'not-released' }

/** Words of a child are never shown, whatever was released; the point is counted. */
export const publicTextOf = (point: Point, contribution: Contribution | null): PublicText => {
  if (point.publicTextKind === 'withheld' || contribution?.contributorType === 'child') return { state: 'withheld' }
  if (point.publicText === null || point.publicTextKind === null) return { state: 'not-released' }
  const isAsPublished = point.publicTextKind === 'as-published'
  if (!isAsPublished && point.approvedBy === null) return { state: 'not-released' }
  return {
    state: 'shown',
    text: point.publicText,
    isParaphrase: point.publicTextKind === 'paraphrase',
    isAsPublished,
  }
}
