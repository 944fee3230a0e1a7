import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { Strings } from '../strings/strings.ts'
import { ofWords } from './number-words.ts'

export interface Fact {
  readonly id: string
  readonly term: string
  readonly lines: readonly string[]
}

const missingOf = (t: Strings, { record }: AuditIndex): readonly string[] =>
  record.documents
    .filter(({ holding }) => holding !== 'held')
    .map(({ title, holding, heldBy }) => t.notes.facts.gap(title, t.records.holdings[holding], heldBy))

/** Stops of the trail for which not even the name of a document is on record. */
const emptyStops = (t: Strings, { audit }: AuditIndex): readonly string[] => {
  const stops = audit.trail.filter(({ documentCount, missingCount }) => documentCount + missingCount === 0)
  return stops.length === 0 ? [] : [t.notes.facts.emptyStops(stops.map(({ stage }) => t.records.stages[stage]))]
}

const twiceLines = (t: Strings, { audit: { checks }, sentences }: AuditIndex): readonly string[] =>
  checks.checkedTwiceCount === 0
    ? [t.notes.facts.noneTwice]
    : [
        t.notes.facts.twice(checks.checkedTwiceCount),
        ...(sentences.agreement === null ? [] : [sentences.agreement]),
        ...(checks.alpha === null ? [] : [t.notes.facts.alpha(t.decimal(checks.alpha, 2))]),
      ]

/** How sure we are, and what is missing. */
export const factsOf = (t: Strings, index: AuditIndex): readonly Fact[] => {
  const { audit, record } = index
  const { n } = audit.groups.byPoint
  const missing = missingOf(t, index)
  const completeness = audit.indicators.find(({ id }) => id === 'completeness')
  const needed = completeness === undefined ? null : ofWords(t, completeness.byPoint)
  return [
    {
      id: 'checked',
      term: t.notes.facts.checked,
      lines: [t.notes.facts.checkedOf(audit.checks.confirmedCount, n)],
    },
    { id: 'twice', term: t.notes.facts.checkedTwice, lines: twiceLines(t, index) },
    {
      id: 'computer',
      term: t.notes.facts.computer,
      lines: [t.notes.facts.computerText],
    },
    {
      id: 'missing',
      term: t.notes.facts.missing,
      lines: [
        ...(needed === null ? [] : [t.notes.facts.onFile(needed)]),
        ...missing,
        ...emptyStops(t, index),
        ...(missing.length + emptyStops(t, index).length === 0 ? [t.notes.facts.noGap] : []),
      ],
    },
    { id: 'law', term: t.notes.facts.law, lines: [t.records.legalStatus[record.consultation.legalStatus]] },
  ]
}
