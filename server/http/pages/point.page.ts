import type { ShownPoint } from '../../usecases/show-point.ts'
import type { Strings } from '../strings/strings.ts'
import { evidencePath, ideaPath, pointPath, pointsPath } from './addresses.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { outcomeName, tagOf, type Tag } from './group-words.ts'
import {
  quotesOf,
  searchesOf,
  suggestionsOf,
  type Quote,
  type SearchView,
  type SuggestionView,
} from './point-evidence.ts'
import { wordsOf } from './point-list.ts'
import { disputesOf, noPointReply, type DisputeView } from './point-replies.ts'
import { trailSentence } from './point-sentence.ts'
import { pointLanguage, recordLanguage } from './quoted-language.ts'
import { latestVersion } from './release-words.ts'
import { replyBlocks, type ReplyBlock } from './reply-block.ts'
import { planLine, trailView, type StopView } from './trail-view.ts'

interface Term {
  readonly term: string
  readonly lines: readonly string[]
}
export interface PointView {
  readonly frame: Frame
  readonly kick: string
  readonly hasText: boolean
  readonly isLong: boolean
  readonly heading: string
  readonly topClass: string
  readonly quoteClass: string
  readonly language: string
  readonly tag: Tag
  readonly sentence: string
  readonly hasFlags: boolean
  readonly flags: readonly string[]
  readonly hasDuplicate: boolean
  readonly duplicateHref: string
  readonly duplicateText: string
  readonly isParaphrase: boolean
  readonly planLine: string
  readonly trail: readonly StopView[]
  readonly trailClass: string
  readonly hasStated: boolean
  readonly statedState: string
  readonly statedWhen: string
  readonly hasStatedReason: boolean
  readonly statedReason: string
  readonly statedLanguage: string
  readonly statedNotes: readonly string[]
  readonly others: {
    readonly isShown: boolean
    readonly heading: string
    readonly text: string
    readonly href: string
    readonly link: string
  }
  readonly replyHeading: string
  readonly replies: readonly ReplyBlock[]
  readonly hasDisputes: boolean
  readonly disputes: readonly DisputeView[]
  readonly hasCorrections: boolean
  readonly corrections: readonly string[]
  readonly hasQuotes: boolean
  readonly quotes: readonly Quote[]
  readonly searches: readonly SearchView[]
  readonly hasSuggestions: boolean
  readonly suggestions: readonly SuggestionView[]
  readonly next: readonly Term[]
  readonly checked: readonly Term[]
  readonly evidencePath: string
  /** Where anybody says that the result, or the text, is wrong. */
  readonly disputePath: string
  readonly hasPrevious: boolean
  readonly previous: string
  readonly hasNext: boolean
  readonly following: string
}

const longQuoteCharacters = 90
const longestHeadingCharacters = 700

const headingOf = (t: Strings, { row }: ShownPoint): string => {
  if (row.text.state !== 'shown') return wordsOf(t, row)
  const { text } = row.text
  return text.length <= longestHeadingCharacters
    ? text
    : `${text.slice(0, text.lastIndexOf(' ', longestHeadingCharacters))} …`
}

const kickOf = (t: Strings, { row, index }: ShownPoint): string => {
  const { contribution } = row
  const how = contribution?.channel ?? null
  const when = contribution?.receivedOn ?? null
  const parts = [
    how === null ? null : how.charAt(0).toUpperCase() + how.slice(1),
    when === null ? null : t.dateTogether(when),
  ]
  const known = parts.filter(part => part !== null).join(', ')
  return t.point.kick(row.point.number, index.rows.length, known)
}

const othersOf = (t: Strings, shown: ShownPoint): PointView['others'] => {
  const { idea, sameIdea, index, row } = shown
  const others = sameIdea.filter(other => other !== row && other.finding.setAside === null).length
  if (idea === null || idea.number === null || others === 0)
    return {
      isShown: false,
      heading: t.point.others.none,
      text: t.point.others.noneText,
      href: pointsPath(index),
      link: t.point.others.noneMore,
    }
  const title = idea.title === null ? '' : t.point.others.idea(idea.title)
  return {
    isShown: true,
    heading: t.point.others.heading(others),
    text: [title, t.point.others.text(others + 1, t.results.groups[idea.group])].filter(Boolean).join(' '),
    href: ideaPath(index, idea.number),
    link: t.point.others.more(others + 1),
  }
}

const statedNotes = (t: Strings, { isReasonEmpty, reasonUseCount }: ShownPoint): readonly string[] => [
  ...(isReasonEmpty ? [t.point.emptyReason] : []),
  ...(reasonUseCount === null ? [] : [t.point.sameReason(reasonUseCount)]),
]

