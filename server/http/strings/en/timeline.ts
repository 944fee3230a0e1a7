import type { Stage } from '../../../../data/model/document.ts'

/** What happens when the first document of a stage is published. */
const published: Readonly<Partial<Record<Stage, string>>> = {
  plan: 'The plan before is published',
  summary: 'A summary is published',
  papers: 'Councillors get the papers',
  answer: 'The answer is published',
  delivery: 'An update on what was done',
}

export const timeline = {
  published,
  events: (n: number) => (n === 1 ? 'The event' : `The first of ${n} events`),
  asked: 'We send our findings to the council',
  replied: 'The council replies',
  opens: 'It opens',
  closes: 'It closes',
  decided: (group: string | null) => (group === null ? 'The decision' : `${group} decides`),
}
