import { PICTURE_WIDTHS } from '../../export/draw-png.ts'
import { quotableLines } from '../../../analysis/sentences/quotable-lines.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import { en } from '../strings/en.ts'
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
  readonly t: ReturnType<typeof shownStrings>
  readonly title: string
  readonly finding: string
  readonly state: string
  readonly jumps: readonly Link[]
  readonly isEmbargoed: boolean
  readonly embargo: string
  readonly hasLines: boolean
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

const t = en.reporter
/** Headings and words of the page that need no number. */
const shownStrings = () => {
  const { kick, jumpLabel, embargoHeading, noResultHeading, noResult, linesHeading, linesLede, doNotSayHeading } = t
  const { numbersHeading, numbersLede, noNumbers, allNumbers, picturesHeading, picturesLede, altHeading } = t
  const { rowsHeading, rowsLede, methodHeading, method, methodMore, cannotHeading, shareHeading, shareLede } = t
  const { iframe, picture, seeEmbed, checkHeading, changesLink, about } = t
  return {
    ...{ kick, jumpLabel, embargoHeading, noResultHeading, noResult, linesHeading, linesLede, doNotSayHeading },
    ...{ numbersHeading, numbersLede, noNumbers, allNumbers, picturesHeading, picturesLede, altHeading },
    ...{ rowsHeading, rowsLede, methodHeading, method, methodMore, cannotHeading, shareHeading, shareLede },
    ...{ iframe, picture, seeEmbed, checkHeading, changesLink, about },
  }
}

const countWordsOf = (text: string): number => text.split(/\s+/).filter(Boolean).length

const linesOf = ({ audit }: AuditIndex, version: string | null): ReporterView['lines'] => {
  const lines = quotableLines(audit, version)
  return (['short', 'medium', 'long'] as const).map(length => ({
    name: t[length],
    text: lines[length],
    length: t.wordCount(countWordsOf(lines[length])),
  }))
}

const picturesOf = (site: Site, index: AuditIndex): ReporterView['pictures'] =>
  figureCharts(site, index).map(({ id, title, alt, height }) => ({
    id: `picture-${id}`,
    title,
    src: chartPath(index, id, `-${PICTURE_WIDTHS[0]}.png`),
    alt,
    height,
    links: [
      ...PICTURE_WIDTHS.map(width => ({
        href: chartPath(index, id, `-${width}.png`),
        text: width === 1200 ? t.png1200 : t.png2400,
      })),
      { href: chartPath(index, id, '.svg'), text: t.svg },
    ],
  }))

const rowsOf = (path: string): readonly Link[] => [
  { href: `${path}/points.csv`, text: t.rowsLinks.points },
  { href: `${path}/points.json`, text: t.rowsLinks.pointsJson },
  { href: `${path}/indicators.csv`, text: t.rowsLinks.indicators },
  { href: `${path}/topics.csv`, text: t.rowsLinks.topics },
  { href: `${path}/data/datapackage.json`, text: t.rowsLinks.package },
  { href: `${path}/data/README.md`, text: t.rowsLinks.readme },
]

/** Attributes of the code that is copied: the same escaping a page would need. */
const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

const codesOf = (site: Site, index: AuditIndex): Pick<ReporterView, 'iframeCode' | 'pictureCode'> => {
  const url = `${site.baseUrl}${consultationPath(index)}`
  const name = attribute(t.frameTitle(index.record.consultation.title))
  const alt = attribute(index.sentences.finding)
  return {
    iframeCode: `<iframe src="${url}/embed" title="${name}" width="100%" height="620" loading="lazy"></iframe>`,
    pictureCode: `<a href="${url}"><img src="${url}/card.png" alt="${alt}" width="1200" height="630" loading="lazy"></a>`,
  }
}

