import { STAGES } from '../../../data/model/document.ts'
import type { ListedEvidence, ShownDocument } from '../../usecases/show-evidence.ts'
import { safeUrl } from '../safe-url.ts'
import { consultationPath, documentPath, evidencePath, passageAnchor, passageLabel, pointPath } from './addresses.ts'
import { dateWords } from './date-words.ts'
import { frameOf, type Frame, type Site } from './frame.ts'
import { countOf, countWords } from './number-words.ts'
import { HOLDING_NAMES, STAGE_LINES, STAGE_NAMES } from './record-words.ts'
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
  readonly gaps: readonly { readonly title: string; readonly why: string }[]
}
export interface EvidenceView {
  readonly frame: Frame
  readonly heading: string
  readonly lede: string
  readonly stages: readonly StageBox[]
}

const headingOf = ({ held, missing }: ListedEvidence): string =>
  `We read ${countOf(held.length, 'document')}. ${missing.length === 0 ? 'We know of none missing.' : `${countOf(missing.length, 'is', 'are')} missing.`}`

/** What was read, stage by stage, and what is missing with who holds it. */
export const evidencePage = (site: Site, shown: ListedEvidence): EvidenceView => {
  const { index, held, missing } = shown
  const { record, audit } = index
  const heading = headingOf(shown)
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
    lede: 'In the order of the trail, from the plan to what was done.',
    stages: STAGES.map(stage => {
      const gaps = missing.filter(document => document.stage === stage)
      return {
        name: STAGE_NAMES[stage],
        line: STAGE_LINES[stage],
        documents: held
          .filter(({ document }) => document.stage === stage)
          .map(({ document, passageCount }) => ({
            title: document.title,
            href: documentPath(index, document),
            when: document.publishedOn === null ? 'No date on record' : dateWords(document.publishedOn),
            note: [
              document.source === 'community' ? 'By people who were there, not by the council.' : '',
              countOf(passageCount, 'passage'),
            ]
              .filter(Boolean)
              .join(' '),
          })),
        hasGaps: gaps.length > 0,
        gaps: gaps.map(({ title, holding, heldBy, note }) => ({
          title,
          why: [`${HOLDING_NAMES[holding]}.`, heldBy === null ? '' : `Held by ${heldBy}.`, note ?? '']
            .filter(Boolean)
            .join(' '),
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
  readonly language: string
  readonly passages: readonly PassageView[]
  readonly hasPages: boolean
  readonly pageWords: string
  readonly hasPrevious: boolean
  readonly previous: string
  readonly hasNext: boolean
  readonly next: string
}

const mostPoints = 12

const passagesOf = ({ index, passages }: ShownDocument): readonly PassageView[] => {
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
      cssClass: rows.length > 0 ? 'psg psg--linked' : 'psg',
      hasPoints: rows.length > 0,
      points: rows
        .slice(0, mostPoints)
        .map(row => ({ href: pointPath(index, row), number: `point ${countWords(row.point.number)}` })),
      hasMore: rows.length > mostPoints,
      more: `and ${countOf(rows.length - mostPoints, 'other')}`,
    }
  })
}

const factsOf = ({ document, passageCount }: ShownDocument): DocumentView['facts'] => [
  { term: 'Stop on the trail', lines: [STAGE_NAMES[document.stage]] },
  { term: 'Written by', lines: [document.source === 'official' ? 'The council' : 'People who were there'] },
  {
    term: 'Date it bears',
    lines: [document.publishedOn === null ? 'None on record' : dateWords(document.publishedOn)],
  },
  ...(document.firstArchivedOn === null
    ? []
    : [{ term: 'First seen in an archive', lines: [dateWords(document.firstArchivedOn)] }]),
  ...(document.isScopeStatement === true ? [{ term: 'Scope', lines: ['It says what was open to change.'] }] : []),
  { term: 'Passages', lines: [countWords(passageCount)] },
  ...(document.licence === null ? [] : [{ term: 'Licence', lines: [document.licence] }]),
  ...(document.sha256 === null ? [] : [{ term: 'Fingerprint (SHA-256)', lines: [document.sha256] }]),
  ...(document.note === null ? [] : [{ term: 'Note', lines: [document.note] }]),
]

/** One document, passage by passage, with the points that rest on each. */
export const documentPage = (site: Site, shown: ShownDocument): DocumentView => {
  const { index, document, page, pageCount } = shown
  const { record, audit } = index
  const path = documentPath(index, document)
  const source = safeUrl(document.url)
  return {
    frame: frameOf(site, {
      title: `${document.title}: ${record.consultation.title}`,
      description: `${STAGE_NAMES[document.stage]}: ${document.title}, passage by passage.`,
      path: page > 1 ? `${path}?page=${page}` : path,
      crumbs: [
        { href: consultationPath(index), text: record.consultation.title },
        { href: evidencePath(index), text: 'Every document' },
      ],
      fictional: audit.isFictional ? record.body.shortName : null,
      asOf: audit.asOf,
      version: latestVersion(record),
      methodVersion: audit.methodVersion,
      twins: { csv: `${path}.csv`, json: `${path}.json` },
    }),
    kick: `${STAGE_NAMES[document.stage]}${document.publishedOn === null ? '' : `, ${dateWords(document.publishedOn)}`}`,
    title: document.title,
    isMissing: document.holding !== 'held',
    missing: `${HOLDING_NAMES[document.holding]}.${document.heldBy === null ? '' : ` Held by ${document.heldBy}.`}`,
    facts: factsOf(shown),
    hasSource: source !== null,
    source: source ?? '',
    language: record.consultation.language ?? record.body.language,
    passages: passagesOf(shown),
    hasPages: pageCount > 1,
    pageWords: `Page ${countWords(page)} of ${countWords(pageCount)}`,
    hasPrevious: page > 1,
    previous: page > 2 ? `${path}?page=${page - 1}` : path,
    hasNext: page < pageCount,
    next: `${path}?page=${page + 1}`,
  }
}
