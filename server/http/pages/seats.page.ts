import { publishedIndicators } from '../../../analysis/lint/published-indicators.ts'
import type { Seat } from '../../../data/model/deciding.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath } from './addresses.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { latestVersion } from './release-words.ts'

export interface SeatsView {
  readonly frame: Frame
  readonly heading: string
  readonly lede: string
  readonly finding: string
  readonly hasSeats: boolean
  readonly caption: string
  readonly kinds: readonly string[]
  readonly columns: { readonly seat: string; readonly kind: string; readonly vote: string; readonly from: string }
  readonly seats: readonly {
    readonly title: string
    readonly kind: string
    readonly vote: string
    readonly from: string
  }[]
}

const KINDS: readonly Seat['kind'][] = ['elected', 'officer', 'partner', 'community']

const heldWords = (t: Strings, { fromOn, toOn }: Seat): string =>
  [fromOn === null ? t.seats.notGiven : t.date(fromOn), toOn === null ? '' : t.seats.until(toOn)]
    .filter(Boolean)
    .join(', ')

/** Who sits where it was decided, by title and kind: seats, never people. */
export const seatsPage = (site: Site, index: AuditIndex): SeatsView => {
  const { strings: t } = site
  const { record, audit } = index
  const path = `${consultationPath(index)}/seats`
  const voting = record.seats.filter(({ isVoting }) => isVoting).length
  const group = record.seats[0]?.group ?? record.consultation.decidingGroup ?? record.body.shortName
  const finding = publishedIndicators(audit).find(one => one.finding.id === 'seats')?.finding
  const hasSeats = record.seats.length > 0
  return {
    frame: frameOf(site, {
      title: t.seats.title(record.consultation.title),
      description: t.seats.description(record.consultation.title),
      path,
      crumbs: [{ href: consultationPath(index), text: record.consultation.title }],
      fictional: audit.isFictional ? record.body.shortName : null,
      asOf: audit.asOf,
      version: latestVersion(record),
      methodVersion: audit.methodVersion,
      twins: { csv: `${path}.csv`, json: `${path}.json` },
    }),
    heading: hasSeats ? t.seats.heading(group, voting) : t.seats.unknown,
    lede: hasSeats ? t.seats.lede : t.seats.unknownLede,
    finding: finding?.sentence ?? finding?.nullSentence ?? '',
    hasSeats,
    caption: t.seats.table,
    kinds: KINDS.flatMap(kind => {
      const seats = record.seats.filter(seat => seat.kind === kind)
      return seats.length === 0 ? [] : [t.seats.kindCount(t.seats.kinds[kind], seats.length)]
    }),
    columns: { seat: t.seats.seat, kind: t.seats.kind, vote: t.seats.vote, from: t.seats.from },
    seats: record.seats.map(seat => ({
      title: seat.title,
      kind: t.seats.kinds[seat.kind],
      vote: seat.isVoting ? t.seats.votes : t.seats.noVote,
      from: heldWords(t, seat),
    })),
  }
}
