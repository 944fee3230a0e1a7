/** A wait that ended in one of two ways, or is open. */
export interface CompetingWait {
  readonly days: number
  readonly end: 'delivered' | 'withdrawn' | 'open'
}
export interface CompetingStep {
  readonly days: number
  /** Share delivered, withdrawn and still waiting after this day: they add up to 1. */
  readonly deliveredShare: number
  readonly withdrawnShare: number
  readonly waitingShare: number
}

/**
 * Cumulative share delivered when a promise can also be withdrawn. Aalen, O. and Johansen, S. (1978), Scandinavian Journal of
 * Statistics 5: 141–150. Counting withdrawn promises as censored would treat them as if they could still be delivered.
 * Worked example: 10 days delivered, 20 withdrawn, 30 delivered, 40 open gives delivered .25, then .25, then .50.
 */
export const aalenJohansen = (waits: readonly CompetingWait[]): readonly CompetingStep[] => {
  const days = [...new Set(waits.filter(wait => wait.end !== 'open').map(wait => wait.days))].sort((a, b) => a - b)
  let [deliveredShare, withdrawnShare, waitingShare] = [0, 0, 1]
  return days.map(day => {
    const atRisk = waits.filter(wait => wait.days >= day).length
    const endedAs = (end: CompetingWait['end']): number =>
      waits.filter(wait => wait.days === day && wait.end === end).length
    const delivered = endedAs('delivered')
    const withdrawn = endedAs('withdrawn')
    deliveredShare += (waitingShare * delivered) / atRisk
    withdrawnShare += (waitingShare * withdrawn) / atRisk
    waitingShare *= 1 - (delivered + withdrawn) / atRisk
    return { days: day, deliveredShare, withdrawnShare, waitingShare }
  })
}
