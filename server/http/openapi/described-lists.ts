import { GROUPS } from '../../../analysis/finding.ts'
import { FACETS } from '../../usecases/point-facets.ts'
import { en } from '../strings/en.ts'
import { column, consultationPath, GROUP_COUNTS, list, sure, type DescribedList } from './described-list.ts'
import { FIGURE_LISTS } from './figure-lists.ts'

const inWords = (names: Readonly<Record<string, string>>): string => Object.keys(names).join(', ')

const POINT = [
  sure('number', 'integer', 'Number of the point within its consultation; never reused.'),
  column('idea', 'integer', 'Number of the idea it shares with others.'),
  column('topic', 'string', 'What it is about, as the source files it.'),
  column('text', 'string', 'Its public words; null where none may be shown.'),
  sure('text_kind', 'string', 'as-published, paraphrase, redacted, withheld or not-released.'),
  column('language', 'string', 'BCP 47 tag of the text.'),
  column('channel', 'string', 'How it came.'),
  column('received_on', 'date', 'Day received.'),
  column('group', 'string', `What happened, in seven groups: ${GROUPS.join(', ')}. Null: left out of the totals.`),
  sure('outcome', 'string', `What the records show: ${inWords(en.results.outcomes)}.`),
  column('left_out', 'string', 'Why it is left out of the totals.'),
  sure('relation_to_plan', 'string', `Point to the plan before: ${inWords(en.results.relations)}.`),
  sure('flags', 'string', `Flags, " | " between: ${inWords(en.results.flags)}.`),
  sure('checked', 'boolean', 'A person checked it.'),
  sure('checked_twice', 'boolean', 'Two people checked it.'),
  column('stated_outcome', 'string', 'What the council says, as a code. Never mixed with outcome.'),
  column('stated_state', 'string', 'What the council says, in its own word.'),
  column('stated_reason', 'string', 'The reason it gives.'),
  column('stated_on', 'date', 'Day it said so.'),
  sure('url', 'url', 'Page of the point.'),
]
const PEOPLE = [
  column('contributor_type', 'string', 'Who sent it; only where the source published each row.'),
  column('area', 'string', 'Coarse area; only where the source published each row.'),
]
const FACET_QUERY = [
  ...FACETS.map(name => ({ name, meaning: `Narrow by ${name}. Several values widen it.`, isRepeated: true })),
  { name: 'q', meaning: 'Words that must all stand in the public text.', isRepeated: false },
]
/** Every JSON list of the site with each of its columns; a test holds it against the answers. */
export const DESCRIBED_LISTS: readonly DescribedList[] = [
  list(
    '/find.json',
    'FoundPoints',
    'Points found by words of their public text, over all consultations; at most 50.',
    [
      sure('council', 'string', 'Name of the body.'),
      sure('consultation', 'string', 'Title.'),
      sure('number', 'integer', 'Number of the point.'),
      column('text', 'string', 'Its public words.'),
      column('group', 'string', 'What happened.'),
      sure('outcome', 'string', 'What the records show.'),
      column('stated_state', 'string', 'What the council says.'),
      sure('nature_of_council', 'string', 'real or fictional.'),
      sure('url', 'url', 'Page of the point.'),
    ],
    {
      query: [{ name: 'q', meaning: 'Words to find; one that is misspelt is read as its nearest.', isRepeated: false }],
    },
  ),
  list('/corrections.json', 'Corrections', 'What was changed after publication.', [
    sure('on', 'date', 'Day.'),
    sure('council', 'string', 'Name of the body.'),
    sure('consultation', 'string', 'Title.'),
    sure('subject', 'string', 'Row or figure.'),
    sure('old_value', 'string', 'Before.'),
    sure('new_value', 'string', 'After.'),
    sure('reason', 'string', 'Why.'),
    column('releases', 'string', 'Versions that held the old value.'),
  ]),
  list('/{body}.json', 'Council', 'Consultations of one body, each on its own. Never added up.', [
    sure('consultation', 'string', 'Title.'),
    column('closes_on', 'date', 'Last day.'),
    sure('points', 'integer', 'Counted points.'),
    ...GROUP_COUNTS(true),
    sure('finding', 'string', 'The finding, or why there is none.'),
    sure('records_up_to', 'date', 'As at.'),
    sure('url', 'url', 'Its page.'),
  ]),
  list(
    `${consultationPath}/points.json`,
    'Points',
    'All points that match, with result and what the council says.',
    POINT,
    {
      query: FACET_QUERY,
      sometimes: PEOPLE,
    },
  ),
  list(
    `${consultationPath}/points/{number}.json`,
    'Trail',
    'Passages a person linked to one point, and the searches.',
    [
      sure('what', 'string', 'link or search.'),
      column('stage', 'string', 'Stop of the trail.'),
      column('document', 'string', 'Title, or the titles searched.'),
      column('passage', 'string', 'Reference of the passage.'),
      column('kind', 'string', 'What the passage does with the point.'),
      column('checked_twice', 'boolean', 'Two people confirmed it.'),
      column('text', 'string', 'The passage, word for word.'),
      column('searched_for', 'string', 'Words looked for.'),
      column('on', 'date', 'Day of the judgement.'),
      column('url', 'url', 'The passage on its page.'),
    ],
  ),
  list(`${consultationPath}/ideas.json`, 'Ideas', 'Ideas that several points share.', [
    sure('number', 'integer', 'Number of the idea.'),
    column('title', 'string', 'What they ask.'),
    sure('points', 'integer', 'Counted points.'),
    sure('group', 'string', 'What happened.'),
    sure('outcome', 'string', 'What the records show.'),
    sure('answered', 'boolean', 'Whether it counts as answered.'),
    sure('url', 'url', 'Its page.'),
  ]),
  list(`${consultationPath}/ideas/{number}.json`, 'IdeaPoints', 'The points of one idea.', POINT, {
    sometimes: PEOPLE,
  }),
  list(`${consultationPath}/topics.json`, 'Topics', 'The table behind the topics chart.', [
    column('topic', 'string', 'Null: no topic given, or several small ones together.'),
    sure('topics', 'integer', 'How many topics stand together in the row.'),
    sure('points', 'integer', 'Counted points.'),
    ...GROUP_COUNTS(false),
  ]),
  list(`${consultationPath}/seats.json`, 'Seats', 'Seats on the group that decides; never people.', [
    sure('group', 'string', 'Name of the group.'),
    sure('title', 'string', 'Title of the seat.'),
    sure('kind', 'string', 'elected, officer, partner or community.'),
    sure('is_voting', 'boolean', 'Whether it votes.'),
    column('from_on', 'date', 'Held since.'),
    column('to_on', 'date', 'Held until.'),
  ]),
  list(`${consultationPath}/evidence.json`, 'Evidence', 'Every document, and every gap with who holds it.', [
    sure('ref', 'string', 'Reference of the document.'),
    sure('stage', 'string', 'Stop of the trail.'),
    sure('title', 'string', 'As published.'),
    sure('source', 'string', 'official or community.'),
    sure('holding', 'string', 'held, or why not.'),
    column('held_by', 'string', 'Who holds a missing one.'),
    column('published_on', 'date', 'Date it bears.'),
    column('first_archived_on', 'date', 'First day an archive saw it.'),
    column('passages', 'integer', 'Passages read; null where it is missing.'),
    column('sha256', 'string', 'Hash of the file read.'),
    column('licence_of_text', 'string', 'Licence of its words.'),
    column('source_url', 'string', 'Where it was published.'),
    column('note', 'string', 'What a reader must know.'),
    column('url', 'url', 'Its page.'),
  ]),
  list(`${consultationPath}/evidence/{document}.json`, 'Passages', 'Every passage of one document, in order.', [
    sure('ref', 'string', 'document#label.'),
    column('heading', 'string', 'Heading path.'),
    sure('text', 'string', 'Word for word.'),
    sure('shape', 'string', 'paragraph, row, clause or item.'),
    sure('linked_points', 'string', 'Numbers of the points a person linked to it, " | " between.'),
    sure('url', 'url', 'The passage on its page.'),
  ]),
  ...FIGURE_LISTS,
]