const checkedOf = (t: Strings, shown: ShownPoint): readonly Term[] => {
  const { row, index } = shown
  const judges = [...shown.links.map(({ link }) => link), ...shown.searches, ...shown.judgements]
  const days = [...new Set(judges.flatMap(({ on }) => on ?? []))].toSorted().map(t.dateTogether)
  const who = row.finding.isCheckedTwice
    ? t.point.checked.two
    : row.finding.isConfirmed
      ? t.point.checked.one
      : t.point.checked.none
  const held = index.record.documents.filter(({ holding }) => holding === 'held').length
  return [
    {
      term: t.point.checked.who,
      lines: [t.point.checked.on(who, days)],
    },
    { term: t.point.checked.rule, lines: [row.finding.rule, ...row.finding.missing.map(t.point.checked.stillMissing)] },
    {
      term: t.point.checked.computer,
      lines: [
        shown.suggestions.length === 0
          ? t.point.checked.computerNothing
          : t.point.checked.computerSuggested(shown.suggestions.length),
      ],
    },
    { term: t.point.checked.read, lines: [t.point.checked.onFile(held)] },
  ]
}

const nextOf = (site: Site, shown: ShownPoint): readonly Term[] => {
  const { strings: t } = site
  const { name } = shown.index.record.body
  return [
    { term: t.point.next.ask, lines: [t.point.next.askText(name)] },
    { term: t.point.next.wrong, lines: [t.point.next.wrongText(site.contact)] },
    { term: t.point.next.yours, lines: [t.point.next.yoursText] },
  ]
}

/** One point, from what was said to what was decided and answered. */
export const pointPage = (site: Site, shown: ShownPoint): PointView => {
  const { strings: t } = site
  const { index, row, trail } = shown
  const { record, audit, sentences } = index
  const sentence = [shown.sentence, trailSentence(t, index, row, trail)].filter(Boolean).join(' ')
  const heading = headingOf(t, shown)
  const hasText = row.text.state === 'shown'
  const stops = trailView(t, index, row, trail)
  const planLinks = shown.links.filter(({ document }) => document.stage === 'plan')
  const quotes = quotesOf(t, shown)
  const reason = row.stated?.reason?.trim() ?? ''
  const previous = index.rowByNumber.get(row.point.number - 1)
  const following = index.rowByNumber.get(row.point.number + 1)
  return {
    frame: frameOf(site, {
      title: hasText ? t.point.titleOfWords(heading) : t.point.titleOfNumber(row.point.number),
      description: sentence,
      path: pointPath(index, row),
      crumbs: [{ href: pointsPath(index), text: t.point.allPoints(record.consultation.title) }],
      fictional: audit.isFictional ? record.body.shortName : null,
      isIndexed: false,
      asOf: audit.asOf,
      version: latestVersion(record),
      methodVersion: audit.methodVersion,
      twins: { csv: `${pointPath(index, row)}.csv`, json: `${pointPath(index, row)}.json` },
    }),
    kick: kickOf(t, shown),
    hasText,
    isLong: heading.length > longQuoteCharacters,
    heading,
    topClass: heading.length > longQuoteCharacters ? 't-top t-top--long' : 't-top',
    quoteClass: heading.length > longQuoteCharacters ? 'big-q big-q--long' : 'big-q',
    language: hasText ? pointLanguage(index, row) : t.language,
    tag: tagOf(t, row.finding),
    sentence,
    hasFlags: row.finding.flags.length > 0,
    flags: row.finding.flags.map(flag => t.results.flagLines[flag]),
    hasDuplicate: shown.duplicateOf !== null,
    duplicateHref: shown.duplicateOf === null ? '' : pointPath(index, shown.duplicateOf),
    duplicateText: shown.duplicateOf === null ? '' : t.point.name(shown.duplicateOf.point.number),
    isParaphrase: row.text.state === 'shown' && row.text.isParaphrase,
    planLine: planLine(t, row, shown.baseline, planLinks),
    trail: stops,
    trailClass: `trail trail--${stops.length}`,
    hasStated: row.stated !== null && row.stated.code !== 'says-nothing',
    statedState: row.stated?.rawState ?? '',
    statedWhen: row.stated?.statedOn ? t.point.statedOn(row.stated.statedOn) : '',
    hasStatedReason: reason !== '',
    statedReason: reason,
    statedLanguage: recordLanguage(index),
    statedNotes: statedNotes(t, shown),
    others: othersOf(t, shown),
    replyHeading: t.point.replyHeading(sentences.subject),
    replies: shown.replies.length > 0 ? replyBlocks(t, record.body, shown.replies) : [noPointReply(t, shown)],
    hasDisputes: shown.disputes.length > 0,
    disputes: disputesOf(t, shown),
    hasCorrections: shown.corrections.length > 0,
    corrections: shown.corrections.map(({ on, oldValue, newValue, reason: why }) =>
      t.point.corrected(on, outcomeName(t, oldValue), outcomeName(t, newValue), why),
    ),
    hasQuotes: quotes.length > 0,
    quotes,
    searches: searchesOf(t, shown),
    hasSuggestions: row.finding.outcome === 'unchecked' && shown.suggestions.length > 0,
    suggestions: suggestionsOf(t, shown),
    next: nextOf(site, shown),
    checked: checkedOf(t, shown),
    evidencePath: evidencePath(index),
    disputePath: `${pointPath(index, row)}/dispute`,
    hasPrevious: previous !== undefined,
    previous: previous === undefined ? '' : pointPath(index, previous),
    hasNext: following !== undefined,
    following: following === undefined ? '' : pointPath(index, following),
  }
}
