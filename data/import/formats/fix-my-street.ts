import { contributionRecords, statedRecord } from './contribution-format.ts'
import { formatMapping, type Format } from './format.ts'

const FIXED = { Fixed: 'says-done', fixed: 'says-done', 'Fixed - Council': 'says-done', 'fixed - council': 'says-done' }
const SEEN = {
  Acknowledged: 'says-noted',
  acknowledged: 'says-noted',
  'In Progress': 'says-considering',
  'in progress': 'says-considering',
}
/** Open says that nothing was decided. "Closed" alone says nothing certain: it is asked about. */
const FMS_STATES = {
  ...FIXED,
  ...SEEN,
  Open: 'says-nothing',
  open: 'says-nothing',
  confirmed: 'says-nothing',
  Confirmed: 'says-nothing',
}

export const fixMyStreetProblems: Format = {
  id: 'fixmystreet.problems',
  name: 'FixMyStreet reports',
  signature: {
    require: [
      'Report ID',
      'Title',
      'Detail',
      'Category',
      'Created',
      'Confirmed',
      'Acknowledged',
      'Fixed',
      'Closed',
      'Status',
      'Report URL',
    ],
    strength: 'strong',
  },
  mapping: header =>
    formatMapping(header, {
      name: 'fixmystreet-problems',
      personal: ['User Name', 'Query', 'Latitude', 'Longitude', 'Easting', 'Northing'],
      records: [
        ...contributionRecords(header, {
          ref: 'Report ID',
          text: ['Title', 'Detail'],
          receivedOn: ['Created'],
          area: ['Ward'],
          topic: ['Category'],
          url: 'Report URL',
          channel: 'FixMyStreet',
        }),
        statedRecord(header, { state: 'Status', values: FMS_STATES, statedOn: ['Fixed'] }),
      ],
    }),
}

export const fixMyStreetUpdates: Format = {
  id: 'fixmystreet.updates',
  name: 'FixMyStreet updates',
  signature: { require: ['Report ID', 'Update ID', 'Date', 'Status', 'Problem state', 'Text'], strength: 'strong' },
  mapping: header =>
    formatMapping(header, {
      name: 'fixmystreet-updates',
      personal: ['User Name'],
      records: [
        {
          kind: 'stated-outcome',
          onlyIf: { column: 'Problem state' },
          fields: {
            point: { column: 'Report ID' },
            raw_state: { column: 'Problem state' },
            code: { column: 'Problem state', values: FMS_STATES },
            reason: { column: 'Text' },
            stated_on: { column: 'Date' },
          },
        },
      ],
      limits: ['The reports must be imported first. Updates that name no state are kept out of what the council says.'],
    }),
}
