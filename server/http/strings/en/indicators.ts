import { count, counted, joined, nouns } from './nouns.ts'

const numbers = (n: number): string => counted(n, { one: 'number', other: 'numbers' })
const degrees = { well: 'well', moderately: 'moderately', tooLittle: 'too little' }

export const indicators = {
  experimental: 'experimental',
  title: (title: string) => `All numbers: ${title}`,
  description: (title: string) => `Every indicator for ${title}, with its range and what it does not show.`,
  heading: (n: number) => `What the ${numbers(n)} say`,
  lede: (n: number) =>
    `All ${numbers(n)}, always in this order. Each says what it does not show. The thick bar is the 95% range: what chance alone would allow, if like points were handled the same way. Many voices for one idea share one decision. So the range by point counts whole ideas.`,
  checked: (checked: number, n: number, twice: number) =>
    `People have checked ${count(checked)} of ${nouns.points(n)}, ${count(twice)} of them twice.`,
  agreed: (degree: keyof typeof degrees, alpha: string) =>
    `Those who checked agreed ${degrees[degree]}. Krippendorff’s alpha is ${alpha}; 1 would be full agreement.`,
  bounds: (low: number, high: number, of: number) =>
    `Between ${count(low)} and ${count(high)} of ${count(of)}, as some are in dispute, not checked, or we cannot tell.`,
  byPoint: 'by point',
  byIdea: 'by idea',
  exact: 'exact: a count of records, no range',
  rangeOf: (range: string) => `range ${range}`,
  size: (denominator: number, against: number | null) =>
    against === null ? count(denominator) : `${count(denominator)} and ${count(against)}`,
  drawn: (size: string, by: string | null, words: string) => `n = ${size}${by === null ? '' : `, ${by}`}: ${words}`,
  basis: (checked: number, twice: number) =>
    `${nouns.points(checked)} checked by a person, ${count(twice)} of them twice.`,
  rowsPages: {
    'time-to-answer': 'The documents',
    'telling-share': 'Who spoke, session by session',
    'questions-answered': 'Every question',
    'required-attendance': 'The events',
    'agenda-origin': 'The events',
    'promises-waiting': 'Every promise',
    completeness: 'Documents and gaps',
  },
  withPlan: 'Points in line with the plan',
  againstPlan: 'Points against it',
  pointsBehind: 'The points behind it',
  gap: (title: string, holding: string, holder: string | null) =>
    joined(`Missing: ${title}. ${holding}.`, holder === null ? null : `Held by ${holder}.`),
  holderUnknown: 'The records do not say who holds it.',
  notPublished: 'Not published',
  noFigure: 'No figure',
  against: (ofWords: string, numerator: number, denominator: number) =>
    `${ofWords} against ${count(numerator)} of ${count(denominator)}`,
  of: (name: string) => `of ${name}`,
  partsOf: (name: string) => `Parts of ${name}`,
  theNumbersOnThis: 'The numbers on this page',
  allQuestions: 'All questions',
  keptBack: 'A rule keeps this figure back:',
  everyMeasureGroupBy: 'Every measure, group by group',
  partsAndOtherCounts: 'Parts and other counts',
  figure: 'Figure',
  theRows: 'The rows',
}
