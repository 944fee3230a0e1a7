// Longer than most: the page with the most parts, in the order in which they are read.
import type { Audit, IndicatorFinding } from '../../../analysis/finding.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { Example } from '../../usecases/choose-examples.ts'
import type { ShownConsultation } from '../../usecases/show-consultation.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath, councilPath, evidencePath, figureRowsPath, pointPath, pointsPath } from './addresses.ts'
import { factsOf, type Fact } from './consultation-certainty.ts'
import { notesOf, type Note } from './consultation-notes.ts'
import { drawPicture, hasResult, pictureKind, type Picture } from './consultation-picture.ts'
import { periodWords } from './date-words.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { cardOf as shareCardOf } from './share-card.ts'
import { outcomeName, tagOf, type Tag } from './group-words.ts'
import { drawMiniTrail, type Drawing } from './marks.ts'
import { ofWords } from './number-words.ts'
import { trailSentence } from './point-sentence.ts'
import { pointLanguage } from './quoted-language.ts'
import { listedPoint, type ListedPoint } from './point-list.ts'
import { replyLine } from './reply-line.ts'
import { replyBlocks, type ReplyBlock } from './reply-block.ts'
import { statedSection, type StatedSection } from './stated-view.ts'
import { timelineOf, type TimelineItem } from './timeline.ts'
import { topicChart, type TopicChart } from './topic-chart.ts'
import { latestVersion } from './release-words.ts'

interface SignalRow {
  readonly letter: string
  readonly name: string
  readonly href: string
  readonly hasRows: boolean
  readonly rowsHref: string
  readonly rowsName: string
  readonly isPresent: boolean
  readonly state: string
  readonly evidence: string
  readonly rule: string
  readonly innocent: string
}
interface ExampleCard {
  readonly trail: Drawing
  readonly text: string
  readonly language: string
  readonly tag: Tag
  readonly why: string
  readonly href: string
  readonly name: string
}

export interface ConsultationView {
  readonly frame: Frame
  readonly hasBadge: boolean
  readonly badge: string
  readonly kick: string
  readonly title: string
  readonly finding: string
  readonly picture: Picture
  readonly hasFewPoints: boolean
  readonly fewPoints: readonly ListedPoint[]
  readonly notes: readonly Note[]
  readonly pointsPath: string
  readonly isCheckedFirst: boolean
  readonly checkedFirst: string
  readonly replyHeading: string
  readonly hasReply: boolean
  readonly replies: readonly ReplyBlock[]
  readonly hasChanges: boolean
  readonly changes: readonly { readonly on: string; readonly text: string }[]
  readonly statedHeading: string
  readonly stated: StatedSection
  readonly chart: TopicChart
  readonly hasSignals: boolean
  readonly signalsHeading: string
  readonly signalsSentence: string
  readonly signalsExplanation: string
  readonly signals: readonly SignalRow[]
  readonly replyLine: string
  readonly indicatorsPath: string
  readonly eventsPath: string
  readonly promisesPath: string
  readonly hasExamples: boolean
  readonly examplesHeading: string
  readonly examples: readonly ExampleCard[]
  readonly hasTimeline: boolean
  readonly timeline: readonly TimelineItem[]
  readonly facts: readonly Fact[]
  readonly evidencePath: string
  readonly press: {
    readonly quote: string
    readonly others: readonly string[]
    readonly citation: string
    readonly doNotSay: readonly string[]
  }
}

const badgeOf = (t: Strings, { indicators }: Audit): string => {
  const completeness = indicators.find(({ id }) => id === 'completeness')
  const words = completeness === undefined ? null : ofWords(t, completeness.byPoint)
  return words === null ? '' : t.consultation.badge(words)
}

const cardOf = (t: Strings, index: AuditIndex, { row, trail, sentence }: Example): ExampleCard => ({
  trail: drawMiniTrail(trail.map(({ pin }) => pin)),
  text: row.text.state === 'shown' ? row.text.text : '',
  language: pointLanguage(index, row),
  tag: tagOf(t, row.finding),
  why: [sentence, trailSentence(t, index, row, trail)].filter(Boolean).join(' '),
  href: pointPath(index, row),
  name: t.consultation.pointName(row.point.number),
})

/** Under 30 points the list itself is the picture. */
const fewPointsOf = (t: Strings, index: AuditIndex): readonly ListedPoint[] =>
  pictureKind(index) === 'none'
    ? index.rows.filter(({ finding }) => finding.setAside === null).map(row => listedPoint(t, index, row))
    : []

/** Where the rows behind a signal stand, where they are no points. */
const SIGNAL_PAGES = {
  'decided-before': 'indicators#decided-before',
  'promised-level': 'indicators#promised-level',
  'time-to-answer': 'evidence',
  'telling-share': 'events',
  'promises-waiting': 'promises',
  'cherry-picking-gap': 'points?relation=challenges',
} as const
const hasOwnPage = (id: string): id is keyof typeof SIGNAL_PAGES => Object.hasOwn(SIGNAL_PAGES, id)

const rowsOfSignal = (
  t: Strings,
  index: AuditIndex,
  finding: IndicatorFinding | undefined,
): readonly [string, string] => {
  const id = finding?.id ?? ''
  if (hasOwnPage(id)) return [`${consultationPath(index)}/${SIGNAL_PAGES[id]}`, t.consultation.signalRows[id]]
  const rows = finding?.byPoint.rows ?? null
  return rows === null ? ['', ''] : [figureRowsPath(index, rows), t.consultation.signalPoints]
}

