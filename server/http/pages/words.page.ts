import { GROUPS, OUTCOMES } from '../../../analysis/finding.ts'
import { STAGES } from '../../../data/model/document.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { FLAG_LINES, FLAG_NAMES, GROUP_LINES, GROUP_NAMES, OUTCOME_NAMES, RELATION_NAMES } from './group-words.ts'
import { STAGE_LINES, STAGE_NAMES } from './record-words.ts'

interface Word {
  readonly word: string
  readonly meaning: string
}
interface WordGroup {
  readonly anchor: string
  readonly heading: string
  readonly words: readonly Word[]
}
export interface WordsView {
  readonly frame: Frame
  readonly groups: readonly WordGroup[]
}

const WORDS: readonly Word[] = [
  { word: 'Council', meaning: 'The public body that listens and decides. It need not be a council.' },
  { word: 'Consultation', meaning: 'One time a council asked people, from its first day to its decision.' },
  { word: 'Event', meaning: 'One occasion to speak: a meeting, a workshop, a survey, a drop-in.' },
  { word: 'Response', meaning: 'What one person or group sent or said on one occasion, in its own words.' },
  { word: 'Point', meaning: 'One thing a response asks for, objects to, offers or supports. We count points.' },
  { word: 'Idea', meaning: 'Points that ask the same thing. We give each count by point and by idea.' },
  { word: 'Document', meaning: 'A text on the way from the plan to what was done.' },
  { word: 'Passage', meaning: 'One part of a document that can be quoted: a paragraph, a row, a clause.' },
  { word: 'Link', meaning: 'A person’s finding that a passage is about a point, and what it does with it.' },
  { word: 'Search', meaning: 'A record of which documents were read for a point, for which words, and when.' },
  { word: 'The council says', meaning: 'What the council itself says became of a point. It is in no total of ours.' },
  { word: 'Result', meaning: 'What the records show became of a point. It follows by rule from links and searches.' },
  { word: 'Answered', meaning: 'You can read what was decided, or who will do what next. It does not mean agreed.' },
  { word: 'No answer found', meaning: 'We searched and found none. It says nothing about why.' },
  { word: 'Promise', meaning: 'Something the council said it would do, with a date if it gave one.' },
  { word: 'Seat', meaning: 'One place on the group that decides, and whether it votes.' },
  { word: 'Reply', meaning: 'What the council answered to our findings. We print all of it.' },
  { word: 'Dispute', meaning: 'A challenge to one result. While it is open, ranges count it both ways.' },
  { word: 'Correction', meaning: 'What we changed after publication: old value, new value, and why.' },
  { word: 'Release', meaning: 'A published state of a consultation, with a version and a date. It never changes.' },
  { word: 'Checked', meaning: 'A person read the point and the passage.' },
  { word: 'Checked twice', meaning: 'Two people did so apart from each other, or a third settled it.' },
  { word: 'Suggested', meaning: 'A computer says it may be worth a look. It counts in nothing.' },
  {
    word: 'Range',
    meaning: 'What chance alone would allow around a figure, if like points were handled the same way.',
  },
  { word: 'Small numbers', meaning: 'From 10 to 29 points. One point more or less changes the figure a lot.' },
  { word: 'Hidden to protect people', meaning: 'Fewer than 10 people stand behind a number, so it is not shown.' },
  { word: 'Fictional', meaning: 'Made up to show how this site works. Said on every page and in every file.' },
]

const LEVELS: readonly Word[] = [
  { word: 'Inform', meaning: 'It was decided before, or there was no way for points into the decision.' },
  { word: 'Consult', meaning: 'Points were received and answered.' },
  { word: 'Involve', meaning: 'Points reached the papers with their detail, and reasons were given.' },
  { word: 'Collaborate', meaning: 'People from the community had seats on the group that decides.' },
  { word: 'Empower', meaning: 'The community’s vote decides.' },
]

const groupsOf = (): readonly WordGroup[] => [
  { anchor: 'words', heading: 'Words', words: WORDS },
  {
    anchor: 'trail',
    heading: 'Stops on the trail',
    words: [
      { word: 'It was said', meaning: 'The response itself: the first stop.' },
      ...STAGES.map(stage => ({ word: STAGE_NAMES[stage], meaning: STAGE_LINES[stage] })),
    ],
  },
  {
    anchor: 'groups',
    heading: 'What happened to a point',
    words: GROUPS.map(group => ({ word: GROUP_NAMES[group], meaning: GROUP_LINES[group] })),
  },
  {
    anchor: 'outcomes',
    heading: 'Results in detail, and their names in files',
    words: OUTCOMES.map(outcome => ({ word: OUTCOME_NAMES[outcome], meaning: `In files: ${outcome}.` })),
  },
  {
    anchor: 'marks',
    heading: 'Marks beside a result',
    words: Object.entries(FLAG_NAMES).map(([flag, name]) => ({
      word: name,
      meaning: new Map<string, string>(Object.entries(FLAG_LINES)).get(flag) ?? '',
    })),
  },
  {
    anchor: 'plan',
    heading: 'Beside the plan before',
    words: Object.entries(RELATION_NAMES).map(([relation, name]) => ({
      word: name,
      meaning: `In files: ${relation}.`,
    })),
  },
  { anchor: 'levels', heading: 'Levels of taking part', words: LEVELS },
]

/** One word for one thing, on pages and in files. */
export const wordsPage = (site: Site): WordsView => ({
  frame: frameOf(site, {
    title: 'What our words mean',
    description: 'Every word this site uses, in one or two short sentences.',
    path: '/words',
  }),
  groups: groupsOf(),
})
