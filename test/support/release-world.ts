import { createReadStream, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import express, { type Express } from 'express'
import type { GrantedRole } from '../../data/model/account.ts'
import type { RecordKind } from '../../data/model/record-kinds.ts'
import { listSampleFiles } from '../../data/samples/list-sample-files.ts'
import { insertMark } from '../../data/store/releases.ts'
import type { Deps } from '../../server/deps.ts'
import { checkRouter } from '../../server/http/desk/check/check-router.ts'
import { peopleRouter } from '../../server/http/desk/people-router.ts'
import { releaseRouter, removalRoutes } from '../../server/http/desk/release/release-router.ts'
import { replyRouter } from '../../server/http/desk/reply/reply-router.ts'
import { errorHandler, notFound } from '../../server/http/errors.ts'
import { consultationRoutes } from '../../server/http/routes/consultation-routes.ts'
import { evidenceRoutes } from '../../server/http/routes/evidence-routes.ts'
import { pointRoutes } from '../../server/http/routes/point-routes.ts'
import { siteRoutes } from '../../server/http/routes/site-routes.ts'
import { importFile } from '../../server/usecases/import-file.ts'
import { HistoryWriter } from '../../server/usecases/history/history-writer.ts'
import type { Session } from '../../server/usecases/people/session.ts'
import { findScope, type ReviewScope } from '../../server/usecases/review/review-scope.ts'
import { testWeb } from './desk-client.ts'
import { ADMIN, aPerson, aSession, aToken } from './people.ts'
import { openTemporaryDeps } from './temporary-store.ts'

/** The site as it is to be mounted: what needs to know who asks first, then the pages for everybody. */
export const releaseApp = (deps: Deps): Express => {
  const web = testWeb(deps)
  const app = express()
  app.use(peopleRouter(web))
  app.use(releaseRouter(web))
  app.use(replyRouter(web))
  app.use(checkRouter(web))
  app.use(removalRoutes(web))
  app.use(siteRoutes(web))
  app.use(pointRoutes(web))
  app.use(evidenceRoutes(web))
  app.use(consultationRoutes(web))
  app.use(notFound)
  app.use(errorHandler(web))
  return app
}

export const EASTFIELD = { body: 'calderwick', consultation: 'eastfield-park-2026' }

const AFTER_PUBLICATION: readonly RecordKind[] = ['release', 'reply', 'dispute', 'correction']

/** One consultation of the sample, checked, without what came after publication, unless it is asked for. */
export const loadSampleConsultation = async (
  deps: Deps,
  folder: string,
  leftOut: readonly RecordKind[] = AFTER_PUBLICATION,
): Promise<ReviewScope> => {
  for (const { path, recordKind } of await listSampleFiles()) {
    const isWanted = path.includes(`/${folder}/`) || basename(path) === 'bodies.csv'
    if (!isWanted || (recordKind !== null && leftOut.includes(recordKind))) continue
    const source = { name: basename(path), open: () => createReadStream(path) }
    await importFile(deps, { source, options: recordKind === null ? {} : { recordKind }, isDryRun: false })
  }
  return findScope(deps, { body: 'calderwick', consultation: folder })
}

const makeStore = async (folder: string, leftOut: readonly RecordKind[]): Promise<string> => {
  const { deps, path } = await openTemporaryDeps()
  process.once('exit', () => rmSync(dirname(path), { recursive: true, force: true }))
  await loadSampleConsultation(deps, folder, leftOut)
  await deps.store.close()
  return path
}

const stores = new Map<string, Promise<string>>()

/** The path of a closed store that holds what `loadSampleConsultation` loads: made once, for tests that each write into a copy. */
export const sampleStore = (folder: string, leftOut: readonly RecordKind[] = AFTER_PUBLICATION): Promise<string> => {
  const name = [folder, ...leftOut].join(' ')
  const store = stores.get(name) ?? makeStore(folder, leftOut)
  stores.set(name, store)
  return store
}

export const markAsDraft = (deps: Deps, consultationId: string): Promise<void> =>
  deps.store.write(async tx => {
    const id = deps.newId()
    await insertMark(tx, { id, consultationId, mark: 'draft', setAt: deps.clock.now(), setBy: 'test' })
    const history = new HistoryWriter(tx, { at: deps.clock.now(), byId: null })
    await history.deskRecords('consultation-mark', [id])
    await history.flush()
  })

export interface SignedIn {
  readonly session: Session
  readonly code: string
  readonly token: string
}

/** Somebody with one role, in one consultation or on the whole site. */
export const someone = async (deps: Deps, role: GrantedRole, consultationId: string): Promise<SignedIn> => {
  const grant = role === 'admin' ? ADMIN : { role, consultationId }
  const person = await aPerson(deps, { grants: [grant], password: null, hasSecondStep: true })
  const session = await aSession(deps, person.id)
  return { session, code: person.code, token: await aToken(deps, person.id, { isFull: true }) }
}

/** What an action is refused with; fails where it is not refused. */
export const refusalOf = async (
  work: Promise<unknown>,
): Promise<{ readonly code: string; readonly message: string }> => {
  const outcome = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(outcome instanceof Error) || !('code' in outcome)) throw new Error('This was not refused.', { cause: outcome })
  return { code: String(outcome.code), message: outcome.message }
}
