import { personalNames } from './personal-names.ts'
import type { Redaction, RedactionKind, RedactionProposer } from './redaction.ts'
import { streetAddresses } from './street-addresses.ts'
import { structuredRedactions } from './structured-patterns.ts'

/** A text beyond this is read by its beginning; imports refuse longer cells. */
const MOST_CHARACTERS = 20_000

/** Overlapping spans become one; the kind of the one that began first is kept. */
const merge = (spans: readonly Redaction[]): readonly Redaction[] => {
  const merged: { start: number; end: number; kind: RedactionKind }[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
  }
  return merged
}

/** What a person should think of hiding, in order, without overlap. Proposals only: nothing is published that only a machine has redacted. */
export const proposeRedactions: RedactionProposer = text => {
  const read = text.slice(0, MOST_CHARACTERS)
  const structured = structuredRedactions(read)
  const addresses = streetAddresses(
    read,
    structured.filter(({ kind }) => kind === 'postcode'),
  )
  return merge([...structured, ...addresses, ...personalNames(read)])
}

export const REDACTION_WORDS: Readonly<Record<RedactionKind, string>> = {
  name: '[name]',
  address: '[address]',
  postcode: '[postcode]',
  telephone: '[telephone number]',
  'e-mail': '[e-mail address]',
  'nhs-number': '[NHS number]',
  'national-insurance-number': '[National Insurance number]',
  'number-plate': '[number plate]',
  'birth-date': '[date of birth]',
  handle: '[account name]',
}

/** The text with each span replaced by what it was, in brackets. Spans in order, without overlap. */
export const redactText = (text: string, redactions: readonly Redaction[]): string => {
  let [redacted, at] = ['', 0]
  for (const { start, end, kind } of redactions) {
    redacted += text.slice(at, start) + REDACTION_WORDS[kind]
    at = end
  }
  return redacted + text.slice(at)
}
