import type { ShownMethod } from '../../usecases/show-method.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { groupTag, type Tag } from './group-words.ts'
import { PINS, type Shape } from './marks.ts'
import { GROUPS } from '../../../analysis/finding.ts'
import { GROUP_OF } from '../../../analysis/outcomes/outcome-groups.ts'
import type { Pin } from '../../usecases/describe-trail.ts'

interface CardView {
  readonly anchor: string
  readonly number: string
  readonly name: string
  readonly question: string
  /** Where it is not the name itself. */
  readonly hasQuestion: boolean
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
  readonly versionLine: string
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
  readonly indexHeading: string
}

const EXPLAINED_PINS: readonly Pin[] = [
  'all',
  'part',
  'topic',
  'refused',
  'put-off',
  'claimed',
  'searched',
  'not-checked',
  'missing',
]

/** How we check, made from the rules and indicators themselves. */
export const methodPage = (site: Site, shown: ShownMethod): MethodView => {
  const { strings: t } = site
  const { version, rules, indicators } = shown
  const anchorOf = (number: string): string => `#${indicators.find(one => one.number === number)?.id ?? ''}`
  return {
    frame: frameOf(site, {
      title: t.method.title,
      description: t.method.description,
      path: '/method',
      methodVersion: version,
      twins: { csv: '/method.csv', json: '/method.json' },
    }),
    versionLine: t.method.version(version),
    groups: GROUPS.map(group => ({ tag: groupTag(t, group), line: t.results.groupLines[group] })),
    pins: EXPLAINED_PINS.map(pin => ({ shapes: PINS[pin], name: t.method.pins[pin] ?? '' })),
    rules: rules.map(({ outcome, words }, place) => {
      const group = GROUP_OF[outcome]
      return {
        place: String(place + 1),
        name: t.results.outcomes[outcome],
        code: outcome,
        words,
        group: group === null ? t.method.leftOut : t.results.groups[group],
      }
    }),
    indicators: indicators.map(
      ({ id, number, name, question, formula, unit, denominator, complaint, isExperimental, doesNotShow }) => ({
        anchor: id,
        number,
        name,
        question,
        hasQuestion: question !== name,
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
    indexHeading: t.method.index(shown.indexVersion),
  }
}
