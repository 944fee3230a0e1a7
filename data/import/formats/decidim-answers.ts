import { formatMapping, joined, languageColumns, presentSources, type Format } from './format.ts'

const STATES = {
  accepted: 'says-taken-up',
  rejected: 'says-refused',
  evaluating: 'says-considering',
  not_answered: 'says-nothing',
}

export const decidimAnswers: Format = {
  id: 'decidim.answers_import',
  name: 'Decidim answers',
  signature: {
    require: ['id', 'state'],
    forbid: ['component/id', 'reference', 'url'],
    prefix: ['answer'],
    strength: 'weak',
  },
  mapping: header =>
    formatMapping(header, {
      name: 'decidim-answers',
      records: [
        {
          kind: 'stated-outcome',
          onlyIf: { column: 'state', notIn: ['withdrawn', 'retracted'] },
          fields: presentSources({
            point: { column: 'id' },
            raw_state: { column: 'state' },
            code: { column: 'state', values: STATES },
            reason: joined(header, languageColumns(header, 'answer')),
          }),
        },
      ],
      limits: ['The proposals must be imported first.'],
    }),
}
