import { contributionRecords, statedRecord } from './contribution-format.ts'
import { formatMapping, type Format } from './format.ts'

export const yourPrioritiesPosts: Format = {
  id: 'yourpriorities.posts',
  name: 'Your Priorities posts',
  signature: {
    require: [
      'Created',
      'Status',
      'Post Id',
      'User name',
      'Post name',
      'URL',
      'Category',
      'Up Votes',
      'Down Votes',
      'Points Count',
    ],
    strength: 'strong',
  },
  mapping: header =>
    formatMapping(header, {
      name: 'yourpriorities-posts',
      dates: 'day-first',
      twoDigitYears: 'latest-past',
      personal: [
        'User name',
        'Email',
        'Contact Name',
        'Contact Email',
        'Contact telephone',
        'Contact Address',
        'Latitude',
        'Longitude',
      ],
      records: [
        ...contributionRecords(header, {
          ref: 'Post Id',
          text: [
            'Post name',
            'Description',
            ...header.filter(name => /^[A-Za-z0-9]+-\S/.test(name) && name.includes('?')),
          ],
          receivedOn: ['Created'],
          topic: ['Category'],
          language: 'Locale',
          support: 'Up Votes',
          oppose: 'Down Votes',
          url: 'URL',
          channel: 'online platform',
        }),
        statedRecord(header, {
          state: 'Status',
          values: {
            successful: 'says-taken-up',
            Successful: 'says-taken-up',
            failed: 'says-refused',
            Failed: 'says-refused',
          },
          notSaid: ['published', 'Published'],
        }),
      ],
    }),
}

export const yourPrioritiesPoints: Format = {
  id: 'yourpriorities.points',
  name: 'Your Priorities points',
  signature: {
    require: [
      'Group Id',
      'Post Id',
      'Post Name',
      'Status',
      'Created',
      'User name',
      'Value',
      'Helpful Count',
      'Unhelpful Count',
      'Content',
    ],
    strength: 'strong',
  },
  mapping: header =>
    formatMapping(header, {
      name: 'yourpriorities-points',
      dates: 'day-first',
      twoDigitYears: 'latest-past',
      personal: ['User name', 'Email'],
      records: contributionRecords(header, {
        text: ['Content'],
        receivedOn: ['Created'],
        topic: ['Post Name'],
        language: 'Language',
        support: 'Helpful Count',
        oppose: 'Unhelpful Count',
        stance: { column: 'Value', values: { '1': 'supportive', '0': 'neutral', '-1': 'objection' } },
        channel: 'reply on an online platform',
      }),
      limits: ['A reply answers a post: only the post’s name is kept.'],
    }),
}
