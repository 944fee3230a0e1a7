import { contributionRecords, statedRecord } from './contribution-format.ts'
import { fact, formatMapping, type Format } from './format.ts'

export const consulInvestments: Format = {
  id: 'consul.investments',
  name: 'CONSUL investments',
  signature: {
    require: ['ID', 'Title', 'Administrator', 'Valuator', 'Valuation Group', 'Feasibility', 'Selected'],
    strength: 'strong',
  },
  mapping: header =>
    formatMapping(header, {
      name: 'consul-investments',
      personal: ['Author username', 'Administrator', 'Valuator'],
      records: [
        ...contributionRecords(header, {
          ref: 'ID',
          text: ['Title', 'Description'],
          area: ['Scope of operation'],
          channel: 'online platform',
        }),
        statedRecord(header, {
          state: 'Feasibility',
          values: { Unfeasible: 'says-refused', Feasible: 'says-considering', Undecided: 'says-considering' },
          reason: ['Unfeasibility explanation'],
        }),
        {
          kind: 'stated-outcome',
          onlyIf: { column: 'Selected', in: ['Yes', 'yes', 'true', 'TRUE'] },
          fields: {
            raw_state: fact('Selected', 'the column Selected says yes'),
            code: fact('says-taken-up', 'a selected investment goes to the final vote or is built'),
          },
        },
      ],
      limits: ['An investment that is feasible and selected has two statements, in this order.'],
    }),
}
