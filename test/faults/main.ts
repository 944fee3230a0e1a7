import { breakCalls } from './break-calls.ts'
import { copyWhileWriting } from './copy-while-writing.ts'
import { fillDisk } from './fill-disk.ts'
import { flipBytes } from './flip-bytes.ts'
import type { FaultResult } from './fault-store.ts'
import { killWriters } from './kill-writers.ts'
import { writeTogether } from './many-writers.ts'

/** How often each is done; a factor on the command line makes it longer or shorter: `npm run test:faults -- kills flips 0.1`. */
const FAULTS: Readonly<Record<string, (factor: number) => Promise<FaultResult>>> = {
  kills: factor => killWriters('review', Math.ceil(100 * factor)),
  imports: factor => killWriters('imports', Math.ceil(40 * factor)),
  flips: factor => flipBytes(Math.ceil(600 * factor)),
  writers: factor => writeTogether(8, Math.ceil(150 * factor)),
  backup: factor => copyWhileWriting(Math.ceil(20 * factor)),
  calls: factor => breakCalls(Math.ceil(3 * factor)),
  disk: () => fillDisk(),
}

const given = process.argv.slice(2)
const factor = Number(given.find(one => /^\d*\.?\d+$/.test(one)) ?? '1')
const chosen = given.filter(one => one in FAULTS)
const names = chosen.length > 0 ? chosen : Object.keys(FAULTS)

const results: FaultResult[] = []
for (const name of names) {
  const result = await FAULTS[name]?.(factor)
  if (result === undefined) continue
  results.push(result)
  process.stdout.write(
    `${result.status.toUpperCase()} ${result.name}: ${result.runCount} runs, ${result.badCount} bad; ${result.figures}\n`,
  )
  for (const problem of result.problems) process.stdout.write(`    ${problem}\n`)
}

const cells = results.map(({ name, status, runCount, badCount, figures }) => [
  name,
  String(runCount),
  String(badCount),
  status,
  figures,
])
const rows = [['fault', 'runs', 'bad', 'result', 'measured'], ['---', '---', '---', '---', '---'], ...cells]
process.stdout.write(`\n${rows.map(row => `| ${row.join(' | ')} |`).join('\n')}\n`)
if (results.some(({ status }) => status === 'failed')) process.exitCode = 1
process.exit()
