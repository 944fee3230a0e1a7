import type { ShownMethod } from '../../usecases/show-method.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { groupTag, GROUP_LINES, GROUP_NAMES, OUTCOME_NAMES, type Tag } from './group-words.ts'
import { PINS, type Shape } from './marks.ts'
import { GROUPS, type Group, type Outcome } from '../../../analysis/finding.ts'
import type { Pin } from '../../usecases/describe-trail.ts'

interface CardView {
  readonly anchor: string
  readonly number: string
  readonly name: string
  readonly question: string
  readonly formula: string
  readonly unit: string
  readonly denominator: string
  readonly doesNotShow: string
}
export interface MethodView {
  readonly frame: Frame
  readonly version: string
  readonly groups: readonly { readonly tag: Tag; readonly line: string }[]
  readonly pins: readonly { readonly shapes: readonly Shape[]; readonly name: string }[]
  readonly rules: readonly {
    readonly place: string
    readonly name: string
    readonly code: string
    readonly words: string
    readonly group: string
  }[]
  readonly indicators: readonly CardView[]
}

const PIN_NAMES: readonly (readonly [Pin, string])[] = [
  ['all', 'All of it is there'],
  ['part', 'Part of it'],
  ['topic', 'The topic only'],
  ['refused', 'Refused, or the opposite'],
  ['put-off', 'Put off'],
  ['claimed', 'The council says so'],
  ['searched', 'Searched, not found'],
  ['not-checked', 'Not checked yet'],
  ['missing', 'The document is missing'],
]

const GROUP_OF: Readonly<Partial<Record<Outcome, Group>>> = {
  'out-of-scope': 'turned-down-with-a-reason',
  pending: 'not-decided-yet',
  undetermined: 'not-checked-yet',
  'taken-up-baseline-unknown': 'change-made',
  'already-planned': 'already-in-the-plan',
  adopted: 'change-made',
  'partly-adopted': 'change-made',
  deferred: 'put-off',
  'declined-with-reason': 'turned-down-with-a-reason',
  contradicted: 'no-answer-found',
  'declined-no-reason': 'no-answer-found',
  noted: 'no-answer-found',
  'no-trace': 'no-answer-found',
  unchecked: 'not-checked-yet',
}

/** How we check, made from the rules and indicators themselves. */
export const methodPage = (site: Site, { version, rules, indicators }: ShownMethod): MethodView => ({
  frame: frameOf(site, {
    title: 'How we check',
    description: 'How we follow a point, who decides the result, and what each number means.',
    path: '/method',
    methodVersion: version,
    twins: { csv: '/method.csv', json: '/method.json' },
  }),
  version,
  groups: GROUPS.map(group => ({ tag: groupTag(group), line: GROUP_LINES[group] })),
  pins: PIN_NAMES.map(([pin, name]) => ({ shapes: PINS[pin], name })),
  rules: rules.map(({ outcome, words }, place) => {
    const group = GROUP_OF[outcome]
    return {
      place: String(place + 1),
      name: OUTCOME_NAMES[outcome],
      code: outcome,
      words,
      group: group === undefined ? 'Left out, counted' : GROUP_NAMES[group],
    }
  }),
  indicators: indicators.map(({ id, number, name, question, formula, unit, denominator, doesNotShow }) => ({
    anchor: id,
    number,
    name,
    question,
    formula,
    unit,
    denominator,
    doesNotShow,
  })),
})
