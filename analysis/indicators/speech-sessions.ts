import type { ConsultationRecord } from '../../data/model/consultation-record.ts'
import type { ListeningEvent, SpeakingTime } from '../../data/model/event.ts'
import type { NamedFigure } from '../finding.ts'
import { exactFigure } from './figure.ts'

/** Who spoke for how long at one occasion. */
export interface SpeechSession {
  readonly eventId: string
  /** null where the occasion itself is not on record. */
  readonly event: ListeningEvent | null
  readonly amounts: Readonly<Record<SpeakingTime['role'], number>>
  /** Official, of official and community: facilitators and others are apart. */
  readonly share: NamedFigure
}
export interface Speech {
  readonly unit: 'minutes' | 'words'
  /** In the order of their days; those at which officials or community spoke. */
  readonly sessions: readonly SpeechSession[]
}

const NOBODY = { official: 0, community: 0, facilitator: 0, other: 0 }

/** Minutes where every session has them, else words: the two are never added. */
const unitOf = (times: readonly SpeakingTime[]): Speech['unit'] | null => {
  if (times.every(time => time.minutes !== null)) return 'minutes'
  return times.every(time => time.wordCount !== null) ? 'words' : null
}

const sessionOf = (
  eventId: string,
  event: ListeningEvent | null,
  times: readonly SpeakingTime[],
  unit: Speech['unit'],
): readonly SpeechSession[] => {
  const amounts = { ...NOBODY }
  for (const time of times) amounts[time.role] += (unit === 'minutes' ? time.minutes : time.wordCount) ?? 0
  const total = amounts.official + amounts.community
  const name = { key: `telling-share-${event?.ref ?? eventId}`, label: event?.title ?? 'A session without a name' }
  return total === 0 ? [] : [{ eventId, event, amounts, share: exactFigure(name, amounts.official, total) }]
}

const dayOf = ({ event }: SpeechSession): string => event?.heldOn ?? ''

/** null: no times or words on record of officials and community, or not for all of them. */
export const readSpeech = ({
  events,
  speakingTimes,
}: Pick<ConsultationRecord, 'events' | 'speakingTimes'>): Speech | null => {
  const times = speakingTimes.filter(({ role }) => role === 'official' || role === 'community')
  const unit = unitOf(times)
  if (times.length === 0 || unit === null) return null
  const byId = new Map(events.map(event => [event.id, event]))
  const sessions = [...new Set(times.map(({ eventId }) => eventId))].flatMap(eventId =>
    sessionOf(
      eventId,
      byId.get(eventId) ?? null,
      speakingTimes.filter(time => time.eventId === eventId),
      unit,
    ),
  )
  return { unit, sessions: sessions.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0)) }
}
