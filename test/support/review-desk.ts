import { randomUUID } from 'node:crypto'
import express, { type Express } from 'express'
import { createLinker } from '../../analysis/linking/linker.ts'
import { matchWithLinker } from '../../analysis/linking/match-points.ts'
import { openWordVectors } from '../../analysis/text/word-vectors.ts'
import { readWordVectors } from '../../data/import/read-word-vectors.ts'
import type { RecordKind } from '../../data/model/record-kinds.ts'
import type { Link } from '../../data/model/link.ts'
import { listSampleFiles } from '../../data/samples/list-sample-files.ts'
import { readConsultations } from '../../data/store/bodies.ts'
import { insertRecords, readRecords } from '../../data/store/records.ts'
import { readVerbatims } from '../../data/store/verbatims.ts'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { Deps } from '../../server/deps.ts'
import { errorHandler, notFound } from '../../server/http/errors.ts'
import { reviewRouter } from '../../server/http/desk/review/review-router.ts'
import { importFile } from '../../server/usecases/import-file.ts'
import { a } from './builders.ts'
import { testWeb } from './desk-client.ts'

/** The review desk, mounted as the site mounts it. */
export const reviewApp = (deps: Deps): Express => {
  const web = testWeb(deps)
  const app = express()
  app.use(reviewRouter(web))
  app.use(notFound)
  app.use(errorHandler(web))
  return app
}

/** What people judged, and what came of it: left out, so that a reviewer starts from nothing. */
const JUDGED: ReadonlySet<RecordKind> = new Set([
  'link',
  'search',
  'judgement',
  'coding',
  'dispute',
  'correction',
  'release',
  'reply',
])

/** One consultation of the sample council as it is before anybody has checked anything. */
export const loadUnchecked = async (deps: Deps, folder: string): Promise<string> => {
  for (const { path, recordKind } of await listSampleFiles()) {
    const isWanted = path.includes(`/${folder}/`) || basename(path) === 'bodies.csv'
    if (!isWanted || (recordKind !== null && JUDGED.has(recordKind))) continue
    await importFile(deps, {
      source: { name: basename(path), open: () => createReadStream(path) },
      options: recordKind === null ? {} : { recordKind },
      isDryRun: false,
    })
  }
  const consultation = (await readConsultations(deps.store.reader)).find(({ ref }) => ref === folder)
  if (consultation === undefined) throw new Error(`The sample has no consultation ${folder}.`)
  return consultation.id
}

/** Suggestions of the linker, kept as links whose basis is `suggested`: what `said suggest` does. */
export const suggestLinks = async (deps: Deps, consultationId: string, top = 9): Promise<void> => {
  const { reader } = deps.store
  const documents = new Map(
    (await readRecords(reader, 'document', consultationId)).map(document => [document.id, document]),
  )
  const passages = await readRecords(reader, 'passage', consultationId)
  const texts = await readVerbatims(reader, consultationId, 'point')
  const points = await readRecords(reader, 'point', consultationId)
  const linker = createLinker(
    openWordVectors(readWordVectors(new URL('../../analysis/text/vectors/', import.meta.url))),
    passages.map(({ id, documentId, text, heading }) => ({
      document: documentId,
      stage: documents.get(documentId)?.stage ?? 'record',
      passage: id,
      text,
      heading,
    })),
  )
  const inputs = points.map(({ id, stance, ideaId, contributionId }) => ({
    id,
    text: texts.get(id) ?? '',
    stance,
    idea: ideaId,
    contribution: contributionId,
  }))
  const links: Link[] = []
  for (const line of matchWithLinker(linker, inputs, { vectors: linker.index.vectors, top, explain: true }))
    if ('passage' in line)
      links.push(
        a('link', {
          id: randomUUID(),
          consultationId,
          pointId: line.point,
          passageId: line.passage,
          kind: line.kind,
          basis: 'suggested',
          score: line.score,
          matched: line.explanation?.offsets ?? null,
        }),
      )
  await deps.store.write(tx => insertRecords(tx, 'link', links))
}
