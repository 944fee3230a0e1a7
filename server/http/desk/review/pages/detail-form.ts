import { GROUNDS, type Link, type LinkKind } from '../../../../../data/model/link.ts'
import type { Stage } from '../../../../../data/model/document.ts'
import type { OpenPoint } from '../../../../usecases/review/show-review-point.ts'
import { passageLabel } from '../../../pages/addresses.ts'
import { showPassage } from '../../../pages/show-passage.ts'
import type { Segment } from '../../../pages/mark-words.ts'
import { withQuery } from '../review-paths.ts'
import type { PointPageGiven } from './review-point.page.ts'
import { dateWords } from '../../english.ts'

interface DetailChoice {
  readonly value: string
  readonly key: string
  readonly shownKey: string
  readonly label: string
}
/** What must be said before a kind says anything: on what ground, whether the part is new, who will do what. */
export interface DetailForm {
  readonly question: string
  readonly hint: string
  readonly quote: readonly Segment[]
  readonly where: string
  readonly choices: readonly DetailChoice[]
  readonly asksParts: boolean
  readonly asksReply: boolean
  readonly asksDay: boolean
  readonly asksPromise: boolean
  readonly action: string
  readonly promiseAction: string
  readonly group: string
  readonly stop: Stage
  readonly passage: string
  readonly kind: string
  readonly terms: string
  readonly stay: string
  readonly back: string
}

export const NO_DETAIL_FORM: DetailForm = {
  question: '',
  hint: '',
  quote: [],
  where: '',
  choices: [],
  asksParts: false,
  asksReply: false,
  asksDay: false,
  asksPromise: false,
  action: '',
  promiseAction: '',
  group: '',
  stop: 'plan',
  passage: '',
  kind: '',
  terms: '',
  stay: '',
  back: '',
}

const GROUND_LABELS: Readonly<Record<(typeof GROUNDS)[number], { readonly key: string; readonly label: string }>> = {
  cost: { key: 'c', label: 'Cost' },
  law: { key: 'l', label: 'Law' },
  evidence: { key: 'e', label: 'Evidence' },
  conflict: { key: 'f', label: 'Conflict with other points' },
  technical: { key: 't', label: 'Technical' },
  scope: { key: 's', label: 'Scope' },
  other: { key: 'o', label: 'Another ground' },
}

const groundChoices = (): readonly DetailChoice[] =>
  GROUNDS.flatMap(ground => {
    const { key, label } = GROUND_LABELS[ground]
    return [
      { value: `${ground}:specific`, key, shownKey: key, label: `${label}, said of this point` },
      {
        value: `${ground}:general`,
        key: key.toUpperCase(),
        shownKey: `Shift ${key}`,
        label: `${label}, in general words`,
      },
    ]
  })

const NONE: DetailChoice = { value: 'none', key: '0', shownKey: '0', label: 'No reason is given here' }

/** Nothing of it in the plan: then the part is new. All of it: then it is not. Only where the plan has part must a person say. */
const partChoices = ({ links }: OpenPoint): readonly DetailChoice[] => {
  const kinds = new Set<LinkKind>(links.map(({ kind }) => kind))
  const isNew = { value: 'new', key: 'y', shownKey: 'y', label: 'That part was not in the plan before' }
  const isOld = { value: 'old', key: 'n', shownKey: 'n', label: 'That part was in the plan before' }
  if (kinds.has('contains')) return [isOld]
  return kinds.has('contains-part') ? [isNew, isOld] : [isNew]
}

const promiseChoices = ({ commitments, passages }: OpenPoint, given: PointPageGiven): readonly DetailChoice[] => {
  const passageId = passages.find(({ passage }) => passage.ref === given.askPassage)?.passage.id
  const ordered = [...commitments].sort((a, b) => Number(b.passageId === passageId) - Number(a.passageId === passageId))
  const named = ordered.slice(0, 9).map(({ ref, text, owner }, at) => ({
    value: `promise:${ref}`,
    key: String(at + 1),
    shownKey: String(at + 1),
    label: `${text} (${owner ?? 'nobody named'})`,
  }))
  return [...named, { value: 'none', key: '0', shownKey: '0', label: 'No step with somebody to take it is named' }]
}

