import type { RecordOfRow } from '../../model/column-mapping.ts'
import { pointOf, UNKNOWN_CONTRIBUTOR } from './contribution-format.ts'
import { column, fact, formatMapping, joined, languageColumns, presentSources, type Format } from './format.ts'

/** Decidim's states. Withdrawn is the contributor's act, not a statement of the body. */
const STATES = {
  accepted: 'says-taken-up',
  rejected: 'says-refused',
  evaluating: 'says-considering',
  not_answered: 'says-nothing',
}
const NOT_SAID_BY_THE_BODY = ['withdrawn', 'retracted']

const PERSONAL = [
  'author/id',
  'author/name',
  'author/url',
  'user_group/name',
  'user_group/id',
  'endorsements/user_endorsements',
  'likes/user_likes',
  'address',
  'latitude',
  'longitude',
]

const records = (header: readonly string[]): RecordOfRow[] => {
  const words = [...languageColumns(header, 'title'), ...languageColumns(header, 'body')]
  const text = joined(header, words)
  // Newest exports file proposals under taxonomies, older ones under categories and scopes.
  const topic = joined(header, ['taxonomies/name', ...languageColumns(header, 'category/name')])
  const contribution = presentSources({
    ref: column(header, 'id'),
    received_on: column(header, ['published_at', 'created_at']),
    channel: fact('online platform', 'the file is an export of a Decidim platform'),
    contributor_type: UNKNOWN_CONTRIBUTOR,
    area: joined(header, languageColumns(header, 'scope/name')),
    topic_given: topic,
    support_claimed: column(header, ['votes', 'supports']),
    url: column(header, 'url'),
    text,
  })
  const point = text === null ? [] : [pointOf(text, topic)]
  return [
    { kind: 'contribution', fields: { ...contribution, ref: { column: 'id' } } },
    ...point,
    withdrawal,
    stated(header),
  ]
}

const withdrawal: RecordOfRow = {
  kind: 'judgement',
  onlyIf: { column: 'state', in: NOT_SAID_BY_THE_BODY },
  fields: {
    kind: fact('withdrawn', 'the state of the proposal in the export'),
    basis: fact('stated', 'the platform says so; nobody has checked it'),
    by: fact('platform export', 'the platform says so; nobody has checked it'),
  },
}

const stated = (header: readonly string[]): RecordOfRow => ({
  kind: 'stated-outcome',
  onlyIf: { column: 'state', notIn: NOT_SAID_BY_THE_BODY },
  fields: presentSources({
    raw_state: { column: 'state' },
    code: { column: 'state', values: STATES },
    reason: joined(header, languageColumns(header, 'answer')),
    stated_on: column(header, 'answered_at'),
  }),
})

const limits = (header: readonly string[]): string[] => [
  ...(languageColumns(header, 'answer').length > 0
    ? []
    : ['This export was made before answers were added to it: reasons cannot be shown.']),
  ...(header.includes('answered_at') ? [] : ['This export has no answer dates: time to answer cannot be measured.']),
]

/** Decidim, all generations from 0.19: columns are looked up by name, so that each generation gives what it has. */
export const decidimProposals: Format = {
  id: 'decidim.proposals',
  name: 'Decidim proposals',
  signature: {
    require: ['id', 'participatory_space/id', 'component/id', 'state', 'reference', 'url', 'is_amend'],
    prefix: ['title', 'body'],
    strength: 'strong',
  },
  mapping: header =>
    formatMapping(header, {
      name: 'decidim-proposals',
      dates: 'day-first',
      personal: PERSONAL,
      records: records(header),
      limits: limits(header),
    }),
}