/** Seven rules set in advance, each with its number, its rule, its innocent explanation, its limits and its rows. */
const signalsOf = (t: Strings, index: AuditIndex): readonly SignalRow[] =>
  index.audit.signals.signals.map(({ letter, name, indicatorNumber, state, evidence, threshold, innocent }) => {
    const finding = index.audit.indicators.find(({ number }) => number === indicatorNumber)
    const [rowsHref, rowsName] = rowsOfSignal(t, index, finding)
    return {
      letter,
      name,
      href: `${consultationPath(index)}/indicators#${finding?.id ?? ''}`,
      hasRows: rowsHref !== '',
      rowsHref,
      rowsName,
      isPresent: state === 'present',
      state: t.consultation.signalStates[state],
      evidence: evidence.slice(0, 1).toUpperCase() + evidence.slice(1),
      rule: t.consultation.signalRule(threshold),
      innocent,
    }
  })

const kickOf = (t: Strings, { consultation }: AuditIndex['record']): string => {
  const isSurvey = consultation.legalStatus === 'information-gathering'
  const period = periodWords(t, consultation.opensOn, consultation.closesOn)
  return t.consultation.kick(isSurvey ? t.consultation.survey : t.consultation.consultation, period)
}

const pressOf = (site: Site, index: AuditIndex): ConsultationView['press'] => {
  const { strings: t } = site
  const { record, audit, sentences } = index
  const isResult = hasResult(index)
  const version = latestVersion(record)
  return {
    quote: t.consultation.pressQuote({
      body: record.body.name,
      title: record.consultation.title,
      finding: sentences.finding,
    }),
    others: isResult ? [t.consultation.pressByIdea(sentences.byIdea)] : [],
    citation: t.consultation.pressCitation(audit.asOf, version, `${site.baseUrl}${consultationPath(index)}`),
    doNotSay: isResult ? t.consultation.pressDoNotSay : t.consultation.pressNoResult,
  }
}

/** The page most people land on: the finding, one mark for every point, and everything it rests on. */
export const consultationPage = (
  site: Site,
  shown: ShownConsultation,
  /** Day on which the council said that it may be published, after a check of its own; null = there was none. */
  checkedByCouncilOn: string | null = null,
): ConsultationView => {
  const { strings: t } = site
  const { index } = shown
  const { record, audit, sentences } = index
  const { finding } = sentences
  const badge = badgeOf(t, audit)
  const few = fewPointsOf(t, index)
  const generalReplies = record.replies.filter(({ pointId }) => pointId === null)
  const changes = [...record.corrections].sort((a, b) => b.on.localeCompare(a.on))
  const timeline = timelineOf(t, record)
  const chart = topicChart(t, index, shown.topics, record.documents.filter(({ holding }) => holding === 'held').length)
  const examples = shown.examples.map(example => cardOf(t, index, example))
  return {
    frame: frameOf(site, {
      title: t.consultation.pageTitle(record.consultation.title, audit.groups.byPoint.n),
      description: finding,
      path: consultationPath(index),
      crumbs: [{ href: councilPath(record.body.ref), text: record.body.name }],
      fictional: audit.isFictional ? record.body.shortName : null,
      hasChart: chart.isShown,
      asOf: audit.asOf,
      version: latestVersion(record),
      methodVersion: audit.methodVersion,
      card: shareCardOf(index),
    }),
    hasBadge: badge !== '',
    badge,
    kick: kickOf(t, record),
    title: record.consultation.title,
    finding,
    picture: drawPicture(t, index),
    hasFewPoints: few.length > 0,
    fewPoints: few,
    notes: notesOf(t, index),
    pointsPath: pointsPath(index),
    isCheckedFirst: checkedByCouncilOn !== null && record.releases.length > 0,
    checkedFirst: checkedByCouncilOn === null ? '' : t.consultation.checkedFirst(checkedByCouncilOn),
    replyHeading: t.consultation.replyHeading(sentences.subject),
    hasReply: audit.groups.byPoint.n > 0,
    replies: replyBlocks(t, record.body, generalReplies),
    hasChanges: changes.length > 0,
    changes: changes.slice(0, 3).map(({ on, subject, oldValue, newValue, reason }) => ({
      on: t.dateTogether(on),
      text: t.consultation.changed(subject, outcomeName(t, oldValue), outcomeName(t, newValue), reason),
    })),
    statedHeading: t.consultation.statedHeading(sentences.subjectWithin, audit.checks.confirmedCount > 0),
    stated: statedSection(t, index),
    chart,
    hasSignals: hasResult(index) && audit.signals.signals.length > 0,
    signalsHeading: audit.signals.heading,
    signalsSentence: audit.signals.sentence,
    signalsExplanation: audit.signals.explanation,
    signals: signalsOf(t, index),
    replyLine: replyLine(t, index),
    indicatorsPath: `${consultationPath(index)}/indicators`,
    eventsPath: `${consultationPath(index)}/events`,
    promisesPath: `${consultationPath(index)}/promises`,
    hasExamples: examples.length > 0,
    examplesHeading: t.consultation.examplesHeading(examples.length),
    examples,
    hasTimeline: timeline.length > 1,

    timeline,
    facts: factsOf(t, index),
    evidencePath: evidencePath(index),
    press: pressOf(site, index),
  }
}
