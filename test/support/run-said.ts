import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../server/cli/main.ts', import.meta.url))

export interface SaidRun {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line as a person would, in a process of its own. */
export const runSaid = (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<SaidRun> =>
  new Promise(resolve => {
    const child = spawn(process.execPath, ['--import=tsx', MAIN, ...args], {
      env: { ...process.env, LOG_LEVEL: 'silent', ...environment },
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', chunk => (stdout += String(chunk)))
    child.stderr.on('data', chunk => (stderr += String(chunk)))
    child.once('close', code => resolve({ code, stdout, stderr }))
  })
