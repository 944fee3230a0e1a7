import type { Attendance } from '../../data/model/event.ts'
import type { NamedFigure } from '../finding.ts'
import { kOfN } from '../sentences/wording.ts'
import { exactFigure, missingFigure, plainFigure } from './figure.ts'
import type { Indicator } from './indicator.ts'
import { measureCount } from './record-share.ts'
import { THRESHOLDS } from './thresholds.ts'

const KINDS = ['staff', 'partner', 'resident'] as const
const peopleIn = (rows: readonly Attendance[]): number => rows.reduce((sum, row) => sum + row.attendanceCount, 0)
const isKnown = (row: Attendance): boolean => row.basis !== 'unknown'
const isRequired = (row: Attendance): boolean => row.basis === 'required'

/** Groups of people under ten are hidden, zero included, and so is a group whose rest is that small. */
const kindFigure = (known: readonly Attendance[], kind: (typeof KINDS)[number]): NamedFigure => {
  const name = { key: `required-${kind}`, label: `Required, of the ${kind} who came` }
  const rows = known.filter(row => row.attendeeKind === kind)
  const total = peopleIn(rows)
  const rest = peopleIn(known) - total
  const isHidden = total < THRESHOLDS.disclosureMinPeople || (rest > 0 && rest < THRESHOLDS.disclosureMinPeople)
  return isHidden
    ? missingFigure(name, 'share', 'suppressed')
    : exactFigure(name, peopleIn(rows.filter(isRequired)), total)
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
    doesNotShow: 'It does not show resentment; requiring attendance can be reasonable.',
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
        ...KINDS.filter(kind => known.some(row => row.attendeeKind === kind)).map(kind => kindFigure(known, kind)),
        plainFigure({ key: 'attendance-unknown', label: 'Attendances whose basis is not known' }, 'count', unknown),
      ],
      sentence: figure => `${kOfN(figure)} attendances were required${instrumentsOf(known)}.`,
    })
  },
}
