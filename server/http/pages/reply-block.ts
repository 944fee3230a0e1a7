import type { Reply } from '../../../data/model/right-of-reply.ts'
import { dateWords } from './date-words.ts'

export interface ReplyBlock {
  readonly state: string
  readonly hasWords: boolean
  readonly paragraphs: readonly string[]
  readonly note: string
}

const paragraphsOf = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(/\n\s*\n/)
    .map(paragraph => paragraph.trim())
    .filter(Boolean)

const asked = ({ askedOn, dueOn }: Reply): string =>
  [
    askedOn === null
      ? 'We sent our findings to the council.'
      : `We sent our findings to the council on ${dateWords(askedOn)}.`,
    dueOn === null ? '' : `It had until ${dateWords(dueOn)}.`,
  ]
    .filter(Boolean)
    .join(' ')

const blockOf = (name: string, reply: Reply): ReplyBlock => {
  const paragraphs = paragraphsOf(reply.text)
  if (reply.state === 'replied' && paragraphs.length > 0)
    return {
      state: `Reply from ${name}${reply.repliedOn === null ? '' : `, ${dateWords(reply.repliedOn)}`}`,
      hasWords: true,
      paragraphs,
      note: 'Printed in full. We have not edited it.',
    }
  if (reply.state === 'declined')
    return { state: `${name} declined to comment`, hasWords: false, paragraphs: [], note: asked(reply) }
  return {
    state: 'No reply yet',
    hasWords: false,
    paragraphs: [],
    note: `${asked(reply)} We will print any reply here, in full, on the day we get it.`,
  }
}

/** The body's replies, newest first; where nobody asked yet, that is said. */
export const replyBlocks = (name: string, replies: readonly Reply[]): readonly ReplyBlock[] => {
  if (replies.length === 0)
    return [
      {
        state: 'Not asked yet',
        hasWords: false,
        paragraphs: [],
        note: 'We have not sent these findings to the council yet. Its reply will stand here, in full.',
      },
    ]
  const said = replies.filter(({ state }) => state !== 'asked')
  const shown = said.length > 0 ? said : replies
  return [...shown]
    .sort((a, b) => (b.repliedOn ?? b.askedOn ?? '').localeCompare(a.repliedOn ?? a.askedOn ?? ''))
    .map(reply => blockOf(name, reply))
}
