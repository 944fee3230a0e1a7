import { pointOf } from './contribution-format.ts'
import { formatMapping, type Format } from './format.ts'

/** Barcelona's municipal action plan 2016–2019, the three tables of its first Decidim. `None` is how its exporter wrote an empty cell. */
const EMPTY = ['None']
const DATES = 'day-first'

const words = { columns: ['title', 'summary'], joinedBy: '\n\n' }

export const barcelonaProposals: Format = {
  id: 'barcelona_pam.proposals',
  name: 'Barcelona municipal plan 2016, proposals',
  signature: {
    require: [
      'id',
      'source',
      'created_at',
      'scope',
      'district',
      'category',
      'subcategory',
      'title',
      'summary',
      'from_meeting',
      'votes',
      'status',
      'rejected_message',
    ],
    strength: 'strong',
  },
  mapping: header =>
    formatMapping(header, {
      name: 'barcelona-pam-proposals',
      dates: DATES,
      emptyValues: EMPTY,
      records: [
        {
          kind: 'contribution',
          fields: {
            ref: { column: 'id' },
            received_on: { column: 'created_at' },
            channel: { column: 'from_meeting', values: { '1': 'meeting', '0': null } },
            contributor_type: {
              column: 'source',
              values: { official: 'officer', citizen: 'resident', organization: 'organisation', meeting: 'meeting' },
            },
            contributor_type_given: { column: 'source' },
            area: { column: 'district' },
            topic_given: { column: 'category' },
            subtopic_given: { column: 'subcategory' },
            support_claimed: { column: 'votes' },
            text: words,
          },
        },
        pointOf(words, { column: 'category' }),
        {
          kind: 'stated-outcome',
          onlyIf: { column: 'status' },
          fields: {
            raw_state: { column: 'status' },
            code: { column: 'status', values: { accepted: 'says-taken-up', rejected: 'says-refused' } },
            reason: { column: 'rejected_message' },
          },
        },
      ],
      columnsNotStored: { scope: 'city or district; the district column says which' },
      limits: [
        'This file has no answer dates: time to answer cannot be measured.',
        'No key joins a proposal to a measure: what "accepted" led to must be found by reading.',
        '"Accepted" is what the City states, not delivery.',
      ],
    }),
}
