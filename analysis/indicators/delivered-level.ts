import { LEVELS, type Level } from '../../data/model/consultation.ts'
import { countIn } from '../outcomes/tally-units.ts'
import { decidingSeats } from './deciding-seats.ts'
import type { Inquiry } from './inquiry.ts'
import { isDue, isGivenReason, isResolvedOrOutOfScope, isSilent, isTakenUp } from './outcome-bases.ts'
import { timingResults } from './timing-tests.ts'

export type Verdict = 'met' | 'not-met' | 'unknown'
export interface LevelTest {
  readonly level: Level
  readonly words: string
  readonly verdict: Verdict
}

const all = (...verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes('not-met') ? 'not-met' : verdicts.includes('unknown') ? 'unknown' : 'met'
const verdict = (isMet: boolean): Verdict => (isMet ? 'met' : 'not-met')

const isInformed = ({ record, index, asOf }: Inquiry): Verdict => {
  const closesOn = record.consultation.closesOn ?? asOf
  const documents = [...index.heldOfficial.values()].flat()
  const isBefore = documents.some(({ publishedOn }) => publishedOn !== null && publishedOn < closesOn)
  if (isBefore) return 'met'
  return record.documents.some(({ holding }) => holding === 'not-collected' || holding === 'asked-pending')
    ? 'unknown'
    : 'not-met'
}

const hasAnswer = ({ index, record }: Inquiry): Verdict => {
  if ((index.heldOfficial.get('answer') ?? []).length > 0) return 'met'
  const isOurGap = record.documents.some(
    ({ stage, holding }) => stage === 'answer' && (holding === 'not-collected' || holding === 'asked-pending'),
  )
  return isOurGap ? 'unknown' : 'not-met'
}

const isMostlyAnswered = ({ byPoint }: Inquiry): Verdict => {
  const due = countIn(byPoint, isDue)
  return due === 0 ? 'unknown' : verdict(countIn(byPoint, isSilent) * 2 <= due)
}

/** Fewer than two positive tests. A test whose answer is unknown is no positive one; it is named beside indicator L13. */
const isOpenUntilEnd = (inquiry: Inquiry): Verdict => {
  const { positives, assessableCount } = timingResults(inquiry)
  if (positives.length >= 2) return 'not-met'
  return assessableCount === 0 ? 'unknown' : 'met'
}

const isCarried = ({ byPoint, index, record }: Inquiry): Verdict => {
  const isMissing = (index.heldOfficial.get('papers') ?? []).length === 0
  const isOurGap =
    isMissing && record.documents.some(({ stage, holding }) => stage === 'papers' && holding !== 'not-held')
  if (isOurGap || byPoint.units.length === 0) return 'unknown'
  return verdict(countIn(byPoint, unit => unit.isInPapers) * 2 >= byPoint.units.length)
}

const isToldWhy = ({ byPoint }: Inquiry): Verdict => {
  const base = countIn(byPoint, unit => isResolvedOrOutOfScope(unit) && !isTakenUp(unit))
  return base === 0 ? 'unknown' : verdict(countIn(byPoint, isGivenReason) * 2 >= base)
}

const seatVerdict = (inquiry: Inquiry, holds: (community: number, all: number) => boolean): Verdict => {
  const seats = decidingSeats(inquiry)
  if (seats.length === 0) return 'unknown'
  return verdict(holds(seats.filter(seat => seat.kind === 'community').length, seats.length))
}

/** The tests of indicators.md L22, lowest level first: on records, not on opinion. */
export const levelTests = (inquiry: Inquiry): readonly LevelTest[] => [
  { level: 'inform', words: 'information before the close', verdict: isInformed(inquiry) },
  {
    level: 'consult',
    words: 'an answer, half of the points or more answered, and fewer than two steps dated before the end',
    verdict: all(hasAnswer(inquiry), isMostlyAnswered(inquiry), isOpenUntilEnd(inquiry)),
  },
  {
    level: 'involve',
    words:
      'half of the points carried to those who decide with their detail, and reasons for half of those not taken up',
    verdict: all(isCarried(inquiry), isToldWhy(inquiry)),
  },
  {
    level: 'collaborate',
    words: 'a community seat with a vote on the deciding group',
    verdict: seatVerdict(inquiry, community => community > 0),
  },
  {
    level: 'empower',
    words: 'a group of community seats alone decides',
    verdict: all(
      seatVerdict(inquiry, (community, total) => community === total),
      inquiry.record.consultation.decidingPower === null
        ? 'unknown'
        : verdict(inquiry.record.consultation.decidingPower === 'decide'),
    ),
  },
]

/** 0 none, 1 inform … 5 empower: how many levels pass from the lowest up; `high` if unknown tests were met. */
export const deliveredLevel = (tests: readonly LevelTest[]): { readonly low: number; readonly high: number } => {
  const passed = (isPassed: (test: LevelTest) => boolean): number => {
    const stop = tests.findIndex(test => !isPassed(test))
    return stop === -1 ? tests.length : stop
  }
  return { low: passed(test => test.verdict === 'met'), high: passed(test => test.verdict !== 'not-met') }
}

export const levelNumber = (level: Level): number => LEVELS.indexOf(level) + 1
