import { barcelonaMeasures, barcelonaMeetings, barcelonaProposals } from './barcelona-pam.ts'
import { decidimProposals } from './decidim-proposals.ts'
import { decidimResults } from './decidim-results.ts'
import type { Format } from './format.ts'

/** Every format that is recognised by its header. Files in our own columns are recognised from the records themselves. */
export const FORMATS: readonly Format[] = [
  decidimProposals,
  decidimResults,
  barcelonaProposals,
  barcelonaMeetings,
  barcelonaMeasures,
]
