import { calibrate, type Calibration } from '../../analysis/linking/calibrate.ts'
import { judgedSuggestions } from '../../analysis/linking/judged-suggestions.ts'
import { LINKER_VERSION } from '../../analysis/linking/method-version.ts'
import type { PassageInput } from '../../analysis/linking/passage-index.ts'
import type { NothingFound, PointInput, Suggestion } from '../../analysis/linking/suggestion.ts'
import { memberHash } from '../../data/log/sealed-record.ts'
import type { ConsultationRecord } from '../../data/model/consultation-record.ts'
import type { Link, Search } from '../../data/model/link.ts'
import type { Point } from '../../data/model/point.ts'
import type { WriteConnection } from '../../data/store/connection.ts'
import { raiseRevisions } from '../../data/store/imports.ts'
import { insertRecords } from '../../data/store/records.ts'
import { readVerbatims } from '../../data/store/verbatims.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { HistoryWriter } from './history/history-writer.ts'
import { matchInThreads } from './match-in-threads.ts'
import { readAudit, type ConsultationAddress } from './read-audit.ts'

/** Suggestions kept of each stage: as many as the review desk shows at once. */
const KEPT_PER_STAGE = 3

export interface SuggestResult {
  readonly pointCount: number
  readonly passageCount: number
  readonly documentCount: number
  /** Links and searches added; what was on record from an earlier run is not added again. */
  readonly linkCount: number
  readonly searchCount: number
  readonly byGrade: Readonly<Record<string, number>>
  readonly methodVersion: string
  /** What scores mean in this consultation; null until 60 of its suggestions were judged. Told, not stored. */
  readonly calibration: Calibration | null
}

/** Held passages of the consultation under the ids of their records. */
const passagesOf = ({ documents, passages }: ConsultationRecord): readonly PassageInput[] => {
  const held = new Map(documents.filter(({ holding }) => holding === 'held').map(document => [document.id, document]))
  return passages.flatMap(({ id, documentId, text, heading }) => {
    const document = held.get(documentId)
    return document === undefined ? [] : [{ document: document.id, stage: document.stage, passage: id, text, heading }]
  })
}

/**
 * Points by the words people used. Where the public text is those words, offsets of matched words hold for the public
 * text too; elsewhere they are left out, so that nothing of a withheld text can be told from them.
 */
const pointsOf = (record: ConsultationRecord, words: ReadonlyMap<string, string>): readonly PointInput[] =>
  record.points.map(point => ({
    id: point.id,
    text: words.get(point.id) ?? point.publicText ?? '',
    stance: point.stance,
    lang: point.language,
    contribution: point.contributionId,
    idea: point.ideaId,
  }))

const linkOf = (deps: Deps, consultationId: string, suggestion: Suggestion, hasPublicWords: boolean): Link => ({
  id: deps.newId(),
  consultationId,
  pointId: suggestion.point,
  passageId: suggestion.passage,
  kind: suggestion.kind,
  basis: 'suggested',
  by: null,
  on: deps.clock.today(),
  ground: null,
  isSpecific: null,
  isGroupReply: null,
  isStockReason: null,
  isNewPart: null,
  partTaken: null,
  partLeft: null,
  commitmentId: null,
  methodVersion: LINKER_VERSION,
  score: suggestion.score,
  matched: {
    inPoint: hasPublicWords ? (suggestion.explanation?.offsets.inPoint ?? []) : [],
    inPassage: suggestion.explanation?.offsets.inPassage ?? [],
  },
  note: suggestion.grade,
  retractedById: null,
})

/** What was searched for a point, kept as a record: which documents, which words. */
const searchOf = (deps: Deps, point: Point, documentIds: readonly string[], terms: readonly string[]): Search => ({
  id: deps.newId(),
  consultationId: point.consultationId,
  pointId: point.id,
  documentIds,
  terms,
  basis: 'suggested',
  by: LINKER_VERSION,
  on: deps.clock.today(),
  note: null,
  retractedById: null,
})

interface Found {
  readonly links: Link[]
  readonly terms: Map<string, Set<string>>
  readonly byGrade: Record<string, number>
}

interface SuggestRun {
  readonly onProgress: (done: number, total: number) => void
  /** 1 = beside the thread that answers requests, however small the job is. */
  readonly threadsMin: number
}

const decoder = new TextDecoder()

async function* suggestionsFor(
  record: ConsultationRecord,
  words: ReadonlyMap<string, string>,
  { onProgress, threadsMin }: SuggestRun,
): AsyncGenerator<Suggestion | NothingFound> {
  const job = { points: pointsOf(record, words), passages: passagesOf(record), top: KEPT_PER_STAGE, isExplained: true }
  for await (const lines of matchInThreads({ ...job, onProgress, threadsMin }))
    for (const line of decoder.decode(lines).trimEnd().split('\n')) yield JSON.parse(line) as Suggestion | NothingFound
}

