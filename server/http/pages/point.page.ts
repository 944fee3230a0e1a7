import type { ShownPoint } from '../../usecases/show-point.ts'
import { evidencePath, ideaPath, passagePath, pointPath, pointsPath } from './addresses.ts'
import { dateWords } from './date-words.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { FLAG_LINES, GROUP_NAMES, outcomeWords, tagOf, type Tag } from './group-words.ts'
import { countOf, countWords } from './number-words.ts'
import { quotesOf, searchesOf, type Quote, type SearchView } from './point-evidence.ts'
import { languageOf, wordsOf } from './point-list.ts'
import { disputesOf, noPointReply, type DisputeView } from './point-replies.ts'
import { trailSentence } from './point-sentence.ts'
import { latestVersion } from './release-words.ts'
import { passageWords } from './show-passage.ts'
import { replyBlocks, type ReplyBlock } from './reply-block.ts'
import { placeWords, planLine, trailView, type StopView } from './trail-view.ts'

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
  readonly statedLine: string
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
  readonly suggestions: readonly {
    readonly title: string
    readonly text: string
    readonly href: string
    readonly place: string
  }[]
  readonly next: readonly Term[]
  readonly checked: readonly Term[]
  readonly evidencePath: string
  readonly hasPrevious: boolean
  readonly previous: string
  readonly hasNext: boolean
  readonly following: string
}

const longQuoteCharacters = 90
const longestHeadingCharacters = 700

const headingOf = ({ row }: ShownPoint): string => {
  if (row.text.state !== 'shown') return wordsOf(row.text)
  const { text } = row.text
  return text.length <= longestHeadingCharacters
    ? text
    : `${text.slice(0, text.lastIndexOf(' ', longestHeadingCharacters))} …`
}

const kickOf = ({ row, index }: ShownPoint): string => {
  const { contribution } = row
  const how = contribution?.channel ?? null
  const when = contribution?.receivedOn ?? null
  const parts = [
    how === null ? null : how.charAt(0).toUpperCase() + how.slice(1),
    when === null ? null : dateWords(when),
  ]
  const known = parts.filter(part => part !== null).join(', ')
  return `Point ${countWords(row.point.number)} of ${countWords(index.rows.length)}.${known === '' ? ' No date on record.' : ` ${known}`}`
}

const othersOf = (shown: ShownPoint): PointView['others'] => {
  const { idea, sameIdea, index, row } = shown
  const others = sameIdea.filter(other => other !== row && other.finding.setAside === null).length
  if (idea === null || idea.number === null || others === 0)
    return {
      isShown: false,
      heading: 'Nobody else asked for just this',
      text: 'We know of no other point that asks the same.',
      href: pointsPath(index),
      link: 'See all points',
    }
  const title = idea.title === null ? '' : `The idea: ${idea.title.replace(/[.\s]+$/, '')}.`
  return {
    isShown: true,
    heading: `${countOf(others, 'other point asks', 'other points ask')} for this too`,
    text: `${title} ${countOf(others + 1, 'point makes', 'points make')} one idea. What happened to it: ${GROUP_NAMES[idea.group].toLowerCase()}.`.trim(),
    href: ideaPath(index, idea.number),
    link: `See all ${countWords(others + 1)}`,
  }
}

const statedNotes = ({ isReasonEmpty, reasonUseCount }: ShownPoint): readonly string[] => [
  ...(isReasonEmpty ? ['This is no reason: it holds no words.'] : []),
  ...(reasonUseCount === null ? [] : [`The council gave the same sentence for ${countOf(reasonUseCount, 'point')}.`]),
]

const checkedOf = (shown: ShownPoint): readonly Term[] => {
  const { row, index } = shown
  const judges = [...shown.links.map(({ link }) => link), ...shown.searches, ...shown.judgements]
  const days = [...new Set(judges.flatMap(({ on }) => on ?? []))].toSorted().map(dateWords)
  const who = row.finding.isCheckedTwice
    ? 'Two people, apart from each other.'
    : row.finding.isConfirmed
      ? 'One person.'
      : 'No person yet.'
  const held = index.record.documents.filter(({ holding }) => holding === 'held').length
  return [
    {
      term: 'Who decided',
      lines: [
        days.length === 0
          ? who
          : `${who} ${days.length > 2 ? `From ${days[0] ?? ''} to ${days.at(-1) ?? ''}.` : `On ${days.join(' and ')}.`}`,
      ],
    },
    { term: 'By which rule', lines: [row.finding.rule, ...row.finding.missing.map(what => `Still missing: ${what}`)] },
    {
      term: 'What the computer did',
      lines: [
        shown.suggestions.length === 0
          ? 'Nothing here. It did not decide the result.'
          : `It suggested ${countOf(shown.suggestions.length, 'place')} to look at. It did not decide the result.`,
      ],
    },
    { term: 'What we read', lines: [`${countOf(held, 'document')} on file.`] },
  ]
}

