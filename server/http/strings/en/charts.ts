import type { PeopleAttribute } from '../../../../analysis/indicators/people-groups.ts'
import type { VoiceMeasure } from '../../pages/voices.ts'
import { count, counted, dateTogether } from './nouns.ts'

const voiceHeadings: Readonly<Record<PeopleAttribute, string>> = {
  area: 'By area',
  group: 'By group people named themselves',
  channel: 'By how it came',
  'contributor-type': 'By who sent it',
}
const voiceMeasures: Readonly<Record<VoiceMeasure, string>> = {
  people: 'People',
  reach: 'In the decision',
  influence: 'New in the decision',
  'answered-with-reason': 'Told why',
  silence: 'No answer found',
}

export const charts = {
  subtitle: (measure: string, title: string, body: string) =>
    `${measure}. ${title}, ${body}. Thick bar: the 95% range.`,
  source: (on: string, method: string) => `records checked by people, as at ${dateTogether(on)}, method ${method}`,
  /** The line below a picture that is saved. */
  sourceLine: (source: string) => `Source: ${source}. Said & Done, CC BY 4.0`,
  smallNumbers: 'small numbers',
  range: (range: string) => `range ${range}`,
  everyGroup: 'Every group',
  plan: {
    with: 'In line with the plan',
    against: 'Against the plan',
    measure: 'Share taken up as new, of points that were decided',
    caption: 'Points taken up as new, by how they stand to the plan',
    rows: 'Points',
    counts: 'Taken up',
    byPoint: 'Counted by point',
    byIdea: 'Counted by idea',
  },
  speech: {
    agenda: 'Set aside on the agenda',
    measure: (unit: 'minutes' | 'words') =>
      `${unit === 'minutes' ? 'Minutes' : 'Words'} of officials, of those of officials and community`,
    caption: 'Who spoke, in all and at each session',
    rows: 'Session',
    counts: (unit: 'minutes' | 'words') => `Officials’ ${unit}`,
    all: 'All sessions',
    bySession: 'Session by session',
  },
  voices: {
    headings: voiceHeadings,
    measures: voiceMeasures,
    measure: 'Share of points that are in the decision',
    caption: 'Points in the decision, by who made them',
    rows: 'Points from',
    counts: 'In the decision',
    cell: (ofWords: string, share: string) => `${ofWords} (${share})`,
    notGiven: 'Not given',
  },
  waits: {
    /** What is drawn; where, and how to read it. A picture sets them on two lines. */
    subtitle: (n: number, where: string) => [
      `Share of ${counted(n, { one: 'promise', other: 'promises' })} still waiting, by days since each was made.`,
      `${where}. Shaded: the 95% range. Ticks: still open.`,
    ],
    caption: 'Share of promises still waiting, day by day',
    last: (days: number) => `${count(days)} days`,
    step: (days: string, share: string, range: string) => `${days} days: ${share}${range === '' ? '' : ` (${range})`}.`,
  },
}
