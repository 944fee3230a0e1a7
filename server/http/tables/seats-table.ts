import type { Table } from '../../export/table.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import { consultationPath } from '../pages/addresses.ts'
import type { Site } from '../pages/frame.ts'
import { aboutTable } from './about-table.ts'

/** Seats by their titles: no person is named. */
export const seatsTable = (site: Site, index: AuditIndex): Table => ({
  about: aboutTable(site, index, 'Seats', `${consultationPath(index)}/seats`),
  columns: ['group', 'title', 'kind', 'is_voting', 'from_on', 'to_on'],
  rows: index.record.seats.map(({ group, title, kind, isVoting, fromOn, toOn }) => [
    group,
    title,
    kind,
    isVoting,
    fromOn,
    toOn,
  ]),
})
