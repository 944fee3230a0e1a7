import type { ShownPoint } from '../../usecases/show-point.ts'
import type { Strings } from '../strings/strings.ts'
import type { ReplyBlock } from './reply-block.ts'

export interface DisputeView {
  readonly heading: string
  readonly text: string
  readonly decision: string
}

/** The body was asked about the whole consultation, not about this point alone. */
export const noPointReply = (t: Strings, { generalReplies }: ShownPoint): ReplyBlock => {
  const asked = generalReplies.find(({ askedOn }) => askedOn !== null)?.askedOn ?? null
  const hasGeneral = generalReplies.some(({ state }) => state === 'replied')
  return {
    state: t.reply.noneOnPoint,
    hasWords: false,
    language: t.language,
    paragraphs: [],
    note: t.reply.noneOnPointNote(asked, hasGeneral),
  }
}

/** Challenges to the result, and how each was settled. Both texts stay. */
export const disputesOf = (t: Strings, { disputes }: ShownPoint): readonly DisputeView[] =>
  disputes.map(({ party, openedOn, text, state, decidedOn, decision }) => ({
    heading: t.reply.dispute.heading(t.reply.dispute.parties[party], openedOn),
    text,
    decision:
      state === 'open' ? t.reply.dispute.open : t.reply.dispute.decision(state === 'upheld', decidedOn, decision),
  }))
