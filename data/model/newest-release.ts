import type { Release } from './right-of-reply.ts'

/** By the instant of publication, withdrawn or not. */
export const newestFirst = (releases: readonly Release[]): readonly Release[] =>
  releases.toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt))

/** Withdrawn or not: a number is never used twice. null = nothing was ever released. */
export const newestRelease = (releases: readonly Release[]): Release | null => newestFirst(releases)[0] ?? null

/** The newest that was not withdrawn; null = none stands. */
export const newestStanding = (releases: readonly Release[]): Release | null =>
  newestRelease(releases.filter(({ isWithdrawn }) => isWithdrawn !== 'yes'))
