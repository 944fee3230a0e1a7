import type { RecordOfRow } from '../../model/column-mapping.ts'
import { column, fact, formatMapping, joined, languageColumns, presentSources, type Format } from './format.ts'

const DOCUMENT_REF = 'results'
const SAID_BY_BODY = 'the body says so in its export of results'

const passage = (header: readonly string[], words: readonly string[]): RecordOfRow => ({
  kind: 'passage',
  fields: presentSources({
    ref: { column: 'id', prefix: `${DOCUMENT_REF}#` },
    heading: joined(header, ['taxonomies/name', ...languageColumns(header, 'category/name')], 'strip'),
    text: joined(header, words, 'strip'),
    shape: fact('row', 'each row of the export is one result'),
  }),
})

/** `proposal_urls` is a claim: one link a proposal, basis stated. A re-imported file can carry wrong ones, so nothing rests on them. */
const takesUp: RecordOfRow = {
  kind: 'link',
  onlyIf: { column: 'proposal_urls' },
  forEach: { column: 'proposal_urls', separator: ', ', field: 'point' },
  fields: {
    kind: fact('takes-up', SAID_BY_BODY),
    basis: fact('stated', SAID_BY_BODY),
    by: fact('export of results, proposal_urls', SAID_BY_BODY),
  },
}

const commitment = (header: readonly string[], words: readonly string[], madeOn: string): RecordOfRow => ({
  kind: 'commitment',
  onlyIf: { column: madeOn },
  fields: presentSources({
    ref: { column: 'id', prefix: 'result-' },
    text: joined(header, words, 'strip'),
    made_on: { column: madeOn },
    due_on: column(header, 'end_date'),
    passage: { sameRow: 'passage' },
  }),
})

/** The state is not taken from `progress`: a percentage the body gives is a claim, evidence is found by people. */
const update = (header: readonly string[], on: string): RecordOfRow => ({
  kind: 'commitment-update',
  onlyIf: { column: 'progress' },
  fields: presentSources({
    on: { column: on },
    status: fact('no-evidence', 'the export gives a percentage the body claims, and no evidence'),
    progress_claimed: { column: 'progress', rounded: true },
    note: column(header, ['status/name/en', 'status/key']),
  }),
})

/** Each result is a passage of one decision document, a promise with its due date, and a stated link to each proposal it names. */
export const decidimResults: Format = {
  id: 'decidim.results',
  name: 'Decidim results',
  signature: {
    require: ['id', 'parent/id', 'start_date', 'end_date', 'status/key', 'progress', 'proposal_urls'],
    prefix: ['title', 'description'],
    strength: 'strong',
  },
  mapping: header => {
    const words = [...languageColumns(header, 'title'), ...languageColumns(header, 'description')]
    const madeOn = header.includes('created_at') ? 'created_at' : 'start_date'
    const on = header.includes('updated_at') ? 'updated_at' : madeOn
    return formatMapping(header, {
      name: 'decidim-results',
      dates: 'day-first',
      given: [
        {
          kind: 'document',
          fields: {
            ref: DOCUMENT_REF,
            stage: 'decision',
            title: 'Results, as exported',
            source: 'official',
            holding: 'held',
            is_required: true,
          },
        },
      ],
      records: [passage(header, words), takesUp, commitment(header, words, madeOn), update(header, on)],
      limits: [
        'The links from results to proposals are what the body says; a file that was imported and exported again can carry wrong ones.',
        'Progress is the body’s own figure.',
      ],
    })
  },
}
