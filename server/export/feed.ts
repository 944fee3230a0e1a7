import { xmlText } from './svg.ts'

export interface FeedEntry {
  /** An address that never changes. */
  readonly id: string
  readonly title: string
  readonly href: string
  /** ISO 8601 instant. */
  readonly updatedAt: string
  readonly text: string
}
export interface Feed {
  readonly id: string
  readonly title: string
  readonly selfHref: string
  readonly pageHref: string
  readonly author: string
  readonly rights: string
  /** Instant of the feed where it has no entry yet. */
  readonly emptyAt: string
  readonly entries: readonly FeedEntry[]
}

const entryXml = ({ id, title, href, updatedAt, text }: FeedEntry): string =>
  [
    '<entry>',
    `<id>${xmlText(id)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${xmlText(href)}"/>`,
    `<updated>${xmlText(updatedAt)}</updated>`,
    `<content type="text">${xmlText(text)}</content>`,
    '</entry>',
  ].join('\n')

/** Atom (RFC 4287), newest entry first. */
export const atomFeed = (feed: Feed): string => {
  const entries = feed.entries.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt) || a.id.localeCompare(b.id))
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `<id>${xmlText(feed.id)}</id>`,
    `<title>${xmlText(feed.title)}</title>`,
    `<updated>${xmlText(entries[0]?.updatedAt ?? feed.emptyAt)}</updated>`,
    `<author><name>${xmlText(feed.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(feed.selfHref)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(feed.pageHref)}"/>`,
    `<rights>${xmlText(feed.rights)}</rights>`,
    ...entries.map(entryXml),
    '</feed>',
    '',
  ].join('\n')
}
