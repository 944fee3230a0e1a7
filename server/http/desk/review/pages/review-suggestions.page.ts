import type { ShownSuggestions } from '../../../../usecases/review/run-suggestions.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { countOf, countWords } from '../../english.ts'
import { deskPath } from '../review-paths.ts'
import { addressOf, reviewFrame, type ReviewFrame } from './review-frame.ts'

export interface SuggestionsView extends ReviewFrame {
  readonly heading: string
  readonly lede: string
  readonly isRunning: boolean
  readonly action: string
  readonly button: string
  readonly back: string
}

const headingOf = ({ job }: ShownSuggestions): string => {
  switch (job?.state) {
    case undefined:
      return 'Look for passages'
    case 'running':
      return 'Passages are being looked for'
    case 'stopped':
      return 'Stopped. Nothing was kept'
    case 'failed':
      return 'Not done. Nothing was kept'
    case 'done':
      return 'Passages were looked for'
  }
}

const ledeOf = ({ job }: ShownSuggestions): string => {
  if (job === null)
    return 'The program looks for the three best passages of each stop. It may be wrong: a person decides.'
  if (job.state === 'running')
    return job.totalCount === null
      ? 'The documents are being read. You may close this page.'
      : `${countWords(job.doneCount)} of ${countOf(job.totalCount, 'point')} read. You may close this page.`
  if (job.state === 'failed') return job.problem ?? ''
  if (job.result === null) return ''
  const { pointCount, passageCount, linkCount, documentCount } = job.result
  const read = `${countOf(pointCount, 'point')} and ${countOf(passageCount, 'passage')} of ${countOf(documentCount, 'document')} were read.`
  return linkCount === 0
    ? `${read} Nothing new was found: the same suggestions are on record.`
    : `${read} ${countOf(linkCount, 'suggestion')} wait on the desk. They count in no number.`
}

/** Suggestions for a consultation: started here, and how far they are. */
export const suggestionsPage = (visit: DeskVisit, shown: ShownSuggestions): SuggestionsView => {
  const address = addressOf(shown.scope)
  const heading = headingOf(shown)
  return {
    ...reviewFrame(visit, heading, shown.scope),
    heading,
    lede: ledeOf(shown),
    isRunning: shown.job?.state === 'running',
    action: `${deskPath(address)}/suggestions`,
    button: shown.job?.state === 'done' ? 'Look again' : 'Get suggestions',
    back: deskPath(address),
  }
}
