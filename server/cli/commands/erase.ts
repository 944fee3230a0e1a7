import { REMOVAL_REASONS } from '../../usecases/release/removals.ts'
import { releaseState } from '../../export/release-state.ts'
import type { Erased, ErasureCommand } from '../../usecases/erasure/erase.ts'
import { readAudit } from '../../usecases/read-audit.ts'
import { onlyPositional, textOption, UsageError, type Command, type Invocation } from '../command.ts'
import { readAddress } from './audit.ts'

const readGiven = (invocation: Invocation): ErasureCommand['given'] => {
  const [number, ref] = [textOption(invocation, 'point'), textOption(invocation, 'contribution')]
  if ((number === undefined) === (ref === undefined))
    throw new UsageError('Expected either --point N or --contribution REF.')
  if (ref !== undefined) return { kind: 'contribution', ref }
  if (number === undefined || !/^[1-9]\d{0,8}$/.test(number))
    throw new UsageError(`--point is "${number}". Expected its number, as its page shows it.`)
  return { kind: 'point', number: Number(number) }
}

const readReason = (invocation: Invocation): ErasureCommand['reason'] => {
  const given = textOption(invocation, 'reason')
  const reason = REMOVAL_REASONS.find(known => known === given)
  if (reason === undefined)
    throw new UsageError(`--reason is "${given ?? ''}". Expected one of: ${REMOVAL_REASONS.join(', ')}. It is public.`)
  return reason
}

const readNames = (invocation: Invocation): readonly string[] =>
  (textOption(invocation, 'by') ?? '')
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '')

const releaseWords = ({ releases }: Erased): readonly string[] =>
  releases.map(({ withdrawn, reissued }) =>
    reissued === null
      ? `Version ${withdrawn.version}, which had been withdrawn, can no longer be rebuilt.`
      : `Version ${withdrawn.version} held it and is withdrawn. Version ${reissued.version} stands in its place.`,
  )

const textOf = (erased: Erased): string => {
  const { pointNumbers, subjects, areBytesGone, waitingFileCount } = erased
  const points = pointNumbers.length === 0 ? 'no point' : `point ${pointNumbers.join(', ')}`
  return [
    `Erased the words of ${points}: ${subjects.length} records and rows were changed or deleted. It is still counted.`,
    ...releaseWords(erased),
    areBytesGone
      ? 'The store was written anew: nothing of it is left in its files.'
      : 'Somebody is reading the store, so the last bytes are not gone yet. Stop the server and run the same command with --compact alone.',
    ...(waitingFileCount > 0
      ? [
          `${waitingFileCount} uploaded files of this consultation wait to be imported. They may hold it: look, and drop them.`,
        ]
      : []),
    'Not reached from here: backups made before, files people downloaded, and documents that the council published itself.',
  ].join('\n')
}

const compactOnly = async (invocation: Invocation) => {
  const areBytesGone = await (await invocation.deps()).store.compact()
  const text = areBytesGone
    ? 'The store was written anew.'
    : 'Somebody is still reading the store. Stop the server first.'
  return { json: { areBytesGone }, text, isRefused: !areBytesGone }
}

export const eraseCommand: Command = {
  name: 'erase',
  summary: 'erases a text and what says whose it was, for good; it is still counted',
  usage: '<council>/<consultation>',
  details: [
    'A contribution with all its points, or the words of one point. Also from notes, sources and every release kept; releases that held it are',
    'withdrawn and published again without it. The history says that, why and by whom; "said verify" still holds. It cannot be undone.',
  ],
  options: {
    point: {
      type: 'string',
      value: 'N',
      meaning: 'Number of the point whose words go, with those of its contribution.',
    },
    contribution: {
      type: 'string',
      value: 'REF',
      meaning: 'Or: the contribution, with its attributes and all its points.',
    },
    reason: { type: 'string', value: 'REASON', meaning: `Public: ${REMOVAL_REASONS.join(', ')}.` },
    by: {
      type: 'string',
      value: 'ONE,OTHER',
      meaning: 'The two admins who stand for it; those that there are, where fewer.',
    },
    compact: { type: 'boolean', meaning: 'Instead: only write the store anew, where an erasure could not.' },
  },
  run: async invocation => {
    if (invocation.options['compact'] === true) return compactOnly(invocation)
    const { erase } = await import('../../usecases/erasure/erase.ts')
    const address = readAddress(onlyPositional(invocation, 'one consultation, such as "calderwick/mill-lane-2025"'))
    const command = { given: readGiven(invocation), reason: readReason(invocation), by: readNames(invocation) }
    const deps = await invocation.deps()
    const { record } = await readAudit(deps, address)
    const erased = await erase(deps, record, command, releaseState)
    return { json: erased, text: textOf(erased), isRefused: !erased.areBytesGone }
  },
}
