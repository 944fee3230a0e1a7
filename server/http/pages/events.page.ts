import type { ListeningEvent, Question, SpeakingTime } from '../../../data/model/event.ts'
import { sentenceWithoutRate } from '../../../analysis/sentences/sentence-by-count.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { ShownEvent, ShownEvents } from '../../usecases/show-events.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath, passagePath, replyPath } from './addresses.ts'
import { periodWords } from './date-words.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { noChart, speechChart } from './indicator-charts.ts'
import { recordLanguage } from './quoted-language.ts'
import { countRow, type RangeChart, type RangeRow } from './range-chart.ts'
import { latestVersion } from './release-words.ts'
import { replyLine } from './reply-line.ts'

interface FigureLine {
  readonly isShown: boolean
  readonly sentence: string
  readonly doesNotShow: string
  readonly href: string
  readonly rows: readonly (RangeRow & { readonly hasShareCell: boolean })[]
  readonly hasRows: boolean
  /** Shares of fewer than 30 stand nowhere but on the page of all numbers. */
  readonly hasShares: boolean
}
interface QuestionView {
  readonly text: string
  readonly language: string
  readonly state: string
  readonly hasLink: boolean
  readonly href: string
}
interface EventView {
  readonly anchor: string
  readonly title: string
  readonly facts: string
  readonly hasSpeech: boolean
  readonly speech: string
  readonly hasAgenda: boolean
  readonly agendaLabel: string
  readonly agenda: readonly { readonly title: string; readonly facts: string }[]
  readonly hasQuestions: boolean
  readonly questionsHref: string
  readonly questionsLabel: string
  readonly questionsAt: string
}
interface QuestionGroup {
  readonly anchor: string
  readonly heading: string
  readonly questions: readonly QuestionView[]
}
export interface EventsView {
  readonly frame: Frame
  readonly heading: string
  readonly replyLine: string
  readonly replyPath: string
  readonly chart: RangeChart
  readonly talk: FigureLine
  readonly room: FigureLine
  readonly origin: FigureLine
  readonly events: readonly EventView[]
  readonly hasQuestions: boolean
  readonly asked: FigureLine
  readonly questionGroups: readonly QuestionGroup[]
  readonly questionsCsv: string
}

const ROLES: readonly SpeakingTime['role'][] = ['official', 'community', 'facilitator', 'other']

const figureLine = (t: Strings, { index, indicators }: ShownEvents, id: string): FigureLine => {
  const found = indicators.find(({ finding }) => finding.id === id)
  const { nullSentence = null, companions = [] } = found?.finding ?? {}
  const words = (found === undefined ? null : sentenceWithoutRate(found.finding)) ?? nullSentence ?? ''
  const blocked = (found?.blockedBecause ?? []).join(' ')
  const rows = companions.filter(({ unit }) => unit === 'share').map(figure => countRow(t, index, figure))
  const hasShares = rows.some(({ share }) => share !== '')
  return {
    isShown: found !== undefined,
    sentence: blocked === '' ? words : t.events.keptBack(blocked),
    doesNotShow: found?.finding.doesNotShow ?? '',
    href: `/method#${id}`,
    rows: rows.map(row => ({ ...row, hasShareCell: hasShares })),
    hasRows: rows.length > 0,
    hasShares,
  }
}

const agendaOf = (t: Strings, { agenda }: ShownEvent): EventView['agenda'] =>
  agenda.map(({ title, origin, ledBy, plannedMinutes }) => ({
    title,
    facts: [
      t.events.origins[origin],
      plannedMinutes === null ? '' : t.events.minutes(plannedMinutes),
      ledBy === null ? '' : t.events.ledBy(t.events.roles[ledBy]),
    ]
      .filter(Boolean)
      .join(', '),
  }))

const speechOf = (t: Strings, { speech }: ShownEvents, { event }: ShownEvent): string => {
  const session = speech?.sessions.find(({ eventId }) => eventId === event.id)
  return session === undefined || speech === null
    ? ''
    : ROLES.filter(role => session.amounts[role] > 0)
        .map(role => t.events.spokeFor(t.events.roles[role], session.amounts[role]))
        .join(', ')
}

