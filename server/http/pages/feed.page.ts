import type { Feed, FeedEntry } from '../../export/feed.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import { en } from '../strings/en.ts'
import { consultationPath, councilPath } from './addresses.ts'
import type { Site } from './frame.ts'
import { outcomeWords } from './group-words.ts'

const t = en.feed
/** A calendar date as an instant: a day has no hour on record. */
const instantOf = (day: string): string => `${day}T00:00:00Z`

const releaseEntries = (url: string, { record }: AuditIndex): readonly FeedEntry[] =>
  record.releases
    .filter(({ isWithdrawn }) => isWithdrawn !== 'yes')
    .map(({ version, publishedAt, changes }) => ({
      id: `${url}/v/${version}`,
      title: t.release(record.consultation.title, version),
      href: `${url}/v/${version}`,
      updatedAt: publishedAt,
      text: changes ?? '',
    }))

const replyEntries = (url: string, { record }: AuditIndex): readonly FeedEntry[] =>
  record.replies.flatMap(({ ref, pointId, state, repliedOn, text }) => {
    if (state === 'asked' || repliedOn === null || pointId !== null) return []
    const title = state === 'replied' ? t.reply : t.declined
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

const correctionEntries = (url: string, { record }: AuditIndex): readonly FeedEntry[] =>
  record.corrections.map(({ ref, on, subject, oldValue, newValue, reason }) => ({
    id: `${url}/changes#${ref}`,
    title: t.correction(record.consultation.title, subject),
    href: `${url}/changes`,
    updatedAt: instantOf(on),
    text: t.correctionText(outcomeWords(oldValue), outcomeWords(newValue), reason),
  }))

const entriesOf = (site: Site, index: AuditIndex): readonly FeedEntry[] => {
  const url = `${site.baseUrl}${consultationPath(index)}`
  const entries = [...releaseEntries(url, index), ...replyEntries(url, index), ...correctionEntries(url, index)]
  return index.audit.isFictional ? entries.map(entry => ({ ...entry, title: t.fictional(entry.title) })) : entries
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
  author: site.operator ?? t.independent,
  rights: 'CC BY 4.0',
  emptyAt: instantOf(newestDay(indexes)),
  entries: indexes.flatMap(index => entriesOf(site, index)),
})

export const siteFeed = (site: Site, indexes: readonly AuditIndex[]): Feed => feedOf(site, '', t.site, indexes)

export const councilFeed = (
  site: Site,
  body: { readonly ref: string; readonly name: string },
  indexes: readonly AuditIndex[],
): Feed => feedOf(site, councilPath(body.ref), t.of(body.name), indexes)

export const consultationFeed = (site: Site, index: AuditIndex): Feed =>
  feedOf(site, consultationPath(index), t.of(index.record.consultation.title), [index])
