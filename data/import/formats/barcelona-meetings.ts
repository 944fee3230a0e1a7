import { fact, formatMapping, type Format } from './format.ts'

/** Barcelona's municipal action plan 2016–2019, the three tables of its first Decidim. `None` is how its exporter wrote an empty cell. */
const EMPTY = ['None']
const DATES = 'day-first'

export const barcelonaMeetings: Format = {
  id: 'barcelona_pam.meetings',
  name: 'Barcelona municipal plan 2016, meetings',
  signature: {
    require: ['ID de cita', 'Títol', 'Data', 'Adreça', 'Districte', 'Assistents', 'Propostes', 'Intervencions', 'URL'],
    strength: 'strong',
  },
  mapping: header =>
    formatMapping(header, {
      name: 'barcelona-pam-meetings',
      dates: DATES,
      emptyValues: EMPTY,
      records: [
        {
          kind: 'event',
          fields: {
            ref: { column: 'ID de cita', prefix: 'cita-' },
            title: { columns: ['Títol'], joinedBy: ' ', html: 'strip' },
            kind: fact(
              'public-meeting',
              'the City lists them as meetings of the process; the file does not tell kinds apart',
            ),
            held_on: { column: 'Data' },
            place: { columns: ['Adreça', 'Districte'], joinedBy: ' · ', html: 'strip' },
            attendance_claimed: { column: 'Assistents' },
            contributions_claimed: { column: 'Propostes' },
            url: { column: 'URL' },
          },
        },
      ],
      columnsNotStored: {
        Intervencions: 'people who spoke, as the City says; speaking time is recorded by role and minutes',
      },
      limits: [
        'Attendance and proposals made are the City’s own counts.',
        'The file does not say who was invited or who spoke.',
      ],
    }),
}

export const barcelonaMeasures: Format = {
  id: 'barcelona_pam.action_plans',
  name: 'Barcelona municipal plan 2016, measures',
  signature: {
    require: [
      'ID',
      'Districte',
      'Títol',
      'Descripció',
      'Propostes',
      'Suports',
      'Comentaris',
      'Participants',
      'Intervencions',
      'URL',
    ],
    strength: 'strong',
  },
  mapping: header =>
    formatMapping(header, {
      name: 'barcelona-pam-measures',
      dates: DATES,
      emptyValues: EMPTY,
      given: [
        {
          kind: 'document',
          fields: {
            ref: 'mesures-2016',
            stage: 'decision',
            title: 'Mesures del Pla d’actuació municipal 2016–2019',
            source: 'official',
            holding: 'held',
            is_required: true,
            url: 'https://decidim.barcelona/action_plans',
          },
        },
      ],
      records: [
        {
          kind: 'passage',
          fields: {
            ref: { column: 'ID', prefix: 'mesures-2016#' },
            heading: { columns: ['Districte', 'Categoria', 'Subcategoria'], joinedBy: ' > ', html: 'strip' },
            text: { columns: ['Títol', 'Descripció'], joinedBy: '\n\n', html: 'strip' },
            shape: fact('row', 'each row of the file is one measure'),
          },
        },
      ],
      columnsNotStored: {
        Propostes: 'how many proposals the City says stand behind a measure: a count, not a key',
      },
      limits: ['The file does not say which proposals stand behind a measure.', 'It bears no date of the decision.'],
    }),
}
