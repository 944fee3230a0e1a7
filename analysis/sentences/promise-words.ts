import { countText, counted, plural } from './wording.ts'

export interface PromiseCounts {
  readonly open: number
  readonly withdrawn: number
  readonly all: number
}

/**
 * What became of promises: the finding, and what must be said with it. A withdrawal is an end of its own, neither a delivery nor a
 * wait (L23): where there is one, "open" is not "without a delivery". Precondition: at least one promise.
 */
export const promiseWords = ({
  open,
  withdrawn,
  all,
}: PromiseCounts): { readonly main: string; readonly also: string } => {
  const ofAll = `${countText(open)} of ${counted(all, 'promise', 'promises')}`
  const whole = all === 1 ? 'The only promise' : `All ${countText(all)} promises`
  if (withdrawn === all) return { main: `${whole} ${plural(all, 'was', 'were')} withdrawn`, also: '' }
  if (withdrawn > 0)
    return {
      main: `${ofAll} ${plural(open, 'is', 'are')} still open`,
      also: `; ${countText(withdrawn)} ${plural(withdrawn, 'was', 'were')} withdrawn`,
    }
  if (open === 0) return { main: `${whole} ${plural(all, 'has', 'have')} a recorded delivery`, also: '' }
  return { main: `${ofAll} ${plural(open, 'has', 'have')} no recorded delivery`, also: '' }
}
