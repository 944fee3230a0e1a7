import { runCommandLine } from '../../server/cli/run-command-line.ts'

export interface SaidRun {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const decoder = new TextDecoder()

/** Runs the command line as a person would, and catches what it says. */
export const runSaid = async (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<SaidRun> => {
  const said = { stdout: '', stderr: '' }
  const into = (name: 'stdout' | 'stderr') => ({
    write: (some: string | Uint8Array) => (said[name] += typeof some === 'string' ? some : decoder.decode(some)),
  })
  const code = await runCommandLine(args, {
    stdout: into('stdout'),
    stderr: into('stderr'),
    environment: { LOG_LEVEL: 'silent', ...environment },
  })
  return { code, ...said }
}
