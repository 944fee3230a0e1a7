import type { ColumnMapping } from '../../../data/model/column-mapping.ts'

const UNKNOWN = 'unknown'

/** The mapping the corpus of awkward files is to be imported with (its README). */
export const corpusMapping: ColumnMapping = {
  format: 'said-and-done/mapping@1',
  name: 'csv-corpus',
  version: 1,
  consultation: 'corpus',
  dates: 'day-first-by-default',
  records: [
    {
      kind: 'contribution',
      fields: {
        ref: { column: 'ref' },
        text: { column: 'comment' },
        received_on: { column: 'submitted_at' },
        area: { column: 'ward' },
        contributor_type: { column: 'respondent_type', whenUnlisted: UNKNOWN, whenEmpty: UNKNOWN },
        contributor_type_given: { column: 'respondent_type' },
      },
    },
    { kind: 'point', fields: { text: { column: 'comment' } } },
  ],
}
