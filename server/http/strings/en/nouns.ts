import { formatOf } from '../format.ts'

/** Numbers and dates as English writes them, and the nouns that are counted on more than one page. */
export const format = formatOf('en-GB')
export const { count, counted, date, dateTogether } = format

const noun =
  (one: string, other: string): ((n: number) => string) =>
  n =>
    counted(n, { one, other })

export const nouns = {
  points: noun('point', 'points'),
  ideas: noun('idea', 'ideas'),
  consultations: noun('consultation', 'consultations'),
  documents: noun('document', 'documents'),
  corrections: noun('correction', 'corrections'),
  changes: noun('change', 'changes'),
  days: noun('day', 'days'),
  minutes: noun('minute', 'minutes'),
  words: noun('word', 'words'),
  seats: noun('seat', 'seats'),
}

/** The parts that there are, as one paragraph. */
export const joined = (...sentences: readonly (string | null)[]): string => sentences.filter(Boolean).join(' ')
/** What others wrote, to stand within a sentence of ours: without its last full stop. */
export const withoutStop = (text: string): string => text.replace(/[.\s]+$/, '')

export const versionWords = (name: string | null): string => (name === null ? 'not yet released' : `version ${name}`)
export const asAt = (on: string, name: string | null): string => `As at ${date(on)}, ${versionWords(name)}`
/** The same, with each day kept on one line. */
export const asAtTogether = (on: string, name: string | null): string =>
  `As at ${dateTogether(on)}, ${versionWords(name)}`
