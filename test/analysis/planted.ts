import type { ConsultationRecord } from '../../data/model/consultation-record.ts'
import type { Document, Stage } from '../../data/model/document.ts'
import type { Judgement } from '../../data/model/judgement.ts'
import type { Link, LinkKind, Search } from '../../data/model/link.ts'
import type { Point } from '../../data/model/point.ts'
import type { Outcome, Relation } from '../../analysis/finding.ts'
import { a, aConsultationRecord } from '../support/builders.ts'

/** Points to plant: their relation to the plan, the outcome the links shall lead to, and the sizes of their ideas. */
export interface Cell {
  readonly relation: Relation
  readonly outcome: Outcome
  readonly sizes: readonly number[]
  readonly isStock?: boolean
  readonly stance?: Point['stance']
}

export interface Planting {
  readonly cells: readonly Cell[]
  readonly opensOn?: string
  readonly closesOn?: string
  readonly planOn?: string
  readonly firstEventOn?: string
  readonly decidedOn?: string
  readonly answeredOn?: string | null
}

const STAGES_HELD: readonly Stage[] = ['plan', 'record', 'summary', 'papers', 'decision', 'answer']

const KIND_OF: Partial<
  Record<Outcome, { readonly stage: Stage; readonly kind: LinkKind; readonly more?: Partial<Link> }>
> = {
  'already-planned': { stage: 'decision', kind: 'takes-up' },
  adopted: { stage: 'decision', kind: 'takes-up' },
  'partly-adopted': { stage: 'decision', kind: 'takes-up-part', more: { isNewPart: true } },
  deferred: { stage: 'decision', kind: 'defers' },
  'declined-with-reason': { stage: 'decision', kind: 'refuses', more: { ground: 'cost', isSpecific: true } },
  contradicted: { stage: 'decision', kind: 'does-opposite' },
  'declined-no-reason': { stage: 'decision', kind: 'refuses' },
  noted: { stage: 'record', kind: 'mentions' },
}
const JUDGEMENT_OF: Partial<Record<Outcome, Partial<Judgement>>> = {
  'not-codable': { kind: 'not-codable', reason: 'spam' },
  'out-of-scope': { kind: 'out-of-scope', statute: 'Highways Act 1980' },
  pending: { kind: 'not-decided', dueOn: '2026-12-01' },
  undetermined: { kind: 'cannot-tell', reason: 'exempt' },
}

/** A whole consultation whose outcomes are reached through links, searches and judgements. */
export const plant = (planting: Planting): ConsultationRecord => {
  const {
    opensOn = '2025-10-01',
    closesOn = '2025-11-02',
    planOn = '2025-07-10',
    firstEventOn = '2025-10-07',
    decidedOn = '2025-11-18',
    answeredOn = '2026-03-30',
  } = planting
  const dates: Partial<Record<Stage, string | null>> = {
    plan: planOn,
    record: closesOn,
    summary: closesOn,
    papers: decidedOn,
    decision: decidedOn,
    answer: answeredOn,
  }
  const documents: Document[] = STAGES_HELD.filter(stage => dates[stage] !== null).map(stage =>
    a('document', { stage, source: 'official', holding: 'held', publishedOn: dates[stage] ?? null }),
  )
  const passages = documents.map(document => a('passage', { documentId: document.id }))
  const passageOf = (stage: Stage): string =>
    passages[documents.findIndex(document => document.stage === stage)]?.id ?? 'missing'
  const commitment = a('commitment', { owner: 'Head of Highways' })
  const made = { points: [] as Point[], links: [] as Link[], searches: [] as Search[], judgements: [] as Judgement[] }
  const contributions: ConsultationRecord['contributions'][number][] = []
  const ideas: ConsultationRecord['ideas'][number][] = []

  const link = (pointId: string, stage: Stage, kind: LinkKind, more: Partial<Link> = {}): void => {
    made.links.push(a('link', { pointId, passageId: passageOf(stage), kind, basis: 'confirmed', ...more }))
  }
  const plantPoint = (cell: Cell, ideaId: string | null): void => {
    const contribution = a('contribution', { receivedOn: opensOn, contributorType: 'resident' })
    const point = a('point', {
      contributionId: contribution.id,
      ideaId,
      number: made.points.length + 1,
      stance: cell.stance ?? null,
    })
    contributions.push(contribution)
    made.points.push(point)
    if (cell.outcome === 'unchecked') return
    if (cell.relation !== 'none' && cell.relation !== 'unknown') link(point.id, 'plan', cell.relation)
    const { outcome } = cell
    const way = KIND_OF[outcome]
    const stock = cell.isStock === true
    const reasoned = outcome === 'declined-with-reason' && answeredOn !== null
    if (reasoned) link(point.id, 'answer', 'gives-reason', { isSpecific: true, isStockReason: stock })
    else if (way) {
      const more = outcome === 'deferred' ? { commitmentId: commitment.id } : way.more
      link(point.id, way.stage, way.kind, { ...more, isStockReason: stock })
    } else if (stock) link(point.id, 'answer', 'gives-reason', { isSpecific: true, isStockReason: true })
    const judgement = JUDGEMENT_OF[outcome]
    if (judgement) made.judgements.push(a('judgement', { pointId: point.id, basis: 'confirmed', ...judgement }))
    const documentIds = documents.map(document => document.id)
    made.searches.push(a('search', { pointId: point.id, documentIds, terms: ['word'], basis: 'confirmed' }))
  }
  for (const cell of planting.cells)
    for (const size of cell.sizes) {
      const idea = size > 1 ? a('idea') : null
      if (idea) ideas.push(idea)
      for (let count = 0; count < size; count += 1) plantPoint(cell, idea?.id ?? null)
    }
  return aConsultationRecord({
    consultation: a('consultation', { opensOn, closesOn, decisionState: 'made', legalStatus: 'voluntary', decidedOn }),
    events: [a('event', { heldOn: firstEventOn })],
    documents,
    passages,
    commitments: [commitment],
    contributions,
    ideas,
    ...made,
  })
}