const anchorOf = (event: ListeningEvent): string => `event-${event.ref}`

const eventOf = (t: Strings, shown: ShownEvents, one: ShownEvent): EventView => {
  const { event, questions } = one
  const speech = speechOf(t, shown, one)
  return {
    anchor: anchorOf(event),
    title: event.title,
    facts: [
      t.events.kinds[event.kind],
      periodWords(t, event.heldOn, event.endsOn ?? event.heldOn) ?? t.events.noDate,
      event.place ?? '',
      event.attendanceClaimed === null ? '' : t.events.attendance(event.attendanceClaimed),
    ]
      .filter(Boolean)
      .join('. '),
    hasSpeech: speech !== '',
    speech: t.events.spoken(shown.speech?.unit === 'words', speech),
    hasAgenda: one.agenda.length > 0,
    agendaLabel: t.events.agenda(one.agenda.length),
    agenda: agendaOf(t, one),
    hasQuestions: questions.length > 0,
    questionsHref: `#questions-${event.ref}`,
    questionsLabel: t.events.questionCount(questions.length),
    questionsAt: t.events.at(event.title),
  }
}

const questionOf = (
  t: Strings,
  index: AuditIndex,
  { text, answerState, answeredOn, passageId }: Question,
): QuestionView => {
  const passage = passageId === null ? undefined : index.passageById.get(passageId)
  const document = passage === undefined ? undefined : index.documentById.get(passage.documentId)
  const isLater = answerState === 'later'
  const isFuture = isLater && answeredOn !== null && answeredOn > index.audit.asOf
  const href = passage === undefined || document === undefined ? '' : passagePath(index, document, passage)
  return {
    text,
    language: recordLanguage(index),
    state: `${t.events.answers[isFuture ? 'taken-away' : answerState]}${isLater && !isFuture && answeredOn !== null ? `, ${t.dateTogether(answeredOn)}` : ''}.`,
    hasLink: href !== '',
    href,
  }
}

const questionGroups = (t: Strings, { index, events, otherQuestions }: ShownEvents): readonly QuestionGroup[] =>
  [
    ...events.map(({ event, questions }) => ({
      anchor: `questions-${event.ref}`,
      heading: `${event.title}${event.heldOn === null ? '' : `, ${t.dateTogether(event.heldOn)}`}`,
      questions: questions.map(question => questionOf(t, index, question)),
    })),
    {
      anchor: 'questions-other',
      heading: t.events.atNoEvent,
      questions: otherQuestions.map(question => questionOf(t, index, question)),
    },
  ].filter(({ questions }) => questions.length > 0)

/** Who was in the room, who spoke, what was asked and answered. */
export const eventsPage = (site: Site, shown: ShownEvents): EventsView => {
  const { strings: t } = site
  const { index, events, speech, indicators } = shown
  const { record, audit } = index
  const path = `${consultationPath(index)}/events`
  const heading = t.events.heading(events.length)
  const telling = indicators.find(({ finding }) => finding.id === 'telling-share')
  const groups = questionGroups(t, shown)
  return {
    frame: frameOf(site, {
      title: t.events.title(record.consultation.title),
      description: t.events.description(heading),
      path,
      crumbs: [{ href: consultationPath(index), text: record.consultation.title }],
      fictional: audit.isFictional ? record.body.shortName : null,
      asOf: audit.asOf,
      version: latestVersion(record),
      methodVersion: audit.methodVersion,
      twins: { csv: `${path}.csv`, json: `${path}.json` },
    }),
    heading,
    replyLine: replyLine(t, index),
    replyPath: replyPath(index),
    chart: telling === undefined ? noChart('who-spoke') : speechChart(t, index, telling.finding, speech),
    talk: figureLine(t, shown, 'telling-share'),
    room: figureLine(t, shown, 'required-attendance'),
    origin: figureLine(t, shown, 'agenda-origin'),
    events: events.map(one => eventOf(t, shown, one)),
    hasQuestions: groups.length > 0,
    asked: figureLine(t, shown, 'questions-answered'),
    questionGroups: groups,
    questionsCsv: `${consultationPath(index)}/questions.csv`,
  }
}
