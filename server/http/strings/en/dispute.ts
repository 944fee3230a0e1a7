import { nouns } from './nouns.ts'

/** The form with which anybody can say that a result is wrong, or that words should come down. */
export const dispute = {
  title: (point: number) => `Say that point ${point} is wrong`,
  heading: (point: number) => `Is our result for point ${point} wrong?`,
  headingAboutText: (point: number) => `Should the text of point ${point} come down?`,
  evidenceAboutText: 'The text of this point, as it is shown.',
  leftOut: 'This point is left out of the totals.',
  weSay: (group: string) => `We say: ${group}.`,
  what: 'What is wrong',
  whatHint: 'Your words are printed beside the result. Do not name private people.',
  where: 'Where we can see it',
  whereHint: 'A document and page, or an address.',
  shouldBe: 'What it should be',
  shouldBeHint: 'If you know.',
  cannotSay: 'I cannot say',
  isMine: 'This point is mine',
  send: 'Send it',
  whatHappensNext:
    'You need no account. A person reads it within one working day. Somebody who did not judge this point decides within 20 working days.',
  sentHeading: 'We have it',
  sent: {
    held: 'Thank you. A person reads it within one working day. Then it stands on the page of this point, and our ranges count the point both ways.',
    published: 'It stands on the page of this point now, and our ranges count the point both ways.',
  },
  back: 'Back to the point',
  throttled: (minutes: number) =>
    `Several came from your network in the last hour. Try again in ${nouns.minutes(minutes)}.`,
}
