import type { IndicatorFinding } from '../../../analysis/finding.ts'
import { isBlocked } from '../../../analysis/lint/lint-figures.ts'
import { sentenceByCount } from '../../../analysis/sentences/sentence-by-count.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import { newestStanding } from '../../../data/model/newest-release.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath, evidencePath, figureRowsPath } from './addresses.ts'
import type { Site } from './frame.ts'
import { wordsElsewhere } from './number-words.ts'

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

const line = (term: string, text: string, href = '', link = ''): CardLine => ({
  term,
  text,
  hasLink: href !== '',
  href,
  link,
})

const rowsLine = (t: Strings, index: AuditIndex, { byPoint }: IndicatorFinding): CardLine =>
  byPoint.rows === null
    ? line(t.reporter.card.rows, t.reporter.card.noRows)
    : line(t.reporter.card.rows, '', figureRowsPath(index, byPoint.rows), t.reporter.card.rowsOf)

const basisOf = (t: Strings, { basisMix }: IndicatorFinding): string =>
  basisMix === null
    ? t.reporter.card.noBasis
    : t.reporter.card.basisOf(basisMix.confirmedCount, basisMix.checkedTwiceCount)

const replyOf = (t: Strings, { record }: AuditIndex): string => {
  const reply = record.replies.find(({ pointId, state }) => pointId === null && state === 'replied')
  return reply === undefined ? t.reporter.card.notReplied : t.reporter.card.replied(reply.repliedOn)
}

const releaseOf = (t: Strings, index: AuditIndex): string => {
  const standing = newestStanding(index.record.releases)
  return standing === null ? t.reporter.card.noRelease : t.reporter.card.checksum(standing.checksum)
}

const boundsOf = (t: Strings, { byPoint: { bounds } }: IndicatorFinding): string =>
  bounds === null || bounds.low === bounds.high
    ? ''
    : t.reporter.card.bounds(bounds.low, bounds.high, bounds.denominator)

/** Count, range and twin. Of fewer than 30 only counts are cited: share and range stand on the page of all numbers. */
const numberLines = (t: Strings, index: AuditIndex, finding: IndicatorFinding): readonly CardLine[] => {
  const { byPoint, byIdea, twinFigure } = finding
  const { count, value, range } = wordsElsewhere(t, byPoint)
  const twinWords = byIdea?.isSmall === true ? t.reporter.card.twinCount(wordsElsewhere(t, byIdea).count) : twinFigure
  return [
    line(t.reporter.card.count, `${count || value}${boundsOf(t, finding)}`),
    byPoint.isSmall
      ? line(
          t.reporter.card.range,
          t.reporter.card.smallRange,
          `${consultationPath(index)}/indicators#${finding.id}`,
          t.reporter.card.smallRangeLink,
        )
      : line(t.reporter.card.range, range || t.reporter.card.noRange),
    ...(twinFigure === null || twinWords === null ? [] : [line(t.reporter.card.byIdea, twinWords)]),
  ]
}

const cardOf = (site: Site, index: AuditIndex, version: string | null, finding: IndicatorFinding): CitationCard => {
  const { strings: t } = site
  const { count, value } = wordsElsewhere(t, finding.byPoint)
  return {
    anchor: `cite-${finding.id}`,
    number: finding.number,
    name: finding.name,
    value: value || count,
    sentence: sentenceByCount(finding) ?? t.reporter.card.byCount(finding.name, count),
    lines: [
      ...numberLines(t, index, finding),
      line(t.reporter.card.state, t.asAt(index.audit.asOf, version)),
      line(t.reporter.card.release, releaseOf(t, index)),
      line(t.reporter.card.basis, basisOf(t, finding)),
      rowsLine(t, index, finding),
      line(t.reporter.card.sources, '', evidencePath(index), t.reporter.card.sourcesOf),
      line(t.reporter.card.not, finding.doesNotShow),
      line(t.reporter.card.reply, replyOf(t, index)),
      line(t.reporter.card.licence, t.reporter.card.licenceOf),
      line(t.reporter.card.contact, site.contact ?? t.reporter.card.noContact),
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
