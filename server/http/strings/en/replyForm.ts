import { count, counted, dateTogether, nouns } from './nouns.ts'

/** The findings as the council gets them, and the form for its own words. */
export const replyForm = {
  title: (consultation: string) => `Reply: ${consultation}`,
  onePoint: (point: string, consultation: string) => `${point}: ${consultation}`,
  sent: ['We have your reply.', 'It is printed in full, beside the figures.'],
  wheneverItComes: 'Your reply is printed whenever it comes.',
  replyBy: (day: string) => `Please reply by ${dateTogether(day)}. A later reply is printed too.`,
  printedWhole: 'We print it whole, unedited, as large as our own words.',
  heading: 'Your reply',
  about: 'About one point',
  aboutHint: 'Its number. Leave it empty to reply to the whole.',
  words: 'Your words',
  /** `most` words in one reply; `left` of `all` words in one consultation. */
  limits: (most: number, left: number, all: number) =>
    `At most ${nouns.words(most)}. You have ${count(left)} of ${nouns.words(all)} left for this consultation.`,
  cannotChange: 'They cannot be changed after you send them.',
  decline: 'We do not comment. Say so on the page.',
  send: 'Send the reply',
  throttled: (minutes: number) =>
    `Three replies were sent in the last hour. Send the next in ${nouns.minutes(minutes)}.`,
  soFar: 'What you said so far',
  replied: 'Replied',
  repliedOn: (day: string) => `Replied on ${dateTogether(day)}`,
  findings: 'Findings and evidence',
  leftOut: 'Left out of the totals',
  pointAndGroup: (point: string, group: string) => `${point}: ${group}`,
  quoted: (text: string) => `“${text}”`,
  withheld: 'The text of this point is not shown. The point is counted.',
  notReleased: 'The text of this point is not released yet.',
  searched: (n: number) => `We searched ${nouns.documents(n)} for it.`,
  restsOn: (n: number) => `What this rests on: ${counted(n, { one: 'passage', other: 'passages' })}`,
  place: (document: string, passage: string) => `${document}, ${passage}`,
  dispute: 'Dispute this result',
  ofPoint: (point: string) => `: ${point}`,
  more: 'More points',
}
