export const privacy = {
  description: 'What we keep about people, what we show, and how to have it taken down.',
  writeTo: (contact: string) => `Write to ${contact}.`,
  privacy: 'Privacy',
  lede: 'You can read this site without being followed. It sets no cookie, loads nothing from elsewhere and counts no visitors.',
  whoRunsIt: 'Who runs it',
  nobodyNamed:
    'The people who run this copy have not said who they are yet. Until they do, no real council’s results should be shown here.',
  legalBasis: 'Why we may use these words',
  bases: {
    journalism: 'Journalism: publishing in the public interest.',
    'legitimate-interests': 'Legitimate interests, weighed against those of the people who wrote.',
    'public-task': 'A public task, laid down by law.',
    unsaid: 'Whoever runs this copy has not said yet. Until they do, no real council’s results are published here.',
  },
  whatWeKeep: 'What we keep',
  whatWeKeepText:
    'What people sent in a consultation, word for word, in a closed store. It is in no page, no file and no search.',
  whatWeShow: 'What we show',
  whatWeShowText:
    'Only a text that a person has read and released, or that the source had published itself. We do not show names. We do not show a child’s words.',
  smallGroups: 'Small groups',
  smallGroupsText: 'A split of people with fewer than 10 behind a number is hidden.',
  yourWordsTakenDown: 'Your words, taken down',
  yourWordsTakenDownText: 'Write to whoever runs this copy.',
  yourWordsTakenDownText2: 'We take the text down within one month. The point stays counted, without words.',
  worriedAboutSomeone: 'Worried about someone?',
  worriedAboutSomeoneText:
    'If you read something here that makes you fear for a child or an adult, in an emergency call your emergency number. Else tell the social services of the council, and us.',
}
