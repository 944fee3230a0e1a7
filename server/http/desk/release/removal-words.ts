import type { RemovalReason } from '../../../usecases/release/removals.ts'

const WORDS: Readonly<Record<RemovalReason, string>> = {
  'personal-data': 'It told who somebody is',
  'erasure-request': 'The person asked for it',
  'retention-ended': 'It was kept as long as we may keep it',
  'withdrawn-by-contributor': 'The person who said it took it back',
  'court-order': 'A court ordered it',
  defamation: 'It said something about a person that may be wrong',
  abuse: 'It was abuse',
  'published-in-error': 'It was published by mistake',
}

export const REASON_WORDS: readonly (readonly [RemovalReason, string])[] = (
  Object.keys(WORDS) as readonly RemovalReason[]
).map(reason => [reason, WORDS[reason]])

export const reasonWords = (reason: string): string =>
  new Map<string, string>(Object.entries(WORDS)).get(reason) ?? reason
export const readReason = (given: string): RemovalReason | null =>
  REASON_WORDS.find(([reason]) => reason === given)?.[0] ?? null
