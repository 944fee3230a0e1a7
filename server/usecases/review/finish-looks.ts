import type { Coding } from '../../../data/model/judgement.ts'
import type { Point } from '../../../data/model/point.ts'
import { readBodies, readConsultations } from '../../../data/store/bodies.ts'
import { readRecord } from '../../../data/store/records.ts'
import { writeLooks } from '../../../data/store/review.ts'
import { readStandingRecords, type LookRecords } from '../../../data/store/review-records.ts'
import {
  insertDisagreement,
  readBlindRecords,
  readDisagreements,
  settleDisagreement,
} from '../../../data/store/review-rounds.ts'
import type { DeskGroup } from './desk-group.ts'
import { deriveLook, readBackground, type DerivedLook, type LookBackground } from './derive-look.ts'
import type { ReviewScope } from './review-scope.ts'
import type { ReviewWrite } from './write-review.ts'

const scopeWithin = async ({ tx, consultationId }: ReviewWrite): Promise<ReviewScope> => {
  const consultation = (await readConsultations(tx)).find(({ id }) => id === consultationId)
  const body = (await readBodies(tx)).find(({ id }) => id === consultation?.bodyId)
  if (consultation === undefined || body === undefined) throw new Error(`Consultation ${consultationId} has gone.`)
  return { body, consultation }
}

const withBasis = (
  records: LookRecords,
  basis: 'double-checked',
  isMet: (passageId: string, kind: string) => boolean,
): LookRecords => ({
  links: records.links.map(link => (isMet(link.passageId, link.kind) ? { ...link, basis } : link)),
  searches: records.searches.map(search => ({ ...search, basis })),
  judgements: records.judgements.map(judgement => ({ ...judgement, basis })),
})

export const addRecords = async (write: ReviewWrite, { links, searches, judgements }: LookRecords): Promise<void> => {
  await write.add('link', links)
  await write.add('search', searches)
  await write.add('judgement', judgements)
}

/** Same outcome and relation: the second person's records stand beside the first's. A passage that both found is checked twice. */
const agree = async (write: ReviewWrite, first: LookRecords, second: LookRecords): Promise<void> => {
  const found = new Set(first.links.map(({ passageId, kind }) => `${passageId} ${kind}`))
  await addRecords(
    write,
    withBasis(second, 'double-checked', (passageId, kind) => found.has(`${passageId} ${kind}`)),
  )
}

const firstCoder = ({ links, searches, judgements }: LookRecords): string =>
  [...links, ...searches, ...judgements].find(({ by }) => by !== null)?.by ?? 'first'

const codingsOf = (
  write: ReviewWrite,
  point: Point,
  coder: string,
  { outcome, relation }: DerivedLook,
): readonly Coding[] => {
  const shared = { consultationId: write.consultationId, unit: point.ref, coder, on: write.deps.clock.today() }
  return [
    { id: write.deps.newId(), variable: 'outcome', value: outcome, ...shared },
    { id: write.deps.newId(), variable: 'relation', value: relation, ...shared },
  ]
}

/** The two looks are coded as they were made, so that agreement is measured before anybody settles a difference. */
const compare = async (write: ReviewWrite, background: LookBackground, pointId: string): Promise<void> => {
  const point = await readRecord(write.tx, 'point', pointId)
  if (point === null) return
  const first = await readStandingRecords(write.tx, [pointId])
  const second = await readBlindRecords(write.tx, [pointId], 'second')
  const [one, other] = [
    await deriveLook(write.tx, background, point, first),
    await deriveLook(write.tx, background, point, second),
  ]
  await write.add('coding', [
    ...codingsOf(write, point, firstCoder(first), one),
    ...codingsOf(write, point, write.permit.by, other),
  ])
  if (one.outcome === other.outcome && one.relation === other.relation) return agree(write, first, second)
  const id = write.deps.newId()
  await insertDisagreement(write.tx, {
    id,
    consultationId: write.consultationId,
    pointId,
    firstBy: firstCoder(first),
    secondBy: write.permit.by,
    firstOutcome: one.outcome,
    secondOutcome: other.outcome,
    firstRelation: one.relation,
    secondRelation: other.relation,
    openedAt: write.deps.clock.now(),
    settledAt: null,
    settledBy: null,
    settledAs: null,
  })
  write.keep('disagreement', [id])
}

export const retractAll = (
  write: ReviewWrite,
  { links, searches, judgements }: LookRecords,
  note: string,
): Promise<void> =>
  write.retract(
    [
      ...links.map(({ id }) => ({ subjectKind: 'link' as const, subjectId: id })),
      ...searches.map(({ id }) => ({ subjectKind: 'search' as const, subjectId: id })),
      ...judgements.map(({ id }) => ({ subjectKind: 'judgement' as const, subjectId: id })),
    ],
    note,
  )

/** A third person judged it anew: what stood before is taken back, and theirs stands. */
const settleAnew = async (write: ReviewWrite, pointId: string): Promise<void> => {
  const open = (await readDisagreements(write.tx, write.consultationId)).find(
    row => row.pointId === pointId && row.settledAt === null,
  )
  if (open === undefined) return
  await retractAll(
    write,
    await readStandingRecords(write.tx, [pointId]),
    'Two people differed; a third judged it anew.',
  )
  await addRecords(
    write,
    withBasis(await readBlindRecords(write.tx, [pointId], 'third'), 'double-checked', () => true),
  )
  const settled = { settledAt: write.deps.clock.now(), settledBy: write.permit.by, settledAs: 'anew' }
  await settleDisagreement(write.tx, open.id, settled)
  write.keep('disagreement', [open.id])
}

/** Every stop of these points is settled. */
export const finishLooks = async (write: ReviewWrite, group: DeskGroup): Promise<void> => {
  await writeLooks(write.tx, group.id, ['open'], { state: 'done', touchedAt: write.deps.clock.now() })
  if (group.round === 'third') for (const pointId of group.pointIds) await settleAnew(write, pointId)
  if (group.round !== 'second') return
  const background = await readBackground(write.deps, write.tx, await scopeWithin(write))
  for (const pointId of group.pointIds) await compare(write, background, pointId)
}
