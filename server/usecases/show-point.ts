import type { IdeaFinding } from '../../analysis/finding.ts'
import { pointSentence } from '../../analysis/sentences/point-sentence.ts'
import type { Commitment, DeliveryCheck } from '../../data/model/commitment.ts'
import type { Document, Passage } from '../../data/model/document.ts'
import type { Judgement } from '../../data/model/judgement.ts'
import type { Link, Search } from '../../data/model/link.ts'
import type { Correction, Dispute, Reply } from '../../data/model/right-of-reply.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import type { AuditIndex, PointRow } from './audit-index.ts'
import { checkedLinks, describeTrail, type CheckedLink, type TrailStop } from './describe-trail.ts'
import { readIndex, type PageAddress } from './read-index.ts'

/** A passage the machine points at. It counts in nothing. */
export interface Suggestion {
  readonly link: Link
  readonly passage: Passage
  readonly document: Document
}
export interface ShownPoint {
  readonly index: AuditIndex
  readonly row: PointRow
  /** What happened, in one or two short sentences. */
  readonly sentence: string
  readonly trail: readonly TrailStop[]
  /** Every passage a person linked to it, the plan before and community notes included. */
  readonly links: readonly CheckedLink[]
  readonly searches: readonly Search[]
  readonly judgements: readonly Judgement[]
  readonly suggestions: readonly Suggestion[]
  readonly baseline: readonly Document[]
  readonly idea: IdeaFinding | null
  readonly sameIdea: readonly PointRow[]
  readonly duplicateOf: PointRow | null
  readonly commitment: Commitment | null
  readonly deliveryCheck: DeliveryCheck | null
  readonly replies: readonly Reply[]
  /** Replies about the whole consultation: who was asked, and when. */
  readonly generalReplies: readonly Reply[]
  readonly disputes: readonly Dispute[]
  readonly corrections: readonly Correction[]
  /** How many points were given the very same reason. */
  readonly reasonUseCount: number | null
  readonly isReasonEmpty: boolean
}

const mostSuggestions = 3

const findSuggestions = (index: AuditIndex, row: PointRow): readonly Suggestion[] =>
  (index.linksByPoint.get(row.point.id) ?? [])
    .filter(({ basis }) => basis === 'suggested')
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .slice(0, mostSuggestions)
    .flatMap(link => {
      const passage = index.passageById.get(link.passageId)
      const document = passage === undefined ? undefined : index.documentById.get(passage.documentId)
      return passage === undefined || document === undefined ? [] : [{ link, passage, document }]
    })

const findReason = ({ audit }: AuditIndex, row: PointRow) => {
  const reason = row.stated?.reason?.trim() ?? ''
  return {
    reasonUseCount: audit.stated.reasons.reused.find(({ text }) => text.trim() === reason)?.useCount ?? null,
    isReasonEmpty: audit.stated.reasons.empty.some(({ text }) => text.trim() === reason),
  }
}

const aboutPoint = <Item extends { readonly pointId: string | null }>(items: readonly Item[], row: PointRow) =>
  items.filter(({ pointId }) => pointId === row.point.id)

/** What happened to one point: its trail, the passages, the searches, and everything said about it since. */
export const describePoint = (index: AuditIndex, row: PointRow): ShownPoint => {
  const { record, audit } = index
  const links = checkedLinks(index, row)
  const judgements = index.judgementsByPoint.get(row.point.id) ?? []
  const promised = links.find(({ link }) => link.commitmentId !== null)?.link.commitmentId
  const duplicateOf = judgements.find(({ ofPointId }) => ofPointId !== null)?.ofPointId
  return {
    index,
    row,
    sentence: pointSentence(audit, row.finding).text,
    trail: describeTrail(index, row),
    links,
    searches: index.searchesByPoint.get(row.point.id) ?? [],
    judgements,
    suggestions: findSuggestions(index, row),
    baseline: record.documents.filter(({ id }) => audit.baseline?.documentIds.includes(id) ?? false),
    idea: row.point.ideaId === null ? null : (index.ideaByKey.get(row.finding.ideaKey) ?? null),
    sameIdea: index.rowsByIdea.get(row.finding.ideaKey) ?? [],
    duplicateOf:
      duplicateOf === undefined || duplicateOf === null ? null : (index.rowByPointId.get(duplicateOf) ?? null),
    commitment: record.commitments.find(({ id }) => id === promised) ?? null,
    deliveryCheck: record.deliveryChecks.findLast(({ pointId }) => pointId === row.point.id) ?? null,
    replies: aboutPoint(record.replies, row),
    generalReplies: record.replies.filter(({ pointId }) => pointId === null),
    disputes: aboutPoint(record.disputes, row),
    corrections: aboutPoint(record.corrections, row),
    ...findReason(index, row),
  }
}

export const showPoint = async (
  deps: Deps,
  address: PageAddress & { readonly number: number },
): Promise<ShownPoint> => {
  const index = await readIndex(deps, address)
  const row = index.rowByNumber.get(address.number)
  if (row === undefined)
    throw new AppError(
      'not-found',
      `There is no point ${address.number}. The last one is ${index.rows.at(-1)?.point.number ?? 0}.`,
    )
  return describePoint(index, row)
}
