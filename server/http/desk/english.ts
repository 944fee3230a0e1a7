import { en } from '../strings/en.ts'

/** The desk speaks English only. What it shares with the public pages comes from their catalogue, so that both say the same. */
export const GROUP_NAMES = en.results.groups
export const OUTCOME_NAMES = en.results.outcomes
export const STAGE_NAMES = en.records.stages
export const STATED_NAMES = en.records.stated
export const HOLDING_NAMES = en.records.holdings
export const LINK_KIND_LINES = en.records.linkKinds
export const REMOVAL_REASONS = en.removals.reasons
export const countWords = en.count
export const dateWords = en.dateTogether

/** 1 point, 2 points. */
export const countOf = (count: number, one: string, many = `${one}s`): string => en.counted(count, { one, other: many })

/** Disputes name outcomes by their code; a reader gets the words. Other values stand as they are. */
export const outcomeWords = (value: string): string =>
  new Map<string, string>(Object.entries(OUTCOME_NAMES)).get(value) ?? value
