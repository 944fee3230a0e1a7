import type { AgendaItem, ListeningEvent, Question, SpeakingTime } from '../../../data/model/event.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { ShownEvent, ShownEvents } from '../../usecases/show-events.ts'
import { consultationPath, passagePath } from './addresses.ts'
import { dateWords, periodWords } from './date-words.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { noChart, speechChart } from './indicator-charts.ts'
import { countOf, countWords } from './number-words.ts'
import { countRow, type RangeChart, type RangeRow } from './range-chart.ts'
import { latestVersion } from './release-words.ts'
import { replyLine } from './reply-line.ts'

interface FigureLine {
  readonly isShown: boolean
  readonly sentence: string
  readonly doesNotShow: string
  readonly href: string
  readonly rows: readonly RangeRow[]
}
interface QuestionView {
  readonly text: string
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

const KIND_NAMES: Readonly<Record<ListeningEvent['kind'], string>> = {
  'public-meeting': 'Public meeting',
  workshop: 'Workshop',
  'survey-window': 'Survey or form',
  'drop-in': 'Drop-in',
  'mandated-session': 'Session people were told to attend',
  other: 'Event',
}

const ROLE_NAMES: Readonly<Record<SpeakingTime['role'], string>> = {
  official: 'officials',
  community: 'community',
  facilitator: 'facilitators',
  other: 'others',
}
const ROLES: readonly SpeakingTime['role'][] = ['official', 'community', 'facilitator', 'other']

const ORIGIN_NAMES: Readonly<Record<AgendaItem['origin'], string>> = {
  body: 'proposed by the council',
  community: 'proposed by the community',
  joint: 'proposed by both',
  unknown: 'we do not know who proposed it',
}

const ANSWER_NAMES: Readonly<Record<Question['answerState'], string>> = {
  'in-room': 'Answered in the room',
  later: 'Answered later, in writing',
  partly: 'Answered in part',
  deflected: 'Turned to something else',
  'taken-away': 'Taken away, no answer on record yet',
  'no-reply': 'No reply on record',
}

const figureLine = ({ index, indicators }: ShownEvents, id: string): FigureLine => {
  const found = indicators.find(({ finding }) => finding.id === id)
  const { sentence, nullSentence, companions } = found?.finding ?? {
    sentence: null,
    nullSentence: null,
    companions: [],
  }
  const isSmall = found?.finding.byPoint.isSmall === true
  const words = (isSmall ? sentence?.replace(/ \([^()]*small numbers\)/, '') : sentence) ?? nullSentence ?? ''
  const blocked = (found?.blockedBecause ?? []).join(' ')
  return {
    isShown: found !== undefined,
    sentence: blocked === '' ? words : `A rule keeps this figure back: ${blocked}`,
    doesNotShow: found?.finding.doesNotShow ?? '',
    href: `/method#${id}`,
    rows: companions.filter(({ unit }) => unit === 'share').map(figure => countRow(index, figure)),
  }
}

const agendaOf = ({ agenda }: ShownEvent): EventView['agenda'] =>
  agenda.map(({ title, origin, ledBy, plannedMinutes }) => ({
    title,
    facts: [
      ORIGIN_NAMES[origin],
      plannedMinutes === null ? '' : countOf(plannedMinutes, 'minute'),
      ledBy === null ? '' : `led by ${ROLE_NAMES[ledBy]}`,
    ]
      .filter(Boolean)
      .join(', '),
  }))

const speechOf = ({ speech }: ShownEvents, { event }: ShownEvent): string => {
  const session = speech?.sessions.find(({ eventId }) => eventId === event.id)
  return session === undefined || speech === null
    ? ''
    : ROLES.filter(role => session.amounts[role] > 0)
        .map(role => `${ROLE_NAMES[role]} ${countWords(session.amounts[role])}`)
        .join(', ')
}

const anchorOf = (event: ListeningEvent): string => `event-${event.ref}`

const eventOf = (shown: ShownEvents, one: ShownEvent): EventView => {
  const { event, questions } = one
  const speech = speechOf(shown, one)
  return {
    anchor: anchorOf(event),
    title: event.title,
    facts: [
      KIND_NAMES[event.kind],
      periodWords(event.heldOn, event.endsOn ?? event.heldOn) ?? 'no date on record',
      event.place ?? '',
      event.attendanceClaimed === null
        ? ''
        : `the council says ${countOf(event.attendanceClaimed, 'person', 'people')} came`,
    ]
      .filter(Boolean)
      .join('. '),
    hasSpeech: speech !== '',
    speech: `${shown.speech?.unit === 'words' ? 'Words' : 'Minutes'} spoken: ${speech}.`,
    hasAgenda: one.agenda.length > 0,
    agendaLabel: `The agenda: ${countOf(one.agenda.length, 'item')}`,
    agenda: agendaOf(one),
    hasQuestions: questions.length > 0,
    questionsHref: `#questions-${event.ref}`,
    questionsLabel: countOf(questions.length, 'question'),
  }
}

const questionOf = (index: AuditIndex, { text, answerState, answeredOn, passageId }: Question): QuestionView => {
  const passage = passageId === null ? undefined : index.passageById.get(passageId)
  const document = passage === undefined ? undefined : index.documentById.get(passage.documentId)
  const isLater = answerState === 'later'
  const isFuture = isLater && answeredOn !== null && answeredOn > index.audit.asOf
  const href = passage === undefined || document === undefined ? '' : passagePath(index, document, passage)
  return {
    text,
    state: `${ANSWER_NAMES[isFuture ? 'taken-away' : answerState]}${isLater && !isFuture && answeredOn !== null ? `, ${dateWords(answeredOn)}` : ''}.`,
    hasLink: href !== '',
    href,
  }
}

const questionGroups = ({ index, events, otherQuestions }: ShownEvents): readonly QuestionGroup[] =>
  [
    ...events.map(({ event, questions }) => ({
      anchor: `questions-${event.ref}`,
      heading: `${event.title}${event.heldOn === null ? '' : `, ${dateWords(event.heldOn)}`}`,
      questions: questions.map(question => questionOf(index, question)),
    })),
    {
      anchor: 'questions-other',
      heading: 'At no event on record',
      questions: otherQuestions.map(question => questionOf(index, question)),
    },
  ].filter(({ questions }) => questions.length > 0)

/** Who was in the room, who spoke, what was asked and answered. */
export const eventsPage = (site: Site, shown: ShownEvents): EventsView => {
  const { index, events, speech, indicators } = shown
  const { record, audit } = index
  const path = `${consultationPath(index)}/events`
  const heading = `${countOf(events.length, 'event is', 'events are')} on record.`
  const telling = indicators.find(({ finding }) => finding.id === 'telling-share')
  const groups = questionGroups(shown)
  return {
    frame: frameOf(site, {
      title: `Events: ${record.consultation.title}`,
      description: `${heading} Who was there, who spoke, what was asked and answered.`,
      path,
      crumbs: [{ href: consultationPath(index), text: record.consultation.title }],
      fictional: audit.isFictional ? record.body.shortName : null,
      asOf: audit.asOf,
      version: latestVersion(record),
      methodVersion: audit.methodVersion,
      twins: { csv: `${path}.csv`, json: `${path}.json` },
    }),
    heading,
    replyLine: replyLine(index),
    replyPath: `${consultationPath(index)}#rep`,
    chart: telling === undefined ? noChart('who-spoke') : speechChart(index, telling.finding, speech),
    talk: figureLine(shown, 'telling-share'),
    room: figureLine(shown, 'required-attendance'),
    origin: figureLine(shown, 'agenda-origin'),
    events: events.map(one => eventOf(shown, one)),
    hasQuestions: groups.length > 0,
    asked: figureLine(shown, 'questions-answered'),
    questionGroups: groups,
    questionsCsv: `${consultationPath(index)}/questions.csv`,
  }
}
