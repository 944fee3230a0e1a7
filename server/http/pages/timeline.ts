import type { ConsultationRecord } from '../../../data/model/consultation-record.ts'
import type { Stage } from '../../../data/model/document.ts'
import type { Strings } from '../strings/strings.ts'

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

const STAGE_RANKS: readonly { readonly stage: Stage; readonly rank: number }[] = [
  { stage: 'plan', rank: 2 },
  { stage: 'summary', rank: 3 },
  { stage: 'papers', rank: 7 },
  { stage: 'answer', rank: 1 },
  { stage: 'delivery', rank: 8 },
]

const documentsOf = (t: Strings, { documents }: ConsultationRecord): readonly Happening[] =>
  STAGE_RANKS.map(({ stage, rank }) => {
    const days = documents
      .filter(document => document.stage === stage && document.holding === 'held' && document.source === 'official')
      .flatMap(({ publishedOn }) => publishedOn ?? [])
    return { on: days.toSorted()[0] ?? null, text: t.timeline.published[stage] ?? '', rank }
  })

const eventsOf = (t: Strings, { events }: ConsultationRecord): Happening => {
  const days = events.flatMap(({ heldOn }) => heldOn ?? []).toSorted()
  return {
    on: days[0] ?? null,
    text: t.timeline.events(events.length),
    rank: 6,
  }
}

const repliesOf = (t: Strings, { replies }: ConsultationRecord): readonly Happening[] =>
  replies
    .filter(({ pointId }) => pointId === null)
    .flatMap(({ askedOn, repliedOn }) => [
      { on: askedOn, text: t.timeline.asked, rank: 5, isOurs: true },
      { on: repliedOn, text: t.timeline.replied, rank: 4 },
    ])

/** What happened, in the order of its dates: the seven that matter most. What has no date is left to the list of documents. */
export const timelineOf = (t: Strings, record: ConsultationRecord): readonly TimelineItem[] => {
  const { opensOn, closesOn, decidedOn, decidingGroup } = record.consultation
  const happenings: readonly Happening[] = [
    { on: opensOn, text: t.timeline.opens, rank: 0 },
    { on: closesOn, text: t.timeline.closes, rank: 0 },
    { on: decidedOn, text: t.timeline.decided(decidingGroup), rank: 0 },
    ...documentsOf(t, record),
    eventsOf(t, record),
    ...repliesOf(t, record),
  ]
  return happenings
    .filter((item): item is Happening & { on: string } => item.on !== null)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, mostItems)
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.rank - b.rank)
    .map(({ on, text, isOurs }) => ({
      date: on,
      on: t.dateTogether(on),
      text,
      cssClass: isOurs === true ? 'us' : 'them',
    }))
}
