import type { Judgement } from '../model/judgement.ts'
import type { Link, Search } from '../model/link.ts'
import type { Passage } from '../model/document.ts'
import type { Basis } from '../model/basis.ts'
import type { StoredRecords } from '../model/record-kinds.ts'
import type { Connection } from './connection.ts'
import { fromRows } from './row-mapping.ts'

/** What people settled about some points. */
export interface LookRecords {
  readonly links: readonly Link[]
  readonly searches: readonly Search[]
  readonly judgements: readonly Judgement[]
}

const CONFIRMED: readonly Basis[] = ['confirmed', 'double-checked', 'independent']
const IDS_PER_QUERY = 400

const standing = async <K extends 'link' | 'search' | 'judgement'>(
  connection: Connection,
  kind: K,
  table: 'links' | 'searches' | 'judgements',
  pointIds: readonly string[],
): Promise<readonly StoredRecords[K][]> => {
  const found: StoredRecords[K][] = []
  for (let from = 0; from < pointIds.length; from += IDS_PER_QUERY) {
    const rows = await connection
      .selectFrom(table)
      .selectAll()
      .where('pointId', 'in', pointIds.slice(from, from + IDS_PER_QUERY))
      .where('basis', 'in', CONFIRMED)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('retractions').select('retractions.id').whereRef('retractions.subjectId', '=', `${table}.id`),
          ),
        ),
      )
      .execute()
    found.push(...fromRows(kind, rows as never).map(record => ({ ...record, retractedById: null })))
  }
  return found
}

/** What people confirmed about these points and nobody took back. */
export const readStandingRecords = async (
  connection: Connection,
  pointIds: readonly string[],
): Promise<LookRecords> => ({
  links: await standing(connection, 'link', 'links', pointIds),
  searches: await standing(connection, 'search', 'searches', pointIds),
  judgements: await standing(connection, 'judgement', 'judgements', pointIds),
})

/** Points of a consultation about which a person has confirmed anything that stands. */
export const readCheckedPointIds = async (
  connection: Connection,
  consultationId: string,
): Promise<ReadonlySet<string>> => {
  const found = new Set<string>()
  for (const table of ['links', 'searches', 'judgements'] as const) {
    const rows = await connection
      .selectFrom(table)
      .select('pointId')
      .distinct()
      .where('consultationId', '=', consultationId)
      .where('basis', 'in', CONFIRMED)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('retractions').select('retractions.id').whereRef('retractions.subjectId', '=', `${table}.id`),
          ),
        ),
      )
      .execute()
    for (const { pointId } of rows) found.add(pointId)
  }
  return found
}

/** Links of one point that the machine suggests, best first. */
export const readSuggestedLinks = async (connection: Connection, pointId: string): Promise<readonly Link[]> => {
  const rows = await connection
    .selectFrom('links')
    .selectAll()
    .where('pointId', '=', pointId)
    .where('basis', '=', 'suggested')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('retractions').select('retractions.id').whereRef('retractions.subjectId', '=', 'links.id')),
      ),
    )
    .orderBy('score', 'desc')
    .execute()
  return fromRows('link', rows).map(link => ({ ...link, retractedById: null }))
}

export const readPassages = async (connection: Connection, ids: readonly string[]): Promise<readonly Passage[]> => {
  const found: Passage[] = []
  for (let from = 0; from < ids.length; from += IDS_PER_QUERY)
    found.push(
      ...fromRows(
        'passage',
        await connection
          .selectFrom('passages')
          .selectAll()
          .where('id', 'in', ids.slice(from, from + IDS_PER_QUERY))
          .execute(),
      ),
    )
  return found
}

/** Passages of some documents, in their order. */
export const readPassagesOf = async (
  connection: Connection,
  documentIds: readonly string[],
): Promise<readonly Passage[]> =>
  documentIds.length === 0
    ? []
    : fromRows(
        'passage',
        await connection
          .selectFrom('passages')
          .selectAll()
          .where('documentId', 'in', documentIds)
          .orderBy('documentId')
          .orderBy('ordinal')
          .execute(),
      )

export const findPassage = async (
  connection: Connection,
  consultationId: string,
  ref: string,
): Promise<Passage | null> => {
  const rows = await connection
    .selectFrom('passages')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .where('ref', '=', ref)
    .execute()
  return fromRows('passage', rows)[0] ?? null
}

/** Passages that people linked to points which have one of these passages too, with how many points: "who stood there went here". */
export const readCompanionPassages = async (
  connection: Connection,
  passageIds: readonly string[],
): Promise<readonly { readonly passageId: string; readonly pointCount: number }[]> => {
  if (passageIds.length === 0) return []
  return connection
    .selectFrom('links as near')
    .innerJoin('links as far', 'far.pointId', 'near.pointId')
    .select(({ fn }) => ['far.passageId', fn.count<number>('far.pointId').distinct().as('pointCount')])
    .where('near.passageId', 'in', passageIds)
    .where('near.basis', 'in', CONFIRMED)
    .where('far.basis', 'in', CONFIRMED)
    .groupBy('far.passageId')
    .orderBy('pointCount', 'desc')
    .orderBy('far.passageId')
    .execute()
}

/** What people said before about the same passage and kind, and nobody took back: the latest first. */
export const readLinksOfPassage = async (
  connection: Connection,
  passageId: string,
  kind: Link['kind'],
): Promise<readonly Link[]> => {
  const rows = await connection
    .selectFrom('links')
    .selectAll()
    .where('passageId', '=', passageId)
    .where('kind', '=', kind)
    .where('basis', 'in', CONFIRMED)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('retractions').select('retractions.id').whereRef('retractions.subjectId', '=', 'links.id')),
      ),
    )
    .orderBy('on', 'desc')
    .limit(IDS_PER_QUERY)
    .execute()
  return fromRows('link', rows).map(link => ({ ...link, retractedById: null }))
}

/** The same for judgements that rest on the passage. */
export const readJudgementsOfPassage = async (
  connection: Connection,
  passageId: string,
  kind: Judgement['kind'],
): Promise<readonly Judgement[]> => {
  const rows = await connection
    .selectFrom('judgements')
    .selectAll()
    .where('passageId', '=', passageId)
    .where('kind', '=', kind)
    .where('basis', 'in', CONFIRMED)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('retractions').select('retractions.id').whereRef('retractions.subjectId', '=', 'judgements.id'),
        ),
      ),
    )
    .orderBy('on', 'desc')
    .limit(IDS_PER_QUERY)
    .execute()
  return fromRows('judgement', rows).map(judgement => ({ ...judgement, retractedById: null }))
}
