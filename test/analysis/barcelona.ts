import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { ConsultationRecord } from '../../data/model/consultation-record.ts'
import type { ContributorType } from '../../data/model/contribution.ts'
import { a, aConsultationRecord } from '../support/builders.ts'

const FOLDER = process.env['SAID_TEST_DATA'] ?? new URL('../../../shared/data', import.meta.url).pathname
const FILE = `${FOLDER}/barcelona-pam/proposals.csv`
export const hasBarcelona = (): boolean => existsSync(FILE)

const TYPES: Readonly<Record<string, ContributorType>> = {
  official: 'officer',
  citizen: 'resident',
  meeting: 'meeting',
  organization: 'organisation',
}

/** The city's 10,860 proposals as the importer makes them: one contribution, one point, one stated outcome a row. */
export const barcelonaRecord = (): ConsultationRecord => {
  const rows: readonly Record<string, string>[] = parse(readFileSync(FILE), { columns: true, bom: true })
  const contributions = rows.map(row =>
    a('contribution', {
      contributorType: TYPES[row['source'] ?? ''] ?? 'unknown',
      contributorTypeGiven: row['source'] ?? null,
      area: row['district'] || null,
      topicGiven: row['category'] || null,
      subtopicGiven: row['subcategory'] || null,
    }),
  )
  const points = rows.map((row, place) =>
    a('point', {
      number: place + 1,
      contributionId: contributions[place]?.id ?? '',
      publicText: `${row['title']} ${row['summary']}`,
      publicTextKind: 'as-published',
    }),
  )
  const statedOutcomes = rows.map((row, place) =>
    a('stated-outcome', {
      pointId: points[place]?.id ?? '',
      rawState: row['status'] ?? '',
      code: row['status'] === 'accepted' ? 'says-taken-up' : 'says-refused',
      reason: row['rejected_message'] || null,
    }),
  )
  return aConsultationRecord({ contributions, points, statedOutcomes })
}
