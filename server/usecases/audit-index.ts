import type { Audit, IdeaFinding, PointFinding } from '../../analysis/finding.ts'
import { agreementSentence, certaintySentence, leftOutSentence } from '../../analysis/sentences/certainty-sentences.ts'
import { consultationHeadline } from '../../analysis/sentences/consultation-headline.ts'
import { ideaSentence } from '../../analysis/sentences/result-sentences.ts'
import { subjectOf, subjectWithin } from '../../analysis/sentences/subject.ts'
import { isConfirmed } from '../../data/model/basis.ts'
import type { ConsultationRecord } from '../../data/model/consultation-record.ts'
import type { Contribution } from '../../data/model/contribution.ts'
import type { Document, Passage } from '../../data/model/document.ts'
import type { Judgement } from '../../data/model/judgement.ts'
import type { Link, Search } from '../../data/model/link.ts'
import type { Point } from '../../data/model/point.ts'
import type { StatedOutcome } from '../../data/model/stated-outcome.ts'
import type { AuditedConsultation } from './audit-cache.ts'
import { publicTextOf, type PublicText } from './public-text.ts'

/** One point with what lists and filters ask about it. */
export interface PointRow {
  readonly point: Point
  readonly contribution: Contribution | null
  readonly finding: PointFinding
  /** The latest word of the body about it. */
  readonly stated: StatedOutcome | null
  readonly text: PublicText
  /** The public text, folded for searching; empty where none is shown. */
  readonly foldedText: string
}

/** What the audit says in words; tested beside the numbers it is made from. */
export interface AuditSentences {
  readonly finding: string
  /** Which rule of the headline made the finding. */
  readonly rule: string
  readonly byIdea: string
  readonly certainty: string
  readonly agreement: string | null
  readonly leftOut: string | null
  /** "The council", or the short name of a body that is none; and the same within a sentence. */
  readonly subject: string
  readonly subjectWithin: string
}

/** Look-ups over one audit, made once for each. */
export interface AuditIndex {
  readonly record: ConsultationRecord
  readonly audit: Audit
  readonly revision: string
  readonly rows: readonly PointRow[]
  readonly rowByNumber: ReadonlyMap<number, PointRow>
  readonly rowsByIdea: ReadonlyMap<string, readonly PointRow[]>
  readonly ideaByKey: ReadonlyMap<string, IdeaFinding>
  readonly linksByPoint: ReadonlyMap<string, readonly Link[]>
  readonly linksByPassage: ReadonlyMap<string, readonly Link[]>
  readonly searchesByPoint: ReadonlyMap<string, readonly Search[]>
  readonly judgementsByPoint: ReadonlyMap<string, readonly Judgement[]>
  readonly rowByPointId: ReadonlyMap<string, PointRow>
  readonly passageById: ReadonlyMap<string, Passage>
  readonly passagesByDocument: ReadonlyMap<string, readonly Passage[]>
  readonly documentById: ReadonlyMap<string, Document>
  readonly sentences: AuditSentences
  /** Every public text is the source's own publication: nothing is shown that was not public before. */
  readonly isPublishedAtSource: boolean
}

const indexes = new WeakMap<Audit, AuditIndex>()

export const foldText = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ')

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map(item => [item.id, item]))

const groupBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> => {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

const latestStated = (outcomes: readonly StatedOutcome[]): ReadonlyMap<string, StatedOutcome> => {
  const latest = new Map<string, StatedOutcome>()
  for (const outcome of outcomes) {
    const known = latest.get(outcome.pointId)
    if (known === undefined || (outcome.statedOn ?? '') >= (known.statedOn ?? '')) latest.set(outcome.pointId, outcome)
  }
  return latest
}

const makeRows = ({ record, audit }: AuditedConsultation): readonly PointRow[] => {
  const contributions = byId(record.contributions)
  const findings = new Map(audit.points.map(finding => [finding.pointId, finding]))
  const stated = latestStated(record.statedOutcomes)
  return record.points.flatMap(point => {
    const finding = findings.get(point.id)
    if (finding === undefined) return []
    const contribution = contributions.get(point.contributionId) ?? null
    const text = publicTextOf(point, contribution)
    const foldedText = text.state === 'shown' ? foldText(text.text) : ''
    return [{ point, contribution, finding, stated: stated.get(point.id) ?? null, text, foldedText }]
  })
}

const makeSentences = (audit: Audit): AuditSentences => {
  const headline = consultationHeadline(audit)
  return {
    finding: headline.text,
    rule: headline.rule,
    byIdea: ideaSentence(audit).text.replace(/^Counted by idea\. /, ''),
    certainty: certaintySentence(audit).text,
    agreement: agreementSentence(audit)?.text ?? null,
    leftOut: leftOutSentence(audit)?.text ?? null,
    subject: subjectOf(audit),
    subjectWithin: subjectWithin(audit),
  }
}

const makeIndex = (audited: AuditedConsultation): AuditIndex => {
  const { record, audit, revision } = audited
  const rows = makeRows(audited)
  const standing = record.links.filter(({ retractedById }) => retractedById === null)
  return {
    record,
    audit,
    revision,
    rows,
    rowByNumber: new Map(rows.map(row => [row.point.number, row])),
    rowByPointId: new Map(rows.map(row => [row.point.id, row])),
    rowsByIdea: groupBy(rows, ({ finding }) => finding.ideaKey),
    ideaByKey: new Map(audit.ideas.map(idea => [idea.ideaKey, idea])),
    linksByPoint: groupBy(standing, ({ pointId }) => pointId),
    linksByPassage: groupBy(
      standing.filter(({ basis }) => isConfirmed(basis)),
      ({ passageId }) => passageId,
    ),
    searchesByPoint: groupBy(
      record.searches.filter(({ retractedById, basis }) => retractedById === null && isConfirmed(basis)),
      ({ pointId }) => pointId,
    ),
    judgementsByPoint: groupBy(
      record.judgements.filter(({ retractedById, basis }) => retractedById === null && isConfirmed(basis)),
      ({ pointId }) => pointId,
    ),
    passageById: byId(record.passages),
    passagesByDocument: groupBy(record.passages, ({ documentId }) => documentId),
    documentById: byId(record.documents),
    sentences: makeSentences(audit),
    isPublishedAtSource: rows.every(({ text }) => text.state !== 'shown' || text.isAsPublished),
  }
}

export const indexAudit = (audited: AuditedConsultation): AuditIndex => {
  const known = indexes.get(audited.audit)
  if (known !== undefined) return known
  const made = makeIndex(audited)
  indexes.set(audited.audit, made)
  return made
}
