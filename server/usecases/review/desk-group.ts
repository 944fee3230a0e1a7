import { STAGES, type Stage } from '../../../data/model/document.ts'
import type { Connection } from '../../../data/store/connection.ts'
import type { Round } from '../../../data/store/review-schema.ts'
import { readActionsOfGroup, readLooksOfGroup, type Look, type ReviewAction } from '../../../data/store/review.ts'
import { readStandingRecords, type LookRecords } from '../../../data/store/review-records.ts'
import { readBlindRecords } from '../../../data/store/review-rounds.ts'
import { AppError } from '../../errors.ts'

/** Points on one reviewer's desk that are judged together; most often one. */
export interface DeskGroup {
  readonly id: string
  readonly round: Round
  readonly queue: string
  readonly looks: readonly Look[]
  readonly pointIds: readonly string[]
  readonly actions: readonly ReviewAction[]
  /** Stops that are settled. */
  readonly settled: ReadonlySet<Stage>
  /** Settled as a whole: set aside, out of scope, not decided. */
  readonly isSetAside: boolean
}

const isStage = (name: string | null): name is Stage => STAGES.some(stage => stage === name)

export const readGroup = async (connection: Connection, groupId: string): Promise<DeskGroup | null> => {
  const looks = await readLooksOfGroup(connection, groupId)
  const [first] = looks
  if (first === undefined) return null
  const held = looks.filter(({ state }) => state === 'open' || state === 'done')
  const actions = await readActionsOfGroup(connection, groupId)
  return {
    id: groupId,
    round: first.round,
    queue: first.queue,
    looks: held,
    pointIds: held.map(({ pointId }) => pointId),
    actions,
    settled: new Set(actions.flatMap(({ settles, stage }) => (settles === 1 && isStage(stage) ? [stage] : []))),
    isSetAside: actions.some(({ what, settles }) => what === 'set-aside' && settles === 1),
  }
}

/** The group behind a form, if it still lies open on this person's desk. */
export const openGroup = async (connection: Connection, groupId: string, by: string): Promise<DeskGroup> => {
  const group = await readGroup(connection, groupId)
  const isOpen =
    group !== null && group.looks.length > 0 && group.looks.every(look => look.by === by && look.state === 'open')
  if (!isOpen)
    throw new AppError(
      'conflict',
      'This point no longer lies open on your desk. Go back to the queue, and nothing is lost.',
    )
  return group
}

/** What was recorded about a point in this round: the second and third are blind, and kept apart until they are compared. */
export const readRound = (connection: Connection, pointIds: readonly string[], round: Round): Promise<LookRecords> =>
  round === 'first' ? readStandingRecords(connection, pointIds) : readBlindRecords(connection, pointIds, round)
