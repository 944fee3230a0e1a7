import { boolean, choice, date, integer, number, optional, reference, text, type RecordOf } from './field.ts'

const consultationId = reference('consultation', 'Consultation it belongs to.')
const eventId = reference('event', 'Occasion.')
export const SPEAKER_ROLES = ['official', 'community', 'facilitator', 'other'] as const

/** One occasion of listening. */
export const eventFields = {
  ref: text('Reference within the consultation.'),
  consultationId,
  title: text('Title as published.'),
  kind: choice(
    ['public-meeting', 'workshop', 'survey-window', 'drop-in', 'mandated-session', 'other'] as const,
    'Kind.',
  ),
  heldOn: optional(date('Day, or first day.')),
  endsOn: optional(date('Last day, if it ran longer.')),
  place: optional(text('Where.')),
  attendanceClaimed: optional(integer('People who came, as the body says.')),
  contributionsClaimed: optional(integer('Contributions made there, as the body says.')),
  url: optional(text('Source page.')),
} as const
export type ListeningEvent = RecordOf<typeof eventFields> & { readonly id: string }

/** How many came, and on what basis. A count of people: see small numbers. */
export const attendanceFields = {
  consultationId,
  eventId,
  basis: choice(['required', 'invited', 'open', 'unknown'] as const, 'Told to attend, invited, or free to come.'),
  attendeeKind: choice(['staff', 'partner', 'resident', 'unknown'] as const, 'Who they were.'),
  attendanceCount: integer('People.'),
  instrument: optional(text('The letter or order that required it.')),
} as const
export type Attendance = RecordOf<typeof attendanceFields> & { readonly id: string }

export const speakingTimeFields = {
  consultationId,
  eventId,
  role: choice(SPEAKER_ROLES, 'Who spoke.'),
  minutes: optional(number('Minutes spoken.')),
  wordCount: optional(integer('Words, where there are no times.')),
  source: optional(text('Recording or notes it was taken from.')),
} as const
export type SpeakingTime = RecordOf<typeof speakingTimeFields> & { readonly id: string }

export const questionFields = {
  ref: text('Reference within the consultation.'),
  consultationId,
  eventId: optional(eventId),
  text: text('The question, without names.'),
  answerState: choice(
    ['in-room', 'later', 'partly', 'deflected', 'taken-away', 'no-reply'] as const,
    'What became of it. "We do not know" is an answer.',
  ),
  askedOn: optional(date('Day asked.')),
  answeredOn: optional(date('Day answered.')),
  passageId: optional(reference('passage', 'Where the answer stands.')),
} as const
export type Question = RecordOf<typeof questionFields> & { readonly id: string }

export const agendaItemFields = {
  consultationId,
  eventId,
  position: integer('Place on the agenda, from 1.'),
  title: text('Item.'),
  origin: choice(['body', 'community', 'joint', 'unknown'] as const, 'Who proposed it.'),
  ledBy: optional(choice(SPEAKER_ROLES, 'Who was to speak.')),
  plannedMinutes: optional(number('Minutes on the agenda.')),
} as const
export type AgendaItem = RecordOf<typeof agendaItemFields> & { readonly id: string }

/** A coded turn right after a community turn: what the official did first. */
export const officialTurnFields = {
  ref: text('Reference within the consultation.'),
  consultationId,
  eventId,
  firstMove: choice(
    [
      'reflection',
      'open-question',
      'closed-question',
      'information',
      'advice',
      'justification',
      'thanks',
      'redirect',
    ] as const,
    'First move of the reply.',
  ),
} as const
export type OfficialTurn = RecordOf<typeof officialTurnFields> & { readonly id: string }

/** A statement about people or place, coded by a person. */
export const codedStatementFields = {
  ref: text('Reference within the consultation.'),
  consultationId,
  speaker: choice(['official', 'community'] as const, 'Who said it.'),
  frame: choice(['strength', 'problem'] as const, 'What it names.'),
  passageId: optional(reference('passage', 'Where it stands.')),
  isQuoted: optional(boolean('Whether it quotes somebody else.')),
} as const
export type CodedStatement = RecordOf<typeof codedStatementFields> & { readonly id: string }
