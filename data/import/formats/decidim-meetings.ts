import type { RecordOfRow } from '../../model/column-mapping.ts'
import { column, fact, formatMapping, joined, languageColumns, presentSources, type Format } from './format.ts'

const report = (header: readonly string[]): RecordOfRow[] => {
  const columns = languageColumns(header, 'closing_report')
  const [first] = columns
  if (first === undefined) return []
  const onlyIf = { column: first }
  return [
    {
      kind: 'document',
      onlyIf,
      fields: presentSources({
        ref: { column: 'id', prefix: 'meeting-report-' },
        stage: fact('record', 'a closing report is the body’s record of the meeting'),
        title: joined(header, languageColumns(header, 'title'), 'strip'),
        source: fact('official', 'it is published by the body'),
        holding: fact('held', 'its text is in the file'),
        is_required: fact(true, 'what was said at a meeting must be on record'),
        published_on: column(header, 'closed_at'),
      }),
    },
    {
      kind: 'passage',
      onlyIf,
      fields: presentSources({
        ref: { column: 'id', prefix: 'meeting-report-', suffix: '#p1' },
        ordinal: fact(1, 'the report is one passage'),
        text: joined(header, columns, 'strip'),
        shape: fact('paragraph', 'the report is one passage'),
      }),
    },
  ]
}

export const decidimMeetings: Format = {
  id: 'decidim.meetings',
  name: 'Decidim meetings',
  signature: {
    require: [
      'id',
      'start_time',
      'end_time',
      'attendees',
      'contributions',
      'organizations',
      'related_proposals',
      'related_results',
    ],
    prefix: ['title'],
    strength: 'strong',
  },
  mapping: header =>
    formatMapping(header, {
      name: 'decidim-meetings',
      dates: 'day-first',
      personal: ['author/id', 'author/name', 'author/url'],
      records: [
        {
          kind: 'event',
          fields: presentSources({
            ref: { column: 'id', prefix: 'meeting-' },
            title: joined(header, languageColumns(header, 'title'), 'strip'),
            kind: fact('public-meeting', 'the platform lists them as meetings'),
            held_on: { column: 'start_time' },
            ends_on: { column: 'end_time' },
            place: column(header, 'address'),
            attendance_claimed: { column: 'attendees' },
            contributions_claimed: { column: 'contributions' },
            url: column(header, 'url'),
          }),
        },
        ...report(header),
      ],
      limits: ['Attendance and contributions are the body’s own counts.'],
    }),
}
