import { notImported, type Format } from './format.ts'

/** Files that are recognised, so that a person is told what they are, and not imported. */
export const nice = notImported(
  'nice.comments',
  'NICE consultation comments',
  {
    headerRow: 3,
    require: [
      'User',
      'Email Address',
      'Consultation Name',
      'Document Name',
      'Chapter Name',
      'Section Header',
      'Selected Text',
      'Comment',
      'Question Text',
      'Represents An Organisation',
    ],
    strength: 'strong',
  },
  'Long comments go on in extra rows that must be joined first. Join them, then map the file with "said map".',
)

export const alaveteli: readonly Format[] = [
  notImported(
    'alaveteli.project',
    'Alaveteli project',
    { require: ['request', 'request_url', 'public_body', 'public_body_url', 'status'], strength: 'strong' },
    'Requests for information are no consultation.',
  ),
  notImported(
    'alaveteli.batch',
    'Alaveteli batch',
    { require: ['request_url', 'authority_name', 'number_of_replies', 'request_status'], strength: 'weak' },
    'Requests for information are no consultation.',
  ),
]
export const citizenSpace = notImported(
  'citizenspace.api',
  'Citizen Space list of consultations',
  { require: ['id', 'dept', 'title', 'url', 'overview', 'startdate', 'enddate', 'department'], strength: 'strong' },
  'It lists consultations without the body’s legal duty or decision; write a consultations.csv in our own columns instead.',
)
