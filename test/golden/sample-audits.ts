import type { Audit, IndicatorFinding, NamedFigure } from '../../analysis/finding.ts'
import type { ConsultationRecord } from '../../data/model/consultation-record.ts'
import { loadSample } from '../../server/usecases/load-sample.ts'
import { readAudit } from '../../server/usecases/read-audit.ts'
import { openTemporaryDeps } from '../support/temporary-store.ts'

export interface SampleAudits {
  /** C1 to C4 of the specification's golden values. */
  readonly audits: Readonly<Record<'C1' | 'C2' | 'C3' | 'C4', Audit>>
  readonly records: Readonly<Record<'C1' | 'C2' | 'C3' | 'C4', ConsultationRecord>>
}

const REFS = {
  C1: 'listening-in-action-2025',
  C2: 'mill-lane-2025',
  C3: 'eastfield-park-2026',
  C4: 'residents-survey-2026',
} as const

const load = async (): Promise<SampleAudits> => {
  const { deps, close } = await openTemporaryDeps()
  await loadSample(deps)
  const audited = await Promise.all(
    Object.entries(REFS).map(
      async ([key, consultation]) => [key, await readAudit(deps, { body: 'calderwick', consultation })] as const,
    ),
  )
  await close()
  return {
    audits: Object.fromEntries(audited.map(([key, { audit }]) => [key, audit])),
    records: Object.fromEntries(audited.map(([key, { record }]) => [key, record])),
  } as unknown as SampleAudits
}

let loaded: Promise<SampleAudits> | null = null

/** The sample council through the real import, store and audit; loaded once for all tests of a run. */
export const sampleAudits = (): Promise<SampleAudits> => (loaded ??= load())

export const indicator = (audit: Audit, number: string): IndicatorFinding => {
  const found = audit.indicators.find(finding => finding.number === number)
  if (found === undefined) throw new Error(`There is no indicator ${number}.`)
  return found
}

export const companion = (audit: Audit, number: string, key: string): NamedFigure => {
  const { companions } = indicator(audit, number)
  const found = companions.find(figure => figure.key === key)
  if (found === undefined)
    throw new Error(`${number} has no "${key}", only ${companions.map(figure => figure.key).join(', ')}.`)
  return found
}

const percent = (share: number): string => (share * 100).toFixed(1)
const signed = (share: number): string => `${share < 0 ? '−' : ''}${Math.abs(share * 100).toFixed(1)}`

/** "34/104 32.7% (24.4–42.2)", as the specification prints it: with the range that takes each point alone. */
export const printedShare = ({ numerator, denominator, value, low, high, simple }: NamedFigure): string =>
  value === null || low === null || high === null
    ? `${numerator}/${denominator} null`
    : `${numerator}/${denominator} ${percent(value)}% (${percent(simple?.low ?? low)}–${percent(simple?.high ?? high)})`

/** "+35.0 (15.3–56.7)". */
export const printedDifference = ({ value, low, high, simple, nullReason }: NamedFigure): string =>
  value === null || low === null || high === null
    ? `null: ${nullReason}`
    : `${value >= 0 ? '+' : ''}${signed(value)} (${signed(simple?.low ?? low)} to ${signed(simple?.high ?? high)})`
