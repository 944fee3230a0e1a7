import { publishedIndicators, type PublishedIndicator } from '../../analysis/lint/published-indicators.ts'
import { readSpeech, type Speech } from '../../analysis/indicators/speech-sessions.ts'
import type { Audit } from '../../analysis/finding.ts'
import type { Stage } from '../../data/model/document.ts'
import type { Deps } from '../deps.ts'
import type { AuditIndex } from './audit-index.ts'
import { readIndex, type PageAddress } from './read-index.ts'

export interface ShownIndicator extends PublishedIndicator {
  /** Where the figure is null for want of a record: the gaps on file, and who holds them. */
  readonly gaps: Audit['missingRecords']
}
export interface ShownIndicators {
  readonly index: AuditIndex
  readonly indicators: readonly ShownIndicator[]
  /** null where it may not be shown, or is not on record. */
  readonly speech: Speech | null
}

/**
 * The stops of the trail whose documents an indicator is read from; the others need all or none. What people were asked or told
 * (L18, L19), and what was coded from recordings (L17, L25), stands in no document of the trail: none that is missing is the reason.
 */
const STAGES_OF: Readonly<Record<string, readonly Stage[]>> = {
  L2: ['plan'],
  L3: ['plan'],
  L4: ['plan'],
  L5: ['record'],
  L7: ['record'],
  L10: ['answer', 'decision'],
  L11: ['answer'],
  L12: ['answer', 'decision'],
  L14: ['plan'],
  L15: ['record'],
  L16: ['record'],
  L20: ['record'],
  L21: ['decision'],
  L23: ['delivery'],
  L24: ['delivery'],
  L26: ['decision', 'delivery'],
}

const FOR_WANT_OF_RECORDS = new Set<string | null>([
  'not-collected',
  'asked-pending',
  'refused',
  'not-held',
  'exempt',
  'no-earlier-plan',
])

const gapsOf = ({ missingRecords }: Audit, { finding }: PublishedIndicator): Audit['missingRecords'] =>
  FOR_WANT_OF_RECORDS.has(finding.byPoint.nullReason)
    ? missingRecords.filter(({ stage }) => (STAGES_OF[finding.number] ?? []).includes(stage))
    : []

export const describeIndicators = (index: AuditIndex): ShownIndicators => {
  const published = publishedIndicators(index.audit)
  const telling = published.find(({ finding }) => finding.id === 'telling-share')
  return {
    index,
    speech: telling === undefined || telling.blockedBecause.length > 0 ? null : readSpeech(index.record),
    indicators: published.map(one => ({ ...one, gaps: gapsOf(index.audit, one) })),
  }
}

/** All figures as they may be published, with the gaps behind those that are not there. */
export const showIndicators = async (deps: Deps, address: PageAddress): Promise<ShownIndicators> =>
  describeIndicators(await readIndex(deps, address))
