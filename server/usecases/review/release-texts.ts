import { proposeRedactions, redactText } from '../../../analysis/redaction/propose-redactions.ts'
import { structuredRedactions } from '../../../analysis/redaction/structured-patterns.ts'
import type { Redaction } from '../../../analysis/redaction/redaction.ts'
import type { Contribution } from '../../../data/model/contribution.ts'
import type { Point } from '../../../data/model/point.ts'
import { readRecord, readRecords } from '../../../data/store/records.ts'
import { findByNumber } from '../../../data/store/review-points.ts'
import {
  insertTextDecision,
  readSomeVerbatims,
  readTextDecisions,
  type TextDecision,
} from '../../../data/store/review-texts.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { authorise } from '../people/authorise.ts'
import type { Actor } from '../people/session.ts'
import type { ReviewScope } from './review-scope.ts'
import { refuseWhileStopped } from './second-readings.ts'
import { writeReview, type ReviewWrite } from './write-review.ts'
import { sha256Of } from '../sha256-of.ts'

export interface ShownText {
  readonly scope: ReviewScope
  readonly point: Point
  readonly contribution: Contribution | null
  readonly verbatim: string
  readonly redactions: readonly Redaction[]
  /** What is proposed: redacted by machine, or what somebody edited and nobody has approved. */
  readonly proposal: string
  readonly isReleased: boolean
  /** A child's words are never shown. */
  readonly isChild: boolean
  readonly leftCount: number
}

/** For a person to decide whether it is shown. */
export const isWaiting = ({ publicTextKind, approvedBy }: Point): boolean =>
  publicTextKind === null || (publicTextKind !== 'as-published' && approvedBy === null)

const show = async (deps: Deps, scope: ReviewScope, point: Point, leftCount: number): Promise<ShownText> => {
  const { reader } = deps.store
  const verbatim = (await readSomeVerbatims(reader, 'point', [point.id])).get(point.id) ?? ''
  const contribution = await readRecord(reader, 'contribution', point.contributionId)
  const redactions = proposeRedactions(verbatim)
  const draft = (await readTextDecisions(reader, point.id)).at(-1)?.draft ?? null
  return {
    scope,
    point,
    contribution,
    verbatim,
    redactions,
    proposal: point.publicText ?? draft ?? redactText(verbatim, redactions),
    isReleased: !isWaiting(point) && point.publicTextKind !== 'withheld',
    isChild: contribution?.contributorType === 'child',
    leftCount,
  }
}

/** The next text that waits for a person, after this number; null = none. */
export const showNextText = async (
  deps: Deps,
  actor: Actor,
  scope: ReviewScope,
  afterNumber: number,
): Promise<ShownText | null> => {
  await authorise(deps, actor, 'text.release', scope.consultation.id)
  const points = await readRecords(deps.store.reader, 'point', scope.consultation.id)
  const waiting = points.filter(isWaiting).sort((a, b) => a.number - b.number)
  const next = waiting.find(({ number }) => number > afterNumber) ?? waiting[0]
  return next === undefined ? null : show(deps, scope, next, waiting.length)
}

/** The text of one point, whatever was decided about it. */
export const showText = async (deps: Deps, actor: Actor, scope: ReviewScope, number: number): Promise<ShownText> => {
  await authorise(deps, actor, 'text.release', scope.consultation.id)
  const points = await readRecords(deps.store.reader, 'point', scope.consultation.id)
  const point = points.find(known => known.number === number)
  if (point === undefined) throw new AppError('not-found', `There is no point ${number}.`)
  return show(deps, scope, point, points.filter(isWaiting).length)
}

export interface TextGiven {
  readonly number: number
  readonly decision: 'release' | 'save' | 'withhold'
  readonly text: string
  readonly isParaphrase: boolean
  /** The person has seen that something in it looks like a contact or a number, and says it may stay. */
  readonly mayStay: boolean
}
/** `still`: what in the text looks as if it names somebody; nothing was decided. */
export type TextTaken = { readonly status: 'decided' } | { readonly status: 'still'; readonly found: readonly string[] }

const LONGEST_TEXT_CHARACTERS = 20_000

const looksPersonal = (text: string): readonly string[] =>
  structuredRedactions(text).map(({ start, end }) => text.slice(start, end))

const decided = (point: Point, given: TextGiven, by: string, on: string): Point => {
  const nothing = { ...point, publicText: null, publicTextKind: null, approvedBy: null, approvedOn: null }
  switch (given.decision) {
    case 'withhold':
      return { ...nothing, publicTextKind: 'withheld', approvedBy: by, approvedOn: on }
    case 'save':
      return nothing
    case 'release':
      return {
        ...point,
        publicText: given.text,
        publicTextKind: given.isParaphrase ? 'paraphrase' : 'redacted',
        approvedBy: by,
        approvedOn: on,
      }
  }
}

const nameOf = (given: TextGiven, verbatim: string): TextDecision['decision'] => {
  if (given.decision === 'withhold') return 'withheld'
  if (given.decision === 'save') return 'edited'
  return given.text === redactText(verbatim, proposeRedactions(verbatim)).trim() ? 'released' : 'released-edited'
}

const refuseChild = async (write: ReviewWrite, point: Point): Promise<void> => {
  const contribution = await readRecord(write.tx, 'contribution', point.contributionId)
  if (contribution?.contributorType === 'child')
    throw new AppError(
      'refused',
      'A child’s words are never published. Withhold them: the point is counted all the same.',
    )
}

const writeDecision = async (write: ReviewWrite, given: TextGiven): Promise<void> => {
  const { deps, consultationId, permit, tx } = write
  const point = await findByNumber(tx, 'point', consultationId, given.number)
  if (point === null) throw new AppError('not-found', `There is no point ${given.number}.`)
  if (given.decision === 'release') {
    await refuseChild(write, point)
    await refuseWhileStopped(tx, consultationId)
  }
  const verbatim = (await readSomeVerbatims(tx, 'point', [point.id])).get(point.id) ?? ''
  await write.decideText(decided(point, given, permit.by, deps.clock.today()))
  const id = deps.newId()
  await insertTextDecision(tx, {
    id,
    consultationId,
    pointId: point.id,
    by: permit.by,
    at: deps.clock.now(),
    decision: nameOf(given, verbatim),
    textSha256: given.decision === 'release' ? sha256Of(given.text) : null,
    draft: given.decision === 'save' ? given.text : null,
  })
  write.keep('text-decision', [id])
}

/** A person decides on a text. Unless they release it, it is in no public table; an edit that is not released withdraws approval. */
export const decideText = async (
  deps: Deps,
  actor: Actor,
  scope: ReviewScope,
  given: TextGiven,
): Promise<TextTaken> => {
  const target = { action: 'text.release', consultationId: scope.consultation.id } as const
  await authorise(deps, actor, target.action, target.consultationId)
  const text = given.text.replace(/\r\n/g, '\n').trim()
  const found = given.decision === 'release' && !given.mayStay ? looksPersonal(text) : []
  if (found.length > 0) return { status: 'still', found }
  if (given.decision !== 'withhold' && (text === '' || text.length > LONGEST_TEXT_CHARACTERS))
    throw new AppError(
      'refused',
      `The text needs 1 to ${LONGEST_TEXT_CHARACTERS} characters. To show none, withhold it.`,
    )
  await writeReview(deps, actor, target, write => writeDecision(write, { ...given, text }))
  return { status: 'decided' }
}
