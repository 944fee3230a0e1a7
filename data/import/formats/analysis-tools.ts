import { contributionRecords, type ContributionColumns } from './contribution-format.ts'
import { column, formatMapping, presentSources, type Format, type Signature } from './format.ts'

/** Tools that sort and summarise: their files hold the words of contributions, and groups that a machine suggested. */
const contributions = (
  id: string,
  name: string,
  signature: Signature,
  columns: ContributionColumns,
  personal: readonly string[] = [],
  limits: readonly string[] = [],
): Format => ({
  id,
  name,
  signature,
  mapping: header =>
    formatMapping(header, {
      name: id.replace(/[._]/g, '-'),
      personal,
      records: contributionRecords(header, columns),
      limits: [...limits],
    }),
})

const themes = (id: string, name: string, signature: Signature): Format => ({
  id,
  name,
  signature,
  mapping: header =>
    formatMapping(header, {
      name: id.replace(/[._]/g, '-'),
      records: [{ kind: 'idea', fields: presentSources({ title: column(header, 'Theme Name') }) }],
      columnsNotStored: { Mentions: 'a count the tool claims', Percentage: 'a count the tool claims' },
      limits: ['Themes are the tool’s suggestion; which points belong to them is not in this file.'],
    }),
})

export const analysisTools: readonly Format[] = [
  contributions(
    'tttc.elicitation',
    'Talk to the City elicitation',
    { require: ['comment-id', 'comment-body'], forbid: ['author-id', 'agrees'], strength: 'weak' },
    { ref: 'comment-id', text: ['comment-body'], channel: 'Talk to the City' },
    ['name', 'age'],
  ),
  contributions(
    'tttc.csv',
    'Talk to the City',
    {
      require: ['id', 'comment'],
      forbid: ['participatory_space/id', 'comment-id', 'total-votes', 'url', 'state'],
      strength: 'weak',
    },
    { ref: 'id', text: ['comment'], channel: 'Talk to the City' },
    ['interview', 'name', 'author', 'speaker name'],
  ),
  contributions(
    'sensemaking.processed',
    'Jigsaw sensemaking, processed',
    { require: ['participant_id', 'survey_text'], strength: 'weak' },
    { text: ['survey_text'], channel: 'survey' },
    ['participant_id'],
    ['No row has an id, and one person may have several rows.'],
  ),
  contributions(
    'sensemaking.report_input',
    'Jigsaw sensemaking, report',
    { require: ['topic', 'opinion', 'representative_text', 'participant_id'], strength: 'weak' },
    { text: ['representative_text'], topic: ['topic'], channel: 'survey' },
    ['participant_id'],
    ['Opinions are the tool’s suggestion and are not stored.'],
  ),
  themes('consult.theme_mentions', 'Consult themes with mentions', {
    require: ['Theme Name', 'Theme Description', 'Mentions', 'Percentage'],
    strength: 'weak',
  }),
  themes('consult.themes', 'Consult themes', {
    require: ['Theme Name', 'Theme Description'],
    forbid: ['Mentions'],
    strength: 'weak',
  }),
  contributions(
    'consult.audit',
    'Consult audit',
    {
      require: [
        'Response ID',
        'Consultation',
        'Question number',
        'Question text',
        'Response text',
        'Response has been audited',
        'Original themes',
        'Current themes',
      ],
      strength: 'strong',
    },
    { text: ['Response text'], topic: ['Question text'], channel: 'Consult' },
    ['Auditors'],
    ['Themes are not stored. One response answers several questions: its id is not one of a row.'],
  ),
  contributions(
    'cimt.cycling',
    'German cycling dialogues',
    { require: ['ID', 'title', 'text', 'main_category_level1', 'URL', 'created'], strength: 'strong' },
    {
      ref: 'ID',
      text: ['title', 'text'],
      receivedOn: ['created'],
      topic: ['main_category_level1'],
      url: 'URL',
      channel: 'online platform',
    },
  ),
]
