import { boolean, choice, optional, text, type RecordOf } from './field.ts'

/** The public body that listens and decides; "council" on pages. */
export const bodyFields = {
  ref: text('Slug in the address, lower case: never reused.'),
  name: text('Full name.'),
  shortName: text('Name in sentences: "Calderwick".'),
  kind: text('What it is: borough council, city, health board.'),
  code: optional(text('Official code of the area, as published (GSS for the United Kingdom).')),
  country: text('ISO 3166-1 alpha-2 code.'),
  language: text('BCP 47 tag of the language its records are in.'),
  website: optional(text('Its own site.')),
  nature: choice(['real', 'fictional'] as const, 'A fictional body is said to be so on every page and export.'),
  isAnsweredInPublic: optional(boolean('Whether it has agreed to reply in public.')),
} as const

export type Body = RecordOf<typeof bodyFields> & { readonly id: string }
