import type { ConsultationRecord } from '../data/model/consultation-record.ts'
import type { Inquiry } from './indicators/inquiry.ts'
import { coderAlpha } from './outcomes/coder-agreement.ts'
import { countBases } from './outcomes/count-groups.ts'
import { findIdeas } from './outcomes/find-ideas.ts'
import { findPoints } from './outcomes/find-points.ts'
import { indexRecord } from './outcomes/record-index.ts'
import { tallyIdeas, tallyPoints } from './outcomes/tally-units.ts'

export interface InquiryOptions {
  readonly asOf: string
  readonly seed: number
}

/** Reads a record once and makes everything that indicators look at. */
export const openInquiry = (record: ConsultationRecord, { asOf, seed }: InquiryOptions): Inquiry => {
  const index = indexRecord(record, asOf)
  const { findings, units } = findPoints(index)
  const ideas = findIdeas(units)
  const byPoint = tallyPoints(units)
  const byIdea = tallyIdeas(ideas)
  return {
    record,
    index,
    asOf,
    seed,
    findings,
    points: units,
    ideas,
    byPoint,
    byIdea,
    bases: { byPoint: countBases(byPoint, findings.length), byIdea: countBases(byIdea, ideas.length) },
    alphaOf: variable => coderAlpha(record.codings, variable),
  }
}
