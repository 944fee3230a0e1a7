import type { Deps } from '../deps.ts'

export interface OptionSpec {
  readonly type: 'string' | 'boolean'
  readonly meaning: string
  /** What stands for the value in the help: FILE, REF. */
  readonly value?: string
}

export interface Invocation {
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly isJson: boolean
  readonly deps: () => Promise<Deps>
  readonly output: Output
}

/** Where a command speaks: results to stdout, everything else to stderr. */
export interface Output {
  /** One line of a result that is made as it goes. Settles when there is room for the next. */
  readonly line: (text: string) => Promise<void>
  /** The same for whole lines in UTF-8. */
  readonly bytes: (lines: Uint8Array) => Promise<void>
  readonly note: (text: string) => void
  readonly progress: (done: number, total: number, what: string) => void
}

/** `json` is all that stdout gets with --json; `text` otherwise. A refusal has exit code 1. */
export interface CommandResult {
  readonly json: unknown
  readonly text: string
  readonly isRefused?: boolean
}

export interface Command {
  readonly name: string
  readonly summary: string
  /** Arguments after the name: "FILE", "<consultation>". */
  readonly usage: string
  readonly details: readonly string[]
  readonly options: Readonly<Record<string, OptionSpec>>
  /** null = the command prints as it goes and runs until it is stopped. */
  readonly run: (invocation: Invocation) => Promise<CommandResult | null>
}

/** The command was called in a way it does not understand: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The one positional argument a command needs, or a UsageError that shows how. */
export const onlyPositional = ({ positionals }: Invocation, usage: string): string => {
  const [first, ...more] = positionals
  if (first === undefined || more.length > 0)
    throw new UsageError(`Expected ${usage}, found ${positionals.length === 0 ? 'nothing' : positionals.join(' ')}.`)
  return first
}

export const textOption = ({ options }: Invocation, name: string): string | undefined => {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}
