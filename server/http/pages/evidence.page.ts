import { STAGES } from '../../../data/model/document.ts'
import type { ListedEvidence, ShownDocument } from '../../usecases/show-evidence.ts'
import { safeUrl } from '../safe-url.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath, documentPath, evidencePath, passageAnchor, passageLabel, pointPath } from './addresses.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { recordLanguage } from './quoted-language.ts'
import { latestVersion } from './release-words.ts'
import { passageWords } from './show-passage.ts'

interface DocumentRow {
  readonly title: string
  readonly href: string
  readonly when: string
  readonly note: string
}
interface StageBox {
  readonly name: string
  readonly line: string
  readonly documents: readonly DocumentRow[]
  readonly hasGaps: boolean
  readonly gaps: readonly { readonly missing: string; readonly why: string }[]
}
export interface EvidenceView {
  readonly frame: Frame
  readonly heading: string
  readonly lede: string
  readonly stages: readonly StageBox[]
}

/** What was read, stage by stage, and what is missing with who holds it. */
export const evidencePage = (site: Site, shown: ListedEvidence): EvidenceView => {
  const { strings: t } = site
  const { index, held, missing } = shown
  const { record, audit } = index
  const heading = t.evidence.heading(held.length, missing.length)
  const path = evidencePath(index)
  return {
    frame: frameOf(site, {
      title: `${heading} ${record.consultation.title}`,
      description: heading,
      path,
      crumbs: [{ href: consultationPath(index), text: record.consultation.title }],
      fictional: audit.isFictional ? record.body.shortName : null,
      asOf: audit.asOf,
      version: latestVersion(record),
      methodVersion: audit.methodVersion,
      twins: { csv: `${path}.csv`, json: `${path}.json` },
    }),
    heading,
    lede: t.evidence.lede,
    stages: STAGES.map(stage => {
      const gaps = missing.filter(document => document.stage === stage)
      return {
        name: t.records.stages[stage],
        line: t.records.stageLines[stage],
        documents: held
          .filter(({ document }) => document.stage === stage)
          .map(({ document, passageCount }) => ({
            title: document.title,
            href: documentPath(index, document),
            when: document.publishedOn === null ? t.evidence.noDate : t.dateTogether(document.publishedOn),
            note: t.evidence.documentNote(document.source === 'community', passageCount),
          })),
        hasGaps: gaps.length > 0,
        gaps: gaps.map(({ title, holding, heldBy, note }) => ({
          missing: t.evidence.missing(title),
          why: t.evidence.gap(t.records.holdings[holding], heldBy, note),
        })),
      }
    }).filter(({ documents, hasGaps }) => documents.length > 0 || hasGaps),
  }
}

interface PassageView {
  readonly anchor: string
  readonly label: string
  readonly hasHeading: boolean
  readonly heading: string
  readonly text: string
  readonly language: string
  readonly cssClass: string
  readonly hasPoints: boolean
  readonly points: readonly { readonly href: string; readonly number: string }[]
  readonly hasMore: boolean
  readonly more: string
}
export interface DocumentView {
  readonly frame: Frame
  readonly kick: string
  readonly title: string
  readonly isMissing: boolean
  readonly missing: string
  readonly facts: readonly { readonly term: string; readonly lines: readonly string[] }[]
  readonly hasSource: boolean
  readonly source: string
  readonly passages: readonly PassageView[]
  readonly hasPages: boolean
  readonly pageWords: string
  readonly hasPrevious: boolean
  readonly previous: string
  readonly hasNext: boolean
  readonly next: string
}

const mostPoints = 12

const passagesOf = (t: Strings, { index, passages }: ShownDocument): readonly PassageView[] => {
  let heading: string | null = null
  return passages.map(({ passage, rows }) => {
    const isNew = passage.heading !== null && passage.heading !== heading
    heading = passage.heading
    const label = passageLabel(passage)
    return {
      anchor: passageAnchor(passage),
      label: /^p\d+$/.test(label) ? '' : label,
      hasHeading: isNew,
      heading: passage.heading ?? '',
      text: passageWords(passage),
      language: recordLanguage(index),
      cssClass: rows.length > 0 ? 'psg psg--linked' : 'psg',
      hasPoints: rows.length > 0,
      points: rows
        .slice(0, mostPoints)
        .map(row => ({ href: pointPath(index, row), number: t.evidence.point(row.point.number) })),
      hasMore: rows.length > mostPoints,
      more: t.evidence.morePoints(rows.length - mostPoints),
    }
  })
}

const factsOf = (t: Strings, { document, passageCount }: ShownDocument): DocumentView['facts'] => [
  { term: t.evidence.facts.stop, lines: [t.records.stages[document.stage]] },
  {
    term: t.evidence.facts.writtenBy,
    lines: [document.source === 'official' ? t.evidence.facts.council : t.evidence.facts.community],
  },
  {
    term: t.evidence.facts.date,
    lines: [document.publishedOn === null ? t.evidence.facts.noDate : t.dateTogether(document.publishedOn)],
  },
  ...(document.firstArchivedOn === null
    ? []
    : [{ term: t.evidence.facts.archived, lines: [t.dateTogether(document.firstArchivedOn)] }]),
  ...(document.isScopeStatement === true
    ? [{ term: t.evidence.facts.scope, lines: [t.evidence.facts.scopeText] }]
    : []),
  { term: t.evidence.facts.passages, lines: [t.count(passageCount)] },
  ...(document.licence === null ? [] : [{ term: t.evidence.facts.licence, lines: [document.licence] }]),
  ...(document.sha256 === null ? [] : [{ term: t.evidence.facts.fingerprint, lines: [document.sha256] }]),
  ...(document.note === null ? [] : [{ term: t.evidence.facts.note, lines: [document.note] }]),
]

/** One document, passage by passage, with the points that rest on each. */
export const documentPage = (site: Site, shown: ShownDocument): DocumentView => {
  const { strings: t } = site
  const { index, document, page, pageCount } = shown
  const { record, audit } = index
  const path = documentPath(index, document)
  const source = safeUrl(document.url)
  return {
    frame: frameOf(site, {
      title: t.evidence.documentTitle(document.title, record.consultation.title),
      description: t.evidence.documentDescription(t.records.stages[document.stage], document.title),
      path: page > 1 ? `${path}?page=${page}` : path,
      crumbs: [
        { href: consultationPath(index), text: record.consultation.title },
        { href: evidencePath(index), text: t.evidence.everyDocument },
      ],
      fictional: audit.isFictional ? record.body.shortName : null,
      asOf: audit.asOf,
      version: latestVersion(record),
      methodVersion: audit.methodVersion,
      twins: { csv: `${path}.csv`, json: `${path}.json` },
    }),
    kick: t.evidence.documentKick(t.records.stages[document.stage], document.publishedOn),
    title: document.title,
    isMissing: document.holding !== 'held',
    missing: t.evidence.documentMissing(t.records.holdings[document.holding], document.heldBy),
    facts: factsOf(t, shown),
    hasSource: source !== null,
    source: source ?? '',
    passages: passagesOf(t, shown),
    hasPages: pageCount > 1,
    pageWords: t.points.page(page, pageCount),
    hasPrevious: page > 1,
    previous: page > 2 ? `${path}?page=${page - 1}` : path,
    hasNext: page < pageCount,
    next: `${path}?page=${page + 1}`,
  }
}
