import { parseArgs } from 'node:util'
import { ConfigError, readConfig, type Environment } from '../config.ts'
import { openDeps, type Deps } from '../deps.ts'
import { isAppError } from '../errors.ts'
import { UsageError, type Command, type Invocation, type OptionSpec } from './command.ts'
import { COMMANDS } from './commands/index.ts'
import { commandHelp, generalHelp } from './help.ts'
import { terminalOutput, type Streams } from './terminal-output.ts'

/** Exit codes: 0 done, 1 refused with a reason, 2 wrong use. */
const EXIT = { done: 0, refused: 1, badUse: 2 } as const

const SHARED_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  db: { type: 'string', value: 'FILE', meaning: 'SQLite file. Else DATABASE_URL, else SAID_DB, else ./said.db.' },
  json: { type: 'boolean', meaning: 'Print JSON on stdout and nothing else.' },
  help: { type: 'boolean', meaning: 'Show this help.' },
}

const parse = (command: Command, args: readonly string[]) => {
  const options = { ...command.options, ...SHARED_OPTIONS }
  const config = Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }]))
  try {
    return parseArgs({ args: [...args], options: config, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The store is opened only when a command asks for it, and closed whatever happens. */
const withDeps = async <Result>(
  db: string | undefined,
  environment: Environment,
  work: (deps: () => Promise<Deps>) => Promise<Result>,
): Promise<Result> => {
  let opened: Promise<Deps> | null = null
  try {
    return await work(() => (opened ??= openDeps(readConfig({ db }, environment))))
  } finally {
    const deps = await (opened as Promise<Deps> | null)?.catch(() => null)
    await deps?.store.close()
  }
}

const runCommand = async (command: Command, args: readonly string[], streams: Streams): Promise<number> => {
  const { values, positionals } = parse(command, args)
  if (values['help'] === true) {
    streams.stdout.write(commandHelp(command, SHARED_OPTIONS))
    return EXIT.done
  }
  const isJson = values['json'] === true
  const db = typeof values['db'] === 'string' ? values['db'] : undefined
  const result = await withDeps(db, streams.environment, deps => {
    const invocation: Invocation = {
      positionals,
      options: values as Invocation['options'],
      isJson,
      deps,
      output: terminalOutput(streams),
    }
    return command.run(invocation)
  })
  if (result === null) return EXIT.done
  streams.stdout.write(isJson ? `${JSON.stringify(result.json, null, 2)}\n` : `${result.text.trimEnd()}\n`)
  return result.isRefused === true ? EXIT.refused : EXIT.done
}

const explain = (error: unknown, command: Command | undefined, isJson: boolean, streams: Streams): number => {
  if (error instanceof UsageError) {
    const help = command === undefined ? 'said --help' : `said ${command.name} --help`
    streams.stderr.write(`${error.message} See: ${help}\n`)
    return EXIT.badUse
  }
  if (isAppError(error) || error instanceof ConfigError) {
    if (isJson && isAppError(error))
      streams.stdout.write(`${JSON.stringify({ error: { code: error.code, message: error.message } }, null, 2)}\n`)
    streams.stderr.write(`${error.message}\n`)
    return isAppError(error) && error.code === 'bad-request' ? EXIT.badUse : EXIT.refused
  }
  throw error
}

/** Runs one command with its arguments; gives the exit code. Results go to `streams.stdout`, all else to `streams.stderr`. */
export const runCommandLine = async (args: readonly string[], streams: Streams): Promise<number> => {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === 'help') {
    streams.stdout.write(generalHelp(COMMANDS))
    return name === undefined ? EXIT.badUse : EXIT.done
  }
  const command = COMMANDS.find(known => known.name === name)
  try {
    if (command === undefined) throw new UsageError(`There is no command "${name}".`)
    return await runCommand(command, rest, streams)
  } catch (error) {
    return explain(error, command, rest.includes('--json'), streams)
  }
}
