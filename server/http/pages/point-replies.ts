import type { ShownPoint } from '../../usecases/show-point.ts'
import { dateWords } from './date-words.ts'
import type { ReplyBlock } from './reply-block.ts'

export interface DisputeView {
  readonly heading: string
  readonly text: string
  readonly decision: string
}

/** The body was asked about the whole consultation, not about this point alone. */
export const noPointReply = ({ generalReplies }: ShownPoint): ReplyBlock => {
  const asked = generalReplies.find(({ askedOn }) => askedOn !== null)?.askedOn
  const sent =
    asked === undefined || asked === null
      ? 'We have not sent this to the council yet.'
      : `We sent our findings to the council on ${dateWords(asked)}.`
  const general = generalReplies.some(({ state }) => state === 'replied')
    ? 'Its reply to the whole consultation stands on the page of the consultation.'
    : ''
  return {
    state: 'No reply about this point yet',
    hasWords: false,
    paragraphs: [],
    note: [sent, general, 'We will print any reply here, in full.'].filter(Boolean).join(' '),
  }
}

/** Challenges to the result, and how each was settled. Both texts stay. */
export const disputesOf = ({ disputes }: ShownPoint): readonly DisputeView[] => {
  const PARTIES = { body: 'The council', contributor: 'The person who said it', other: 'Somebody' } as const
  return disputes.map(({ party, openedOn, text, state, decidedOn, decision }) => ({
    heading: `${PARTIES[party]} disputes this, ${dateWords(openedOn)}`,
    text,
    decision:
      state === 'open'
        ? 'This is still open.'
        : `${state === 'upheld' ? 'Upheld' : 'Not upheld'}${decidedOn === null ? '' : ` on ${dateWords(decidedOn)}`}. ${decision ?? ''}`.trim(),
  }))
}
