import { auditConsultation } from '../../analysis/audit.ts'
import type { Audit, PointFinding } from '../../analysis/finding.ts'
import type { Consultation } from '../../data/model/consultation.ts'
import type { ConsultationRecord } from '../../data/model/consultation-record.ts'
import type { Document, Stage } from '../../data/model/document.ts'
import type { Judgement } from '../../data/model/judgement.ts'
import type { Link, LinkKind, Search } from '../../data/model/link.ts'
import { a, aConsultationRecord } from '../support/builders.ts'

export const AS_OF = '2026-06-30'

/** What matters about one point. Unless said otherwise every document is held, official, and was searched. */
export interface OnePoint {
  readonly links?: readonly (readonly [Stage, LinkKind, Partial<Link>?])[]
  readonly judgements?: readonly Partial<Judgement>[]
  readonly searched?: readonly Stage[] | 'all' | 'none'
  readonly without?: readonly Stage[]
  readonly documents?: Partial<Record<Stage, Partial<Document>>>
  readonly consultation?: Partial<Consultation>
  readonly more?: Partial<ConsultationRecord>
  readonly search?: Partial<Search>
}

const STAGES: readonly Stage[] = ['plan', 'record', 'summary', 'papers', 'decision', 'answer']
const DATES: Partial<Record<Stage, string>> = { plan: '2025-07-10', decision: '2025-11-18' }

export const recordOf = (given: OnePoint): ConsultationRecord => {
  const stages = STAGES.filter(stage => !given.without?.includes(stage))
  const documents = stages.map(stage =>
    a('document', {
      stage,
      source: 'official',
      holding: 'held',
      title: `The ${stage}`,
      publishedOn: DATES[stage] ?? '2025-12-01',
      ...given.documents?.[stage],
    }),
  )
  const passages = documents.map(document => a('passage', { documentId: document.id }))
  const contribution = a('contribution', { receivedOn: '2025-10-10', contributorType: 'resident' })
  const point = a('point', { contributionId: contribution.id, number: 1 })
  const read = given.searched ?? 'all'
  const documentIds = documents.filter(({ stage }) => read === 'all' || read.includes(stage)).map(({ id }) => id)
  return aConsultationRecord({
    consultation: a('consultation', {
      opensOn: '2025-10-01',
      closesOn: '2025-11-02',
      decisionState: 'made',
      legalStatus: 'voluntary',
      ...given.consultation,
    }),
    events: [a('event', { heldOn: '2025-10-07' })],
    documents,
    passages,
    contributions: [contribution],
    points: [point],
    links: (given.links ?? []).map(([stage, kind, more]) =>
      a('link', {
        pointId: point.id,
        passageId: passages[stages.indexOf(stage)]?.id ?? 'nowhere',
        kind,
        basis: 'confirmed',
        ...more,
      }),
    ),
    judgements: (given.judgements ?? []).map(one => a('judgement', { pointId: point.id, basis: 'confirmed', ...one })),
    searches:
      read === 'none' ? [] : [a('search', { pointId: point.id, documentIds, basis: 'confirmed', ...given.search })],
    ...given.more,
  })
}

export const auditOf = (given: OnePoint): Audit => auditConsultation(recordOf(given), { asOf: AS_OF })

export const findingOf = (given: OnePoint): PointFinding => {
  const [finding] = auditOf(given).points
  if (!finding) throw new Error('The audit has no point.')
  return finding
}
export const outcomeOf = (given: OnePoint): string => findingOf(given).outcome
