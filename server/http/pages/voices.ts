import type { IndicatorFinding, NamedFigure } from '../../../analysis/finding.ts'
import { PEOPLE_ATTRIBUTES, type PeopleAttribute } from '../../../analysis/indicators/people-groups.ts'
import type { Strings } from '../strings/strings.ts'

export const VOICE_MEASURES = ['people', 'reach', 'influence', 'answered-with-reason', 'silence'] as const
export type VoiceMeasure = (typeof VOICE_MEASURES)[number]

/** One group of people, with what became of its points. A measure that was not made is null. */
export interface VoiceGroup {
  readonly label: string
  readonly figures: Readonly<Record<VoiceMeasure, NamedFigure | null>>
}
export interface VoiceAttribute {
  readonly attribute: PeopleAttribute
  readonly heading: string
  readonly groups: readonly VoiceGroup[]
  /** Stands for all groups of an attribute of which none may be shown. */
  readonly hidden: readonly NamedFigure[]
}

const firstUpper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
const labelOf = (t: Strings, words: string): string =>
  firstUpper(words === 'not given' ? t.charts.voices.notGiven : words)

const attributeOf = (
  t: Strings,
  { companions }: IndicatorFinding,
  attribute: PeopleAttribute,
): readonly VoiceAttribute[] => {
  const start = (measure: VoiceMeasure): string => `equity-${attribute}-${measure}-`
  const find = (measure: VoiceMeasure, words: string): NamedFigure | null =>
    companions.find(({ key }) => key === `${start(measure)}${words}`) ?? null
  const names = companions
    .filter(({ key }) => key.startsWith(start('people')))
    .map(({ key }) => key.slice(start('people').length))
  const hidden = companions.filter(({ key }) => key === `equity-${attribute}-hidden`)
  if (names.length + hidden.length === 0) return []
  const groups = names.map(words => ({
    label: labelOf(t, words),
    figures: {
      people: find('people', words),
      reach: find('reach', words),
      influence: find('influence', words),
      'answered-with-reason': find('answered-with-reason', words),
      silence: find('silence', words),
    },
  }))
  return [{ attribute, heading: t.charts.voices.headings[attribute], groups, hidden }]
}

/** The groups behind "Whose points got somewhere?", as its figures name them: what is merged there is merged here. */
export const readVoices = (t: Strings, finding: IndicatorFinding): readonly VoiceAttribute[] =>
  PEOPLE_ATTRIBUTES.flatMap(attribute => attributeOf(t, finding, attribute))
