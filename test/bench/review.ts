/**
 * A simulated reviewer settles a consultation of the sample council over the real HTTP interface, with the golden records as its
 * judgement, and counts key presses: `npm run bench -- reviewer`. Not a test of speed.
 */
import { createHash, randomUUID } from 'node:crypto'
import { auditConsultation } from '../../analysis/audit.ts'
import type { ConsultationRecord } from '../../data/model/consultation-record.ts'
import type { Contribution } from '../../data/model/contribution.ts'
import type { Point } from '../../data/model/point.ts'
import { insertRecords, readRecords } from '../../data/store/records.ts'
import { insertVerbatims, readVerbatims } from '../../data/store/verbatims.ts'
import type { Deps } from '../../server/deps.ts'
import { loadSample } from '../../server/usecases/load-sample.ts'
import { readAudit } from '../../server/usecases/read-audit.ts'
import { DeskClient } from '../support/desk-client.ts'
import { aPerson, aToken } from '../support/people.ts'
import { loadUnchecked, reviewApp, suggestLinks } from '../support/review-desk.ts'
import { openTemporaryDeps } from '../support/temporary-store.ts'
import { SimulatedReviewer, type Opinion } from './simulated-reviewer.ts'

export interface ReviewBench {
  readonly name: string
  readonly pointCount: number
  readonly ideaCount: number
  readonly pressCount: number
  readonly pressesByWhat: Readonly<Record<string, number>>
  readonly pageCount: number
  readonly missCount: number
  readonly sameOutcomeCount: number
  readonly sameRelationCount: number
  readonly seconds: number
}

export const readGolden = async (folder: string): Promise<ConsultationRecord> => {
  const { deps, close } = await openTemporaryDeps()
  await loadSample(deps)
  const { record } = await readAudit(deps, { body: 'calderwick', consultation: folder })
  await close()
  return record
}

const opinions = (golden: ConsultationRecord): ReadonlyMap<string, Opinion> => {
  const passages = new Map(golden.passages.map(passage => [passage.id, passage]))
  const stages = new Map(golden.documents.map(({ id, stage }) => [id, stage]))
  const refs = new Map(golden.commitments.map(({ id, ref }) => [id, ref]))
  const numbers = new Map(golden.points.map(({ id, number }) => [id, number]))
  return new Map(
    golden.points.map(point => {
      const links = golden.links
        .filter(({ pointId, basis }) => pointId === point.id && basis === 'confirmed')
        .map(link => ({
          stage: stages.get(passages.get(link.passageId)?.documentId ?? '') ?? '',
          passage: passages.get(link.passageId)?.ref ?? '',
          kind: link.kind,
          ground: link.ground,
          isSpecific: link.isSpecific,
          isGroupReply: link.isGroupReply,
          isNewPart: link.isNewPart,
          partTaken: link.partTaken,
          partLeft: link.partLeft,
          commitment: link.commitmentId === null ? null : (refs.get(link.commitmentId) ?? null),
        }))
      const judged = golden.judgements.find(({ pointId, basis }) => pointId === point.id && basis === 'confirmed')
      const terms = golden.searches.find(({ pointId }) => pointId === point.id)?.terms ?? []
      const judgement =
        judged === undefined
          ? null
          : {
              kind: judged.kind,
              reason: judged.reason,
              passage: judged.passageId === null ? null : (passages.get(judged.passageId)?.ref ?? null),
              ofPoint: judged.ofPointId === null ? null : (numbers.get(judged.ofPointId) ?? null),
              dueOn: judged.dueOn,
            }
      return [point.ref, { links, judgement, terms }] as const
    }),
  )
}

/** Adds copies of points, each with a contribution of its own, until each has so many voices. */
const grow = async (deps: Deps, consultationId: string, copiesOf: (point: Point) => number): Promise<void> => {
  const { reader } = deps.store
  const points = await readRecords(reader, 'point', consultationId)
  const contributions = new Map((await readRecords(reader, 'contribution', consultationId)).map(one => [one.id, one]))
  const texts = await readVerbatims(reader, consultationId, 'point')
  const [more, from]: [Point[], Contribution[]] = [[], []]
  let number = points.length
  for (const point of points)
    for (let copy = 1; copy <= copiesOf(point); copy += 1) {
      number += 1
      const contribution = contributions.get(point.contributionId)
      if (contribution === undefined) continue
      const contributionId = randomUUID()
      from.push({ ...contribution, id: contributionId, ref: `${point.ref}~${copy}` })
      more.push({
        ...point,
        id: randomUUID(),
        ref: `${point.ref}~${copy}`,
        number,
        contributionId,
      })
    }
  await deps.store.write(async tx => {
    await insertRecords(tx, 'contribution', from)
    await insertRecords(tx, 'point', more)
    await insertVerbatims(
      tx,
      more.flatMap(({ id, ref }) => {
        const text = texts.get(points.find(point => point.ref === ref.split('~')[0])?.id ?? '') ?? ''
        const sha256 = createHash('sha256').update(text).digest('hex')
        return [{ ownerKind: 'point' as const, ownerId: id, consultationId, text, sha256 }]
      }),
    )
  })
}

