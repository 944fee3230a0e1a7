import { STAGES } from '../../data/model/document.ts'
import type { LinkKind } from '../../data/model/link.ts'
import type { StageCoverage } from '../finding.ts'
import type { PointUnit } from './counted-unit.ts'
import type { RecordIndex } from './record-index.ts'

/** Arrived with its detail, whole or in part: more than a mention, and more than a polite nod. */
const CARRIED: ReadonlySet<LinkKind> = new Set<LinkKind>([
  'contains',
  'contains-part',
  'carries',
  'carries-part',
  'takes-up',
  'takes-up-part',
  'gives-reason',
  'delivers',
  'delivers-part',
])

/** At each stop: which documents are on file, and how many codable points arrive there. Official documents only. */
export const coverTrail = (index: RecordIndex, units: readonly PointUnit[]): readonly StageCoverage[] =>
  STAGES.map(stage => {
    const documents = index.record.documents.filter(one => one.stage === stage && one.source === 'official')
    const linksHere = units.map(unit =>
      (index.linksByPoint.get(unit.key) ?? []).filter(
        ({ document }) => document.stage === stage && document.source === 'official',
      ),
    )
    return {
      stage,
      documentCount: documents.filter(document => document.holding === 'held').length,
      missingCount: documents.filter(document => document.holding !== 'held').length,
      linkedCount: linksHere.filter(links => links.length > 0).length,
      carriedCount: linksHere.filter(links => links.some(({ link }) => CARRIED.has(link.kind))).length,
    }
  })
