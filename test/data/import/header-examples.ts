import { readFileSync } from 'node:fs'

interface HeaderExamples {
  /** Format → headers of its exports, the first as its platform writes them now. */
  readonly examples: Readonly<Record<string, readonly (readonly string[])[]>>
  readonly notMatched: readonly (readonly string[])[]
}

const read = JSON.parse(readFileSync(new URL('header-examples.json', import.meta.url), 'utf8')) as HeaderExamples
export const HEADER_EXAMPLES = read.examples
export const NOT_MATCHED = read.notMatched