export interface ReviewBenchGiven {
  readonly name: string
  readonly folder: string
  /** Copies added of each point. */
  readonly copiesOf: (point: Point, ideaRef: string) => number
  readonly types: boolean
}

export const runReviewBench = async ({ name, folder, copiesOf, types }: ReviewBenchGiven): Promise<ReviewBench> => {
  const golden = await readGolden(folder)
  const { deps, close } = await openTemporaryDeps()
  const consultationId = await loadUnchecked(deps, folder)
  const ideas = new Map((await readRecords(deps.store.reader, 'idea', consultationId)).map(({ id, ref }) => [id, ref]))
  await grow(deps, consultationId, point => copiesOf(point, ideas.get(point.ideaId ?? '') ?? ''))
  await suggestLinks(deps, consultationId)
  const points = await readRecords(deps.store.reader, 'point', consultationId)
  const texts = await readVerbatims(deps.store.reader, consultationId, 'point')
  const known = opinions(golden)
  const byText = new Map(points.map(({ id, ref }) => [texts.get(id) ?? '', known.get(ref.split('~')[0] ?? '')]))
  const byNumber = new Map(points.map(({ number, ref }) => [number, known.get(ref.split('~')[0] ?? '')]))
  const person = await aPerson(deps, {
    grants: [{ role: 'reviewer', consultationId }],
    password: null,
    hasSecondStep: true,
  })
  const client = new DeskClient(reviewApp(deps), await aToken(deps, person.id, { isFull: true }))
  const reviewer = new SimulatedReviewer(
    client,
    (text, number) => {
      const opinion = byNumber.get(number ?? 0) ?? byText.get(text)
      if (opinion === undefined) throw new Error(`Nobody has an opinion on: ${text}`)
      return opinion
    },
    { types },
  )
  const start = performance.now()
  await reviewer.work(`/desk/review/calderwick/${folder}`, 'n')
  const seconds = (performance.now() - start) / 1000
  const { record, audit } = await readAudit(deps, { body: 'calderwick', consultation: folder })
  const goldenAudit = auditConsultation(golden, { asOf: audit.asOf })
  const goldenOf = new Map(
    goldenAudit.points.map(finding => [golden.points.find(({ id }) => id === finding.pointId)?.ref, finding]),
  )
  const refOf = new Map(record.points.map(({ id, ref }) => [id, ref]))
  let [sameOutcomeCount, sameRelationCount] = [0, 0]
  for (const finding of audit.points) {
    const expected = goldenOf.get(refOf.get(finding.pointId)?.split('~')[0])
    if (expected?.outcome === finding.outcome) sameOutcomeCount += 1
    else if (process.env['SHOW'] === 'yes')
      console.log(refOf.get(finding.pointId), expected?.outcome, '→', finding.outcome, finding.missing)
    if (expected?.relation === finding.relation) sameRelationCount += 1
    else if (process.env['SHOW'] === 'yes')
      console.log(refOf.get(finding.pointId), finding.outcome, expected?.relation, '→', finding.relation)
  }
  await close()
  return {
    name,
    pointCount: points.length,
    ideaCount: audit.ideas.length,
    pressCount: reviewer.presses.total,
    pressesByWhat: Object.fromEntries(reviewer.presses.byWhat),
    pageCount: reviewer.pageCount,
    missCount: reviewer.misses.length,
    sameOutcomeCount,
    sameRelationCount,
    seconds,
  }
}

/** Mill Lane with its two campaigns (ideas 13 and 15) grown until there are about 1,000 points. */
export const CAMPAIGNS_GROWN: ReviewBenchGiven = {
  name: 'Mill Lane, its two campaigns grown to 1,000 points',
  folder: 'mill-lane-2025',
  copiesOf: (_, idea) => (idea === 'idea-13' ? 20 : idea === 'idea-15' ? 18 : 0),
  types: true,
}
export const ALL_GROWN: ReviewBenchGiven = {
  name: 'Mill Lane, every idea five times as many voices',
  folder: 'mill-lane-2025',
  copiesOf: () => 4,
  types: true,
}
export const AS_IT_IS: ReviewBenchGiven = {
  name: 'Mill Lane as it is',
  folder: 'mill-lane-2025',
  copiesOf: () => 0,
  types: true,
}
