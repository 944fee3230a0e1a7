import type { Audit } from '../../analysis/finding.ts'
import { publishedIndicators } from '../../analysis/lint/published-indicators.ts'
import type { ConsultationRecord } from '../../data/model/consultation-record.ts'

/** The whole audit for a program: ids of the store replaced by the refs and numbers that mean something outside it. */
export const auditJson = (record: ConsultationRecord, audit: Audit): Readonly<Record<string, unknown>> => {
  const pointRefs = new Map(record.points.map(point => [point.id, point.ref]))
  const ideaRefs = new Map(record.ideas.map(idea => [idea.id, idea.ref]))
  const documentRefs = new Map(record.documents.map(document => [document.id, document.ref]))
  const passageRefs = new Map(record.passages.map(passage => [passage.id, passage.ref]))
  const { points, ideas, baseline, indicators, ...rest } = audit
  const published = publishedIndicators(audit)
  return {
    ...rest,
    bodyName: record.body.name,
    title: record.consultation.title,
    baseline: baseline && {
      ...baseline,
      documentIds: undefined,
      documents: baseline.documentIds.map(id => documentRefs.get(id)),
    },
    indicators: indicators.map(({ items, ...indicator }, place) => ({
      ...indicator,
      // The editor gets the numbers; whoever publishes reads here what a rule keeps back, and why.
      blockedBecause: published[place]?.blockedBecause ?? [],
      warnings: (published[place]?.warnings ?? []).map(({ message }) => message),
      items: items.map(({ passageId, ...item }) => ({
        ...item,
        passage: passageId === null ? null : (passageRefs.get(passageId) ?? null),
      })),
    })),
    points: points.map(({ pointId, evidenceIds, ideaKey, ...point }) => ({
      ref: pointRefs.get(pointId),
      idea: ideaRefs.get(ideaKey) ?? null,
      evidenceCount: evidenceIds.length,
      ...point,
    })),
    ideas: ideas.map(({ ideaKey, pointIds, ...idea }) => ({
      ref: ideaRefs.get(ideaKey) ?? null,
      points: pointIds.map(id => pointRefs.get(id)),
      ...idea,
    })),
  }
}
