import type { Cell, Table } from '../../export/table.ts'
import type { AuditIndex, PointRow } from '../../usecases/audit-index.ts'
import type { FoundPoints } from '../../usecases/find-points.ts'
import { topicOf } from '../../usecases/point-facets.ts'
import type { ShownPoint } from '../../usecases/show-point.ts'
import { consultationPath, passagePath, pointPath, pointsSearch } from '../pages/addresses.ts'
import type { Site } from '../pages/frame.ts'
import { aboutTable } from './about-table.ts'

const COLUMNS = [
  'number',
  'idea',
  'topic',
  'text',
  'text_kind',
  'language',
  'channel',
  'received_on',
  'group',
  'outcome',
  'left_out',
  'relation_to_plan',
  'flags',
  'checked',
  'checked_twice',
  'stated_outcome',
  'stated_state',
  'stated_reason',
  'stated_on',
  'url',
]
/** Who sent it and from where: only where the source itself has published each row (publishing.md P21). */
const PEOPLE_COLUMNS = ['contributor_type', 'area']

const textKind = ({ text }: PointRow): string => {
  if (text.state !== 'shown') return text.state
  if (text.isAsPublished) return 'as-published'
  return text.isParaphrase ? 'paraphrase' : 'redacted'
}

const pointCells = (site: Site, index: AuditIndex, row: PointRow): readonly Cell[] => {
  const { point, contribution, finding, stated, text } = row
  return [
    point.number,
    index.ideaByKey.get(finding.ideaKey)?.number ?? null,
    topicOf(row),
    text.state === 'shown' ? text.text : null,
    textKind(row),
    text.state === 'shown' ? (point.language ?? contribution?.language ?? null) : null,
    contribution?.channel ?? null,
    contribution?.receivedOn ?? null,
    finding.group,
    finding.outcome,
    finding.setAside,
    finding.relation,
    finding.flags.join(' | '),
    finding.isConfirmed,
    finding.isCheckedTwice,
    stated?.code ?? null,
    stated?.rawState ?? null,
    stated?.reason ?? null,
    stated?.statedOn ?? null,
    `${site.baseUrl}${pointPath(index, row)}`,
    ...(index.isPublishedAtSource ? [contribution?.contributorType ?? null, contribution?.area ?? null] : []),
  ]
}

function* eachRow(site: Site, index: AuditIndex, rows: readonly PointRow[]): Generator<readonly Cell[]> {
  for (const row of rows) yield pointCells(site, index, row)
}

export const rowsTable = (
  site: Site,
  index: AuditIndex,
  rows: readonly PointRow[],
  title: string,
  path: string,
): Table => ({
  about: aboutTable(site, index, title, path),
  columns: index.isPublishedAtSource ? [...COLUMNS, ...PEOPLE_COLUMNS] : COLUMNS,
  rows: eachRow(site, index, rows),
})

/** The same rows as the page of points, without a row limit. */
export const pointsTable = (site: Site, { index, rows, query, isHidden }: FoundPoints): Table =>
  rowsTable(
    site,
    index,
    rows,
    isHidden ? 'Hidden to protect people' : 'Points',
    `${consultationPath(index)}/points${pointsSearch(query)}`,
  )

/** Every passage a person linked to one point, and every search that found nothing more. */
export const trailTable = (site: Site, { index, row, links, searches }: ShownPoint): Table => ({
  about: aboutTable(site, index, `Trail of point ${row.point.number}`, pointPath(index, row)),
  columns: ['what', 'stage', 'document', 'passage', 'kind', 'checked_twice', 'text', 'searched_for', 'on', 'url'],
  rows: [
    ...links.map(({ link, passage, document, isCheckedTwice }) => [
      'link',
      document.stage,
      document.title,
      passage.ref,
      link.kind,
      isCheckedTwice,
      passage.text,
      null,
      link.on,
      `${site.baseUrl}${passagePath(index, document, passage)}`,
    ]),
    ...searches.map(({ documentIds, terms, on }) => [
      'search',
      null,
      documentIds.flatMap(id => index.documentById.get(id)?.title ?? []).join(' | '),
      null,
      null,
      null,
      null,
      terms.join(' | '),
      on,
      null,
    ]),
  ],
})
