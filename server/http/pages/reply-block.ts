import type { Body } from '../../../data/model/body.ts'
import type { Reply } from '../../../data/model/right-of-reply.ts'
import type { Strings } from '../strings/strings.ts'

export interface ReplyBlock {
  readonly state: string
  readonly hasWords: boolean
  /** Of the words. */
  readonly language: string
  readonly paragraphs: readonly string[]
  readonly note: string
}

const paragraphsOf = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(/\n\s*\n/)
    .map(paragraph => paragraph.trim())
    .filter(Boolean)

type Replying = Pick<Body, 'name' | 'language'>

const blockOf = (t: Strings, { name, language }: Replying, reply: Reply): ReplyBlock => {
  const { askedOn, dueOn, repliedOn } = reply
  const paragraphs = paragraphsOf(reply.text)
  if (reply.state === 'replied' && paragraphs.length > 0)
    return {
      state: t.reply.from(name, repliedOn),
      hasWords: true,
      language,
      paragraphs,
      note: t.reply.inFull,
    }
  if (reply.state === 'declined')
    return {
      state: t.reply.declined(name),
      hasWords: false,
      language,
      paragraphs: [],
      note: t.reply.asked(askedOn, dueOn),
    }
  return {
    state: t.reply.none,
    hasWords: false,
    language,
    paragraphs: [],
    note: t.reply.noneNote(askedOn, dueOn),
  }
}

/** The body's replies, newest first; where nobody asked yet, that is said. */
export const replyBlocks = (t: Strings, body: Replying, replies: readonly Reply[]): readonly ReplyBlock[] => {
  if (replies.length === 0)
    return [
      {
        state: t.reply.notAsked,
        hasWords: false,
        language: body.language,
        paragraphs: [],
        note: t.reply.notAskedNote,
      },
    ]
  const said = replies.filter(({ state }) => state !== 'asked')
  const shown = said.length > 0 ? said : replies
  return [...shown]
    .sort((a, b) => (b.repliedOn ?? b.askedOn ?? '').localeCompare(a.repliedOn ?? a.askedOn ?? ''))
    .map(reply => blockOf(t, body, reply))
}
