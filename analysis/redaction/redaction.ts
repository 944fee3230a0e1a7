export const REDACTION_KINDS = [
  'name',
  'address',
  'postcode',
  'telephone',
  'e-mail',
  'nhs-number',
  'national-insurance-number',
  'number-plate',
  'birth-date',
  'handle',
] as const
export type RedactionKind = (typeof REDACTION_KINDS)[number]

/** A span that a machine proposes to hide: [start, end) in UTF-16 units of the text. A person decides. */
export interface Redaction {
  readonly start: number
  readonly end: number
  readonly kind: RedactionKind
}

/** Whatever reads a text and proposes what to hide. Another one can be put in its place. */
export type RedactionProposer = (text: string) => readonly Redaction[]
