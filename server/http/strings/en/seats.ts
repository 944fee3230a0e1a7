import { counted, date, nouns } from './nouns.ts'

export const seats = {
  title: (consultation: string) => `Who decides: ${consultation}`,
  description: (consultation: string) => `The seats on the group that decided on ${consultation}.`,
  heading: (group: string, n: number) =>
    `${group} decides. It has ${counted(n, { one: 'voting seat', other: 'voting seats' })}.`,
  unknown: 'We have no list of who decides',
  unknownLede: 'No seats are on record for this consultation.',
  lede: 'Seats, not people. A seat is named by its title.',
  kinds: { elected: 'Elected', officer: 'Council officer', partner: 'Partner body', community: 'Community' },
  kindCount: (kind: string, n: number) => `${kind}: ${nouns.seats(n)}`,
  votes: 'Votes',
  noVote: 'No vote',
  seat: 'Seat',
  kind: 'Held by',
  vote: 'Vote',
  from: 'Since',
  notGiven: 'Not on record',
  until: (on: string) => `until ${date(on)}`,
  table: 'Seats on the group that decides',
}
