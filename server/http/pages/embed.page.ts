import type { AuditIndex } from '../../usecases/audit-index.ts'
import { consultationPath } from './addresses.ts'
import type { Site } from './frame.ts'
import type { Shape } from './marks.ts'
import { hasCard, shareBlocks } from './share-blocks.ts'
import { shortTitle } from './short-title.ts'

export interface EmbedView {
  readonly language: string
  readonly css: string
  readonly share: string
  readonly canonical: string
  readonly pageTitle: string
  readonly title: string
  readonly council: string
  readonly finding: string
  readonly hasBlocks: boolean
  readonly blocks: readonly {
    readonly count: string
    readonly label: string
    readonly viewBox: string
    readonly shapes: readonly Shape[]
  }[]
  readonly href: string
  readonly source: string
  readonly correctOn: string
  readonly isFictional: boolean
  readonly fictional: string
}

/** The finding on somebody else's page: sentence, blocks, date, link. No script, from 280 pixels. */
export const embedPage = (site: Site, index: AuditIndex): EmbedView => {
  const { strings: t } = site
  const { record, audit, sentences } = index
  const url = `${site.baseUrl}${consultationPath(index)}`
  return {
    language: t.language,
    css: site.assets.css,
    share: site.assets.share ?? '',
    canonical: url,
    // It names its source in its own words.
    pageTitle: shortTitle(t.embed.title(record.consultation.title), title => title),
    title: record.consultation.title,
    council: record.body.name,
    finding: sentences.finding,
    hasBlocks: hasCard(index),
    blocks: hasCard(index)
      ? shareBlocks(t, index).map(({ count, label, drawing }) => ({ count, label, ...drawing }))
      : [],
    href: url,
    source: t.embed.source,
    correctOn: t.embed.correctOn(audit.asOf),
    isFictional: audit.isFictional,
    fictional: audit.isFictional ? t.embed.made(record.body.shortName) : '',
  }
}
