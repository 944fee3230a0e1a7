import type { CurveStep, IndicatorItem, NamedFigure } from '../finding.ts'
import { promiseWords } from '../sentences/promise-words.ts'
import { counted, countText, dateText } from '../sentences/wording.ts'
import { aalenJohansen } from '../statistics/aalen-johansen.ts'
import { kaplanMeier, medianDays, waitingAfter, type WaitStep } from '../statistics/kaplan-meier.ts'
import { missingFigure, plainFigure } from './figure.ts'
import type { Indicator, Measured } from './indicator.ts'
import { promiseWaits, type PromiseWait } from './promise-waits.ts'
import { measuredNull, nothingCollected } from './record-share.ts'
import { THRESHOLDS } from './thresholds.ts'

const NAME = { key: 'promises-waiting', label: 'Promises without a recorded delivery' }
/** With a withdrawal among them, what has no delivery is more than what still waits. */
const nameOf = (withdrawnCount: number) => (withdrawnCount > 0 ? { ...NAME, label: 'Promises still open' } : NAME)

const countEnds = (waits: readonly PromiseWait[], end: PromiseWait['end']): number =>
  waits.filter(wait => wait.end === end).length

const stepFigure = (steps: readonly WaitStep[], days: number): NamedFigure => {
  const name = { key: `waiting-after-${days}-days`, label: `Share still waiting after ${days} days` }
  const step = waitingAfter(steps, days)
  const figure = plainFigure(name, 'share', step?.waitingShare ?? 1)
  return step === null
    ? figure
    : { ...figure, low: step.lowShare, high: step.highShare, rangeMethod: 'kaplan-meier-log-log' }
}

/** With one promise in ten withdrawn or more, a withdrawal is an end of its own kind, no open wait. */
const deliveredShare = (waits: readonly PromiseWait[]): readonly NamedFigure[] => {
  const withdrawn = countEnds(waits, 'withdrawn')
  if (withdrawn <= waits.length * THRESHOLDS.withdrawnCompetesShare) return []
  const last = aalenJohansen(waits).at(-1)
  const figure = (key: string, label: string, share: number) => ({
    ...plainFigure({ key, label }, 'share', share),
    rangeMethod: 'aalen-johansen',
  })
  return [
    figure(
      'promises-delivered-share',
      'Share delivered by the longest wait, with withdrawal as another end',
      last?.deliveredShare ?? 0,
    ),
    figure('promises-withdrawn-share', 'Share withdrawn', last?.withdrawnShare ?? 0),
  ]
}

const oldestOpen = (waits: readonly PromiseWait[]): PromiseWait | null =>
  waits
    .filter(wait => wait.end === 'open')
    .reduce<PromiseWait | null>((old, next) => (old === null || next.days > old.days ? next : old), null)

/** Half, by the curve; where it stays above half, only if more than half do wait: the curve leaves withdrawn ones out. */
const halfOf = (waits: readonly PromiseWait[], median: number | null): string => {
  if (median !== null) return `. Half were still waiting after ${counted(median, 'day', 'days')}`
  return countEnds(waits, 'open') * 2 > waits.length ? '. More than half are still waiting' : ''
}

const sentenceOf = (waits: readonly PromiseWait[], median: number | null, asOf: string): string => {
  const counts = { open: countEnds(waits, 'open'), withdrawn: countEnds(waits, 'withdrawn'), all: waits.length }
  const { main, also } = promiseWords(counts)
  const oldest = oldestOpen(waits)
  const last =
    oldest === null ? '' : ` The oldest, “${oldest.commitment.text}”, has waited ${countText(oldest.days)} days.`
  return `${main} as at ${dateText(asOf)}${also}${halfOf(waits, median)}.${last}`
}

const curveOf = (steps: readonly WaitStep[]): readonly CurveStep[] =>
  steps.map(({ days, waitingShare, lowShare, highShare, atRiskCount }) => ({
    days,
    waitingShare,
    lowShare,
    highShare,
    atRiskCount,
  }))

const itemsOf = (waits: readonly PromiseWait[]): readonly IndicatorItem[] =>
  waits.map(({ commitment, end, days, isOverdue }) => ({
    text: commitment.text,
    state: isOverdue ? 'overdue' : end,
    on: commitment.madeOn,
    days,
    passageId: commitment.passageId,
  }))

const overdueFigure = (waits: readonly PromiseWait[]): NamedFigure => {
  const dated = waits.filter(wait => wait.commitment.dueOn !== null)
  const label = `Promises past their date, of ${dated.length} with a date`
  return plainFigure({ key: 'promises-overdue', label }, 'count', dated.filter(wait => wait.isOverdue).length)
}

const medianFigure = (median: number | null): NamedFigure => {
  const name = { key: 'promises-median-days', label: 'Days after which half were still waiting' }
  return median === null ? missingFigure(name, 'days', 'too-few') : plainFigure(name, 'days', median)
}

/** Counts and curve over any set of promises: of one consultation, or of all of a body (each promise is its own wait). */
export const measurePromises = (waits: readonly PromiseWait[], asOf: string): Measured => {
  if (waits.length === 0) return nothingCollected(NAME.key, NAME.label, 'count')
  const counts = { numerator: countEnds(waits, 'open'), denominator: waits.length }
  const name = nameOf(countEnds(waits, 'withdrawn'))
  const items = itemsOf(waits)
  const overdue = overdueFigure(waits)
  if (waits.length < THRESHOLDS.promiseMinCount)
    return { ...measuredNull(missingFigure(name, 'count', 'too-few', counts), [overdue]), items }
  const steps = kaplanMeier(waits.map(({ days, end }) => ({ days, isEnded: end === 'delivered' })))
  const median = medianDays(steps)
  const shares = [stepFigure(steps, 180), stepFigure(steps, 365)]
  const byPoint = { ...plainFigure(name, 'count', counts.numerator), ...counts }
  return {
    ...measuredNull(byPoint, [...shares, medianFigure(median), overdue, ...deliveredShare(waits)]),
    sentence: sentenceOf(waits, median, asOf),
    nullSentence: null,
    items,
    curve: curveOf(steps),
  }
}

/** How long have promises waited? */
export const promisesWaiting: Indicator = {
  card: {
    number: 'L23',
    id: 'promises-waiting',
    name: 'How long have promises waited?',
    question: 'How long have promises waited?',
    formula:
      'Kaplan–Meier from promise to evidenced delivery: share still waiting after 180 and 365 days, median, oldest',
    unit: 'count of promises; days',
    denominator: 'Promises made by the as-at date; ten at least for a curve. Open ones are censored at the as-at date.',
    complaint: 'Years on, still waiting',
    doesNotShow: 'It does not show that open promises are not done. It shows only that no delivery is on record.',
    isExperimental: false,
    isBadge: false,
  },
  counts: {},
  measure: ({ record, asOf }) =>
    measurePromises(promiseWaits(record.commitments, record.commitmentUpdates, asOf), asOf),
}
