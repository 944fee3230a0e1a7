import { GROUPS, OUTCOMES } from '../../../analysis/finding.ts'
import { STAGES } from '../../../data/model/document.ts'
import type { Strings } from '../strings/strings.ts'
import { frameOf, type Frame, type Site } from './frame.ts'

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

const groupsOf = (t: Strings): readonly WordGroup[] => [
  { anchor: 'words', heading: t.words.headings.words, words: t.words.meanings },
  {
    anchor: 'trail',
    heading: t.words.headings.trail,
    words: [
      { word: t.records.stops.said, meaning: t.words.said },
      ...STAGES.map(stage => ({ word: t.records.stages[stage], meaning: t.records.stageLines[stage] })),
    ],
  },
  {
    anchor: 'groups',
    heading: t.words.headings.groups,
    words: GROUPS.map(group => ({ word: t.results.groups[group], meaning: t.results.groupLines[group] })),
  },
  {
    anchor: 'outcomes',
    heading: t.words.headings.outcomes,
    words: OUTCOMES.map(outcome => ({ word: t.results.outcomes[outcome], meaning: t.words.inFiles(outcome) })),
  },
  {
    anchor: 'marks',
    heading: t.words.headings.marks,
    words: Object.entries(t.results.flags).map(([flag, name]) => ({
      word: name,
      meaning: new Map<string, string>(Object.entries(t.results.flagLines)).get(flag) ?? '',
    })),
  },
  {
    anchor: 'plan',
    heading: t.words.headings.plan,
    words: Object.entries(t.results.relations).map(([relation, name]) => ({
      word: name,
      meaning: t.words.inFiles(relation),
    })),
  },
  { anchor: 'levels', heading: t.words.headings.levels, words: t.words.levels },
]

/** One word for one thing, on pages and in files. */
export const wordsPage = (site: Site): WordsView => ({
  frame: frameOf(site, {
    title: site.strings.words.title,
    description: site.strings.words.description,
    path: '/words',
  }),
  groups: groupsOf(site.strings),
})
