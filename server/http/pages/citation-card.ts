import type { IndicatorFinding } from '../../../analysis/finding.ts'
import { isBlocked } from '../../../analysis/lint/lint-figures.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import { en } from '../strings/en.ts'
import { evidencePath, figureRowsPath } from './addresses.ts'
import type { Site } from './frame.ts'
import { figureWords, ofWords, rangeWords } from './number-words.ts'

interface CardLine {
  readonly term: string
  readonly text: string
  readonly hasLink: boolean
  readonly href: string
  readonly link: string
}
/** Everything that must be cited with one figure (publishing.md P39). */
export interface CitationCard {
  readonly anchor: string
  readonly number: string
  readonly name: string
  readonly value: string
  readonly sentence: string
  readonly lines: readonly CardLine[]
}
export interface CitationCards {
  readonly cards: readonly CitationCard[]
  /** Indicators without a figure, and those that the lint holds back. */
  readonly withoutFigureCount: number
  readonly withheldCount: number
}

const t = en.reporter.card

const line = (term: string, text: string, href = '', link = ''): CardLine => ({
  term,
  text,
  hasLink: href !== '',
  href,
  link,
})

const rowsLine = (index: AuditIndex, { byPoint }: IndicatorFinding): CardLine =>
  byPoint.rows === null ? line(t.rows, t.noRows) : line(t.rows, '', figureRowsPath(index, byPoint.rows), t.rowsOf)

const basisOf = ({ basisMix }: IndicatorFinding): string =>
  basisMix === null ? t.noBasis : t.basisOf(basisMix.confirmedCount, basisMix.checkedTwiceCount)

const replyOf = ({ record }: AuditIndex): string => {
  const reply = record.replies.find(({ pointId, state }) => pointId === null && state === 'replied')
  return reply === undefined ? t.notReplied : t.replied(reply.repliedOn)
}

const releaseOf = (index: AuditIndex): string => {
  const standing = index.record.releases
    .filter(({ isWithdrawn }) => isWithdrawn !== 'yes')
    .toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt))[0]
  return standing === undefined ? t.noRelease : t.checksum(standing.checksum)
}

const boundsOf = ({ byPoint: { bounds } }: IndicatorFinding): string =>
  bounds === null || bounds.low === bounds.high
    ? ''
    : ` (${en.count(bounds.low)}–${en.count(bounds.high)} of ${en.count(bounds.denominator)})`

const cardOf = (site: Site, index: AuditIndex, version: string | null, finding: IndicatorFinding): CitationCard => {
  const { byPoint } = finding
  return {
    anchor: `cite-${finding.id}`,
    number: finding.number,
    name: finding.name,
    value: figureWords(byPoint) ?? '',
    sentence: finding.sentence ?? '',
    lines: [
      line(t.count, `${ofWords(byPoint) ?? figureWords(byPoint) ?? ''}${boundsOf(finding)}`),
      line(t.range, rangeWords(byPoint) ?? t.noRange),
      ...(finding.twin === null ? [] : [line(t.byIdea, finding.twin.replace(/^By idea: /, ''))]),
      line(t.state, en.asAt(index.audit.asOf, version)),
      line(t.release, releaseOf(index)),
      line(t.basis, basisOf(finding)),
      rowsLine(index, finding),
      line(t.sources, '', evidencePath(index), t.sourcesOf),
      line(t.not, finding.doesNotShow),
      line(t.reply, replyOf(index)),
      line(t.licence, t.licenceOf),
      line(t.contact, site.contact ?? t.noContact),
    ],
  }
}

/** A card for each figure that may be published, in their fixed order. */
export const citationCards = (site: Site, index: AuditIndex, version: string | null): CitationCards => {
  const { indicators, lint } = index.audit
  const withFigure = indicators.filter(({ byPoint, sentence }) => byPoint.value !== null && sentence !== null)
  const published = withFigure.filter(({ number }) => !isBlocked(lint, number))
  return {
    cards: published.map(finding => cardOf(site, index, version, finding)),
    withoutFigureCount: indicators.length - withFigure.length,
    withheldCount: withFigure.length - published.length,
  }
}
