import type { Attendance } from '../../data/model/event.ts'
import { protectGroups } from '../disclosure/protect-groups.ts'
import type { NamedFigure } from '../finding.ts'
import { kOfN } from '../sentences/wording.ts'
import { exactFigure, missingFigure, plainFigure } from './figure.ts'
import type { Indicator } from './indicator.ts'
import { measureCount } from './record-share.ts'
import { THRESHOLDS } from './thresholds.ts'

const KINDS = ['staff', 'partner', 'resident', 'unknown'] as const
const peopleIn = (rows: readonly Attendance[]): number => rows.reduce((sum, row) => sum + row.attendanceCount, 0)
const isKnown = (row: Attendance): boolean => row.basis !== 'unknown'
const isRequired = (row: Attendance): boolean => row.basis === 'required'

const KIND_NAMES = { staff: 'staff', partner: 'partners', resident: 'residents', unknown: 'others' } as const
type Kind = (typeof KINDS)[number]

const nameOf = (kinds: readonly Kind[]) => ({
  key: `required-${kinds.join('-and-')}`,
  label: `Required, of the ${kinds.map(kind => KIND_NAMES[kind]).join(' and ')} who came`,
})

/**
 * By kind of people. Kinds under ten people, zero included, are put together until nobody's number follows from the total; where
 * that leaves nothing to tell apart, each kind is hidden.
 */
const kindFigures = (known: readonly Attendance[]): readonly NamedFigure[] => {
  const kinds = KINDS.filter(kind => known.some(row => row.attendeeKind === kind))
  const rowsOf = (some: readonly Kind[]) => known.filter(row => some.some(kind => kind === row.attendeeKind))
  const figureOf = (some: readonly Kind[]): NamedFigure =>
    exactFigure(nameOf(some), peopleIn(rowsOf(some).filter(isRequired)), peopleIn(rowsOf(some)))
  const groups = kinds.map(kind => ({ label: kind, peopleCount: peopleIn(rowsOf([kind])) }))
  if (groups.length === 1 && peopleIn(known) >= THRESHOLDS.disclosureMinPeople) return [figureOf(kinds)]
  const shown = protectGroups(groups)
  return shown === null
    ? kinds.map(kind => missingFigure(nameOf([kind]), 'share', 'suppressed'))
    : shown.map(({ labels }) => figureOf(kinds.filter(kind => labels.includes(kind))))
}

const instrumentsOf = (rows: readonly Attendance[]): string => {
  const names = [...new Set(rows.filter(isRequired).flatMap(row => row.instrument ?? []))]
  return names.length === 0 ? '' : ` under ${names.map(name => `“${name}”`).join(' and ')}`
}

/** Who was told to attend? */
export const requiredAttendance: Indicator = {
  card: {
    number: 'L19',
    id: 'required-attendance',
    name: 'Who was told to attend?',
    question: 'Who was told to attend?',
    formula: 'required attendances ÷ attendances whose basis is known (required, invited, open)',
    unit: 'share of attendances',
    denominator: 'Attendances with a known basis; unknown ones are counted beside.',
    complaint: 'Mandated sessions',
    doesNotShow: 'It does not show that people minded. There can be good grounds to require them to come.',
    isExperimental: false,
    isBadge: false,
  },
  counts: {},
  measure: ({ record: { attendances } }) => {
    const known = attendances.filter(isKnown)
    const unknown = peopleIn(attendances) - peopleIn(known)
    return measureCount({
      key: 'required-attendance',
      label: 'Attendances that were required',
      hitCount: peopleIn(known.filter(isRequired)),
      totalCount: peopleIn(known),
      isCollected: attendances.length > 0,
      minCount: THRESHOLDS.groupMinCount,
      isExact: true,
      companions: [
        ...kindFigures(known),
        plainFigure({ key: 'attendance-unknown', label: 'Attendances whose basis is not known' }, 'count', unknown),
      ],
      sentence: figure => `${kOfN(figure)} attendances were required${instrumentsOf(known)}.`,
    })
  },
}
