import type { Stage } from '../../../data/model/document.ts'
import type { Judgement } from '../../../data/model/judgement.ts'
import type { Link, LinkKind } from '../../../data/model/link.ts'

export type LinkDetails = Pick<
  Link,
  'ground' | 'isSpecific' | 'isGroupReply' | 'isStockReason' | 'isNewPart' | 'partTaken' | 'partLeft' | 'commitmentId'
>
export const NO_DETAILS: LinkDetails = {
  ground: null,
  isSpecific: null,
  isGroupReply: null,
  isStockReason: null,
  isNewPart: null,
  partTaken: null,
  partLeft: null,
  commitmentId: null,
}

/** What a person says about a passage, a stop, or a point as a whole. */
export type Answer =
  | {
      readonly sort: 'link'
      readonly stage: Stage
      readonly passageId: string
      readonly kind: LinkKind
      readonly details: LinkDetails
      /** More passages of this stop are to be linked: it is not settled yet. */
      readonly isStaying: boolean
    }
  | { readonly sort: 'nothing'; readonly stage: Stage }
  | {
      readonly sort: 'judgement'
      readonly kind: Judgement['kind']
      readonly reason: Judgement['reason']
      readonly passageId: string | null
      readonly statute: string | null
      readonly dueOn: string | null
      readonly ofPointId: string | null
    }

/** Kinds that say nothing without more: then the page asks, before anything is recorded. */
export const DETAIL_KINDS = ['takes-up-part', 'gives-reason', 'refuses', 'defers'] as const
export type DetailKind = (typeof DETAIL_KINDS)[number]
const DETAIL_KIND_NAMES: ReadonlySet<string> = new Set(DETAIL_KINDS)
export const needsDetails = (kind: LinkKind): kind is DetailKind => DETAIL_KIND_NAMES.has(kind)
