import { EMPTY_DRAFT } from '../../../data/model/import-draft.ts'
import { endUpload, findUpload, insertUpload, readAllStaged, type Upload } from '../../../data/store/uploads.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { minutesFrom } from '../people/instants.ts'
import type { Actor } from '../people/session.ts'
import { authorisePlace, consultationIdOf, findUploadJob, type ImportPlace } from './import-place.ts'
import { dropOrphans, dropStaged, stageFile } from './staged-files.ts'

/** A file that nobody has imported for so long is dropped: it may hold what nobody needs to keep. */
const KEPT_DAYS = 7
/** How often a running server looks for such files. */
export const LOOK_EVERY_MINUTES = 60
const DAY_MINUTES = 24 * 60
const LONGEST_NAME = 120

/** Only a name to show: the file is kept under its hash. Folders, controls and all but the ending of a long name go. */
export const cleanFileName = (given: string): string => {
  const last = given.split(/[/\\]/).pop() ?? ''
  const plain = last
    .normalize('NFC')
    .replace(/\p{C}+/gu, '')
    .trim()
  if (plain === '' || /^\.+$/.test(plain)) return 'file'
  if (plain.length <= LONGEST_NAME) return plain
  const ending = /\.[^.]{1,8}$/.exec(plain)?.[0] ?? ''
  return `${plain.slice(0, LONGEST_NAME - ending.length - 1)}…${ending}`
}

/** Files that nobody came back to. One that is being read is left until that is done. */
export const dropOldUploads = async (deps: Deps): Promise<void> => {
  const now = deps.clock.now()
  // So early that none is kept longer than the page says, however long ago it was last looked.
  const oldest = minutesFrom(now, LOOK_EVERY_MINUTES - KEPT_DAYS * DAY_MINUTES)
  for (const upload of await readAllStaged(deps.store.reader)) {
    if (upload.receivedAt >= oldest || findUploadJob(deps, upload)?.state === 'running') continue
    await deps.store.write(tx => endUpload(tx, upload.id, { state: 'dropped', outcome: null, doneAt: now }))
    await releaseBytes(deps, upload.sha256)
  }
}

/** At the start, when nothing is being received: also bytes that no upload names. */
export const dropStaleUploads = async (deps: Deps): Promise<void> => {
  await dropOldUploads(deps)
  const waiting = new Set((await readAllStaged(deps.store.reader)).map(({ sha256 }) => sha256))
  await dropOrphans(deps.config, sha256 => waiting.has(sha256))
}

/** Step 1: the file is received and hashed. Nothing of it is read into records. */
export const keepUpload = async (
  deps: Deps,
  actor: Actor,
  place: ImportPlace,
  sent: { readonly fileName: string; readonly chunks: AsyncIterable<Uint8Array> },
): Promise<string> => {
  const permit = await authorisePlace(deps, actor, place)
  const { sha256, byteCount } = await stageFile(deps.config, sent.chunks)
  const id = deps.newId()
  await deps.store.write(tx =>
    insertUpload(tx, {
      id,
      consultationId: consultationIdOf(place),
      sha256,
      byteCount,
      fileName: cleanFileName(sent.fileName),
      receivedAt: deps.clock.now(),
      receivedBy: permit.by,
      draft: JSON.stringify(EMPTY_DRAFT),
    }),
  )
  deps.log.info({ event: 'upload-received', by: permit.by, sha256, byteCount }, 'a file was uploaded')
  return id
}

/** An upload of this place; one of another place is not there. */
export const findUploadOf = async (deps: Deps, actor: Actor, place: ImportPlace, id: string): Promise<Upload> => {
  await authorisePlace(deps, actor, place)
  const upload = await findUpload(deps.store.reader, id)
  if (upload === null || upload.consultationId !== consultationIdOf(place))
    throw new AppError('not-found', 'There is no page under this address.')
  return upload
}

/** Bytes go when no other upload of the same file waits. */
export const releaseBytes = async (deps: Deps, sha256: string): Promise<void> => {
  const waiting = await readAllStaged(deps.store.reader)
  if (!waiting.some(upload => upload.sha256 === sha256)) await dropStaged(deps.config, sha256)
}

/** Given up: the file is deleted. */
export const dropUpload = async (deps: Deps, actor: Actor, place: ImportPlace, id: string): Promise<void> => {
  const upload = await findUploadOf(deps, actor, place, id)
  if (findUploadJob(deps, upload)?.state === 'running')
    throw new AppError('conflict', 'This file is being read. Stop that first.')
  await deps.store.write(tx => endUpload(tx, id, { state: 'dropped', outcome: null, doneAt: deps.clock.now() }))
  await releaseBytes(deps, upload.sha256)
}
