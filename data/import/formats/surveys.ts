import type { Format } from './format.ts'
import { surveyFormat } from './survey-format.ts'

export const surveys: readonly Format[] = [
  surveyFormat({
    id: 'surveymonkey',
    name: 'SurveyMonkey',
    signature: {
      headerRows: 2,
      require: ['Respondent ID', 'Collector ID', 'Start Date', 'End Date'],
      strength: 'strong',
    },
    ref: 'Respondent ID',
    receivedOn: ['End Date'],
    personal: ['IP Address', 'Email Address', 'First Name', 'Last Name'],
    own: /^(?:Respondent ID|Collector ID|Start Date|End Date|Custom Data \d+)$/,
    more: { file: { headerRows: 2, headerJoins: 'question / choice' } },
  }),
  surveyFormat({
    id: 'msforms',
    name: 'Microsoft Forms',
    signature: {
      require: ['Start time', 'Completion time', 'Email', 'Name'],
      anyOf: [['ID', 'Id']],
      strength: 'strong',
    },
    ref: 'ID',
    receivedOn: ['Completion time'],
    personal: ['Email', 'Name'],
    own: /^(?:I[Dd]|Start time|Completion time|Last modified time|Total points|Quiz feedback|(?:Points|Feedback) - .*)$/,
  }),
  surveyFormat({
    id: 'googleforms',
    name: 'Google Forms',
    signature: {
      require: ['Timestamp'],
      forbid: ['Comment ID', 'Voter', 'Votes'],
      first: 'Timestamp',
      strength: 'weak',
    },
    ref: null,
    receivedOn: ['Timestamp'],
    personal: ['Email Address', 'Username'],
    own: /^(?:Timestamp|Score)$/,
  }),
  surveyFormat({
    id: 'qualtrics',
    name: 'Qualtrics',
    signature: {
      headerRows: 3,
      require: ['StartDate', 'EndDate', 'Status', 'Progress', 'Finished', 'RecordedDate', 'ResponseId'],
      strength: 'strong',
    },
    ref: 'ResponseId',
    receivedOn: ['RecordedDate'],
    language: 'UserLanguage',
    personal: [
      'IPAddress',
      'RecipientLastName',
      'RecipientFirstName',
      'RecipientEmail',
      'ExternalReference',
      'LocationLatitude',
      'LocationLongitude',
    ],
    own: /^(?:StartDate|EndDate|Status|Progress|Duration \(in seconds\)|Finished|RecordedDate|ResponseId|DistributionChannel|UserLanguage)$/,
    more: {
      file: { headerRows: 3 },
      setAside: [
        { when: { column: 'Status', in: ['Survey Preview', '1'] }, reason: 'test-or-preview' },
        { when: { column: 'Finished', in: ['False', 'FALSE', 'false', '0'] }, reason: 'unfinished' },
      ],
    },
  }),
  surveyFormat({
    id: 'typeform',
    name: 'Typeform',
    signature: {
      require: ['#', 'Start Date (UTC)', 'Submit Date (UTC)', 'Network ID'],
      first: '#',
      strength: 'strong',
    },
    ref: '#',
    receivedOn: ['Submit Date (UTC)'],
    personal: ['Network ID'],
    own: /^(?:#|Response Type|Start Date \(UTC\)|Stage Date \(UTC\)|Submit Date \(UTC\)|Tags|Ending)$/,
  }),
]
