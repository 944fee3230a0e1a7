import { analysisTools } from './analysis-tools.ts'
import { barcelonaMeasures, barcelonaMeetings } from './barcelona-meetings.ts'
import { barcelonaProposals } from './barcelona-proposals.ts'
import { citizenLabComments, citizenLabIdeas } from './citizenlab.ts'
import { consulInvestments } from './consul.ts'
import { decidimAnswers } from './decidim-answers.ts'
import { decidimBudgetProjects } from './decidim-budget-projects.ts'
import { decidimComments, decidimProposalsToImport } from './decidim-comments.ts'
import { decidimMeetings } from './decidim-meetings.ts'
import { decidimProposals } from './decidim-proposals.ts'
import { decidimResults } from './decidim-results.ts'
import { fixMyStreetProblems, fixMyStreetUpdates } from './fix-my-street.ts'
import type { Format } from './format.ts'
import { goVocal } from './go-vocal.ts'
import { alaveteli, citizenSpace, nice } from './not-imported.ts'
import { polisComments, polisOthers } from './polis.ts'
import { regulationsGov } from './regulations-gov.ts'
import { surveys } from './surveys.ts'
import { yourPrioritiesPoints, yourPrioritiesPosts } from './your-priorities.ts'

/** Every format that is recognised by its header. Files in our own columns are recognised from the records themselves. */
export const FORMATS: readonly Format[] = [
  decidimProposals,
  decidimResults,
  decidimMeetings,
  decidimComments,
  decidimBudgetProjects,
  decidimAnswers,
  decidimProposalsToImport,
  barcelonaProposals,
  barcelonaMeetings,
  barcelonaMeasures,
  polisComments,
  ...polisOthers,
  goVocal,
  citizenLabIdeas,
  citizenLabComments,
  yourPrioritiesPosts,
  yourPrioritiesPoints,
  consulInvestments,
  nice,
  regulationsGov,
  ...surveys,
  fixMyStreetProblems,
  fixMyStreetUpdates,
  ...alaveteli,
  ...analysisTools,
  citizenSpace,
]
