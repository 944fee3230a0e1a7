import type { NamedFigure } from '../finding.ts'
import type { Cluster } from '../statistics/cluster-bootstrap.ts'
import { nullSentence } from '../sentences/null-sentences.ts'
import { percentText } from '../sentences/wording.ts'
import { exactFigure, missingFigure } from './figure.ts'
import type { Indicator, Measured } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'
import { nothingCollected } from './record-share.ts'
import { shareOfSession, withSessionRange } from './session-share.ts'
import { readSpeech, type SpeechSession } from './speech-sessions.ts'
import { THRESHOLDS } from './thresholds.ts'

const NAME = { key: 'telling-share', label: 'Time officials spoke, of the time officials and community spoke' }

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

const clusterOf = ({ share }: SpeechSession): Cluster => ({
  hitCount: share.numerator ?? 0,
  totalCount: share.denominator ?? 0,
})

const sentenceOf = (share: number, sessions: readonly Cluster[], split: NamedFigure): string => {
  const shares = sessions.map(shareOfSession)
  const range = `sessions ${percentText(Math.min(...shares))}–${percentText(Math.max(...shares))}%`
  const agenda =
    split.value === null ? 'no agenda split is on record' : `the agenda gave them ${percentText(split.value)}%`
  return `Officials spoke for ${percentText(share)}% of the time (${range}); ${agenda}.`
}

const measure = (inquiry: Inquiry): Measured => {
  const speech = readSpeech(inquiry.record)
  if (speech === null) return nothingCollected(NAME.key, NAME.label)
  const sessions = speech.sessions.map(clusterOf)
  const official = sessions.reduce((sum, session) => sum + session.hitCount, 0)
  const total = sessions.reduce((sum, session) => sum + session.totalCount, 0)
  const isLong = speech.unit === 'minutes' && total >= THRESHOLDS.tellingMinMinutes
  const isEnough = sessions.length >= THRESHOLDS.tellingMinSessions || isLong
  const split = agendaSplit(inquiry)
  const byPoint = isEnough
    ? withSessionRange(exactFigure(NAME, official, total), sessions, inquiry.seed)
    : missingFigure(NAME, 'share', 'too-few', { numerator: official, denominator: total })
  return {
    byPoint,
    byIdea: null,
    companions: [split, ...speech.sessions.map(({ share }) => share)],
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
