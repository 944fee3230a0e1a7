import type { TableAbout } from '../../export/table.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { Site } from '../pages/frame.ts'
import { latestVersion } from '../pages/release-words.ts'

/** Our own data; quoted official text and the words of people keep their own terms (see the data page). */
export const ourLicence = 'CC BY 4.0'

export const aboutTable = (site: Site, index: AuditIndex, title: string, path: string): TableAbout => ({
  title: `${title}: ${index.record.consultation.title}, ${index.record.body.name}`,
  page: `${site.baseUrl}${path}`,
  asAt: index.audit.asOf,
  version: latestVersion(index.record),
  methodVersion: index.audit.methodVersion,
  licence: ourLicence,
  isFictional: index.audit.isFictional,
})

/** For lists that span councils, or none. */
export const aboutSite = (site: Site, title: string, path: string, isFictional: boolean): TableAbout => ({
  title,
  page: `${site.baseUrl}${path}`,
  asAt: null,
  version: null,
  methodVersion: null,
  licence: ourLicence,
  isFictional,
})
