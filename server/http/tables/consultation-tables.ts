import { GROUPS } from '../../../analysis/finding.ts'
import type { Table } from '../../export/table.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { ListedEvidence, ShownDocument } from '../../usecases/show-evidence.ts'
import type { ListedIdeas } from '../../usecases/show-ideas.ts'
import type { TopicRow } from '../../usecases/tabulate-topics.ts'
import { consultationPath, documentPath, evidencePath, ideaPath, passagePath } from '../pages/addresses.ts'
import type { Site } from '../pages/frame.ts'
import { aboutTable } from './about-table.ts'
import { FIGURE_COLUMNS, figureCells } from './figure-columns.ts'

export const topicsTable = (site: Site, index: AuditIndex, topics: readonly TopicRow[]): Table => ({
  about: aboutTable(site, index, 'Points by topic', consultationPath(index)),
  columns: ['topic', 'topics', 'points', ...GROUPS.map(group => group.replaceAll('-', '_'))],
  rows: topics.map(({ topic, topicCount, pointCount, countByGroup }) => [
    topic,
    topicCount,
    pointCount,
    ...GROUPS.map(group => countByGroup[group]),
  ]),
})

export const ideasTable = (site: Site, { index, shared }: ListedIdeas): Table => ({
  about: aboutTable(site, index, 'Ideas', `${consultationPath(index)}/ideas`),
  columns: ['number', 'title', 'points', 'group', 'outcome', 'answered', 'url'],
  rows: shared.map(({ idea, rows }) => [
    idea.number,
    idea.title,
    rows.length,
    idea.group,
    idea.outcome,
    idea.isAnswered,
    `${site.baseUrl}${ideaPath(index, idea.number ?? 0)}`,
  ]),
})

/** What the body says, by attribute: the rows of the page. */
export const statedTable = (site: Site, index: AuditIndex): Table => {
  const { stated } = index.audit
  return {
    about: aboutTable(site, index, 'What the council says', `${consultationPath(index)}/stated`),
    columns: ['basis', 'attribute', 'attribute_value', ...FIGURE_COLUMNS],
    rows: [
      ['stated', 'all', 'all', ...figureCells(site, index, stated.accepted)],
      ['stated', 'all', 'without officers', ...figureCells(site, index, stated.acceptedWithoutOfficers)],
      ...stated.breakdowns.flatMap(({ attribute, rows }) =>
        rows.map(({ value, accepted }) => ['stated', attribute, value, ...figureCells(site, index, accepted)]),
      ),
    ],
  }
}

export const evidenceTable = (site: Site, { index, held, missing }: ListedEvidence): Table => ({
  about: aboutTable(site, index, 'Documents and gaps', evidencePath(index)),
  columns: [
    'ref',
    'stage',
    'title',
    'source',
    'holding',
    'held_by',
    'published_on',
    'first_archived_on',
    'passages',
    'sha256',
    'licence_of_text',
    'source_url',
    'note',
    'url',
  ],
  rows: [...held, ...missing.map(document => ({ document, passageCount: 0 }))].map(({ document, passageCount }) => [
    document.ref,
    document.stage,
    document.title,
    document.source,
    document.holding,
    document.heldBy,
    document.publishedOn,
    document.firstArchivedOn,
    document.holding === 'held' ? passageCount : null,
    document.sha256,
    document.licence,
    document.url,
    document.note,
    document.holding === 'held' ? `${site.baseUrl}${documentPath(index, document)}` : null,
  ]),
})

/** Every passage of a document, all pages of it. */
export const passagesTable = (site: Site, { index, document }: ShownDocument): Table => ({
  about: aboutTable(site, index, document.title, documentPath(index, document)),
  columns: ['ref', 'heading', 'text', 'shape', 'linked_points', 'url'],
  rows: (index.passagesByDocument.get(document.id) ?? []).map(passage => [
    passage.ref,
    passage.heading,
    passage.text,
    passage.shape,
    [
      ...new Set(
        (index.linksByPassage.get(passage.id) ?? []).flatMap(
          ({ pointId }) => index.rowByPointId.get(pointId)?.point.number ?? [],
        ),
      ),
    ]
      .toSorted((a, b) => a - b)
      .join(' | '),
    `${site.baseUrl}${passagePath(index, document, passage)}`,
  ]),
})
