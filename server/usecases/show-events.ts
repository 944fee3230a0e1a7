import { readSpeech, type Speech } from '../../analysis/indicators/speech-sessions.ts'
import { publishedIndicators, type PublishedIndicator } from '../../analysis/lint/published-indicators.ts'
import type { AgendaItem, Attendance, ListeningEvent, Question } from '../../data/model/event.ts'
import type { Deps } from '../deps.ts'
import type { AuditIndex } from './audit-index.ts'
import { readIndex, type PageAddress } from './read-index.ts'

export interface ShownEvent {
  readonly event: ListeningEvent
  readonly attendances: readonly Attendance[]
  readonly agenda: readonly AgendaItem[]
  readonly questions: readonly Question[]
}
export interface ShownEvents {
  readonly index: AuditIndex
  /** In the order of their days. */
  readonly events: readonly ShownEvent[]
  /** Asked at no event that is on record. */
  readonly otherQuestions: readonly Question[]
  readonly speech: Speech | null
  /** Who spoke, questions answered, who was told to attend, who set the agenda: as they may be published. */
  readonly indicators: readonly PublishedIndicator[]
}

const ABOUT_EVENTS = ['telling-share', 'questions-answered', 'required-attendance', 'agenda-origin']

const dayOf = ({ heldOn }: ListeningEvent): string => heldOn ?? ''

export const describeEvents = (index: AuditIndex): ShownEvents => {
  const { record, audit } = index
  const { events, attendances, agendaItems, questions } = record
  const indicators = publishedIndicators(audit).filter(({ finding }) => ABOUT_EVENTS.includes(finding.id))
  const isSpeechKept = indicators.some(
    ({ finding, blockedBecause }) => finding.id === 'telling-share' && blockedBecause.length > 0,
  )
  const known = new Set(events.map(({ id }) => id))
  return {
    index,
    events: events
      .toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)))
      .map(event => ({
        event,
        attendances: attendances.filter(({ eventId }) => eventId === event.id),
        agenda: agendaItems.filter(({ eventId }) => eventId === event.id).toSorted((a, b) => a.position - b.position),
        questions: questions.filter(({ eventId }) => eventId === event.id),
      })),
    otherQuestions: questions.filter(({ eventId }) => eventId === null || !known.has(eventId)),
    speech: isSpeechKept ? null : readSpeech(record),
    indicators,
  }
}

/** Who was in the room, who spoke, and what was asked and answered. */
export const showEvents = async (deps: Deps, address: PageAddress): Promise<ShownEvents> =>
  describeEvents(await readIndex(deps, address))
