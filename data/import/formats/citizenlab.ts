import { contributionRecords, statedRecord } from './contribution-format.ts'
import { formatMapping, type Format } from './format.ts'
import { GO_VOCAL_STATES } from './go-vocal.ts'

export const citizenLabIdeas: Format = {
  id: 'citizenlab.ideas_old',
  name: 'CitizenLab ideas (older)',
  signature: {
    require: [
      'id',
      'title',
      'body',
      'author_name',
      'publication_status',
      'published_at',
      'upvotes_count',
      'project',
      'topics',
      'areas',
      'status',
    ],
    strength: 'strong',
  },
  mapping: header =>
    formatMapping(header, {
      name: 'citizenlab-ideas',
      formulaGuard: "'",
      personal: [
        'author_name',
        'author_email',
        'assignee',
        'assignee_email',
        'latitude',
        'longitude',
        'location_description',
      ],
      records: [
        ...contributionRecords(header, {
          ref: 'id',
          text: ['title', 'body'],
          receivedOn: ['published_at'],
          topic: ['topics'],
          area: ['areas'],
          support: 'upvotes_count',
          oppose: 'downvotes_count',
          url: 'url',
          channel: 'online platform',
        }),
        statedRecord(header, { state: 'status', values: GO_VOCAL_STATES }),
      ],
      setAside: [{ when: { column: 'publication_status', in: ['draft'] }, reason: 'draft-not-submitted' }],
    }),
}

export const citizenLabComments: Format = {
  id: 'citizenlab.comments_old',
  name: 'CitizenLab comments (older)',
  signature: {
    require: ['id', 'input', 'body', 'upvotes_count', 'author_name', 'created_at', 'parent'],
    strength: 'strong',
  },
  mapping: header =>
    formatMapping(header, {
      name: 'citizenlab-comments',
      personal: ['author_name', 'author_email'],
      records: contributionRecords(header, {
        ref: 'id',
        refPrefix: 'comment-',
        text: ['body'],
        receivedOn: ['created_at'],
        topic: ['input'],
        support: 'upvotes_count',
        channel: 'comment on an online platform',
      }),
      limits: ['A comment answers another text: only the title of the input is kept.'],
    }),
}
