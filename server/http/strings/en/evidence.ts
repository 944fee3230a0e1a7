import { count, counted, dateTogether, joined, nouns } from './nouns.ts'

const heldBy = (holder: string | null): string | null => (holder === null ? null : `Held by ${holder}.`)

export const evidence = {
  heading: (held: number, missing: number) =>
    `We read ${nouns.documents(held)}. ${missing === 0 ? 'We know of none missing.' : `${counted(missing, { one: 'is', other: 'are' })} missing.`}`,
  lede: 'In the order of the trail, from the plan to what was done.',
  noDate: 'No date on record',
  documentNote: (isOfCommunity: boolean, passageCount: number) =>
    joined(
      isOfCommunity ? 'By people who were there, not by the council.' : null,
      counted(passageCount, { one: 'passage', other: 'passages' }),
    ),
  missing: (title: string) => `Missing: ${title}`,
  gap: (holding: string, holder: string | null, note: string | null) => joined(`${holding}.`, heldBy(holder), note),
  point: (n: number) => `point ${count(n)}`,
  morePoints: (n: number) => `and ${counted(n, { one: 'other', other: 'others' })}`,
  facts: {
    stop: 'Stop on the trail',
    writtenBy: 'Written by',
    council: 'The council',
    community: 'People who were there',
    date: 'Date it bears',
    noDate: 'None on record',
    archived: 'First seen in an archive',
    scope: 'Scope',
    scopeText: 'It says what was open to change.',
    passages: 'Passages',
    licence: 'Licence',
    fingerprint: 'Fingerprint (SHA-256)',
    note: 'Note',
  },
  documentTitle: (title: string, consultation: string) => `${title}: ${consultation}`,
  documentDescription: (stage: string, title: string) => `${stage}: ${title}, passage by passage.`,
  everyDocument: 'Every document',
  documentKick: (stage: string, day: string | null) => `${stage}${day === null ? '' : `, ${dateTogether(day)}`}`,
  documentMissing: (holding: string, holder: string | null) => joined(`${holding}.`, heldBy(holder)),
  aboutThisDocument: 'About this document',
  passages: 'Passages',
  linkedByAPerson: 'Linked by a person:',
  whereItWasPublished: 'Where it was published',
}
