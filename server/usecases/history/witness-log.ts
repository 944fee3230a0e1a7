import { randomBytes } from 'node:crypto'
import { openCheckpoint, type Checkpoint } from '../../../data/log/checkpoint.ts'
import { SEED_BYTES } from '../../../data/log/ed25519.ts'
import { toHex } from '../../../data/log/encodings.ts'
import {
  isKeyName,
  readSigningKey,
  signingKeyText,
  verifierKeyText,
  type SigningKey,
  type VerifierKey,
} from '../../../data/log/note-key.ts'
import { cosign, judgeCheckpoint, type Alarm, type WitnessVerdict } from '../../../data/log/witness.ts'
import { systemClock, type Clock } from '../../clock.ts'
import { AppError } from '../../errors.ts'
import { unixSecondsOf } from '../people/instants.ts'
import { fetchConsistencyProof, fetchKeyText, fetchNote, readClaim, type LogSource } from './fetched-log.ts'
import { readKey } from './read-key.ts'
import type { SeenLog } from './witness-memory.ts'

export interface Visit {
  readonly verdict: WitnessVerdict['verdict']
  /** null = the checkpoint was let pass. */
  readonly problem: string | null
  readonly origin: string | null
  readonly size: number | null
  readonly root: string | null
  readonly note: string
  /** What was accepted before; with `note`, the evidence of an alarm. */
  readonly lastNote: string | null
  /** The line to send to the log; null without a key, or where it must not be signed. */
  readonly cosignature: string | null
  /** To be kept for the next visit; null = keep what is kept. */
  readonly toKeep: SeenLog | null
  /** The key was taken from the log itself: compare it with what is printed elsewhere. */
  readonly isKeyUnproved: boolean
}

const ALARMS: Readonly<Record<Alarm, string>> = {
  shorter: 'entries are gone: the log is shorter than it was',
  'other-root': 'two histories: the same number of entries, with another root',
  'not-continued': 'the past was changed: what was seen is not the beginning of what is there now',
}

const problemOf = (verdict: WitnessVerdict): string | null => {
  if (verdict.verdict === 'refused') return `The log's key has not signed this checkpoint (${verdict.reason}).`
  return verdict.verdict === 'alarm'
    ? `ALARM: ${ALARMS[verdict.alarm]}. Keep both checkpoints: they are the evidence.`
    : null
}

const judge = async (
  source: LogSource,
  lastSeen: Checkpoint | null,
  note: string,
  key: VerifierKey,
): Promise<WitnessVerdict> => {
  const claim = readClaim(note)
  const proof =
    lastSeen === null || claim === null ? [] : await fetchConsistencyProof(source, lastSeen.size, claim.size)
  return judgeCheckpoint(lastSeen, note, proof, key)
}

/** Fetches the newest checkpoint, holds it against the last one accepted, and cosigns it if it only adds. */
export const visitLog = async (
  source: LogSource,
  given: { readonly seen: SeenLog | null; readonly keyText: string | null; readonly cosignWith: SigningKey | null },
  clock: Clock = systemClock,
): Promise<Visit> => {
  const { seen, cosignWith } = given
  const known = given.keyText ?? seen?.key ?? null
  const key = readKey(known ?? (await fetchKeyText(source)))
  if (seen !== null && seen.key !== verifierKeyText(key))
    throw new AppError(
      'refused',
      `The key is not the one of the visits before (${seen.key}). A log that changes its key says why in public.`,
    )
  const note = await fetchNote(source)
  const lastNote = seen?.note ?? null
  const verdict = await judge(source, lastNote === null ? null : readClaim(lastNote), note, key)
  const checkpoint = 'checkpoint' in verdict ? verdict.checkpoint : null
  const problem = problemOf(verdict)
  return {
    verdict: verdict.verdict,
    problem,
    origin: checkpoint?.origin ?? null,
    size: checkpoint?.size ?? null,
    root: checkpoint === null ? null : toHex(checkpoint.root),
    note,
    lastNote,
    cosignature: cosignWith === null ? null : cosign(verdict, note, cosignWith, unixSecondsOf(clock.now())),
    toKeep: problem === null ? { key: verifierKeyText(key), note, seenAt: clock.now() } : null,
    isKeyUnproved: known === null,
  }
}

/** Two copies of one log, as two readers get it: neither may say what the other does not. Nothing is kept. */
export const compareLogs = async (
  [one, other]: readonly [LogSource, LogSource],
  keyText: string | null,
): Promise<{
  readonly problem: string | null
  readonly sizes: readonly [number, number]
  readonly notes: readonly [string, string]
}> => {
  const key = readKey(keyText ?? (await fetchKeyText(one)))
  const notes = [await fetchNote(one), await fetchNote(other)] as const
  const opened = notes.map(note => openCheckpoint(note, key))
  const [first, second] = opened.map(result => (result.isOpened ? result.checkpoint : null))
  if (first === undefined || second === undefined || first === null || second === null)
    throw new AppError('refused', 'One of the two checkpoints is not signed by that key. Nothing was concluded.')
  const sizes = [first.size, second.size] as const
  const verdict =
    first.size <= second.size ? await judge(other, first, notes[1], key) : await judge(one, second, notes[0], key)
  return { problem: problemOf(verdict), sizes, notes }
}

/** Text of a witness's own key file → the key. */
export const readWitnessKey = (text: string): SigningKey => {
  const key = readSigningKey(text)
  if (key?.type === 'cosignature/v1') return key
  throw new AppError(
    'bad-request',
    'This file holds no key of a witness. Name a file that is not there yet, and --name, to make one.',
  )
}

/** Text of a new key file for a witness of that name. */
export const makeWitnessKey = (name: string): string => {
  if (!isKeyName(name))
    throw new AppError('bad-request', `"${name}" cannot be the name of a witness: no spaces, no "+".`)
  return signingKeyText(name, 'cosignature/v1', randomBytes(SEED_BYTES))
}
export const publishedKey = verifierKeyText
