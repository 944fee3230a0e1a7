import { count, dateTogether, nouns } from './nouns.ts'

export const topics = {
  others: (n: number) => `${count(n)} other topics`,
  none: 'No topic given',
  title: 'What happened, topic by topic',
  titleOfTwo: (first: string, second: string, most: number) =>
    `Most points without an answer: “${first}” and “${second}”, ${count(most)} each`,
  titleOfOne: (topic: string, most: number, all: number) =>
    `Most points without an answer: “${topic}”, ${count(most)} of ${count(all)}`,
  alt: (rows: readonly { readonly name: string; readonly points: number; readonly noAnswer: number }[]) =>
    [
      'Bar chart.',
      ...rows.map(row => `${row.name}: ${nouns.points(row.points)}, ${count(row.noAnswer)} with no answer found.`),
      'All numbers are in the table below the chart.',
    ].join(' '),
  subtitle: (title: string, year: string) => `Number of points, by what they were about. ${title}, ${year}`,
  source: (documentCount: number, on: string) =>
    `Source: ${nouns.documents(documentCount)} read, checked by people. As at ${dateTogether(on)}`,
}
