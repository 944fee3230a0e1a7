import type { ConsultationRecord } from '../data/model/consultation-record.ts'
import type { Audit, PointFinding, SetAside } from './finding.ts'
import { openHeadlineGate } from './headline-gate.ts'
import { boundsOf } from './indicators/count-units.ts'
import { findingOf } from './indicators/indicator.ts'
import type { Inquiry } from './indicators/inquiry.ts'
import { NO_ANSWER } from './indicators/no-answer.ts'
import { INDICATORS, POINT_COUNTS } from './indicators/registry.ts'
import { lintFigures } from './lint/lint-figures.ts'
import { findListeningGap } from './listening-gap/listening-gap-index.ts'
import { checkIdeas } from './outcomes/check-ideas.ts'
import { coderAgreement } from './outcomes/coder-agreement.ts'
import { countGroups } from './outcomes/count-groups.ts'
import { coverTrail } from './outcomes/cover-trail.ts'
import { openInquiry } from './open-inquiry.ts'
import type { PointUnit } from './outcomes/counted-unit.ts'
import { ideaFinding } from './outcomes/find-ideas.ts'
import { raiseSignals } from './signals/signals-board.ts'
import { stateView } from './stated/stated-view.ts'

/** Changes whenever a figure could: printed with every figure. */
export const METHOD_VERSION = '0.2.0'

/** Seed of every draw where none is given, so that the same records always give the same ranges. Stored with each audit. */
export const RANGE_SEED = 20_260_630

export interface AuditOptions {
  /** Calendar date of the state of the records; documents and updates dated later do not count. */
  readonly asOf: string
  /** Seed of the draws over ideas and of the index; absent = always the same one. */
  readonly seed?: number
  /** The experimental index, off by default. */
  readonly withIndex?: boolean
  /** Day on which the right of reply is looked at; absent = `asOf`. A release is published after the day its records run up to. */
  readonly heardUntil?: string
}

const withFigures = (findings: readonly PointFinding[], units: readonly PointUnit[]): readonly PointFinding[] => {
  const figuresOf = new Map(
    units
      .filter(unit => unit.outcome !== 'unchecked')
      .map(unit => [
        unit.key,
        POINT_COUNTS.filter(([, count]) => count.isInBase(unit) && count.isHit(unit)).map(([key]) => key),
      ]),
  )
  return findings.map(finding => {
    const figures = figuresOf.get(finding.pointId)
    return figures ? { ...finding, figures } : finding
  })
}

const countSetAside = (findings: readonly PointFinding[]): Readonly<Record<SetAside, number>> => {
  const counts = { duplicate: 0, 'not-codable': 0, withdrawn: 0, 'officer-written': 0 }
  for (const { setAside } of findings) if (setAside !== null) counts[setAside] += 1
  return counts
}

const describe = ({ body, consultation }: ConsultationRecord) => ({
  body: { ref: body.ref, name: body.name, shortName: body.shortName, kind: body.kind },
  consultation: {
    ref: consultation.ref,
    title: consultation.title,
    legalStatus: consultation.legalStatus,
    opensOn: consultation.opensOn,
    closesOn: consultation.closesOn,
    decisionState: consultation.decisionState,
    decisionDueOn: consultation.decisionDueOn,
    decidedOn: consultation.decidedOn,
    decidingGroup: consultation.decidingGroup,
  },
  bodyRef: body.ref,
  consultationRef: consultation.ref,
  isFictional: body.nature === 'fictional',
})

const missingRecords = ({ documents }: ConsultationRecord): Audit['missingRecords'] =>
  documents.flatMap(({ title, stage, holding, heldBy }) =>
    holding === 'held' ? [] : [{ title, stage, holding, heldBy }],
  )

/** Asked and not yet heard: while the last day has not passed, the body is still being listened to. */
const replyWindow = ({ replies }: ConsultationRecord, asOf: string): Audit['replyWindow'] => {
  const whole = replies.filter(reply => reply.pointId === null)
  const hasReplied = whole.some(({ state, repliedOn }) => state !== 'asked' && (repliedOn ?? asOf) <= asOf)
  const dueOn =
    whole
      .flatMap(reply => reply.dueOn ?? [])
      .sort()
      .at(-1) ?? null
  return { isOpen: !hasReplied && dueOn !== null && dueOn >= asOf, dueOn, hasReplied }
}

const baselineOf = ({ index: { baseline } }: Inquiry): Audit['baseline'] =>
  baseline && {
    documentIds: [...baseline.documentIds],
    daysBeforeFirstEvent: baseline.daysBeforeFirstEvent,
    publishedOn: baseline.publishedOn,
  }

const checksOf = ({ record, points }: Inquiry, alpha: number | null): Audit['checks'] => ({
  confirmedCount: points.filter(unit => unit.isConfirmed).length,
  checkedTwiceCount: points.filter(unit => unit.isCheckedTwice).length,
  ...coderAgreement(record.codings, 'outcome'),
  alpha,
})

/**
 * Everything that can be said of one consultation from its records: the only composition of this folder. Pure: same record, date
 * and seed, same audit; the order of the record changes nothing. Cost: linear in points and links, plus 10,000 draws over the kinds
 * of ideas for each share by point.
 */
export const auditConsultation = (record: ConsultationRecord, options: AuditOptions): Audit => {
  const { asOf, seed = RANGE_SEED } = options
  const inquiry = openInquiry(record, { asOf, seed })
  const { index, points, ideas, findings } = inquiry
  const alpha = inquiry.alphaOf('outcome')
  const window = replyWindow(record, options.heardUntil ?? asOf)
  const audit: Omit<Audit, 'lint'> = {
    ...describe(record),
    asOf,
    methodVersion: METHOD_VERSION,
    seed,
    baseline: baselineOf(inquiry),
    bases: inquiry.bases,
    groups: { byPoint: countGroups(inquiry.byPoint), byIdea: countGroups(inquiry.byIdea) },
    noAnswerBounds: boundsOf(inquiry.byPoint, NO_ANSWER),
    setAside: countSetAside(findings),
    contributorCount: new Set(points.map(unit => unit.point.contributionId)).size,
    points: withFigures(findings, points),
    ideas: ideas.map(idea => ideaFinding(index, idea)),
    indicators: INDICATORS.map(indicator => findingOf(indicator, inquiry)),
    stated: stateView(index, findings),
    trail: coverTrail(index, points),
    missingRecords: missingRecords(record),
    checks: checksOf(inquiry, alpha),
    headlineGate: openHeadlineGate(points, alpha),
    replyWindow: window,
    signals: raiseSignals(inquiry),
    listeningGapIndex: options.withIndex ? findListeningGap(inquiry, seed, window.isOpen) : null,
    problems: [...index.problems, ...checkIdeas(ideas)],
  }
  return { ...audit, lint: lintFigures(audit) }
}
