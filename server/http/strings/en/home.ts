import { nouns } from './nouns.ts'

export const home = {
  title: 'See what councils did with what you told them',
  description:
    'Said & Done follows every point people made in a consultation to the decision, and shows which were answered.',
  heading: 'See what councils did with what you told them.',
  councilNote: (isMadeUp: boolean, consultationCount: number) =>
    `${isMadeUp ? 'Made up. ' : ''}${nouns.consultations(consultationCount)}`,
  findWhatYouSaid: 'Find what you said',
  findCouncil: 'Find a council',
  lede: 'We follow every point people made to the decision. You see which were answered, and which were not.',
  findCouncilHint: 'Its name, or the name of a consultation.',
  newest: 'Newest, out of every 10 points people made',
  answered: ['Answered', 'means you can read what was decided, or who will do what next. It does not mean agreed.'],
  noConsultation: 'No consultation is on record yet.',
  councils: 'Councils',
  noCouncil: 'None is on record yet.',
  howItWorks: 'How it works',
  weCollect: 'We collect',
  weCollectText: 'What people said, and every document on the way to the decision.',
  peopleCheck: 'People check',
  peopleCheckText: 'A person reads the point and the passage. A computer only suggests where to look.',
  theCouncilReplies: 'The council replies',
  theCouncilRepliesText: 'We print its reply in full, beside the finding.',
  whatItDoesNot: 'What it does not tell you',
  notWhy: 'Not why',
  notWhyText: 'Motives are not in the records. We say what the records show.',
  notWhoIsRight: 'Not who is right',
  notWhoIsRightText: 'Saying no, with a reason, is an answer.',
  noRanking: 'No ranking',
  noRankingText: ['Consultations differ. We do not rank councils.', 'How we check'],
}
