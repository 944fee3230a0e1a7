import { GROUNDS, isKindOfStage, LINK_KINDS, type Link, type LinkKind } from '../../../data/model/link.ts'
import { STAGES, type Stage } from '../../../data/model/document.ts'
import { readRecord } from '../../../data/store/records.ts'
import { findByNumber, findRef } from '../../../data/store/review-points.ts'
import { findPassage } from '../../../data/store/review-records.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { NO_DETAILS, type Answer, type LinkDetails } from './answer.ts'
import type { ReviewScope } from './review-scope.ts'

/** A form of the desk, word for word. */
export interface AnswerForm {
  readonly stop: string
  readonly passage: string
  readonly kind: string
  readonly isStaying: boolean
  /** "cost:specific", "none", "new", "promise:K5" … as the page asked. */
  readonly detail: string
  readonly isGroupReply: boolean
  readonly isStockReason: boolean
  readonly partTaken: string
  readonly partLeft: string
  readonly dueOn: string
}

export const stageOfForm = (name: string): Stage => {
  const stage = STAGES.find(known => known === name)
  if (stage === undefined) throw new AppError('bad-request', `There is no stop "${name.slice(0, 40)}".`)
  return stage
}

const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim())
const DAY = /^\d{4}-\d{2}-\d{2}$/
const dayOf = (text: string): string | null => {
  const day = filled(text)
  if (day === null) return null
  if (!DAY.test(day) || Number.isNaN(Date.parse(`${day}T00:00:00Z`)))
    throw new AppError('refused', `"${day.slice(0, 40)}" is no date. Write it as 2026-09-24.`)
  return day
}

const reasonDetails = (form: AnswerForm): Partial<LinkDetails> => {
  const [name, how] = form.detail.split(':')
  const ground = GROUNDS.find(known => known === name)
  if (form.detail === 'none') return {}
  if (ground === undefined || (how !== 'specific' && how !== 'general'))
    throw new AppError('bad-request', 'Say on what ground, and whether it speaks to this point.')
  return { ground, isSpecific: how === 'specific', isGroupReply: form.isGroupReply, isStockReason: form.isStockReason }
}

const promiseDetails = async (
  deps: Deps,
  { consultation }: ReviewScope,
  { detail }: AnswerForm,
): Promise<Partial<LinkDetails>> => {
  if (detail === 'none') return {}
  const commitmentId = await findRef(deps.store.reader, 'commitment', consultation.id, detail.replace(/^promise:/, ''))
  if (commitmentId === null) throw new AppError('bad-request', 'There is no such promise on record.')
  return { commitmentId }
}

/** "as:ID": what was said about the same passage for another point, said again by this person. */
const sameAgain = async (deps: Deps, { consultation }: ReviewScope, passageId: string, detail: string) => {
  if (!detail.startsWith('as:')) return null
  const id = detail.slice('as:'.length)
  const link = await readRecord(deps.store.reader, 'link', id)
  const judgement = link === null ? await readRecord(deps.store.reader, 'judgement', id) : null
  const earlier = link ?? judgement
  if (earlier === null || earlier.consultationId !== consultation.id || earlier.passageId !== passageId)
    throw new AppError('bad-request', 'There is no such earlier answer about this passage.')
  return { link, judgement }
}

const detailsOfLink = (link: Link): LinkDetails => {
  const { ground, isSpecific, isGroupReply, isStockReason, isNewPart, partTaken, partLeft, commitmentId } = link
  return { ground, isSpecific, isGroupReply, isStockReason, isNewPart, partTaken, partLeft, commitmentId }
}

const detailsOf = async (deps: Deps, scope: ReviewScope, kind: LinkKind, form: AnswerForm): Promise<LinkDetails> => {
  switch (kind) {
    case 'takes-up-part': {
      const parts = { partTaken: filled(form.partTaken), partLeft: filled(form.partLeft) }
      return { ...NO_DETAILS, ...parts, isNewPart: form.detail === 'new' ? true : form.detail === 'old' ? false : null }
    }
    case 'gives-reason':
    case 'refuses':
      return { ...NO_DETAILS, ...reasonDetails(form) }
    case 'defers':
      return { ...NO_DETAILS, ...(await promiseDetails(deps, scope, form)) }
    default:
      return NO_DETAILS
  }
}

