import type { ConsultationRecord } from '../../../data/model/consultation-record.ts'
import type { Stage } from '../../../data/model/document.ts'
import { dateWords } from './date-words.ts'

export interface TimelineItem {
  readonly date: string
  readonly on: string
  readonly text: string
  /** Something this site did, not the council. */
  readonly cssClass: string
}

interface Happening {
  readonly on: string | null
  readonly text: string
  /** Lower is kept first where not all fit on a line. */
  readonly rank: number
  readonly isOurs?: boolean
}

const mostItems = 7

const STAGE_HAPPENINGS: readonly { readonly stage: Stage; readonly text: string; readonly rank: number }[] = [
  { stage: 'plan', text: 'The plan before is published', rank: 2 },
  { stage: 'summary', text: 'A summary is published', rank: 3 },
  { stage: 'papers', text: 'Councillors get the papers', rank: 7 },
  { stage: 'answer', text: 'The answer is published', rank: 1 },
  { stage: 'delivery', text: 'An update on what was done', rank: 8 },
]

const documentsOf = ({ documents }: ConsultationRecord): readonly Happening[] =>
  STAGE_HAPPENINGS.map(({ stage, text, rank }) => {
    const days = documents
      .filter(document => document.stage === stage && document.holding === 'held' && document.source === 'official')
      .flatMap(({ publishedOn }) => publishedOn ?? [])
    return { on: days.toSorted()[0] ?? null, text, rank }
  })

const eventsOf = ({ events }: ConsultationRecord): Happening => {
  const days = events.flatMap(({ heldOn }) => heldOn ?? []).toSorted()
  return {
    on: days[0] ?? null,
    text: events.length === 1 ? 'The event' : `The first of ${events.length} events`,
    rank: 6,
  }
}

const repliesOf = ({ replies }: ConsultationRecord): readonly Happening[] =>
  replies
    .filter(({ pointId }) => pointId === null)
    .flatMap(({ askedOn, repliedOn }) => [
      { on: askedOn, text: 'We send our findings to the council', rank: 5, isOurs: true },
      { on: repliedOn, text: 'The council replies', rank: 4, isOurs: true },
    ])

/** What happened, in the order of its dates: the seven that matter most. What has no date is left to the list of documents. */
export const timelineOf = (record: ConsultationRecord): readonly TimelineItem[] => {
  const { opensOn, closesOn, decidedOn, decidingGroup } = record.consultation
  const happenings: readonly Happening[] = [
    { on: opensOn, text: 'It opens', rank: 0 },
    { on: closesOn, text: 'It closes', rank: 0 },
    { on: decidedOn, text: decidingGroup === null ? 'The decision' : `${decidingGroup} decides`, rank: 0 },
    ...documentsOf(record),
    eventsOf(record),
    ...repliesOf(record),
  ]
  return happenings
    .filter((item): item is Happening & { on: string } => item.on !== null)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, mostItems)
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.rank - b.rank)
    .map(({ on, text, isOurs }) => ({ date: on, on: dateWords(on), text, cssClass: isOurs === true ? 'us' : 'them' }))
}
