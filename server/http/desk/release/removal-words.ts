import type { RemovalReason } from '../../../usecases/release/removals.ts'
import type { Strings } from '../../strings/strings.ts'
import { REMOVAL_REASONS } from '../english.ts'

export const REASON_WORDS: readonly (readonly [RemovalReason, string])[] = (
  Object.keys(REMOVAL_REASONS) as readonly RemovalReason[]
).map(reason => [reason, REMOVAL_REASONS[reason]])

/** The log keeps a reason by its code; one that this version does not know stands as it is. */
export const reasonWords = (reasons: Strings['removals']['reasons'], reason: string): string =>
  new Map<string, string>(Object.entries(reasons)).get(reason) ?? reason
export const readReason = (given: string): RemovalReason | null =>
  REASON_WORDS.find(([reason]) => reason === given)?.[0] ?? null
