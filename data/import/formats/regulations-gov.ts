import type { RecordOfRow } from '../../model/column-mapping.ts'
import { contributionRecords } from './contribution-format.ts'
import { column, fact, formatMapping, presentSources, type Format } from './format.ts'

const ANSWERS = 'Comment on Document ID'

const ruleDocument = (header: readonly string[]): RecordOfRow => ({
  kind: 'document',
  onlyIf: { column: ANSWERS, in: [''] },
  fields: presentSources({
    ref: { column: 'Document ID' },
    stage: fact('plan', 'a row that comments on nothing is the agency’s own document'),
    title: column(header, ['Title', 'Document Type']),
    source: fact('official', 'the agency posted it'),
    holding: fact('not-collected', 'the bulk file holds no text of it'),
    is_required: fact(false, 'a person says which documents the audit needs'),
    published_on: { column: 'Posted Date' },
  }),
})

/** A row that names the document it comments on is a contribution; the rest are the agency's documents. */
export const regulationsGov: Format = {
  id: 'regulationsgov.bulk',
  name: 'regulations.gov bulk download',
  signature: {
    require: ['Document ID', 'Agency ID', 'Docket ID', 'Document Type', 'Posted Date', ANSWERS, 'Comment'],
    strength: 'strong',
  },
  mapping: header => {
    const onlyIf = { column: ANSWERS }
    const own = contributionRecords(header, {
      ref: 'Document ID',
      text: ['Comment'],
      receivedOn: ['Received Date', 'Posted Date'],
      topic: ['Docket ID'],
      channel: 'regulations.gov',
    })
    return formatMapping(header, {
      name: 'regulationsgov-bulk',
      personal: [
        'First Name',
        'Last Name',
        'City',
        'Zip/Postal Code',
        'Submitter Representative',
        'Representative’s Address',
        "Representative's Address",
      ],
      records: [...own.map(record => ({ ...record, onlyIf })), ruleDocument(header)],
      limits: [
        'The words often stand only in an attachment: such rows are set aside as empty and counted.',
        'Duplicate Comments is the agency’s own count and is not stored.',
      ],
    })
  },
}
