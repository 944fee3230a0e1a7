import type { ConsultationRecord } from '../data/model/consultation-record.ts'
import type { BodyAudit, NamedFigure, Relation } from './finding.ts'
import { missingFigure, plainFigure } from './indicators/figure.ts'
import { promiseWaits } from './indicators/promise-waits.ts'
import { measurePromises } from './indicators/promises-waiting.ts'
import { isNew, isResolved } from './indicators/outcome-bases.ts'
import { THRESHOLDS } from './indicators/thresholds.ts'
import { answerWait } from './indicators/time-to-answer.ts'
import { RANGE_SEED } from './audit.ts'
import { openInquiry } from './open-inquiry.ts'
import type { Inquiry } from './indicators/inquiry.ts'
import { countIn } from './outcomes/tally-units.ts'
import { kaplanMeier, medianDays, waitingAfter } from './statistics/kaplan-meier.ts'
import { mantelHaenszel, type Stratum } from './statistics/mantel-haenszel.ts'

const stratumOf = ({ byPoint, index }: Inquiry): readonly Stratum[] => {
  if (index.baseline === null) return []
  const count = (relation: Relation, isHit: typeof isNew): number =>
    countIn(byPoint, unit => isResolved(unit) && unit.relation === relation && isHit(unit))
  return [
    {
      hits1: count('consistent', isNew),
      total1: count('consistent', () => true),
      hits2: count('challenges', isNew),
      total2: count('challenges', () => true),
    },
  ]
}

/** With or against the plan over several consultations: one odds ratio, never made by adding them up. */
const gapRatio = (inquiries: readonly Inquiry[]): NamedFigure => {
  const name = {
    key: 'body-cherry-picking-gap',
    label: 'Taken up as new, with and against the plan: odds ratio within consultations',
  }
  const found = mantelHaenszel(inquiries.flatMap(stratumOf))
  const missing = missingFigure(name, 'ratio', 'too-few')
  return found === null
    ? missing
    : {
        ...missing,
        nullReason: null,
        value: found.ratio,
        low: found.low,
        high: found.high,
        rangeMethod: 'mantel-haenszel-rbg',
      }
}

/** Waiting for answers: a list always, a curve from eight consultations on. */
const answersOf = (inquiries: readonly Inquiry[]): BodyAudit['answers'] => {
  const waits = inquiries.flatMap(inquiry => {
    const wait = answerWait(inquiry)
    return wait === null ? [] : [{ consultationRef: inquiry.record.consultation.ref, ...wait }]
  })
  if (waits.length < THRESHOLDS.curveMinConsultations)
    return { waits, curve: [], medianDays: null, waitingAfter84DaysShare: null }
  const steps = kaplanMeier(waits)
  return {
    waits,
    curve: steps.map(({ days, waitingShare, lowShare, highShare, atRiskCount }) => ({
      days,
      waitingShare,
      lowShare,
      highShare,
      atRiskCount,
    })),
    medianDays: medianDays(steps),
    waitingAfter84DaysShare: waitingAfter(steps, THRESHOLDS.lateAnswerDays)?.waitingShare ?? 1,
  }
}

const promisesOf = (records: readonly ConsultationRecord[], asOf: string): BodyAudit['promises'] => {
  const waits = records.flatMap(({ commitments, commitmentUpdates }) =>
    promiseWaits(commitments, commitmentUpdates, asOf),
  )
  const { byPoint, companions, sentence, nullSentence, items = [], curve = [] } = measurePromises(waits, asOf)
  return { figure: byPoint, companions, sentence, nullSentence, items, curve }
}

/**
 * What can be said of a body over its consultations, which are never added up: promises and answers are waits of their own, the
 * take-up gap is one odds ratio within consultations. Other figures stand side by side, consultation by consultation.
 */
export const auditBody = (records: readonly ConsultationRecord[], { asOf }: { readonly asOf: string }): BodyAudit => {
  const inquiries = records.map(record => openInquiry(record, { asOf, seed: RANGE_SEED }))
  return {
    asOf,
    consultationCount: plainFigure({ key: 'consultations', label: 'Consultations on record' }, 'count', records.length),
    promises: promisesOf(records, asOf),
    answers: answersOf(inquiries),
    takeUpOddsRatio: gapRatio(inquiries),
  }
}
