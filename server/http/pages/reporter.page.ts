import { PICTURE_WIDTHS } from '../../export/draw-png.ts'
import { quotableLines } from '../../../analysis/sentences/quotable-lines.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath } from './addresses.ts'
import { citationCards, type CitationCard } from './citation-card.ts'
import { hasResult } from './consultation-picture.ts'
import { chartPath, figureCharts } from './figure-charts.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { replyBlocks, type ReplyBlock } from './reply-block.ts'
import { latestVersion } from './release-words.ts'
import { hasCard } from './share-blocks.ts'
import { cardOf } from './share-card.ts'

interface Link {
  readonly href: string
  readonly text: string
}
export interface ReporterView {
  readonly frame: Frame
  readonly title: string
  readonly finding: string
  readonly state: string
  readonly jumps: readonly Link[]
  readonly isEmbargoed: boolean
  readonly embargo: string
  readonly hasLines: boolean
  /** Why no line can be quoted, where none can. */
  readonly noResult: string
  readonly lines: readonly { readonly name: string; readonly text: string; readonly length: string }[]
  readonly doNotSay: readonly { readonly say: string; readonly because: string }[]
  readonly replyHeading: string
  readonly replies: readonly ReplyBlock[]
  readonly hasCards: boolean
  readonly cards: readonly CitationCard[]
  readonly left: string
  readonly indicatorsPath: string
  readonly hasPictures: boolean
  readonly pictures: readonly {
    readonly id: string
    readonly title: string
    readonly src: string
    readonly alt: string
    readonly height: string
    readonly links: readonly Link[]
  }[]
  readonly rows: readonly Link[]
  readonly cannot: readonly string[]
  readonly hasMissing: boolean
  readonly missingHeading: string
  readonly missing: readonly string[]
  readonly hasShare: boolean
  readonly iframeCode: string
  readonly pictureCode: string
  readonly embedPath: string
  readonly facts: readonly { readonly term: string; readonly text: string }[]
  readonly changesPath: string
}

const countWordsOf = (text: string): number => text.split(/\s+/).filter(Boolean).length

const linesOf = (t: Strings, { audit }: AuditIndex, version: string | null): ReporterView['lines'] => {
  const lines = quotableLines(audit, version)
  return (['short', 'medium', 'long'] as const).map(length => ({
    name: t.reporter.lengths[length],
    text: lines[length],
    length: t.reporter.wordCount(countWordsOf(lines[length])),
  }))
}

const picturesOf = (site: Site, index: AuditIndex): ReporterView['pictures'] => {
  const { strings: t } = site
  return figureCharts(site, index).map(({ id, title, alt, height }) => ({
    id: `picture-${id}`,
    title,
    src: chartPath(index, id, `-${PICTURE_WIDTHS[0]}.png`),
    alt,
    height,
    links: [
      ...PICTURE_WIDTHS.map(width => ({
        href: chartPath(index, id, `-${width}.png`),
        text: width === 1200 ? t.reporter.png1200 : t.reporter.png2400,
      })),
      { href: chartPath(index, id, '.svg'), text: t.reporter.svg },
    ],
  }))
}

const rowsOf = (t: Strings, path: string): readonly Link[] => [
  { href: `${path}/points.csv`, text: t.reporter.rowsLinks.points },
  { href: `${path}/points.json`, text: t.reporter.rowsLinks.pointsJson },
  { href: `${path}/indicators.csv`, text: t.reporter.rowsLinks.indicators },
  { href: `${path}/topics.csv`, text: t.reporter.rowsLinks.topics },
  { href: `${path}/data/datapackage.json`, text: t.reporter.rowsLinks.package },
  { href: `${path}/data/README.md`, text: t.reporter.rowsLinks.readme },
]

/** Attributes of the code that is copied: the same escaping a page would need. */
const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

const codesOf = (site: Site, index: AuditIndex): Pick<ReporterView, 'iframeCode' | 'pictureCode'> => {
  const url = `${site.baseUrl}${consultationPath(index)}`
  const name = attribute(site.strings.reporter.frameTitle(index.record.consultation.title))
  const alt = attribute(index.sentences.finding)
  return {
    iframeCode: `<iframe src="${url}/embed" title="${name}" width="100%" height="620" loading="lazy"></iframe>`,
    pictureCode: `<a href="${url}"><img src="${url}/card.png" alt="${alt}" width="1200" height="630" loading="lazy"></a>`,
  }
}

