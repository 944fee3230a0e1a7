import type { SitemapEntry } from '../../export/sitemap.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import { consultationPath, councilPath } from './addresses.ts'
import type { Site } from './frame.ts'

const SITE_PAGES = ['/', '/method', '/words', '/data', '/about', '/corrections', '/accessibility', '/privacy']
const OF_CONSULTATION = ['', '/indicators', '/evidence', '/seats', '/changes', '/report']

/** Councils, consultations and the pages about the site. Pages that quote one person are left out, so that a text can vanish. */
export const sitemapEntries = (site: Site, indexes: readonly AuditIndex[]): readonly SitemapEntry[] => {
  const dayByCouncil = new Map<string, string>()
  for (const { record, audit } of indexes) {
    const path = councilPath(record.body.ref)
    const known = dayByCouncil.get(path)
    if (known === undefined || known < audit.asOf) dayByCouncil.set(path, audit.asOf)
  }
  return [
    ...SITE_PAGES.map(path => ({ url: `${site.baseUrl}${path}`, changedOn: null })),
    ...[...dayByCouncil].map(([path, changedOn]) => ({ url: `${site.baseUrl}${path}`, changedOn })),
    ...indexes.flatMap(index =>
      OF_CONSULTATION.map(ending => ({
        url: `${site.baseUrl}${consultationPath(index)}${ending}`,
        changedOn: index.audit.asOf,
      })),
    ),
  ]
}

/** Search engines may read everything but the desk; pages of single points ask not to be listed, which they must be read to see. */
export const robotsText = (site: Site): string =>
  ['User-agent: *', 'Allow: /', 'Disallow: /desk', `Sitemap: ${site.baseUrl}/sitemap.xml`, ''].join('\n')
