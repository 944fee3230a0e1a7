import type { Seat } from '../../data/model/deciding.ts'
import type { Inquiry } from './inquiry.ts'

/**
 * Voting seats of the group that took the decision, as they stood on the day of the decision (or on the as-at date). Where the
 * record does not name the group, all seats on record are its.
 */
export const decidingSeats = ({ record, asOf }: Inquiry): readonly Seat[] => {
  const { decidingGroup, decidedOn } = record.consultation
  const day = decidedOn ?? asOf
  const isOfGroup = record.seats.some(seat => seat.group === decidingGroup)
    ? (seat: Seat) => seat.group === decidingGroup
    : () => true
  return record.seats.filter(
    seat => seat.isVoting && isOfGroup(seat) && (seat.fromOn ?? day) <= day && (seat.toOn ?? day) >= day,
  )
}
