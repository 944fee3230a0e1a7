import { LINK_KINDS } from '../../../data/model/link.ts'
import type { Judgement } from '../../../data/model/judgement.ts'
import type { Link } from '../../../data/model/link.ts'
import { findPassage, readJudgementsOfPassage, readLinksOfPassage } from '../../../data/store/review-records.ts'
import type { Deps } from '../../deps.ts'
import { authorise } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import type { OpenPoint } from './show-review-point.ts'

/** What people said about the same passage for other points: on what ground, which part, until when. */
export interface EarlierDetails {
  readonly links: readonly Link[]
  readonly judgements: readonly Judgement[]
}
export const NO_EARLIER: EarlierDetails = { links: [], judgements: [] }

const MOST_CHOICES = 3

const distinct = <Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] =>
  [...new Map(items.map(item => [keyOf(item), item])).values()].slice(0, MOST_CHOICES)

const linkKey = ({
  ground,
  isSpecific,
  isGroupReply,
  isStockReason,
  isNewPart,
  partTaken,
  partLeft,
  commitmentId,
}: Link): string =>
  JSON.stringify([ground, isSpecific, isGroupReply, isStockReason, isNewPart, partTaken, partLeft, commitmentId])

/** Offered as one key each, so that nobody types the same words twice. Never in a blind look: they would tell what was judged. */
export const readEarlierDetails = async (
  deps: Deps,
  actor: Actor,
  shown: OpenPoint,
  asked: { readonly passage: string; readonly kind: string },
): Promise<EarlierDetails> => {
  if (shown.group.round !== 'first' || asked.passage === '') return NO_EARLIER
  await authorise(deps, actor, 'point.judge', shown.scope.consultation.id)
  const { reader } = deps.store
  const passage = await findPassage(reader, shown.scope.consultation.id, asked.passage)
  if (passage === null) return NO_EARLIER
  const kind = LINK_KINDS.find(known => known === asked.kind)
  return {
    links: kind === undefined ? [] : distinct(await readLinksOfPassage(reader, passage.id, kind), linkKey),
    judgements:
      asked.kind === 'not-decided'
        ? distinct(await readJudgementsOfPassage(reader, passage.id, 'not-decided'), ({ dueOn }) => dueOn ?? '')
        : [],
  }
}
