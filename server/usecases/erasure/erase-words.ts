import type { ConsultationRecord } from '../../../data/model/consultation-record.ts'
import type { RecordKind, StoredRecords } from '../../../data/model/record-kinds.ts'
import { readConsultations } from '../../../data/store/bodies.ts'
import type { WriteConnection } from '../../../data/store/connection.ts'
import {
  deleteNotes,
  deleteWords,
  emptySetAsideRow,
  forgetSourceRows,
  readBlindTexts,
  readSetAsideWords,
  writeBlindText,
  writeErased,
  type ErasedSubject,
} from '../../../data/store/erasure.ts'
import { readFormerSlugs } from '../../../data/store/former-slugs.ts'
import { SCRUBBED, scrubJudgement, scrubLink, scrubRecords, scrubSearch, type ErasureTarget } from './scrub-records.ts'
import { matchesErased, type SetAsideWanted } from './matches-erased.ts'

/** What was erased: `gone` is no longer there at all, `kept` stands without its words and is sealed anew. */
export interface ErasedRows {
  readonly gone: readonly ErasedSubject[]
  readonly kept: readonly ErasedSubject[]
}

export interface ChangedRecords {
  readonly kind: RecordKind
  readonly records: readonly StoredRecords[RecordKind][]
}

/** Records that differ after the words were taken out. */
const changedRecords = (before: ConsultationRecord, after: ConsultationRecord): readonly ChangedRecords[] =>
  Object.entries(SCRUBBED).map(([name, kind]) => {
    const then: readonly object[] = Reflect.get(before, name)
    const now: readonly StoredRecords[RecordKind][] = Reflect.get(after, name)
    return { kind, records: now.filter((record, at) => record !== then[at]) }
  })

const subjectsOf = (kind: ErasedSubject['recordKind'], ids: readonly string[]): readonly ErasedSubject[] =>
  ids.map(recordId => ({ recordKind: kind, recordId }))

const scrubBlind = (text: string): string => {
  const record: unknown = JSON.parse(text)
  // What was recorded blind is a link, a search or a judgement; only a search has terms, only a link parts.
  if (typeof record !== 'object' || record === null) return text
  if ('terms' in record) return JSON.stringify(scrubSearch(record as StoredRecords['search']))
  if ('partTaken' in record) return JSON.stringify(scrubLink(record as StoredRecords['link']))
  return JSON.stringify(scrubJudgement(record as StoredRecords['judgement']))
}

const eraseBlind = async (tx: WriteConnection, pointIds: readonly string[]): Promise<readonly ErasedSubject[]> => {
  const rows = await readBlindTexts(tx, pointIds)
  for (const { id, record } of rows) await writeBlindText(tx, id, scrubBlind(record))
  return subjectsOf(
    'blind-record',
    rows.map(({ id }) => id),
  )
}

/** Every address that a consultation has or had. Files made before a renaming bear the former one. */
const consultationNames = async (tx: WriteConnection): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const former = (await readFormerSlugs(tx, 'consultation')).map(({ slug, recordId }) => [slug, recordId] as const)
  const present = (await readConsultations(tx)).map(({ ref, id }) => [ref, id] as const)
  const names = new Map<string, Set<string>>()
  for (const [name, id] of [...former, ...present]) names.set(name, (names.get(name) ?? new Set()).add(id))
  return names
}

/** Rows that were set aside and hold the same words, or stand under the same reference: a later version of it, or a copy. */
const eraseSetAside = async (
  tx: WriteConnection,
  wanted: Omit<SetAsideWanted, 'consultationNames'>,
): Promise<readonly string[]> => {
  const { consultationId } = wanted
  const names = await consultationNames(tx)
  const own = [...names].flatMap(([name, ids]) => (ids.has(consultationId) ? [name] : []))
  const rows = (await readSetAsideWords(tx, consultationId, own)).filter(row =>
    matchesErased(row, { ...wanted, consultationNames: names }),
  )
  for (const row of rows) await emptySetAsideRow(tx, row)
  return [...new Set(rows.map(({ importId }) => importId))]
}

/** Takes the words, and where asked the attributes, out of every table that holds them. */
export const eraseWords = async (
  tx: WriteConnection,
  record: ConsultationRecord,
  target: ErasureTarget,
  words: readonly string[],
): Promise<ErasedRows & { readonly changed: readonly ChangedRecords[] }> => {
  const after = scrubRecords(record, target)
  const changed = changedRecords(record, after)
  for (const { kind, records } of changed) await writeErased(tx, kind, records)
  const pointIds = [...target.pointIds]
  await deleteWords(tx, [target.contributionId, ...pointIds])
  const gone = pointIds.length === 0 ? [] : await deleteNotes(tx, pointIds)
  const blind = pointIds.length === 0 ? [] : await eraseBlind(tx, pointIds)
  const imports = await forgetSourceRows(tx, [target.contributionId, ...pointIds])
  const refs = record.contributions.filter(({ id }) => target.isWhole && id === target.contributionId)
  const consultationId = record.consultation.id
  const setAside = await eraseSetAside(tx, { consultationId, texts: words, refs: refs.map(({ ref }) => ref) })
  const kept = [
    ...changed.flatMap(({ kind, records }) =>
      subjectsOf(
        kind,
        records.map(({ id }) => id),
      ),
    ),
    ...blind,
    ...subjectsOf('source-rows', imports),
    ...subjectsOf('set-aside-rows', setAside),
  ]
  return { gone, kept, changed }
}
