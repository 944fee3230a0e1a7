import type { ConsultationRecord } from '../../data/model/consultation-record.ts'
import type { Contribution } from '../../data/model/contribution.ts'
import type { Point } from '../../data/model/point.ts'
import { publicTextOf } from './public-text.ts'

/** The texts and people's own details as they stand in the records now. */
export type TextsNow = Pick<ConsultationRecord, 'points' | 'contributions'>

/** What is shown over a release as it stands now: everything else waits for the next release. */
export type SaidSince = TextsNow &
  Pick<ConsultationRecord, 'body' | 'consultation' | 'replies' | 'disputes' | 'corrections' | 'releases'>

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map(item => [item.id, item]))

/** A released text is shown while the very same words stand approved. Withheld, erased or edited since: gone at once. */
const textAsReleased = (then: Point, now: Point | undefined, contribution: Contribution | undefined): Point => {
  const none = { ...then, publicText: null, approvedBy: null, approvedOn: null }
  if (now === undefined) return { ...none, publicTextKind: 'withheld' }
  const text = publicTextOf(now, contribution ?? null)
  if (text.state === 'withheld') return { ...none, publicTextKind: 'withheld' }
  return text.state === 'shown' && text.text === then.publicText ? then : { ...none, publicTextKind: null }
}

/** What a person said of themselves is shown while the records hold it; the contribution itself stays counted. */
const detailsAsReleased = (then: Contribution, now: Contribution | undefined): Contribution => {
  const kept = Object.entries(then).map(([name, value]) => {
    const isGone = now === undefined || Reflect.get(now, name) === null
    return [name, isGone && ERASABLE.has(name) ? null : value] as const
  })
  const type = now === undefined ? 'unknown' : now.contributorType
  // Found to be a child's, or forgotten: everything else a person said of themselves stays as it was released.
  const isTypeGone = type === 'child' || type === 'unknown'
  return Object.assign({}, then, Object.fromEntries(kept), isTypeGone ? { contributorType: type } : {})
}
const ERASABLE: ReadonlySet<string> = new Set([
  'receivedOn',
  'channel',
  'contributorTypeGiven',
  'area',
  'areaGiven',
  'group',
  'topicGiven',
  'subtopicGiven',
  'url',
])

/** The records of a release without the texts and details that were withdrawn or erased after it. */
export const withoutWithdrawn = (then: ConsultationRecord, now: TextsNow): ConsultationRecord => {
  const points = byId(now.points)
  const contributions = byId(now.contributions)
  return {
    ...then,
    points: then.points.map(point =>
      textAsReleased(point, points.get(point.id), contributions.get(point.contributionId)),
    ),
    contributions: then.contributions.map(one => detailsAsReleased(one, contributions.get(one.id))),
  }
}

/**
 * Where something was released here: the records of the release, and over them what the body replied, what is disputed, what was
 * corrected and which releases there are, as they stand now. A request for a reply that came later belongs to the next release.
 */
export const releasedRecord = (then: ConsultationRecord, now: SaidSince): ConsultationRecord => {
  const points = new Set(then.points.map(({ id }) => id))
  const passages = new Set(then.passages.map(({ id }) => id))
  const askedBefore = new Set(then.replies.map(({ id }) => id))
  const isKnown = (pointId: string | null): boolean => pointId === null || points.has(pointId)
  return {
    ...withoutWithdrawn(then, now),
    body: { ...then.body, ref: now.body.ref },
    consultation: { ...then.consultation, ref: now.consultation.ref },
    replies: now.replies.filter(
      ({ id, state, pointId }) => isKnown(pointId) && (state !== 'asked' || askedBefore.has(id)),
    ),
    disputes: now.disputes
      .filter(({ pointId }) => isKnown(pointId))
      .map(dispute => (passages.has(dispute.passageId ?? '') ? dispute : { ...dispute, passageId: null })),
    corrections: now.corrections.map(one => (isKnown(one.pointId) ? one : { ...one, pointId: null })),
    releases: now.releases,
  }
}

interface Judged {
  readonly by: string | null
  readonly pointId: string
  readonly retractedById: string | null
}

/**
 * Where nothing was released here: the records as they were imported, without what people at the desk have judged, taken back or let
 * out since. `deskCodes` are the codes of accounts: what a person judged at the desk bears one, made by chance. The very same object
 * where the desk has done nothing.
 */
export const importedRecord = (now: ConsultationRecord, deskCodes: ReadonlySet<string>): ConsultationRecord => {
  const isDesk = (by: string | null): boolean => by !== null && deskCodes.has(by)
  // Only an import gives a point its import: one without was split off at the desk. Without accounts nobody was at the desk.
  const isImported = ({ importId }: Point): boolean => importId !== null || deskCodes.size === 0
  const splitOff = new Set(now.points.filter(point => !isImported(point)).map(({ id }) => id))
  const judged = <Item extends Judged>(items: readonly Item[]): readonly Item[] =>
    kept(
      items,
      ({ by, pointId }) => !isDesk(by) && !splitOff.has(pointId),
      // Only the desk takes back: what came with a file stands until the next release.
      item => (item.retractedById === null ? item : { ...item, retractedById: null }),
    )
  const without = {
    links: judged(now.links),
    searches: judged(now.searches),
    judgements: judged(now.judgements),
    codings: kept(now.codings, ({ coder }) => !isDesk(coder)),
    points: kept(now.points, isImported, point =>
      isDesk(point.approvedBy) && point.publicTextKind !== 'withheld' ? notReleased(point) : point,
    ),
  }
  const isUntouched = Object.entries(without).every(([name, items]) => items === Reflect.get(now, name))
  return isUntouched ? now : { ...now, ...without }
}

const notReleased = (point: Point): Point => ({
  ...point,
  publicText: null,
  publicTextKind: null,
  approvedBy: null,
  approvedOn: null,
})

/** The items that stay, each as `shown` makes it; the same list where all stay as they are. */
const kept = <Item>(
  items: readonly Item[],
  isKept: (item: Item) => boolean,
  shown: (item: Item) => Item = item => item,
): readonly Item[] => {
  const left = items.filter(isKept).map(shown)
  return left.length === items.length && left.every((item, place) => item === items[place]) ? items : left
}
