import type { AgendaItem, ListeningEvent, Question, SpeakingTime } from '../../../../data/model/event.ts'
import { count, counted } from './nouns.ts'

const kinds: Readonly<Record<ListeningEvent['kind'], string>> = {
  'public-meeting': 'Public meeting',
  workshop: 'Workshop',
  'survey-window': 'Survey or form',
  'drop-in': 'Drop-in',
  'mandated-session': 'Session people were told to attend',
  other: 'Event',
}
const roles: Readonly<Record<SpeakingTime['role'], string>> = {
  official: 'officials',
  community: 'community',
  facilitator: 'facilitators',
  other: 'others',
}
const origins: Readonly<Record<AgendaItem['origin'], string>> = {
  body: 'proposed by the council',
  community: 'proposed by the community',
  joint: 'proposed by both',
  unknown: 'we do not know who proposed it',
}
const answers: Readonly<Record<Question['answerState'], string>> = {
  'in-room': 'Answered in the room',
  later: 'Answered later, in writing',
  partly: 'Answered in part',
  deflected: 'Turned to something else',
  'taken-away': 'Taken away, no answer on record yet',
  'no-reply': 'No reply on record',
}

export const events = {
  kinds,
  roles,
  origins,
  answers,
  title: (title: string) => `Events: ${title}`,
  description: (heading: string) => `${heading} Who was there, who spoke, what was asked and answered.`,
  heading: (n: number) => `${counted(n, { one: 'event is', other: 'events are' })} on record.`,
  keptBack: (why: string) => `A rule keeps this figure back: ${why}`,
  minutes: (n: number) => counted(n, { one: 'minute', other: 'minutes' }),
  ledBy: (role: string) => `led by ${role}`,
  spokeFor: (role: string, amount: number) => `${role} ${count(amount)}`,
  spoken: (isWords: boolean, shares: string) => `${isWords ? 'Words' : 'Minutes'} spoken: ${shares}.`,
  noDate: 'no date on record',
  attendance: (n: number) => `The council says ${counted(n, { one: 'person', other: 'people' })} came`,
  agenda: (n: number) => `The agenda: ${counted(n, { one: 'item', other: 'items' })}`,
  questionCount: (n: number) => counted(n, { one: 'question', other: 'questions' }),
  at: (event: string) => `at ${event}`,
  atNoEvent: 'At no event on record',
  whoWasToldTo: 'Who was told to attend',
  questionsByWhatBecame: 'Questions by what became of them',
  talking: 'Who did the talking?',
  room: 'Who was in the room?',
  peopleWhoWereTold: 'People who were told to attend. Groups of fewer than 10 are put together or not shown.',
  people: 'People',
  toldToAttend: 'Told to attend',
  eventByEvent: 'Event by event',
  asked: 'What was asked, and answered',
  whatBecameOfIt: 'What became of it',
  questions: 'Questions',
  readTheAnswer: 'Read the answer',
  everyQuestionCsv: 'Every question (CSV)',
}
