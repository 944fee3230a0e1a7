import { createLinker } from '../../analysis/linking/linker.ts'
import { matchWithLinker, type MatchOptions } from '../../analysis/linking/match-points.ts'
import type { PassageInput } from '../../analysis/linking/passage-index.ts'
import type { PointInput } from '../../analysis/linking/suggestion.ts'

/** Suggestions for the points, with a linker made for these passages alone. */
export const matchPoints = (
  points: readonly PointInput[],
  passages: readonly PassageInput[],
  options: MatchOptions,
): ReturnType<typeof matchWithLinker> => matchWithLinker(createLinker(options.vectors, passages), points, options)
