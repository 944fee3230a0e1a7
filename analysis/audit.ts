import type { ConsultationRecord } from '../data/model/consultation-record.ts'
import type { Audit, PointFinding, SetAside } from './finding.ts'
import { openHeadlineGate } from './headline-gate.ts'
import { findingOf } from './indicators/indicator.ts'
import type { Inquiry } from './indicators/inquiry.ts'
import { INDICATORS, POINT_COUNTS } from './indicators/registry.ts'
import { checkIdeas } from './outcomes/check-ideas.ts'
import { coderAgreement, coderAlpha } from './outcomes/coder-agreement.ts'
import { countBases, countGroups } from './outcomes/count-groups.ts'
import { coverTrail } from './outcomes/cover-trail.ts'
import type { PointUnit } from './outcomes/counted-unit.ts'
import { findIdeas, ideaFinding } from './outcomes/find-ideas.ts'
import { findPoints } from './outcomes/find-points.ts'
import { indexRecord } from './outcomes/record-index.ts'
import { tallyIdeas, tallyPoints } from './outcomes/tally-units.ts'
import { stateView } from './stated/stated-view.ts'

/** Changes whenever a figure could: printed with every figure. */
export const METHOD_VERSION = '0.1.0'

export interface AuditOptions {
  /** Calendar date of the state of the records; documents and updates dated later do not count. */
  readonly asOf: string
  /** Seed of the bootstrap: with it, ranges by point respect ideas. Without it they are the simple ones, and say so. */
  readonly seed?: number
}

const openInquiry = (record: ConsultationRecord, { asOf, seed }: AuditOptions): Inquiry => {
  const index = indexRecord(record, asOf)
  const { findings, units } = findPoints(index)
  const ideas = findIdeas(units)
  const byPoint = tallyPoints(units)
  const byIdea = tallyIdeas(ideas)
  return {
    record,
    index,
    asOf,
    seed: seed ?? null,
    findings,
    points: units,
    ideas,
    byPoint,
    byIdea,
    bases: { byPoint: countBases(byPoint, findings.length), byIdea: countBases(byIdea, ideas.length) },
    alphaOf: variable => coderAlpha(record.codings, variable),
  }
}

const withFigures = (findings: readonly PointFinding[], units: readonly PointUnit[]): readonly PointFinding[] => {
  const figuresOf = new Map(
    units.filter(unit => unit.outcome !== 'unchecked').map(unit => [
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
  documents.flatMap(({ title, stage, holding, heldBy }) => (holding === 'held' ? [] : [{ title, stage, holding, heldBy }]))

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
 * and seed, same audit; the order of the record changes nothing. Cost: linear in points and links; with a seed, plus 10,000 draws
 * over ideas for each share.
 */
export const auditConsultation = (record: ConsultationRecord, options: AuditOptions): Audit => {
  const inquiry = openInquiry(record, options)
  const { index, points, ideas, findings } = inquiry
  const alpha = inquiry.alphaOf('outcome')
  return {
    ...describe(record),
    asOf: options.asOf,
    methodVersion: METHOD_VERSION,
    seed: inquiry.seed,
    baseline: baselineOf(inquiry),
    bases: inquiry.bases,
    groups: { byPoint: countGroups(inquiry.byPoint), byIdea: countGroups(inquiry.byIdea) },
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
    signals: NO_SIGNALS,
    listeningGapIndex: null,
    lint: [],
    problems: [...index.problems, ...checkIdeas(ideas)],
  }
}
const NO_SIGNALS: Audit['signals'] = {
  heading: 'Signals of tick-box consultation',
  explanation: '',
  sentence: '',
  presentCount: 0,
  checkableCount: 0,
  unknownCount: 0,
  signals: [],
}
