import type { Document } from '../../data/model/document.ts'
import { deliveredLevel, levelNumber, levelTests } from '../indicators/delivered-level.ts'
import type { Inquiry } from '../indicators/inquiry.ts'
import { promiseWaits } from '../indicators/promise-waits.ts'
import { readSpeech } from '../indicators/speech-sessions.ts'
import { tellingShare, agendaSplit } from '../indicators/telling-share.ts'
import { answerWait } from '../indicators/time-to-answer.ts'
import { timingResults } from '../indicators/timing-tests.ts'
import { countText, percentText } from '../sentences/wording.ts'
import { between, clamp, exactly, fromShare, NOT_DEMONSTRATED, present, type Found, type Signal } from './signal.ts'
import { SIGNAL_THRESHOLDS as AT } from './signal-thresholds.ts'

const TEST_COUNT = 5

/** A record of the stage that the body refused or does not hold: not demonstrated. Else we have not collected it. */
const gapOf = ({ record }: Inquiry, stage: Document['stage']): Found['component'] =>
  record.documents.some(one => one.stage === stage && (one.holding === 'refused' || one.holding === 'not-held'))
    ? NOT_DEMONSTRATED
    : null

const findTiming = (inquiry: Inquiry): Found => {
  const { tests, positives, assessableCount, unknownCount, positiveCheckedTwiceCount } = timingResults(inquiry)
  const missing = Math.max(0, TEST_COUNT - tests.length)
  const low = positives.length / TEST_COUNT
  const component = tests.length === 0 ? null : between(low, low + (unknownCount + missing) / TEST_COUNT)
  const evidence = `${countText(positives.length)} of ${countText(assessableCount)} checks`
  if (positiveCheckedTwiceCount >= AT.timingPositiveCount) return { state: 'present', evidence, component }
  const couldBe = positives.length + unknownCount + missing >= AT.timingPositiveCount
  return { state: couldBe ? 'not-enough-records' : 'not-present', evidence, component }
}

export const timingSignal: Signal = {
  letter: 'C',
  name: 'Steps dated before the close',
  indicatorNumber: 'L13',
  threshold: 'Two of five checks, each checked twice.',
  innocent: 'Contracts can be conditional, and an early view is not a closed mind.',
  find: findTiming,
}

const findLevel = (inquiry: Inquiry): Found => {
  const { promisedLevel } = inquiry.record.consultation
  if (promisedLevel === null)
    return { state: 'not-enough-records', evidence: 'no promised level on record', component: null }
  const delivered = deliveredLevel(levelTests(inquiry))
  const promised = levelNumber(promisedLevel)
  const gap = { low: promised - delivered.high, high: promised - delivered.low }
  const component = between(gap.low / AT.levelFullCount, gap.high / AT.levelFullCount)
  const evidence = `promised: level ${promised}; the records show: level ${delivered.low === delivered.high ? delivered.low : `${delivered.low} to ${delivered.high}`}`
  if (gap.low >= AT.levelGapCount) return { state: 'present', evidence, component }
  return { state: gap.high >= AT.levelGapCount ? 'not-enough-records' : 'not-present', evidence, component }
}

export const levelSignal: Signal = {
  letter: 'D',
  name: 'Less power than promised',
  indicatorNumber: 'L22',
  threshold: 'One level or more below the level promised.',
  innocent: 'Each level suits some purposes, and the tests see only what was recorded.',
  find: findLevel,
}

const lateness = (days: number): number => clamp((days - AT.lateDays) / (AT.lateFullDays - AT.lateDays))

const findLate = (inquiry: Inquiry): Found => {
  const wait = answerWait(inquiry)
  const isOurGap = inquiry.record.documents.some(
    ({ stage, holding }) => stage === 'answer' && (holding === 'not-collected' || holding === 'asked-pending'),
  )
  if (wait === null || (!wait.isEnded && isOurGap))
    return {
      state: 'not-enough-records',
      evidence: 'no date of close, or the answer is not collected',
      component: null,
    }
  const component = wait.isEnded ? exactly(lateness(wait.days)) : between(lateness(wait.days), 1)
  const isExplained = inquiry.record.consultation.lateAnswerReason !== null
  const evidence = `${countText(wait.days)} days after close${wait.isEnded ? '' : ', and open'}${isExplained ? ', explained' : ''}`
  return { state: present(wait.days > AT.lateDays && !isExplained), evidence, component }
}

export const lateSignal: Signal = {
  letter: 'E',
  name: 'A late answer',
  indicatorNumber: 'L11',
  threshold: 'More than 84 days after the close, and no explanation published.',
  innocent: 'Long answers take time, and the 84 days were written for departments.',
  find: findLate,
}

/** A session without times could have been all telling: leaving one out of the record lowers no upper end. */
const isSessionMissing = ({ record, asOf }: Inquiry): boolean => {
  const timed = new Set(record.speakingTimes.map(time => time.eventId))
  return record.events.some(
    ({ id, kind, heldOn }) => SESSION_KINDS.has(kind) && (heldOn ?? asOf) <= asOf && !timed.has(id),
  )
}
const SESSION_KINDS = new Set<string>(['public-meeting', 'workshop', 'mandated-session'])

const findTelling = (inquiry: Inquiry): Found => {
  const { value, numerator, denominator } = tellingShare.measure(inquiry).byPoint
  if (value === null || numerator === null || denominator === null)
    return { state: 'not-enough-records', evidence: 'no times or words on record', component: gapOf(inquiry, 'record') }
  const known = fromShare(numerator, denominator, share => (share - AT.tellingZeroShare) / (1 - AT.tellingZeroShare))
  const component = isSessionMissing(inquiry) ? between(known.low, 1) : known
  const split = agendaSplit(inquiry).value
  const isInWords = readSpeech(inquiry.record)?.unit === 'words'
  const agenda =
    split === null ? 'not on record' : isInWords ? 'split in minutes, not compared' : `${percentText(split)}%`
  const evidence = `officials spoke ${percentText(value)}% of the ${isInWords ? 'words' : 'time'}; agenda: ${agenda}`
  if (value <= AT.tellingShare) return { state: 'not-present', evidence, component }
  if (split === null || isInWords) return { state: 'not-enough-records', evidence, component }
  return { state: present(value > split), evidence, component }
}

export const tellingSignal: Signal = {
  letter: 'F',
  name: 'Mostly telling',
  indicatorNumber: 'L15',
  threshold: 'Officials spoke more than 60% of the time, and more than the agenda gave them.',
  innocent: 'Explaining may be the agreed design of a session.',
  find: findTelling,
}

const findOverdue = (inquiry: Inquiry): Found => {
  const { commitments, commitmentUpdates } = inquiry.record
  const dated = promiseWaits(commitments, commitmentUpdates, inquiry.asOf).filter(
    wait => wait.commitment.dueOn !== null,
  )
  const overdue = dated.filter(wait => wait.isOverdue).length
  const evidence = `${countText(overdue)} of ${countText(dated.length)} promises with a date`
  if (dated.length < AT.datedMinCount)
    return { state: 'not-enough-records', evidence, component: gapOf(inquiry, 'delivery') }
  const share = overdue / dated.length
  return {
    state: present(overdue >= AT.overdueCount && share >= AT.overdueShare),
    evidence,
    component: fromShare(overdue, dated.length),
  }
}

export const overdueSignal: Signal = {
  letter: 'G',
  name: 'Promises past their date',
  indicatorNumber: 'L23',
  threshold: 'Three or more, and at least half of those with a date.',
  innocent: 'A promise may have been kept without a record of it.',
  find: findOverdue,
}
