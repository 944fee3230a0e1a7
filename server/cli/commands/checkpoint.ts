import { readFile } from 'node:fs/promises'
import { addCosignature } from '../../usecases/history/served-log.ts'
import { signCheckpoint } from '../../usecases/history/sign-checkpoint.ts'
import { readKey } from '../../usecases/history/read-key.ts'
import { publishedKey } from '../../usecases/history/witness-log.ts'
import { textOption, UsageError, type Command, type CommandResult, type Invocation } from '../command.ts'
import { requireFile } from '../require-file.ts'

const sign = async (invocation: Invocation): Promise<CommandResult> => {
  const deps = await invocation.deps()
  const result = await signCheckpoint(deps, { isHeartbeat: invocation.options['heartbeat'] === true })
  if (result.status === 'damaged') {
    const named = result.faults.map(({ code, message }) => `  ${code}: ${message}`)
    const text = ['Nothing was signed: the history does not agree with the records.', ...named].join('\n')
    return { json: result, text, isRefused: true }
  }
  const key = publishedKey(deps.logKey.ensure())
  const text = [
    result.note,
    `Published key of this log: ${key}`,
    `Print size and root where many keep them: ${result.entryCount} ${result.root}`,
  ]
  return { json: { ...result, key }, text: text.join('\n') }
}

const add = async (invocation: Invocation, path: string, keyText: string): Promise<CommandResult> => {
  await requireFile(path)
  const key = readKey(keyText)
  const line = (await readFile(path, 'utf8')).trimEnd()
  const isAdded = await addCosignature(await invocation.deps(), `${line}\n`, key)
  const text = isAdded
    ? `Added the cosignature of ${key.name}.`
    : `The checkpoint bears the cosignature of ${key.name} already.`
  return { json: { isAdded, witness: key.name }, text }
}

export const checkpointCommand: Command = {
  name: 'checkpoint',
  summary: 'signs where the history stands, after checking it whole',
  usage: '',
  details: [
    'A running server does this once a day. The key is SAID_LOG_KEY, else the file <store>.logkey, made when it is first needed:',
    'keep it out of backups of the store. Whatever differs from the history is named, and nothing is signed.',
  ],
  options: {
    heartbeat: { type: 'boolean', meaning: 'Add a sign of life first, so that there is something new to sign.' },
    cosignature: {
      type: 'string',
      value: 'FILE',
      meaning: 'Instead: add the line that a witness made for the newest checkpoint.',
    },
    witness: { type: 'string', value: 'KEY', meaning: 'Published key of that witness.' },
  },
  run: async invocation => {
    const [path, witness] = [textOption(invocation, 'cosignature'), textOption(invocation, 'witness')]
    if (invocation.positionals.length > 0 || (path === undefined) !== (witness === undefined))
      throw new UsageError('Expected no argument; --cosignature and --witness go together.')
    return path === undefined || witness === undefined ? sign(invocation) : add(invocation, path, witness)
  },
}
