import type { Feed, FeedEntry } from '../../export/feed.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath, councilPath } from './addresses.ts'
import type { Site } from './frame.ts'
import { outcomeName } from './group-words.ts'

/** A calendar date as an instant: a day has no hour on record. */
const instantOf = (day: string): string => `${day}T00:00:00Z`

const releaseEntries = (t: Strings, url: string, { record }: AuditIndex): readonly FeedEntry[] =>
  record.releases
    .filter(({ isWithdrawn }) => isWithdrawn !== 'yes')
    .map(({ version, publishedAt, changes }) => ({
      id: `${url}/v/${version}`,
      title: t.feed.release(record.consultation.title, version),
      href: `${url}/v/${version}`,
      updatedAt: publishedAt,
      text: changes ?? '',
    }))

const replyEntries = (t: Strings, url: string, { record }: AuditIndex): readonly FeedEntry[] =>
  record.replies.flatMap(({ ref, pointId, state, repliedOn, text }) => {
    if (state === 'asked' || repliedOn === null || pointId !== null) return []
    const title = state === 'replied' ? t.feed.reply : t.feed.declined
    return [
      {
        id: `${url}#${ref}`,
        title: title(record.body.shortName, record.consultation.title),
        href: url,
        updatedAt: instantOf(repliedOn),
        text: text ?? '',
      },
    ]
  })

const correctionEntries = (t: Strings, url: string, { record }: AuditIndex): readonly FeedEntry[] =>
  record.corrections.map(({ ref, on, subject, oldValue, newValue, reason }) => ({
    id: `${url}/changes#${ref}`,
    title: t.feed.correction(record.consultation.title, subject),
    href: `${url}/changes`,
    updatedAt: instantOf(on),
    text: t.feed.correctionText(outcomeName(t, oldValue), outcomeName(t, newValue), reason),
  }))

const entriesOf = (site: Site, index: AuditIndex): readonly FeedEntry[] => {
  const { strings: t } = site
  const url = `${site.baseUrl}${consultationPath(index)}`
  const entries = [
    ...releaseEntries(t, url, index),
    ...replyEntries(t, url, index),
    ...correctionEntries(t, url, index),
  ]
  return index.audit.isFictional ? entries.map(entry => ({ ...entry, title: t.feed.fictional(entry.title) })) : entries
}

/** Day the newest records run up to, for a feed that has nothing to tell yet. */
const newestDay = (indexes: readonly AuditIndex[]): string =>
  indexes
    .map(({ audit }) => audit.asOf)
    .toSorted()
    .at(-1) ?? '1970-01-01'

const feedOf = (site: Site, path: string, title: string, indexes: readonly AuditIndex[]): Feed => ({
  id: `${site.baseUrl}${path === '' ? '/' : path}`,
  title,
  selfHref: `${site.baseUrl}${path}/feed.atom`,
  pageHref: `${site.baseUrl}${path === '' ? '/' : path}`,
  author: site.operator ?? site.strings.feed.independent,
  rights: 'CC BY 4.0',
  emptyAt: instantOf(newestDay(indexes)),
  entries: indexes.flatMap(index => entriesOf(site, index)),
})

export const siteFeed = (site: Site, indexes: readonly AuditIndex[]): Feed =>
  feedOf(site, '', site.strings.feed.site, indexes)

export const councilFeed = (
  site: Site,
  body: { readonly ref: string; readonly name: string },
  indexes: readonly AuditIndex[],
): Feed => feedOf(site, councilPath(body.ref), site.strings.feed.of(body.name), indexes)

export const consultationFeed = (site: Site, index: AuditIndex): Feed =>
  feedOf(site, consultationPath(index), site.strings.feed.of(index.record.consultation.title), [index])
