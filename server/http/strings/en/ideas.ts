import { count, counted, nouns } from './nouns.ts'

const asks = (n: number): string => `${counted(n, { one: 'point asks', other: 'points ask' })} for this.`

export const ideas = {
  title: (page: string, consultation: string) => `${page}: ${consultation}`,
  heading: (points: number, ideas: number) => `The ${nouns.points(points)} are ${nouns.ideas(ideas)}`,
  nobodyChecked: 'Points that ask the same are one idea. No person has checked them yet.',
  lede: (answered: number, noAnswer: number) =>
    `Points that ask the same are one idea. ${count(answered)} were answered. For ${count(noAnswer)}, we found no answer.`,
  single: (n: number) =>
    `${counted(n, { one: 'point is an idea of its own', other: 'points are ideas of their own' })}.`,
  name: (number: number | null) => `Idea ${number ?? ''}`,
  campaign: 'A campaign: many near-identical letters.',
  kick: (number: number) => `Idea ${count(number)}`,
  allIdeas: (title: string) => `${title}: all ideas`,
  notChecked: (n: number) => `${asks(n)} No person has checked ${n === 1 ? 'it' : 'them'} yet.`,
  notDecided: (n: number) => `${asks(n)} The council has yet to decide.`,
  noAnswer: (n: number) => `${asks(n)} None has an answer we can find.`,
  allAnswered: (n: number) => `${asks(n)} ${n === 1 ? 'It has' : 'All have'} an answer.`,
  someAnswered: (n: number, answered: number) => `${asks(n)} ${count(answered)} have an answer.`,
  thePoints: 'The points',
  tableOfIdeas: 'Table of ideas',
  caption: 'Ideas of two points or more, and campaigns.',
  ideaAndWhatHappened: 'Idea, and what happened to it',
}
