import type { Audit, IndicatorFinding } from '../../../analysis/finding.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { Example } from '../../usecases/choose-examples.ts'
import type { ShownConsultation } from '../../usecases/show-consultation.ts'
import { consultationPath, councilPath, evidencePath, figureRowsPath, pointPath, pointsPath } from './addresses.ts'
import { factsOf, type Fact } from './consultation-certainty.ts'
import { notesOf, type Note } from './consultation-notes.ts'
import { drawPicture, hasResult, pictureKind, type Picture } from './consultation-picture.ts'
import { periodWords, dateWords } from './date-words.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { cardOf as shareCardOf } from './share-card.ts'
import { outcomeWords, tagOf, type Tag } from './group-words.ts'
import { drawMiniTrail, type Drawing } from './marks.ts'
import { countOf, ofWords } from './number-words.ts'
import { trailSentence } from './point-sentence.ts'
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
  readonly threshold: string
  readonly innocent: string
}
interface ExampleCard {
  readonly trail: Drawing
  readonly text: string
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

const badgeOf = ({ indicators }: Audit): string => {
  const completeness = indicators.find(({ id }) => id === 'completeness')
  const words = completeness === undefined ? null : ofWords(completeness.byPoint)
  return words === null ? '' : `${words} records`
}

const cardOf = (index: AuditIndex, { row, trail, sentence }: Example): ExampleCard => ({
  trail: drawMiniTrail(trail.map(({ pin }) => pin)),
  text: row.text.state === 'shown' ? row.text.text : '',
  tag: tagOf(row.finding),
  why: [sentence, trailSentence(index, row, trail)].filter(Boolean).join(' '),
  href: pointPath(index, row),
  name: `: point ${row.point.number}`,
})

/** Under 30 points the list itself is the picture. */
const fewPointsOf = (index: AuditIndex): readonly ListedPoint[] =>
  pictureKind(index) === 'none'
    ? index.rows.filter(({ finding }) => finding.setAside === null).map(row => listedPoint(index, row))
    : []

const SIGNAL_STATES = {
  present: 'Present',
  'not-present': 'Not present',
  'not-enough-records': 'Not enough records',
} as const

/** Where the rows behind a signal stand, where they are no points. */
const SIGNAL_ROWS: Readonly<Record<string, readonly [page: string, words: string]>> = {
  'decided-before': ['indicators#decided-before', 'The checks'],
  'promised-level': ['indicators#promised-level', 'The tests'],
  'time-to-answer': ['evidence', 'The documents'],
  'telling-share': ['events', 'Who spoke'],
  'promises-waiting': ['promises', 'The promises'],
  'cherry-picking-gap': ['points?relation=challenges', 'Points against the plan'],
}

const rowsOfSignal = (index: AuditIndex, finding: IndicatorFinding | undefined): readonly [string, string] => {
  const page = SIGNAL_ROWS[finding?.id ?? '']
  if (page !== undefined) return [`${consultationPath(index)}/${page[0]}`, page[1]]
  const rows = finding?.byPoint.rows ?? null
  return rows === null ? ['', ''] : [figureRowsPath(index, rows), 'The points']
}

/** Seven rules set in advance, each with its number, its rule, its innocent explanation, its limits and its rows. */
const signalsOf = (index: AuditIndex): readonly SignalRow[] =>
  index.audit.signals.signals.map(({ letter, name, indicatorNumber, state, evidence, threshold, innocent }) => {
    const finding = index.audit.indicators.find(({ number }) => number === indicatorNumber)
    const [rowsHref, rowsName] = rowsOfSignal(index, finding)
    return {
      letter,
      name,
      href: `${consultationPath(index)}/indicators#${finding?.id ?? ''}`,
      hasRows: rowsHref !== '',
      rowsHref,
      rowsName,
      isPresent: state === 'present',
      state: SIGNAL_STATES[state],
      evidence: evidence.slice(0, 1).toUpperCase() + evidence.slice(1),
      threshold,
      innocent,
    }
  })

const kickOf = ({ consultation }: AuditIndex['record']): string => {
  const kind = consultation.legalStatus === 'information-gathering' ? 'Survey' : 'Consultation'
  const period = periodWords(consultation.opensOn, consultation.closesOn)
  return period === null ? kind : `${kind}, ${period}`
}

const pressOf = (site: Site, index: AuditIndex): ConsultationView['press'] => {
  const { record, audit, sentences } = index
  const isResult = hasResult(index)
  const version = latestVersion(record)
  return {
    quote: `${record.body.name}, “${record.consultation.title}”, according to the independent audit Said & Done: ${sentences.finding}`,
    others: isResult ? [`Counted by idea: ${sentences.byIdea}`] : [],
    citation: `As at ${dateWords(audit.asOf)}, ${version === null ? 'not yet released' : `version ${version}`}. ${site.baseUrl}${consultationPath(index)}`,
    doNotSay: isResult
      ? [
          '“Answered” is not “agreed”.',
          '“We found no answer” is not “nobody read it”.',
          'A count of points is not a count of people, and no survey of the public.',
        ]
      : ['There is no result yet. What the council says is the council’s own account.'],
  }
}

/** The page most people land on: the finding, one mark for every point, and everything it rests on. */
export const consultationPage = (site: Site, shown: ShownConsultation): ConsultationView => {
  const { index } = shown
  const { record, audit, sentences } = index
  const { finding } = sentences
  const badge = badgeOf(audit)
  const few = fewPointsOf(index)
  const generalReplies = record.replies.filter(({ pointId }) => pointId === null)
  const changes = [...record.corrections].sort((a, b) => b.on.localeCompare(a.on))
  const timeline = timelineOf(record)
  const chart = topicChart(index, shown.topics, record.documents.filter(({ holding }) => holding === 'held').length)
  const examples = shown.examples.map(example => cardOf(index, example))
  return {
    frame: frameOf(site, {
      title: `${record.consultation.title}: what happened to ${countOf(audit.groups.byPoint.n, 'point')} people made`,
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
    kick: kickOf(record),
    title: record.consultation.title,
    finding,
    picture: drawPicture(index),
    hasFewPoints: few.length > 0,
    fewPoints: few,
    notes: notesOf(index),
    pointsPath: pointsPath(index),
    replyHeading: `${sentences.subject}’s reply`,
    hasReply: audit.groups.byPoint.n > 0,
    replies: replyBlocks(record.body.name, generalReplies),
    hasChanges: changes.length > 0,
    changes: changes.slice(0, 3).map(({ on, subject, oldValue, newValue, reason }) => ({
      on: dateWords(on),
      text: `${subject}: from “${outcomeWords(oldValue)}” to “${outcomeWords(newValue)}”. ${reason}`,
    })),
    statedHeading: `What ${sentences.subjectWithin} says${audit.checks.confirmedCount === 0 ? '' : ', beside what the records show'}`,
    stated: statedSection(index),
    chart,
    hasSignals: hasResult(index) && audit.signals.signals.length > 0,
    signalsHeading: audit.signals.heading,
    signalsSentence: audit.signals.sentence,
    signalsExplanation: audit.signals.explanation,
    signals: signalsOf(index),
    replyLine: replyLine(index),
    indicatorsPath: `${consultationPath(index)}/indicators`,
    eventsPath: `${consultationPath(index)}/events`,
    promisesPath: `${consultationPath(index)}/promises`,
    hasExamples: examples.length > 0,
    examplesHeading: examples.length === 3 ? 'Three points, followed all the way' : 'Points followed all the way',
    examples,
    hasTimeline: timeline.length > 1,

    timeline,
    facts: factsOf(index),
    evidencePath: evidencePath(index),
    press: pressOf(site, index),
  }
}
