import { createHash } from 'node:crypto'
import type { ConsultationRecord } from '../../../data/model/consultation-record.ts'
import type { StoredRecords } from '../../../data/model/record-kinds.ts'
import { publicTextOf } from '../public-text.ts'

/** What is to be erased: a contribution with all that says whose it was, or only words. */
export interface ErasureTarget {
  readonly contributionId: string
  /** Points whose words go. */
  readonly pointIds: ReadonlySet<string>
  /** Points whose words went before. */
  readonly wordlessIds: ReadonlySet<string>
  /** Also area, group, channel … of the contribution. */
  readonly isWhole: boolean
  /** Code of whoever stands for it, and the day: shown nowhere, kept with the decision on the text. */
  readonly by: string
  readonly on: string
}

type Contribution = StoredRecords['contribution']

const HASH_OF_NOTHING = createHash('sha256').update('').digest('hex')

/** What the person, or the source, said of them. The kind of contributor stays: it decides whether the point counts as the public's. */
const NO_ATTRIBUTES = {
  eventId: null,
  receivedOn: null,
  channel: null,
  contributorTypeGiven: null,
  area: null,
  areaGiven: null,
  group: null,
  topicGiven: null,
  subtopicGiven: null,
  language: null,
  supportClaimed: null,
  opposeClaimed: null,
  url: null,
  sourceRow: null,
} as const

const scrubContribution = (contribution: Contribution, { isWhole }: ErasureTarget): Contribution => ({
  ...contribution,
  textSha256: HASH_OF_NOTHING,
  ...(isWhole ? NO_ATTRIBUTES : {}),
})

const scrubPoint = (point: StoredRecords['point'], { by, on }: ErasureTarget): StoredRecords['point'] => ({
  ...point,
  publicText: null,
  publicTextKind: 'withheld',
  approvedBy: by,
  approvedOn: on,
  sourceRow: null,
})

/** In a release: a text that it never showed goes without a trace, and what it said instead stays said. Else it would be another release. */
const scrubReleasedPoint = (
  point: StoredRecords['point'],
  contribution: Contribution | null,
  target: ErasureTarget,
): StoredRecords['point'] =>
  publicTextOf(point, contribution).state === 'shown'
    ? scrubPoint(point, target)
    : { ...point, publicText: null, sourceRow: null }

/** Terms that were looked for are words of the text. Which documents were read, when and by whom stays. */
export const scrubSearch = (search: StoredRecords['search']): StoredRecords['search'] => ({
  ...search,
  terms: [],
  note: null,
})

/** A suggestion holds places of words and no words; under the root of its run it stays as it is. */
export const scrubLink = (link: StoredRecords['link']): StoredRecords['link'] =>
  link.basis === 'suggested' ? link : { ...link, partTaken: null, partLeft: null, note: null }

export const scrubJudgement = (judgement: StoredRecords['judgement']): StoredRecords['judgement'] => ({
  ...judgement,
  note: null,
})

const changed = <Item>(items: readonly Item[], isMeant: (item: Item) => boolean, scrub: (item: Item) => Item) =>
  items.map(item => (isMeant(item) ? scrub(item) : item))

/** Ideas that only erased points asked for: their title says again what the text said. */
const emptiedIdeas = (
  { points }: ConsultationRecord,
  { pointIds, wordlessIds }: ErasureTarget,
): ReadonlySet<string> => {
  const left = points.filter(({ id }) => !pointIds.has(id) && !wordlessIds.has(id))
  const stillAsked = new Set(left.flatMap(({ ideaId }) => ideaId ?? []))
  const asked = points.flatMap(({ id, ideaId }) => (pointIds.has(id) ? (ideaId ?? []) : []))
  return new Set(asked.filter(id => !stillAsked.has(id)))
}

const scrubWith = (
  record: ConsultationRecord,
  target: ErasureTarget,
  scrubOnePoint: (point: StoredRecords['point']) => StoredRecords['point'],
): ConsultationRecord => {
  const isMeant = ({ pointId }: { readonly pointId: string }): boolean => target.pointIds.has(pointId)
  const ideas = emptiedIdeas(record, target)
  return {
    ...record,
    contributions: changed(
      record.contributions,
      ({ id }) => id === target.contributionId,
      one => scrubContribution(one, target),
    ),
    points: changed(record.points, ({ id }) => target.pointIds.has(id), scrubOnePoint),
    ideas: changed(
      record.ideas,
      ({ id }) => ideas.has(id),
      one => ({ ...one, title: 'Erased' }),
    ),
    searches: changed(record.searches, isMeant, scrubSearch),
    links: changed(record.links, isMeant, scrubLink),
    judgements: changed(record.judgements, isMeant, scrubJudgement),
  }
}

/** The records of a consultation without the words and attributes. Every count stays. Items that nothing changes are the very same objects. */
export const scrubRecords = (record: ConsultationRecord, target: ErasureTarget): ConsultationRecord =>
  scrubWith(record, target, point => scrubPoint(point, target))

/** The same of the records kept with a release. */
export const scrubReleasedRecords = (record: ConsultationRecord, target: ErasureTarget): ConsultationRecord => {
  const contribution = record.contributions.find(({ id }) => id === target.contributionId) ?? null
  return scrubWith(record, target, point => scrubReleasedPoint(point, contribution, target))
}

/** Kinds whose records an erasure changes, under their names in the aggregate. */
export const SCRUBBED = {
  contributions: 'contribution',
  points: 'point',
  ideas: 'idea',
  searches: 'search',
  links: 'link',
  judgements: 'judgement',
} as const
