import type { NamedFigure } from '../finding.ts'
import type { Cluster } from '../statistics/cluster-bootstrap.ts'
import { nullSentence } from '../sentences/null-sentences.ts'
import { percentText } from '../sentences/wording.ts'
import { exactFigure, missingFigure } from './figure.ts'
import type { Indicator, Measured } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'
import { nothingCollected } from './record-share.ts'
import { shareOfSession, withSessionRange } from './session-share.ts'
import { readSpeech, type Speech, type SpeechSession } from './speech-sessions.ts'
import { THRESHOLDS } from './thresholds.ts'

const KEY = 'telling-share'
type Unit = Speech['unit']
const LABELS: Readonly<Record<Unit, string>> = {
  minutes: 'Time officials spoke, of the time officials and community spoke',
  words: 'Words officials spoke, of the words officials and community spoke',
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

const clusterOf = ({ share }: SpeechSession): Cluster => ({
  hitCount: share.numerator ?? 0,
  totalCount: share.denominator ?? 0,
})

/** An agenda is split in minutes: words are never held against it. */
const agendaWords = (split: NamedFigure, unit: Unit): string => {
  if (split.value === null) return 'How the agenda split the time is not on record'
  return unit === 'minutes'
    ? `The agenda gave them ${percentText(split.value)}%`
    : 'The agenda is split in minutes, so the two are not compared'
}

const sentenceOf = (share: number, sessions: readonly Cluster[], split: NamedFigure, unit: Unit): string => {
  const shares = sessions.map(shareOfSession)
  const range = `sessions ${percentText(Math.min(...shares))}–${percentText(Math.max(...shares))}%`
  const spoke = unit === 'minutes' ? `for ${percentText(share)}% of the time` : `${percentText(share)}% of the words`
  return `Officials spoke ${spoke} (${range}). ${agendaWords(split, unit)}.`
}

const measure = (inquiry: Inquiry): Measured => {
  const speech = readSpeech(inquiry.record)
  if (speech === null) return nothingCollected(KEY, LABELS.minutes)
  const name = { key: KEY, label: LABELS[speech.unit] }
  const sessions = speech.sessions.map(clusterOf)
  const official = sessions.reduce((sum, session) => sum + session.hitCount, 0)
  const total = sessions.reduce((sum, session) => sum + session.totalCount, 0)
  const isLong = speech.unit === 'minutes' && total >= THRESHOLDS.tellingMinMinutes
  const isEnough = sessions.length >= THRESHOLDS.tellingMinSessions || isLong
  const split = agendaSplit(inquiry)
  const byPoint = isEnough
    ? withSessionRange(exactFigure(name, official, total), sessions, inquiry.seed)
    : missingFigure(name, 'share', 'too-few', { numerator: official, denominator: total })
  return {
    byPoint,
    byIdea: null,
    companions: [split, ...speech.sessions.map(({ share }) => share)],
    sentence: byPoint.value === null ? null : sentenceOf(byPoint.value, sessions, split, speech.unit),
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
    doesNotShow: 'It does not show fault. It may have been agreed that officials explain.',
    isExperimental: false,
    isBadge: false,
  },
  counts: {},
  measure,
}
