import type { ReplyDesk } from '../../../../usecases/reply/show-reply-desk.ts'
import type { Reply } from '../../../../../data/model/right-of-reply.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { instantWords } from '../../pages/desk-words.ts'
import { privateFrame, scopeCrumbs, type PrivateFrame } from '../../release/private-frame.ts'
import { repliesPath } from '../../release/release-paths.ts'
import { dateWords } from '../../english.ts'

export interface ReplyDeskView extends PrivateFrame {
  readonly heading: string
  readonly window: string
  readonly action: string
  readonly canAsk: boolean
  readonly askNote: string
  readonly canShorten: boolean
  readonly canReply: boolean
  readonly canSupply: boolean
  readonly hasReplies: boolean
  readonly replies: readonly {
    readonly about: string
    readonly said: string
    readonly text: string
    readonly hasText: boolean
  }[]
  readonly hasLinks: boolean
  readonly sentLinks: readonly { readonly about: string; readonly state: string }[]
  readonly hasChanges: boolean
  readonly changes: readonly { readonly change: string; readonly reason: string; readonly by: string }[]
}

const aboutWords = (number: number | null): string => (number === null ? 'The whole consultation' : `Point ${number}`)

const saidWords = ({ state, askedOn, dueOn, repliedOn }: Reply): string => {
  const on = (day: string | null): string => (day === null ? '' : ` on ${dateWords(day)}`)
  switch (state) {
    case 'asked':
      return `Asked${on(askedOn)}${dueOn === null ? '' : `, has until ${dateWords(dueOn)}`}`
    case 'replied':
      return `Replied${on(repliedOn)}`
    case 'declined':
      return `Declined to comment${on(repliedOn)}`
  }
}

const windowWords = ({ waiting, replies }: ReplyDesk): string => {
  if (waiting !== null && waiting.dueOn !== null) return `The council can reply until ${dateWords(waiting.dueOn)}.`
  return replies.some(({ reply, number }) => number === null && reply.state !== 'asked')
    ? 'The council has replied.'
    : 'The council has not been asked yet.'
}

/** Who was asked what and when, and what was answered. */
export const replyDeskPage = (visit: DeskVisit, shown: ReplyDesk, problem: string | null): ReplyDeskView => ({
  ...privateFrame(visit, 'The council’s reply', scopeCrumbs(shown.scope), { problem }),
  heading: 'The council’s reply',
  window: windowWords(shown),
  action: repliesPath(shown.scope),
  canAsk: shown.can.ask,
  askNote: shown.isFirst
    ? 'Before a first release the council has 20 working days. Bank holidays do not count.'
    : 'Before an update the council has 5 working days. Bank holidays do not count.',
  canShorten: shown.can.shorten && shown.waiting !== null,
  canReply: shown.can.reply,
  canSupply: shown.can.supply,
  hasReplies: shown.replies.length > 0,
  replies: shown.replies.map(({ reply, number }) => ({
    about: aboutWords(number),
    said: saidWords(reply),
    text: reply.text ?? '',
    hasText: reply.text !== null,
  })),
  hasLinks: shown.links.length > 0,
  sentLinks: shown.links.map(({ link, number }) => ({
    about: aboutWords(number),
    state: link.endedAt === null ? `Open until ${instantWords(link.expiresAt)}` : 'Replaced by a newer link',
  })),
  hasChanges: shown.changes.length > 0,
  changes: shown.changes.map(({ oldDueOn, newDueOn, reason, by, at }) => ({
    change: `From ${dateWords(oldDueOn)} to ${dateWords(newDueOn)}.`,
    reason,
    by: `${by}, ${instantWords(at)}`,
  })),
})
