import type { NamedFigure } from '../finding.ts'
import { bootstrapShare, type Cluster } from '../statistics/cluster-bootstrap.ts'
import { withClusteredRange } from './figure.ts'

/** A handful of sessions has few different draws: 2,000 put the ends within half a point. */
const SESSION_DRAWS = 2000
/** With fewer sessions, drawing them again says nothing. */
const LEAST_SESSIONS = 3

/**
 * The figure with a range that draws whole sessions again; with fewer than three it keeps the one it has. Sessions that happen to
 * be alike would give a range of no width: the wider of the two ranges is kept.
 */
export const withSessionRange = (figure: NamedFigure, sessions: readonly Cluster[], seed: number): NamedFigure => {
  if (sessions.length < LEAST_SESSIONS || figure.low === null || figure.high === null) return figure
  const range = bootstrapShare(sessions, seed, SESSION_DRAWS)
  if (range === null || range.high - range.low < figure.high - figure.low) return figure
  return withClusteredRange(figure, range, 'bootstrap-of-sessions')
}

export const shareOfSession = ({ hitCount, totalCount }: Cluster): number => hitCount / totalCount
