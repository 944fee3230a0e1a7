import { readVerifierKey, type VerifierKey } from '../../../data/log/note-key.ts'
import { AppError } from '../../errors.ts'

/** The published text of a key → the key, or a sentence. */
export const readKey = (text: string): VerifierKey => {
  const key = readVerifierKey(text.trim())
  if (key !== null) return key
  throw new AppError(
    'bad-request',
    `"${text.slice(0, 80)}" is no published key. Expected name+id+base64, as /log/key of the site shows it.`,
  )
}