const leftOf = (t: Strings, withoutFigureCount: number, withheldCount: number): string =>
  [
    withheldCount > 0 ? `${t.reporter.withheld(withheldCount)}.` : '',
    withoutFigureCount > 0 ? `${t.reporter.withoutFigure(withoutFigureCount)}.` : '',
    withheldCount + withoutFigureCount > 0 ? t.reporter.withoutFigureWhy : '',
  ]
    .filter(Boolean)
    .join(' ')

const factsOf = (site: Site, index: AuditIndex, version: string | null): ReporterView['facts'] => {
  const { strings: t } = site
  const { record, audit } = index
  const checksum = record.releases.find(release => release.version === version)?.checksum ?? null
  const state = t.reporter.versionOf(audit.asOf, version)
  return [
    { term: t.reporter.version, text: `${state}.` },
    { term: t.reporter.checksum, text: checksum ?? t.reporter.noChecksum },
    {
      term: t.reporter.citation,
      text: t.reporter.citationOf({
        body: record.body.name,
        title: record.consultation.title,
        state,
        url: `${site.baseUrl}${consultationPath(index)}`,
      }),
    },
    { term: t.reporter.contact, text: site.contact ?? t.reporter.card.noContact },
  ]
}

const jumpsOf = (t: Strings, hasPictures: boolean): readonly Link[] => [
  { href: '#lines', text: t.reporter.jumps.lines },
  { href: '#reply', text: t.reporter.jumps.reply },
  { href: '#numbers', text: t.reporter.jumps.numbers },
  ...(hasPictures ? [{ href: '#pictures', text: t.reporter.jumps.pictures }] : []),
  { href: '#rows', text: t.reporter.jumps.rows },
  ...(hasPictures ? [{ href: '#embed', text: t.reporter.jumps.embed }] : []),
]

/** Everything a reporter needs to print a number fairly, in the order in which it is needed. */
export const reporterPage = (site: Site, index: AuditIndex): ReporterView => {
  const { strings: t } = site
  const { record, audit, sentences } = index
  const path = consultationPath(index)
  const version = latestVersion(record)
  const { title } = record.consultation
  const isEmbargoed = audit.replyWindow.isOpen
  const hasFinding = hasResult(index) && audit.headlineGate.isMet
  const hasLines = hasFinding && !isEmbargoed
  const { cards, withoutFigureCount, withheldCount } = citationCards(site, index, version)
  const missing = record.documents
    .filter(({ holding }) => holding !== 'held')
    .map(({ title: name, heldBy }) => t.reporter.missingOne(name, heldBy))
  return {
    frame: frameOf(site, {
      isShare: true,
      title: t.reporter.title(title),
      description: t.reporter.description(title),
      path: `${path}/report`,
      crumbs: [{ href: path, text: title }],
      fictional: audit.isFictional ? record.body.shortName : null,
      asOf: audit.asOf,
      version,
      methodVersion: audit.methodVersion,
      card: cardOf(index),
      feed: `${path}/feed.atom`,
    }),
    title,
    finding: sentences.finding,
    state: `${t.reporter.versionOf(audit.asOf, version)}.`,
    jumps: jumpsOf(t, hasCard(index)),
    isEmbargoed,
    embargo: audit.replyWindow.dueOn === null ? '' : t.reporter.embargo(audit.replyWindow.dueOn),
    hasLines,
    noResult: isEmbargoed && hasFinding ? t.reporter.linesWait : t.reporter.noResult,
    lines: hasLines ? linesOf(t, index, version) : [],
    doNotSay: hasFinding ? t.reporter.doNotSay : t.reporter.doNotSayWithoutResult,
    replyHeading: t.reporter.replyHeading(sentences.subject),
    replies: replyBlocks(
      t,
      record.body,
      record.replies.filter(({ pointId }) => pointId === null),
    ),
    hasCards: cards.length > 0,
    cards,
    left: leftOf(t, withoutFigureCount, withheldCount),
    indicatorsPath: `${path}/indicators`,
    hasPictures: hasCard(index),
    pictures: picturesOf(site, index),
    rows: rowsOf(t, path),
    cannot: t.reporter.cannot,
    hasMissing: missing.length > 0,
    missingHeading: t.reporter.missing(missing.length),
    missing,
    hasShare: hasCard(index),
    ...codesOf(site, index),
    embedPath: `${path}/embed`,
    facts: factsOf(site, index, version),
    changesPath: `${path}/changes`,
  }
}
