import type { Output } from './command.ts'

const BAR_WIDTH = 30

/** Progress is drawn on stderr, and only on a terminal, so that files and pipes stay clean. */
export const terminalOutput = (isJson: boolean): Output => {
  let lastPercent = -1
  return {
    print: text => {
      if (!isJson) process.stdout.write(`${text}\n`)
    },
    note: text => {
      process.stderr.write(`${text}\n`)
    },
    progress: (done, total, what) => {
      if (!process.stderr.isTTY || total === 0) return
      const percent = Math.floor((done * 100) / total)
      if (percent === lastPercent) return
      lastPercent = percent
      const filled = Math.round((BAR_WIDTH * percent) / 100)
      const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled)
      process.stderr.write(`\r${what} ${bar} ${percent}%${done >= total ? '\n' : ''}`)
    },
  }
}
