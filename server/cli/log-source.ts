import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../errors.ts'
import type { LogSource } from '../usecases/history/fetched-log.ts'

const WAIT_MS = 30_000
/** A bundle of 256 entries of 65,535 bytes, the largest file of a log, is smaller. */
const MOST_BYTES = 20_000_000

const fetchFile = async (url: URL): Promise<Uint8Array | null> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(WAIT_MS) }).catch((cause: unknown) => {
    throw new AppError(
      'refused',
      `${url.href} cannot be reached (${cause instanceof Error ? cause.message : 'no answer'}).`,
    )
  })
  if (response.status === 404) return null
  if (!response.ok) throw new AppError('refused', `${url.href} answers ${response.status}.`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (bytes.length > MOST_BYTES) throw new AppError('refused', `${url.href} is larger than any file of a log.`)
  return bytes
}

const readIfThere = async (path: string): Promise<Uint8Array | null> => {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null
    throw error
  }
}

/** The site's address, or that of its /log/; or a folder with the files of /log/, or the checkpoint in it. */
export const openLogSource = async (given: string): Promise<LogSource> => {
  if (/^https?:\/\//.test(given)) {
    const base = given.replace(/\/+$/, '').replace(/\/log(\/checkpoint)?$/, '')
    return { name: base, read: path => fetchFile(new URL(`${base}/log/${path}`)) }
  }
  const found = await stat(given).catch(() => null)
  if (found === null)
    throw new AppError(
      'bad-request',
      `There is nothing at ${given}. Expected an address (https://…), a folder, or a checkpoint file.`,
    )
  const folder = found.isFile() ? dirname(given) : given
  return { name: folder, read: path => readIfThere(join(folder, path)) }
}
