import { counted, dateTogether, withoutStop } from './nouns.ts'

export const trail = {
  readIt: 'Read it',
  noDocument: 'No such document is on record.',
  missing: (holding: string, holder: string | null) =>
    `Document missing. ${holding}.${holder === null ? '' : ` Held by ${holder}.`}`,
  detail: (kind: string, left: string | null) => `${kind}${left === null ? '' : ` Left out: ${withoutStop(left)}.`}`,
  searched: 'Searched. Not found.',
  notDecided: 'Not decided yet.',
  noAnswerDue: 'No answer is due yet.',
  notChecked: 'Not checked yet.',
  whatWeSearched: 'What we searched',
  allGaps: 'All gaps',
  onRecord: 'On record.',
  response: (ref: string) => `Response ${ref}.`,
  noDate: 'No date on record',
  plans: (n: number) => counted(n, { one: 'plan', other: 'plans' }),
  planOf: (day: string) => `the plan of ${dateTogether(day)}`,
  /** "Was it in the plan before?" in one line. */
  plan: {
    none: 'Was it in the plan before? We cannot say. No earlier plan is on record.',
    contains: (plan: string, place: string | null) =>
      `Was it in the plan before? Yes, in ${plan}${place === null ? '' : ` at ${place}`}.`,
    containsPart: (plan: string, place: string | null) =>
      `Was it in the plan before? In part, in ${plan}${place === null ? '' : ` at ${place}`}.`,
    consistent: (plan: string) => `Was it in the plan before? No. It is in line with ${plan}.`,
    challenges: (plan: string) => `Was it in the plan before? No. It argues against ${plan}.`,
    searched: (plan: string) => `Was it in the plan before? No. We searched ${plan}.`,
    notChecked: 'Was it in the plan before? Not checked yet.',
  },
}
