import { date } from './nouns.ts'

export const card = {
  blocks: { answered: 'answered', noAnswer: 'no answer found', open: 'not decided or not checked yet' },
  foot: (on: string, isScaled: boolean) =>
    `Independent audit. ${isScaled ? '1 mark = 1 in 100' : '1 mark = 1 point'}. Correct on ${date(on)}`,
  fictional: (foot: string) => `${foot}. Fictional.`,
}
