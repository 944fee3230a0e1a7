import { contributionRecords } from './contribution-format.ts'
import { formatMapping, languageColumns, type Format } from './format.ts'

export const decidimComments: Format = {
  id: 'decidim.comments',
  name: 'Decidim comments',
  signature: {
    require: [
      'id',
      'created_at',
      'body',
      'locale',
      'alignment',
      'depth',
      'commentable_id',
      'commentable_type',
      'root_commentable_url',
    ],
    strength: 'strong',
  },
  mapping: header =>
    formatMapping(header, {
      name: 'decidim-comments',
      dates: 'day-first',
      personal: ['author/id', 'author/name', 'user_group/id', 'user_group/name'],
      records: contributionRecords(header, {
        ref: 'id',
        refPrefix: 'comment-',
        text: ['body'],
        receivedOn: ['created_at'],
        language: 'locale',
        url: 'root_commentable_url',
        stance: { column: 'alignment', values: { '1': 'supportive', '0': 'neutral', '-1': 'objection' } },
        channel: 'comment on an online platform',
      }),
      limits: ['A comment answers another text: only the address of the thread is kept.'],
    }),
}

export const decidimProposalsToImport: Format = {
  id: 'decidim.proposals_import',
  name: 'Decidim proposals to be imported',
  signature: {
    require: [],
    forbid: ['id', 'state', 'reference', 'url', 'component/id', 'parent/id'],
    prefix: ['title/', 'body/'],
    strength: 'weak',
  },
  mapping: header =>
    formatMapping(header, {
      name: 'decidim-proposals-import',
      records: contributionRecords(header, {
        text: [...languageColumns(header, 'title'), ...languageColumns(header, 'body')],
        channel: 'online platform',
      }),
    }),
}
