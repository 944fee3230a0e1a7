export const about = {
  title: 'About this site',
  description: 'Who runs this copy of Said & Done, who pays for it, and how to reach them.',
  lede: 'Said & Done follows each point people made in a consultation to the decision. It shows what was answered, and what we could not find an answer to.',
  runs: 'Who runs it',
  runsUnknown:
    'The people who run this copy have not said who they are. Until they do, no real council’s results should be shown here.',
  pays: 'Who pays for it',
  paysUnknown: 'Not said yet. Ask before you rely on what stands here.',
  contact: 'Contact',
  contactUnknown: 'No address is given yet.',
  independent: 'Independent',
  independentOf:
    'It is not run by any council or by the government. Councils see findings before they are published, and their replies are printed in full. They cannot change a result without evidence.',
  wrong: 'Something is wrong',
  wrongOf:
    'Tell us which point, and what document shows it. A person who did not check that point looks again. Both texts stay on the page.',
  corrections: 'All corrections',
  software: 'The software',
  softwareOf: 'It is free software under the AGPL. Anyone can run a copy, read how it counts, and count again.',
  follow: 'Follow',
  followOf: 'Feed of releases, replies and corrections',
  data: 'Get the data',
  method: 'How we check',
}
