import type { SpeakingTime } from '../../data/model/event.ts'
import type { NamedFigure } from '../finding.ts'
import type { Cluster } from '../statistics/cluster-bootstrap.ts'
import { nullSentence } from '../sentences/null-sentences.ts'
import { percentText } from '../sentences/wording.ts'
import { exactFigure, missingFigure } from './figure.ts'
import type { Indicator, Measured } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'
import { nothingCollected } from './record-share.ts'
import { shareOfSession, withSessionRange } from './session-share.ts'
import { THRESHOLDS } from './thresholds.ts'

const NAME = { key: 'telling-share', label: 'Time officials spoke, of the time officials and community spoke' }

/** Minutes where every session has them, else words: the two are never added. */
const amountOf = (times: readonly SpeakingTime[]): ((time: SpeakingTime) => number) | null => {
  if (times.every(time => time.minutes !== null)) return time => time.minutes ?? 0
  return times.every(time => time.wordCount !== null) ? time => time.wordCount ?? 0 : null
}

const sessionsOf = (times: readonly SpeakingTime[], amount: (time: SpeakingTime) => number): readonly Cluster[] => {
  const sessions = new Map<string, { hitCount: number; totalCount: number }>()
  for (const time of times) {
    const session = sessions.get(time.eventId) ?? { hitCount: 0, totalCount: 0 }
    session.totalCount += amount(time)
    if (time.role === 'official') session.hitCount += amount(time)
    sessions.set(time.eventId, session)
  }
  return [...sessions.values()].filter(session => session.totalCount > 0)
}

/** Minutes the agenda gave officials, of those it gave officials and community; null where no split is on record. */
export const agendaSplit = ({ record }: Inquiry): NamedFigure => {
  const name = { key: 'agenda-split', label: 'Time the agenda gave officials' }
  const planned = record.agendaItems.filter(
    item => item.plannedMinutes !== null && (item.ledBy === 'official' || item.ledBy === 'community'),
  )
  const sum = (items: typeof planned): number => items.reduce((total, item) => total + (item.plannedMinutes ?? 0), 0)
  const total = sum(planned)
  return total === 0
    ? missingFigure(name, 'share', 'not-collected')
    : exactFigure(name, sum(planned.filter(item => item.ledBy === 'official')), total)
}

const sentenceOf = (share: number, sessions: readonly Cluster[], split: NamedFigure): string => {
  const shares = sessions.map(shareOfSession)
  const range = `sessions ${percentText(Math.min(...shares))}–${percentText(Math.max(...shares))}%`
  const agenda =
    split.value === null ? 'no agenda split is on record' : `the agenda gave them ${percentText(split.value)}%`
  return `Officials spoke for ${percentText(share)}% of the time (${range}); ${agenda}.`
}

const measure = (inquiry: Inquiry): Measured => {
  const times = inquiry.record.speakingTimes.filter(time => time.role === 'official' || time.role === 'community')
  const amount = amountOf(times)
  if (times.length === 0 || amount === null) return nothingCollected(NAME.key, NAME.label)
  const sessions = sessionsOf(times, amount)
  const official = sessions.reduce((sum, session) => sum + session.hitCount, 0)
  const total = sessions.reduce((sum, session) => sum + session.totalCount, 0)
  const minutes = times.reduce((sum, time) => sum + (time.minutes ?? 0), 0)
  const isEnough = sessions.length >= THRESHOLDS.tellingMinSessions || minutes >= THRESHOLDS.tellingMinMinutes
  const split = agendaSplit(inquiry)
  const byPoint = isEnough
    ? withSessionRange(exactFigure(NAME, official, total), sessions, inquiry.seed)
    : missingFigure(NAME, 'share', 'too-few', { numerator: official, denominator: total })
  return {
    byPoint,
    byIdea: null,
    companions: [split],
    sentence: byPoint.value === null ? null : sentenceOf(byPoint.value, sessions, split),
    twin: null,
    nullSentence: byPoint.value === null ? nullSentence(byPoint) : null,
  }
}

/** Who did the talking? */
export const tellingShare: Indicator = {
  card: {
    number: 'L15',
    id: 'telling-share',
    name: 'Who did the talking?',
    question: 'Who did the talking?',
    formula: 'official time ÷ (official + community time); words where there are no times; facilitators apart',
    unit: 'share of speaking time',
    denominator: 'Minutes (or words) spoken by officials and community, in three sessions or sixty minutes at least.',
    complaint: 'Telling you what is happening',
    doesNotShow: 'It does not show fault: explaining may be the agreed design.',
    isExperimental: false,
    isBadge: false,
  },
  counts: {},
  measure,
}