const QUESTIONS: Readonly<Record<string, { readonly question: string; readonly hint: string }>> = {
  'gives-reason': {
    question: 'On what ground?',
    hint: 'A reason in general words, which speaks to no point, is no answer to this one.',
  },
  refuses: {
    question: 'Is a reason given here?',
    hint: 'A reason in general words, which speaks to no point, is no answer to this one.',
  },
  'takes-up-part': {
    question: 'Which part?',
    hint: 'In your own words, never the person’s. You can leave both empty.',
  },
  defers: {
    question: 'Who will do what?',
    hint: 'Put off counts only where a step is named, and somebody who will take it.',
  },
  'not-decided': { question: 'Until when?', hint: 'Leave it empty where no day is named.' },
}

const linkWords = ({ ground, isSpecific, isGroupReply, isStockReason, partTaken, partLeft }: Link): string =>
  [
    ground === null
      ? null
      : `${GROUND_LABELS[ground].label}, ${isSpecific === true ? 'said of this point' : 'in general words'}`,
    isGroupReply === true ? 'one reply to a group' : null,
    isStockReason === true ? 'same words for unlike points' : null,
    partTaken === null ? null : `Taken up: ${partTaken}`,
    partLeft === null ? null : `Left out: ${partLeft}`,
  ]
    .filter(part => part !== null)
    .join('. ')

/** What was said about this passage before, one key each. Only where it says more than the plain choices do. */
const earlierChoices = (shown: OpenPoint, { earlier, askKind }: PointPageGiven): readonly DetailChoice[] => {
  // Whether the part is new follows from this point's own relation to the plan, never from another's.
  const allowed = new Set(partChoices(shown).map(({ value }) => value))
  const links = earlier.links
    .filter(({ isNewPart }) => isNewPart === null || allowed.has(isNewPart ? 'new' : 'old'))
    .filter(
      ({ partTaken, partLeft, isGroupReply, isStockReason }) =>
        (partTaken ?? partLeft) !== null || isGroupReply === true || isStockReason === true,
    )
    .map(link => ({ id: link.id, label: linkWords(link) }))
  const days = earlier.judgements.flatMap(({ id, dueOn }) =>
    dueOn === null ? [] : [{ id, label: `Until ${dateWords(dueOn)}` }],
  )
  return askKind === 'defers'
    ? []
    : [...links, ...days].map(({ id, label }, at) => ({
        value: `as:${id}`,
        key: String(at + 1),
        shownKey: String(at + 1),
        label: `As before: ${label}`,
      }))
}

const plainChoicesOf = (shown: OpenPoint, given: PointPageGiven): readonly DetailChoice[] => {
  switch (given.askKind) {
    case 'gives-reason':
      return groundChoices()
    case 'refuses':
      return [NONE, ...groundChoices()]
    case 'takes-up-part':
      return partChoices(shown)
    case 'defers':
      return promiseChoices(shown, given)
    default:
      return [{ value: 'none', key: 'y', shownKey: 'y', label: 'Record it' }]
  }
}

/** The question that a kind raises. Nothing is recorded until it is answered. */
export const detailForm = (shown: OpenPoint, given: PointPageGiven, path: string): DetailForm => {
  const stop = shown.now?.stage ?? 'plan'
  const asked = shown.passages.find(({ passage }) => passage.ref === given.askPassage)
  const words = QUESTIONS[given.askKind] ?? { question: '', hint: '' }
  return {
    ...words,
    quote: asked === undefined ? [] : showPassage(asked.passage),
    where: asked === undefined ? given.askPassage : `${asked.document.title}, ${passageLabel(asked.passage)}`,
    choices: [...earlierChoices(shown, given), ...plainChoicesOf(shown, given)],
    asksParts: given.askKind === 'takes-up-part',
    asksReply: given.askKind === 'gives-reason' || given.askKind === 'refuses',
    asksDay: given.askKind === 'not-decided',
    asksPromise: given.askKind === 'defers',
    action: `${path}/confirm`,
    promiseAction: `${path}/promise`,
    group: shown.group.id,
    stop,
    passage: given.askPassage,
    kind: given.askKind,
    terms: given.terms,
    stay: given.isStaying ? 'yes' : '',
    back: withQuery(path, { stop }),
  }
}