const nextOf = (site: Site, shown: ShownPoint): readonly Term[] => {
  const { index } = shown
  const name = index.record.body.name
  return [
    { term: 'Ask the council', lines: [`Write to ${name}. You can include a link to this page.`] },
    {
      term: 'Tell us we are wrong',
      lines: [
        site.contact === null
          ? 'Anyone can, and so can the council. Send us a document that shows it.'
          : `Anyone can, and so can the council. Send a document that shows it to ${site.contact}.`,
      ],
    },
    { term: 'It is your point?', lines: ['You can ask us to take its words down. The point stays counted.'] },
  ]
}

/** One point, from what was said to what was decided and answered. */
export const pointPage = (site: Site, shown: ShownPoint): PointView => {
  const { index, row, trail } = shown
  const { record, audit, sentences } = index
  const sentence = [shown.sentence, trailSentence(index, row, trail)].filter(Boolean).join(' ')
  const heading = headingOf(shown)
  const hasText = row.text.state === 'shown'
  const stops = trailView(index, row, trail)
  const planLinks = shown.links.filter(({ document }) => document.stage === 'plan')
  const quotes = quotesOf(shown)
  const reason = row.stated?.reason?.trim() ?? ''
  const previous = index.rowByNumber.get(row.point.number - 1)
  const following = index.rowByNumber.get(row.point.number + 1)
  return {
    frame: frameOf(site, {
      title: hasText
        ? `“${heading.slice(0, 70)}${heading.length > 70 ? '…' : ''}”: what happened`
        : `Point ${row.point.number}: what happened`,
      description: sentence,
      path: pointPath(index, row),
      crumbs: [{ href: pointsPath(index), text: `${record.consultation.title}: all points` }],
      fictional: audit.isFictional ? record.body.shortName : null,
      isIndexed: false,
      asOf: audit.asOf,
      version: latestVersion(record),
      methodVersion: audit.methodVersion,
      twins: { csv: `${pointPath(index, row)}.csv`, json: `${pointPath(index, row)}.json` },
    }),
    kick: kickOf(shown),
    hasText,
    isLong: heading.length > longQuoteCharacters,
    heading,
    topClass: heading.length > longQuoteCharacters ? 't-top t-top--long' : 't-top',
    quoteClass: heading.length > longQuoteCharacters ? 'big-q big-q--long' : 'big-q',
    language: hasText ? languageOf(index, row) : 'en',
    tag: tagOf(row.finding),
    sentence,
    hasFlags: row.finding.flags.length > 0,
    flags: row.finding.flags.map(flag => FLAG_LINES[flag]),
    hasDuplicate: shown.duplicateOf !== null,
    duplicateHref: shown.duplicateOf === null ? '' : pointPath(index, shown.duplicateOf),
    duplicateText: shown.duplicateOf === null ? '' : `Point ${countWords(shown.duplicateOf.point.number)}`,
    isParaphrase: row.text.state === 'shown' && row.text.isParaphrase,
    planLine: planLine(row, shown.baseline, planLinks),
    trail: stops,
    trailClass: `trail trail--${stops.length}`,
    hasStated: row.stated !== null && row.stated.code !== 'says-nothing',
    statedLine:
      row.stated === null
        ? ''
        : `“${row.stated.rawState}”${row.stated.statedOn === null ? '' : `, ${dateWords(row.stated.statedOn)}`}`,
    hasStatedReason: reason !== '',
    statedReason: reason,
    statedLanguage: record.consultation.language ?? record.body.language,
    statedNotes: statedNotes(shown),
    others: othersOf(shown),
    replyHeading: `${sentences.subject}’s reply`,
    replies: shown.replies.length > 0 ? replyBlocks(record.body.name, shown.replies) : [noPointReply(shown)],
    hasDisputes: shown.disputes.length > 0,
    disputes: disputesOf(shown),
    hasCorrections: shown.corrections.length > 0,
    corrections: shown.corrections.map(
      ({ on, oldValue, newValue, reason: why }) =>
        `On ${dateWords(on)} we changed this from “${outcomeWords(oldValue)}” to “${outcomeWords(newValue)}”. ${why}`,
    ),
    hasQuotes: quotes.length > 0,
    quotes,
    searches: searchesOf(shown),
    hasSuggestions: row.finding.outcome === 'unchecked' && shown.suggestions.length > 0,
    suggestions: shown.suggestions.map(({ passage, document }) => ({
      title: document.title,
      text: passageWords(passage).slice(0, 300),
      href: passagePath(index, document, passage),
      place: placeWords({ passage, document }),
    })),
    next: nextOf(site, shown),
    checked: checkedOf(shown),
    evidencePath: evidencePath(index),
    hasPrevious: previous !== undefined,
    previous: previous === undefined ? '' : pointPath(index, previous),
    hasNext: following !== undefined,
    following: following === undefined ? '' : pointPath(index, following),
  }
}
