import { stat } from 'node:fs/promises'
import { AppError } from '../errors.ts'

/** Refuses, with exit code 2, a path where no file is. */
export const requireFile = async (path: string): Promise<void> => {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile())
    throw new AppError('bad-request', `There is no file ${path}. Check the path; folders cannot be read.`)
}
