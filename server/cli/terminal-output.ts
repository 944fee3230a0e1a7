import type { Output } from './command.ts'

/** Where the command line writes, and the settings it reads. */
export interface Streams {
  readonly stdout: {
    readonly write: (text: string | Uint8Array) => unknown
    readonly once?: (event: 'drain', listener: () => void) => unknown
  }
  readonly stderr: { readonly write: (text: string) => unknown; readonly isTTY?: boolean }
  readonly environment: Readonly<Record<string, string | undefined>>
}

const BAR_WIDTH = 30

/** Progress is drawn on stderr, and only on a terminal, so that files and pipes stay clean. */
export const terminalOutput = ({ stdout, stderr }: Streams): Output => {
  let lastPercent = -1
  const write = async (some: string | Uint8Array): Promise<void> => {
    const hasRoom = stdout.write(some)
    if (hasRoom === false && stdout.once !== undefined)
      await new Promise<void>(resolve => stdout.once?.('drain', resolve))
  }
  return {
    line: text => write(`${text}\n`),
    bytes: write,
    note: text => {
      stderr.write(`${text}\n`)
    },
    progress: (done, total, what) => {
      if (!stderr.isTTY || total === 0) return
      const percent = Math.floor((done * 100) / total)
      if (percent === lastPercent) return
      lastPercent = percent
      const filled = Math.round((BAR_WIDTH * percent) / 100)
      const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled)
      stderr.write(`\r${what} ${bar} ${percent}%${done >= total ? '\n' : ''}`)
    },
  }
}
