import type { ShownMethod } from '../../usecases/show-method.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { groupTag, GROUP_LINES, GROUP_NAMES, OUTCOME_NAMES, type Tag } from './group-words.ts'
import { PINS, type Shape } from './marks.ts'
import { GROUPS } from '../../../analysis/finding.ts'
import { GROUP_OF } from '../../../analysis/outcomes/outcome-groups.ts'
import type { Pin } from '../../usecases/describe-trail.ts'

interface CardView {
  readonly anchor: string
  readonly number: string
  readonly name: string
  readonly question: string
  readonly formula: string
  readonly unit: string
  readonly denominator: string
  readonly hasComplaint: boolean
  readonly complaint: string
  readonly isExperimental: boolean
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
  readonly complaints: readonly {
    readonly said: string
    readonly links: readonly { readonly number: string; readonly name: string; readonly href: string }[]
    readonly hasNone: boolean
    readonly notMeasurable: string
  }[]
  readonly thresholds: readonly { readonly words: string; readonly value: string; readonly unit: string }[]
  readonly signals: readonly {
    readonly letter: string
    readonly name: string
    readonly href: string
    readonly threshold: string
    readonly innocent: string
    readonly weight: string
  }[]
  readonly indexVersion: string
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

/** How we check, made from the rules and indicators themselves. */
export const methodPage = (site: Site, shown: ShownMethod): MethodView => {
  const { version, rules, indicators } = shown
  const anchorOf = (number: string): string => `#${indicators.find(one => one.number === number)?.id ?? ''}`
  return {
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
        group: group === null ? 'Left out, counted' : GROUP_NAMES[group],
      }
    }),
    indicators: indicators.map(
      ({ id, number, name, question, formula, unit, denominator, complaint, isExperimental, doesNotShow }) => ({
        anchor: id,
        number,
        name,
        question,
        formula,
        unit,
        denominator,
        hasComplaint: complaint !== null,
        complaint: complaint ?? '',
        isExperimental,
        doesNotShow,
      }),
    ),
    complaints: shown.complaints.map(({ said, indicators: numbers, notMeasurable }) => ({
      said,
      links: numbers.map(number => ({
        number,
        name: indicators.find(one => one.number === number)?.name ?? '',
        href: anchorOf(number),
      })),
      hasNone: numbers.length === 0,
      notMeasurable: notMeasurable ?? '',
    })),
    thresholds: shown.thresholds.map(({ words, value, unit }) => ({ words, value: String(value), unit })),
    signals: shown.signals.map(({ letter, name, indicatorNumber, threshold, innocent, weight }) => ({
      letter,
      name,
      href: anchorOf(indicatorNumber),
      threshold,
      innocent,
      weight: String(weight),
    })),
    indexVersion: shown.indexVersion,
  }
}
