import { dateTogether, joined } from './nouns.ts'

const sent = (on: string | null): string =>
  on === null ? 'We sent our findings to the council.' : `We sent our findings to the council on ${dateTogether(on)}.`
const asked = (on: string | null, dueOn: string | null): string =>
  joined(sent(on), dueOn === null ? null : `It had until ${dateTogether(dueOn)}.`)
const heading = (name: string, day: string | null): string => `${name}${day === null ? '' : `, ${dateTogether(day)}`}`

export const reply = {
  /** Whether the body has answered, in one line. */
  line: {
    repliedOn: (council: string, day: string) => `${council} replied on ${dateTogether(day)}.`,
    replied: (council: string) => `${council} has replied.`,
    declined: (council: string) => `${council} declined to comment.`,
    notAsked: (council: string) => `We have not asked ${council} for its reply yet.`,
    notReplied: (council: string) => `${council} has not replied yet.`,
    until: (council: string, day: string) => `${council} can reply until ${dateTogether(day)}.`,
    noneBy: (day: string) => `No reply received by ${dateTogether(day)}.`,
  },
  from: (name: string, day: string | null) => heading(`Reply from ${name}`, day),
  inFull: 'Printed in full. We have not edited it.',
  declined: (name: string) => `${name} declined to comment`,
  asked,
  none: 'No reply yet',
  noneNote: (on: string | null, dueOn: string | null) =>
    `${asked(on, dueOn)} We will print any reply here, in full, on the day we get it.`,
  notAsked: 'Not asked yet',
  notAskedNote: 'We have not sent these findings to the council yet. Its reply will stand here, in full.',
  /** On the page of a single point. */
  noneOnPoint: 'No reply about this point yet',
  noneOnPointNote: (on: string | null, hasGeneral: boolean) =>
    joined(
      on === null ? 'We have not sent this to the council yet.' : sent(on),
      hasGeneral ? 'Its reply to the whole consultation stands on the page of the consultation.' : null,
      'We will print any reply here, in full.',
    ),
  dispute: {
    parties: { body: 'The council', contributor: 'The person who said it', other: 'Somebody' },
    heading: (party: string, day: string) => `${party} disputes this, ${dateTogether(day)}`,
    open: 'This is still open.',
    decision: (isUpheld: boolean, day: string | null, decision: string | null) =>
      `${isUpheld ? 'Upheld' : 'Not upheld'}${day === null ? '' : ` on ${dateTogether(day)}`}. ${decision ?? ''}`.trim(),
  },
}
