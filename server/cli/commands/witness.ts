import { readFile, rename, writeFile } from 'node:fs/promises'
import type { LogSource } from '../../usecases/history/fetched-log.ts'
import {
  compareLogs,
  makeWitnessKey,
  publishedKey,
  readWitnessKey,
  visitLog,
  type Visit,
} from '../../usecases/history/witness-log.ts'
import { memoryText, readMemory, type WitnessMemory } from '../../usecases/history/witness-memory.ts'
import {
  onlyPositional,
  textOption,
  UsageError,
  type Command,
  type CommandResult,
  type Invocation,
} from '../command.ts'
import { openLogSource } from '../log-source.ts'

const DEFAULT_MEMORY = './said-witness.json'

const readIfThere = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

const loadMemory = async (path: string): Promise<WitnessMemory> => {
  const text = await readIfThere(path)
  return text === null ? {} : readMemory(text, path)
}

/** Written beside and moved into place: a crash leaves the old memory or the new. */
const saveMemory = async (path: string, memory: WitnessMemory): Promise<void> => {
  await writeFile(`${path}.new`, memoryText(memory))
  await rename(`${path}.new`, path)
}

const witnessKeyIn = async (invocation: Invocation, path: string) => {
  const held = await readIfThere(path)
  if (held !== null) return readWitnessKey(held)
  const name = textOption(invocation, 'name')
  if (name === undefined)
    throw new UsageError(`There is no file ${path}. Give --name as well, to make a key of that name there.`)
  const text = makeWitnessKey(name)
  await writeFile(path, `${text}\n`, { mode: 0o400, flag: 'wx' })
  return readWitnessKey(text)
}

const visitText = (visit: Visit, ownKey: string | null): string =>
  [
    visit.problem ??
      `${visit.verdict}: ${visit.size ?? 0} entries, root ${visit.root ?? ''}, in ${visit.origin ?? ''}.`,
    ...(visit.isKeyUnproved
      ? ['The key of the log was taken from the log itself. Compare it with what is printed elsewhere.']
      : []),
    ...(visit.problem === null ? [] : ['', 'Seen before:', visit.lastNote ?? '(nothing)', 'Seen now:', visit.note]),
    ...(visit.cosignature === null
      ? []
      : ['Cosignature, for whoever runs the log:', visit.cosignature.trimEnd(), `by ${ownKey ?? ''}`]),
  ].join('\n')

const visit = async (invocation: Invocation, source: LogSource): Promise<CommandResult> => {
  const memoryPath = textOption(invocation, 'state') ?? DEFAULT_MEMORY
  const memory = await loadMemory(memoryPath)
  const keyFile = textOption(invocation, 'key-file')
  const cosignWith = keyFile === undefined ? null : await witnessKeyIn(invocation, keyFile)
  const seen = memory[source.name] ?? null
  const result = await visitLog(source, { seen, keyText: textOption(invocation, 'key') ?? null, cosignWith })
  if (result.toKeep !== null) await saveMemory(memoryPath, { ...memory, [source.name]: result.toKeep })
  const out = textOption(invocation, 'out')
  if (out !== undefined && result.cosignature !== null) await writeFile(out, result.cosignature)
  const ownKey = cosignWith === null ? null : publishedKey(cosignWith)
  const { toKeep: _, ...shown } = result
  return { json: { ...shown, witnessKey: ownKey }, text: visitText(result, ownKey), isRefused: result.problem !== null }
}

const compare = async (invocation: Invocation, one: LogSource, other: LogSource): Promise<CommandResult> => {
  const { problem, sizes, notes } = await compareLogs([one, other], textOption(invocation, 'key') ?? null)
  const same = `Both tell one history: ${sizes[0]} entries at ${one.name}, ${sizes[1]} at ${other.name}.`
  const text = problem === null ? same : [problem, one.name, notes[0], other.name, notes[1]].join('\n')
  return { json: { isOneHistory: problem === null, problem, sizes, notes }, text, isRefused: problem !== null }
}

export const witnessCommand: Command = {
  name: 'witness',
  summary: 'watches the history of a site from outside, and cosigns it or raises the alarm',
  usage: 'URL|FOLDER',
  details: [
    'Fetches the newest checkpoint and makes sure that it continues the last one seen. For a newspaper, a university, anybody.',
    'Run it daily, on another machine. Exit code 1 is an alarm, or nothing to go by. It needs no store.',
  ],
  options: {
    key: {
      type: 'string',
      value: 'KEY',
      meaning: 'Published key of the log. Else that of the last visit; else the log’s own word.',
    },
    state: {
      type: 'string',
      value: 'FILE',
      meaning: `What was seen. Else ${DEFAULT_MEMORY}. Losing it loses what a rewriting is held against.`,
    },
    compare: {
      type: 'string',
      value: 'URL|FOLDER',
      meaning: 'Instead: whether two copies of the log tell one history.',
    },
    'key-file': {
      type: 'string',
      value: 'FILE',
      meaning: 'Cosign with the key in this file; made, with --name, if it is not there.',
    },
    name: { type: 'string', value: 'NAME', meaning: 'Name of the witness, for a new key: university.example/witness.' },
    out: { type: 'string', value: 'FILE', meaning: 'Write the line of the cosignature to this file.' },
  },
  run: async invocation => {
    const source = await openLogSource(onlyPositional(invocation, 'one address or folder'))
    const other = textOption(invocation, 'compare')
    return other === undefined ? visit(invocation, source) : compare(invocation, source, await openLogSource(other))
  },
}
