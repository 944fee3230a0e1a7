import { contributionRecords, statedRecord } from './contribution-format.ts'
import { formatMapping, type Format } from './format.ts'

/** The words of the product, as codes and as English labels; other languages are asked about. */
export const GO_VOCAL_STATES = {
  accepted: 'says-taken-up',
  Accepted: 'says-taken-up',
  implemented: 'says-done',
  Implemented: 'says-done',
  rejected: 'says-refused',
  Rejected: 'says-refused',
  ineligible: 'says-out-of-scope',
  under_consideration: 'says-considering',
  'Under consideration': 'says-considering',
  viewed: 'says-noted',
  Viewed: 'says-noted',
  answered: 'says-answered',
  prescreening: 'says-nothing',
  proposed: 'says-nothing',
  Proposed: 'says-nothing',
  threshold_reached: 'says-nothing',
  expired: 'says-nothing',
}

export const goVocal: Format = {
  id: 'govocal.inputs',
  name: 'Go Vocal inputs',
  signature: {
    require: ['ID', 'Submitted at', 'Project'],
    anyOf: [
      ['Author ID', 'Author name'],
      ['Status', 'URL', 'Likes', 'Comments', 'Published at'],
    ],
    strength: 'strong',
  },
  mapping: header =>
    formatMapping(header, {
      name: 'govocal-inputs',
      // The product writes mm/dd/yyyy whatever the language, and guards formulas with a leading '.
      dates: 'month-first',
      formulaGuard: "'",
      personal: [
        'Author name',
        'Author email',
        'Author ID',
        'Assignee',
        'Assignee email',
        'Location',
        'Latitude',
        'Longitude',
      ],
      records: [
        ...contributionRecords(header, {
          ref: 'ID',
          text: ['Title', 'Description'],
          receivedOn: ['Submitted at'],
          support: 'Likes',
          oppose: 'Dislikes',
          url: 'URL',
          channel: 'online platform',
        }),
        ...(header.includes('Status') ? [statedRecord(header, { state: 'Status', values: GO_VOCAL_STATES })] : []),
      ],
      limits: ['Answers to the form’s own questions stand in further columns and are not stored.'],
    }),
}
