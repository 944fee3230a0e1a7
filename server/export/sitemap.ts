import { xmlText } from './svg.ts'

export interface SitemapEntry {
  readonly url: string
  /** Calendar date of the records shown; null where a page has none. */
  readonly changedOn: string | null
}

/** sitemaps.org, version 0.9. */
export const sitemapXml = (entries: readonly SitemapEntry[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries.map(
      ({ url, changedOn }) =>
        `<url><loc>${xmlText(url)}</loc>${changedOn === null ? '' : `<lastmod>${changedOn}</lastmod>`}</url>`,
    ),
    '</urlset>',
    '',
  ].join('\n')
