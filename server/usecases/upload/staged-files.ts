import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'

type StoreConfig = Pick<Deps['config'], 'storeLocation'>

/** What the upload page promises. The rest (rows, columns, cells) is checked while the file is read. */
export const UPLOAD_BYTES_MAX = 20 * 1024 * 1024
/** An import needs room for the file, its records and their history: with less than this free, reading must go on undisturbed. */
const FREE_BYTES_MIN = 200 * 1024 * 1024
const SHA256 = /^[0-9a-f]{64}$/

/** Beside the store, never below a folder that is served. A store that is no file has its uploads in a folder of this machine. */
export const uploadsFolderOf = ({ storeLocation }: StoreConfig): string => {
  const path = storeLocation.replace(/^(sqlite|file):(\/\/)?/, '')
  const isFile = path !== ':memory:' && path !== '' && !/^[a-z]+:\/\//.test(path)
  return isFile ? `${path}.uploads` : join(tmpdir(), `said-uploads-${process.pid}`)
}

export interface StagedFile {
  readonly sha256: string
  readonly byteCount: number
}

const tooLarge = (): AppError =>
  new AppError('too-large', 'The file is larger than 20 MB. Split it and import the parts one after the other.')

const refuseWithoutRoom = async (folder: string): Promise<void> => {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < FREE_BYTES_MIN)
    throw new AppError(
      'busy',
      'There is too little room on the disk for an import. Nothing was kept. Tell whoever runs this site.',
    )
}

const writeAll = async (path: string, chunks: AsyncIterable<Uint8Array>): Promise<StagedFile> => {
  const hash = createHash('sha256')
  let byteCount = 0
  // Readable by the program alone; a name that is there already is never written over.
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of chunks) {
      byteCount += chunk.length
      if (byteCount > UPLOAD_BYTES_MAX) throw tooLarge()
      hash.update(chunk)
      await file.write(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  if (byteCount === 0) throw new AppError('refused', 'The file is empty. Choose another.')
  return { sha256: hash.digest('hex'), byteCount }
}

/** Keeps the bytes under their hash, whatever the file was called; measured while they come, and gone again if they are too many. */
export const stageFile = async (config: StoreConfig, chunks: AsyncIterable<Uint8Array>): Promise<StagedFile> => {
  const folder = uploadsFolderOf(config)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await refuseWithoutRoom(folder)
  const part = join(folder, `part-${randomUUID()}`)
  try {
    const staged = await writeAll(part, chunks)
    await rename(part, join(folder, staged.sha256))
    return staged
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

const pathOf = (config: StoreConfig, sha256: string): string => {
  if (!SHA256.test(sha256)) throw new Error('This is no hash of a file.')
  return join(uploadsFolderOf(config), sha256)
}

/** The bytes, as often as they are asked for. */
export const openStaged =
  (config: StoreConfig, sha256: string): (() => AsyncIterable<Uint8Array>) =>
  () =>
    createReadStream(pathOf(config, sha256))

export const dropStaged = (config: StoreConfig, sha256: string): Promise<void> =>
  rm(pathOf(config, sha256), { force: true })

/** Files that no upload waits for: of a process that was killed, or of an upload that was given up. */
export const dropOrphans = async (config: StoreConfig, isWaiting: (sha256: string) => boolean): Promise<void> => {
  const folder = uploadsFolderOf(config)
  const names = await readdir(folder).catch(() => [])
  for (const name of names)
    if (name.startsWith('part-') || (SHA256.test(name) && !isWaiting(name)))
      await rm(join(folder, name), { force: true })
}
