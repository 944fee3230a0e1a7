import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const SCRIPT = fileURLToPath(new URL('./fault-writer.ts', import.meta.url))

const LONGEST_STDERR = 500

export interface WriterRun {
  /** What was acknowledged, in order. */
  readonly acks: readonly string[]
  readonly errors: readonly string[]
  readonly code: number | null
  /** The end of what it said of its own failure. */
  readonly stderr: string
}
export interface WriterOptions {
  readonly path: string
  readonly mode: 'review' | 'notes' | 'imports'
  readonly who: string
  readonly count?: number
  /** Goes before the program: strace and what it does. */
  readonly under?: readonly string[]
  /** Called with every line said, such as to kill the process. */
  readonly onLine?: (line: string, child: ChildProcess) => void
}

/** Starts a writer, and settles with what it said when it has ended, in whatever way. */
export const runWriter = ({ path, mode, who, count, under = [], onLine }: WriterOptions): Promise<WriterRun> =>
  new Promise(resolve => {
    const node = [
      process.execPath,
      '--import=tsx',
      SCRIPT,
      path,
      mode,
      who,
      ...(count === undefined ? [] : [String(count)]),
    ]
    const [program = '', ...args] = [...under, ...node]
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const lines: string[] = []
    let rest = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n')
      rest = parts.pop() ?? ''
      for (const line of parts) {
        lines.push(line)
        onLine?.(line, child)
      }
    })
    const said = (word: string): readonly string[] =>
      lines.filter(line => line.startsWith(`${word} `)).map(line => line.slice(word.length + 1))
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-LONGEST_STDERR)
    })
    child.once('close', code => resolve({ acks: said('ACK'), errors: said('ERROR'), code, stderr }))
  })

/** Kills the process at a random moment after its first acknowledgement. */
export const killAfterFirstAck = (mostMs: number): NonNullable<WriterOptions['onLine']> => {
  let isPlanned = false
  return (line, child) => {
    if (isPlanned || !line.startsWith('ACK ')) return
    isPlanned = true
    setTimeout(() => child.kill('SIGKILL'), Math.random() * mostMs)
  }
}