const leftOf = (withoutFigureCount: number, withheldCount: number): string =>
  [
    withheldCount > 0 ? `${t.withheld(withheldCount)}.` : '',
    withoutFigureCount > 0 ? `${t.withoutFigure(withoutFigureCount)}.` : '',
    withheldCount + withoutFigureCount > 0 ? t.withoutFigureWhy : '',
  ]
    .filter(Boolean)
    .join(' ')

const factsOf = (site: Site, index: AuditIndex, version: string | null): ReporterView['facts'] => {
  const { record, audit } = index
  const checksum = record.releases.find(release => release.version === version)?.checksum ?? null
  const state = t.versionOf(audit.asOf, version)
  return [
    { term: t.version, text: `${state}.` },
    { term: t.checksum, text: checksum ?? t.noChecksum },
    {
      term: t.citation,
      text: t.citationOf({
        body: record.body.name,
        title: record.consultation.title,
        state,
        url: `${site.baseUrl}${consultationPath(index)}`,
      }),
    },
    { term: t.contact, text: site.contact ?? t.card.noContact },
  ]
}

const jumpsOf = (hasPictures: boolean): readonly Link[] => [
  { href: '#lines', text: t.jumps.lines },
  { href: '#reply', text: t.jumps.reply },
  { href: '#numbers', text: t.jumps.numbers },
  ...(hasPictures ? [{ href: '#pictures', text: t.jumps.pictures }] : []),
  { href: '#rows', text: t.jumps.rows },
  ...(hasPictures ? [{ href: '#embed', text: t.jumps.embed }] : []),
]

/** Everything a reporter needs to print a number fairly, in the order in which it is needed. */
export const reporterPage = (site: Site, index: AuditIndex): ReporterView => {
  const { record, audit, sentences } = index
  const path = consultationPath(index)
  const version = latestVersion(record)
  const { title } = record.consultation
  const isEmbargoed = audit.replyWindow.isOpen
  const hasLines = hasResult(index) && audit.headlineGate.isMet && !isEmbargoed
  const { cards, withoutFigureCount, withheldCount } = citationCards(site, index, version)
  const missing = record.documents
    .filter(({ holding }) => holding !== 'held')
    .map(({ title: name, heldBy }) => (heldBy === null ? `${name}.` : `${name}, held by ${heldBy}.`))
  return {
    frame: frameOf(site, {
      isShare: true,
      title: t.title(title),
      description: t.description(title),
      path: `${path}/report`,
      crumbs: [{ href: path, text: title }],
      fictional: audit.isFictional ? record.body.shortName : null,
      asOf: audit.asOf,
      version,
      methodVersion: audit.methodVersion,
      card: cardOf(index),
      feed: `${path}/feed.atom`,
    }),
    t: shownStrings(),
    title,
    finding: sentences.finding,
    state: `${t.versionOf(audit.asOf, version)}.`,
    jumps: jumpsOf(hasCard(index)),
    isEmbargoed,
    embargo: audit.replyWindow.dueOn === null ? '' : t.embargo(audit.replyWindow.dueOn),
    hasLines,
    lines: hasLines ? linesOf(index, version) : [],
    doNotSay: hasLines ? t.doNotSay : t.doNotSayWithoutResult,
    replyHeading: t.replyHeading(sentences.subject),
    replies: replyBlocks(
      record.body.name,
      record.replies.filter(({ pointId }) => pointId === null),
    ),
    hasCards: cards.length > 0,
    cards,
    left: leftOf(withoutFigureCount, withheldCount),
    indicatorsPath: `${path}/indicators`,
    hasPictures: hasCard(index),
    pictures: picturesOf(site, index),
    rows: rowsOf(path),
    cannot: t.cannot,
    hasMissing: missing.length > 0,
    missingHeading: t.missing(missing.length),
    missing,
    hasShare: hasCard(index),
    ...codesOf(site, index),
    embedPath: `${path}/embed`,
    facts: factsOf(site, index, version),
    changesPath: `${path}/changes`,
  }
}