const ones = (count: number): readonly number[] => Array.from({ length: count }, () => 1)
const cell = (
  relation: Relation,
  outcome: Outcome,
  sizes: readonly number[],
  more: Pick<Cell, 'isStock' | 'stance'> = {},
): Cell => ({ relation, outcome, sizes, ...more })

/** Section 7.1 of the method, consultation C1. */
export const C1_CELLS: readonly Cell[] = [
  cell('contains', 'already-planned', [6, 5, 4, 3, 3, 2, ...ones(3)], { stance: 'supportive' }),
  cell('contains', 'noted', ones(2), { stance: 'supportive' }),
  cell('consistent', 'adopted', ones(4), { stance: 'supportive' }),
  cell('consistent', 'partly-adopted', ones(3), { stance: 'supportive' }),
  cell('consistent', 'declined-with-reason', ones(1), { stance: 'supportive' }),
  cell('consistent', 'noted', ones(6), { stance: 'supportive' }),
  cell('consistent', 'no-trace', ones(6), { stance: 'supportive' }),
  cell('none', 'partly-adopted', ones(1)),
  cell('none', 'noted', [2, ...ones(5)]),
  cell('none', 'no-trace', [3, 2, 2, ...ones(7)]),
  cell('challenges', 'contradicted', [9, 4, 2, ...ones(7)], { stance: 'objection' }),
  cell('challenges', 'declined-with-reason', [3], { stance: 'objection' }),
  cell('challenges', 'noted', ones(5), { stance: 'objection' }),
  cell('challenges', 'no-trace', ones(4), { stance: 'objection' }),
  cell('none', 'out-of-scope', ones(3)),
  cell('none', 'not-codable', ones(3)),
]
/** C2. The refusals outside the permit campaign, and the points out of scope, share one wording. */
export const C2_CELLS: readonly Cell[] = [
  cell('contains', 'already-planned', [9, 8, 7, 5, 4, 3, 3, 2, 1, 1]),
  cell('contains', 'noted', [2, 1]),
  cell('consistent', 'adopted', [4, 2, ...ones(3)]),
  cell('consistent', 'partly-adopted', [3, ...ones(3)]),
  cell('consistent', 'declined-with-reason', [2, ...ones(3)], { isStock: true }),
  cell('consistent', 'noted', [3, 2, ...ones(3)]),
  cell('consistent', 'no-trace', [3, ...ones(3)]),
  cell('none', 'adopted', ones(2)),
  cell('none', 'partly-adopted', ones(3)),
  cell('none', 'deferred', [2, ...ones(4)]),
  cell('none', 'declined-with-reason', [2, ...ones(5)], { isStock: true }),
  cell('none', 'noted', [2, ...ones(4)]),
  cell('none', 'no-trace', ones(6)),
  cell('challenges', 'partly-adopted', [2, 1, 1]),
  cell('challenges', 'declined-with-reason', [18]),
  cell('challenges', 'declined-with-reason', ones(2), { isStock: true }),
  cell('challenges', 'declined-no-reason', [4, ...ones(4)]),
  cell('challenges', 'contradicted', [24]),
  cell('challenges', 'noted', [2, ...ones(5)]),
  cell('challenges', 'no-trace', ones(7)),
  cell('challenges', 'undetermined', [3, 1]),
  cell('none', 'out-of-scope', [2, ...ones(5)], { isStock: true }),
  cell('none', 'pending', ones(5)),
  cell('none', 'not-codable', ones(4)),
]
/** C3. */
export const C3_CELLS: readonly Cell[] = [
  cell('contains', 'already-planned', [3, 2, 2, ...ones(4)]),
  cell('contains', 'declined-with-reason', ones(1)),
  cell('consistent', 'adopted', [2, ...ones(10)]),
  cell('consistent', 'partly-adopted', ones(4)),
  cell('consistent', 'declined-with-reason', ones(5)),
  cell('consistent', 'deferred', ones(1)),
  cell('none', 'adopted', [2, ...ones(9)]),
  cell('none', 'partly-adopted', [2, ...ones(4)]),
  cell('none', 'declined-with-reason', [5, ...ones(3)]),
  cell('none', 'deferred', ones(2)),
  cell('none', 'noted', ones(1)),
  cell('challenges', 'adopted', ones(7)),
  cell('challenges', 'partly-adopted', ones(5)),
  cell('challenges', 'declined-with-reason', ones(8)),
  cell('none', 'out-of-scope', ones(3)),
  cell('none', 'pending', ones(3)),
  cell('none', 'not-codable', ones(2)),
]

export const plantC1 = (): ConsultationRecord => plant({ cells: C1_CELLS, answeredOn: null })
export const plantC2 = (): ConsultationRecord =>
  plant({
    cells: C2_CELLS,
    opensOn: '2025-09-15',
    closesOn: '2025-11-07',
    firstEventOn: '2025-09-20',
    decidedOn: '2026-02-12',
    answeredOn: '2026-03-30',
  })
export const plantC3 = (): ConsultationRecord =>
  plant({
    cells: C3_CELLS,
    opensOn: '2026-01-12',
    closesOn: '2026-03-06',
    planOn: '2025-11-20',
    firstEventOn: '2026-01-20',
    decidedOn: '2026-04-28',
    answeredOn: '2026-04-13',
  })
