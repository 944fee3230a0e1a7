import type { CommitmentUpdate } from '../../../../data/model/commitment.ts'
import { counted, dateTogether, joined, nouns } from './nouns.ts'

const states: Readonly<Record<CommitmentUpdate['status'], string>> = {
  'no-evidence': 'We found no evidence',
  'not-started': 'Not started',
  limited: 'Done in a small part',
  substantial: 'Largely done',
  complete: 'Done',
  withdrawn: 'Withdrawn',
}

export const promises = {
  title: (title: string) => `Promises: ${title}`,
  onRecord: (n: number) => `${counted(n, { one: 'promise is', other: 'promises are' })} on record.`,
  delivered: (days: number) => `Done after ${nouns.days(days)}`,
  withdrawn: (days: number) => `Withdrawn after ${nouns.days(days)}`,
  open: (days: number, isOverdue: boolean) =>
    `No delivery on record after ${nouns.days(days)}${isOverdue ? ', and past its date' : ''}`,
  facts: (parts: { readonly madeOn: string; readonly dueOn: string | null; readonly owner: string | null }) =>
    joined(
      `Made on ${dateTogether(parts.madeOn)}.`,
      parts.dueOn === null ? 'No date was set.' : `Due on ${dateTogether(parts.dueOn)}.`,
      parts.owner === null ? 'No owner is named.' : `To be done by: ${parts.owner}.`,
    ),
  update: (status: CommitmentUpdate['status'], note: string | null, claimedPercent: number | null) =>
    joined(`${states[status]}.`, note, claimedPercent === null ? null : `The council says: ${claimedPercent}% done.`),
  curveWhere: (title: string, on: string) => `${title}, as at ${dateTogether(on)}`,
  curveSource: (on: string) => `council documents, checked by people. As at ${dateTogether(on)}`,
  keptBack: (why: string) => `A rule keeps this figure back: ${why}`,
  late: (label: string, n: number) => `${label}: ${n}.`,
  noCurve: 'A curve needs 10 promises, so each is listed.',
  pointsTakenUpAs: 'Points taken up as new, by what was done',
  none: 'We have no promise on record for this consultation. That is no sign that none was made.',
  allOfThisCouncils: 'All of this council’s promises',
  whereItIsWritten: 'Where it is written',
  wasItDone: 'Was it done?',
  state: 'State',
}
