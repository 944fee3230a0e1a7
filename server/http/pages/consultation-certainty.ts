import type { AuditIndex } from '../../usecases/audit-index.ts'
import { countOf, countWords, ofWords } from './number-words.ts'
import { HOLDING_NAMES, LEGAL_STATUS_LINES, STAGE_NAMES } from './record-words.ts'

export interface Fact {
  readonly id: string
  readonly term: string
  readonly lines: readonly string[]
}

const missingOf = ({ record }: AuditIndex): readonly string[] =>
  record.documents
    .filter(({ holding }) => holding !== 'held')
    .map(({ title, holding, heldBy }) =>
      [`${title}. ${HOLDING_NAMES[holding]}.`, heldBy === null ? '' : `Held by ${heldBy}.`].filter(Boolean).join(' '),
    )

/** Stops of the trail for which not even the name of a document is on record. */
const emptyStops = ({ audit }: AuditIndex): readonly string[] => {
  const stops = audit.trail.filter(({ documentCount, missingCount }) => documentCount + missingCount === 0)
  return stops.length === 0
    ? []
    : [`No document is on record for: ${stops.map(({ stage }) => STAGE_NAMES[stage].toLowerCase()).join(', ')}.`]
}

const twiceLines = ({ audit: { checks }, sentences }: AuditIndex): readonly string[] =>
  checks.checkedTwiceCount === 0
    ? ['None yet.']
    : [
        `${countOf(checks.checkedTwiceCount, 'point')}.`,
        ...(sentences.agreement === null ? [] : [sentences.agreement]),
        ...(checks.alpha === null
          ? []
          : [`Krippendorff’s alpha is ${checks.alpha.toFixed(2)}. 1 would be full agreement.`]),
      ]

/** How sure we are, and what is missing. */
export const factsOf = (index: AuditIndex): readonly Fact[] => {
  const { audit, record } = index
  const { n } = audit.groups.byPoint
  const missing = missingOf(index)
  const completeness = audit.indicators.find(({ id }) => id === 'completeness')
  const needed = completeness === undefined ? null : ofWords(completeness.byPoint)
  return [
    {
      id: 'checked',
      term: 'Checked by a person',
      lines: [`${countWords(audit.checks.confirmedCount)} of ${countOf(n, 'point')}.`],
    },
    { id: 'twice', term: 'Checked twice', lines: twiceLines(index) },
    {
      id: 'computer',
      term: 'Done by computer alone',
      lines: [
        'None of the results. A computer suggests where to look. A person decides. Until then the point is “not checked yet”.',
      ],
    },
    {
      id: 'missing',
      term: 'What is missing',
      lines: [
        ...(needed === null ? [] : [`${needed} records needed are on file.`]),
        ...missing,
        ...emptyStops(index),
        ...(missing.length + emptyStops(index).length === 0 ? ['We know of no gap.'] : []),
      ],
    },
    { id: 'law', term: 'Did the law ask for it?', lines: [LEGAL_STATUS_LINES[record.consultation.legalStatus]] },
  ]
}