/** Judgements about a point that rest on a passage: its scope text, its postponement, its closed paper. */
const PASSAGE_JUDGEMENTS = {
  'out-of-scope': { stage: 'plan', reason: null },
  'not-decided': { stage: 'decision', reason: 'postponed' },
  'cannot-tell': { stage: 'decision', reason: 'exempt' },
} as const
type PassageJudgement = keyof typeof PASSAGE_JUDGEMENTS
const isPassageJudgement = (name: string): name is PassageJudgement => Object.hasOwn(PASSAGE_JUDGEMENTS, name)

const EMPTY_JUDGEMENT = { reason: null, passageId: null, statute: null, dueOn: null, ofPointId: null } as const

const passageOf = async (deps: Deps, { consultation }: ReviewScope, ref: string) => {
  const passage = await findPassage(deps.store.reader, consultation.id, ref)
  if (passage === null) throw new AppError('bad-request', 'There is no such passage on record.')
  return passage
}

/** What a form about a passage says. */
export const readPassageAnswer = async (deps: Deps, scope: ReviewScope, form: AnswerForm): Promise<Answer> => {
  const stage = stageOfForm(form.stop)
  const passage = await passageOf(deps, scope, form.passage)
  if (isPassageJudgement(form.kind) && PASSAGE_JUDGEMENTS[form.kind].stage === stage) {
    const { reason } = PASSAGE_JUDGEMENTS[form.kind]
    const dueOn = (await sameAgain(deps, scope, passage.id, form.detail))?.judgement?.dueOn ?? dayOf(form.dueOn)
    return { ...EMPTY_JUDGEMENT, sort: 'judgement', kind: form.kind, reason, passageId: passage.id, dueOn }
  }
  const kind = LINK_KINDS.find(known => known === form.kind)
  if (kind === undefined || !isKindOfStage(kind, stage))
    throw new AppError('bad-request', `"${form.kind.slice(0, 40)}" is no kind of this stop.`)
  const earlier = (await sameAgain(deps, scope, passage.id, form.detail))?.link ?? null
  if (earlier !== null && earlier.kind !== kind)
    throw new AppError('bad-request', 'That earlier answer is of another kind.')
  const details = earlier === null ? await detailsOf(deps, scope, kind, form) : detailsOfLink(earlier)
  return { sort: 'link', stage, passageId: passage.id, kind, details, isStaying: form.isStaying }
}

/** Reasons for setting a point aside that rest on no passage: the value of the form's field. */
export const SET_ASIDE = {
  empty: { kind: 'not-codable', reason: 'empty' },
  spam: { kind: 'not-codable', reason: 'spam' },
  abuse: { kind: 'not-codable', reason: 'abuse' },
  withdrawn: { kind: 'withdrawn', reason: null },
  'officer-written': { kind: 'officer-written', reason: null },
  duplicate: { kind: 'duplicate', reason: null },
  'by-law': { kind: 'out-of-scope', reason: null },
  awaited: { kind: 'not-decided', reason: 'awaited' },
  unobtainable: { kind: 'cannot-tell', reason: 'unobtainable' },
} as const
export type SetAsideName = keyof typeof SET_ASIDE
export const SET_ASIDE_NAMES = Object.keys(SET_ASIDE).filter((name): name is SetAsideName => name in SET_ASIDE)

/** What the form that sets a point aside says. */
export const readSetAside = async (
  deps: Deps,
  { consultation }: ReviewScope,
  form: { readonly reason: string; readonly ofPoint: string; readonly statute: string },
): Promise<Extract<Answer, { sort: 'judgement' }>> => {
  const name = SET_ASIDE_NAMES.find(known => known === form.reason)
  if (name === undefined) throw new AppError('bad-request', 'There is no such reason.')
  const base = { ...EMPTY_JUDGEMENT, sort: 'judgement' as const, ...SET_ASIDE[name] }
  if (name === 'by-law') {
    if (filled(form.statute) === null) throw new AppError('refused', 'Name the law that puts it out of scope.')
    return { ...base, statute: filled(form.statute) }
  }
  if (name !== 'duplicate') return base
  const of = /^\d{1,9}$/.test(form.ofPoint.trim())
    ? await findByNumber(deps.store.reader, 'point', consultation.id, Number(form.ofPoint))
    : null
  if (of === null) throw new AppError('refused', 'Say which point it repeats, by its number.')
  return { ...base, ofPointId: of.id }
}
