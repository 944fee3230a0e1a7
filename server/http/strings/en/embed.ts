import { date } from './nouns.ts'

export const embed = {
  title: (consultation: string) => `${consultation}: what happened to the points people made`,
  source: 'Said & Done',
  correctOn: (on: string) => `independent audit, correct on ${date(on)}`,
  made: (name: string) => `Fictional: ${name} is made up.`,
}
