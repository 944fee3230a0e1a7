import type { AgendaItem } from '../../data/model/event.ts'
import { kOfN } from '../sentences/wording.ts'
import { exactFigure } from './figure.ts'
import type { Indicator } from './indicator.ts'
import { measureCount } from './record-share.ts'

const isFirstOrLast = (item: AgendaItem, items: readonly AgendaItem[]): boolean => {
  const places = items.filter(other => other.eventId === item.eventId).map(other => other.position)
  return item.position === Math.min(...places) || item.position === Math.max(...places)
}

/** Who set the agenda? */
export const agendaOrigin: Indicator = {
  card: {
    number: 'L20',
    id: 'agenda-origin',
    name: 'Who set the agenda?',
    question: 'Who set the agenda?',
    formula:
      'agenda items the community proposed ÷ items; beside it: who led the first and the last item of each agenda',
    unit: 'count of items',
    denominator: 'Items on the agendas on record.',
    complaint: 'Human and equal',
    doesNotShow:
      'It does not show equality. The records here do not say if people were paid for their time, as officials are. They do not say what each side promised.',
    isExperimental: true,
    isBadge: false,
  },
  counts: {},
  measure: ({ record: { agendaItems } }) => {
    const by = (origin: AgendaItem['origin']): number => agendaItems.filter(item => item.origin === origin).length
    const ends = agendaItems.filter(item => item.ledBy !== null && isFirstOrLast(item, agendaItems))
    return measureCount({
      key: 'agenda-origin',
      label: 'Agenda items proposed by the community',
      hitCount: by('community'),
      totalCount: agendaItems.length,
      isCollected: agendaItems.length > 0,
      isExact: true,
      companions: [
        exactFigure({ key: 'agenda-joint', label: 'Items proposed jointly' }, by('joint'), agendaItems.length),
        exactFigure(
          { key: 'agenda-first-and-last-word', label: 'First and last items led by the community' },
          ends.filter(item => item.ledBy === 'community').length,
          ends.length,
        ),
      ],
      items: agendaItems.map(({ title, origin }) => ({
        text: title,
        state: origin,
        on: null,
        days: null,
        passageId: null,
      })),
      sentence: figure => `The community proposed ${kOfN(figure)} agenda items.`,
    })
  },
}