const collect = async (
  deps: Deps,
  record: ConsultationRecord,
  words: ReadonlyMap<string, string>,
  run: SuggestRun,
): Promise<Found> => {
  const points = new Map(record.points.map(point => [point.id, point]))
  const isHeld = heldSuggestions(record)
  const found: Found = { links: [], terms: new Map(), byGrade: {} }
  for await (const line of suggestionsFor(record, words, run)) {
    found.byGrade[line.grade] = (found.byGrade[line.grade] ?? 0) + 1
    const terms = found.terms.get(line.point) ?? new Set()
    found.terms.set(line.point, terms)
    if (line.rank === 0) {
      for (const term of 'search' in line ? (line.search?.terms ?? []) : []) terms.add(term)
      continue
    }
    if (!('passage' in line)) continue
    for (const [inPoint] of line.matched) terms.add(inPoint.toLowerCase())
    const hasPublicWords = points.get(line.point)?.publicText === words.get(line.point)
    if (!isHeld(line.point, line.passage)) found.links.push(linkOf(deps, record.consultation.id, line, hasPublicWords))
  }
  return found
}

const heldSuggestions = ({ links }: ConsultationRecord): ((pointId: string, passageId: string) => boolean) => {
  const held = new Set(
    links
      .filter(({ basis }) => basis === 'suggested')
      .map(({ pointId, passageId, methodVersion }) => `${pointId} ${passageId} ${methodVersion}`),
  )
  return (pointId, passageId) => held.has(`${pointId} ${passageId} ${LINKER_VERSION}`)
}

/** Searches of this run for points whose documents were not all searched by the same method before. */
const newSearches = (deps: Deps, record: ConsultationRecord, terms: Found['terms']): readonly Search[] => {
  const documentIds = record.documents.filter(({ holding }) => holding === 'held').map(({ id }) => id)
  const searched = new Set(
    record.searches
      .filter(({ by, documentIds: before }) => by === LINKER_VERSION && documentIds.every(id => before.includes(id)))
      .map(({ pointId }) => pointId),
  )
  return record.points
    .filter(({ id }) => !searched.has(id))
    .map(point => searchOf(deps, point, documentIds, [...(terms.get(point.id) ?? [])].sort()))
}

/** The run is one entry over all its links; each search has its own. What was read is named by its hashes, without the words. */
const recordRun = async (
  tx: WriteConnection,
  deps: Deps,
  { consultation, points, passages }: ConsultationRecord,
  links: readonly Link[],
  searches: readonly Search[],
): Promise<void> => {
  const history = new HistoryWriter(tx, { at: deps.clock.now(), byId: null })
  const inputHashes = [
    ...points.map(point => memberHash('point', point)),
    ...passages.map(passage => memberHash('passage', passage)),
  ]
  const run = {
    runId: deps.newId(),
    consultationId: consultation.id,
    methodVersion: LINKER_VERSION,
    inputHashes,
    links,
  }
  history.suggestions(run)
  await history.records('search', searches)
  await history.flush()
}

/**
 * Stores the best passages for every point as suggestions, and what was searched. Suggestions reach no outcome and no
 * number. A second run adds only what the first did not have: a new document, or a new version of the method.
 */
export const suggestLinks = async (
  deps: Deps,
  address: ConsultationAddress,
  onProgress: (done: number, total: number) => void = () => undefined,
  threadsMin = 0,
): Promise<SuggestResult> => {
  const { record } = await readAudit(deps, address)
  const passageCount = passagesOf(record).length
  if (passageCount === 0)
    throw new AppError(
      'refused',
      `"${record.consultation.ref}" has no documents to search. Import the plan, the decision or the answer first.`,
    )
  const words = await readVerbatims(deps.store.reader, record.consultation.id, 'point')
  const { links, terms, byGrade } = await collect(deps, record, words, { onProgress, threadsMin })
  const searches = newSearches(deps, record, terms)
  if (links.length + searches.length > 0)
    await deps.store.write(async tx => {
      await insertRecords(tx, 'link', links)
      await insertRecords(tx, 'search', searches)
      await recordRun(tx, deps, record, links, searches)
      await raiseRevisions(tx, [record.consultation.id])
    })
  return {
    pointCount: record.points.length,
    passageCount,
    documentCount: record.documents.filter(({ holding }) => holding === 'held').length,
    linkCount: links.length,
    searchCount: searches.length,
    byGrade,
    methodVersion: LINKER_VERSION,
    calibration: calibrate(judgedSuggestions(record, LINKER_VERSION)),
  }
}
