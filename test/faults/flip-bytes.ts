import { createHash } from 'node:crypto'
import { copyFile, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { aSampleWorld } from './fault-world.ts'
import { faultsOfStore, resultOf, type FaultResult } from './fault-store.ts'

/** Tables whose rows no record rests on: test/server/usecases/history/every-table.test.ts says why of each. */
const BESIDE = new Set([
  'sessions',
  'invites',
  'login_attempts',
  'submissions',
  'looks',
  'standing_records',
  'revisions',
  'migrations',
])

/** Columns that may change unseen, for the reasons given there. */
const OPEN_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  accounts: ['password_hash', 'second_step_secret', 'pending_second_step_secret', 'last_second_step'],
  log_checkpoints: ['signed_at'],
}

const hashOf = (rows: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(rows)).digest('hex')

/** SHA-256 of the rows of every table, read without any index; null where they cannot be read. */
const contentOf = (path: string): ReadonlyMap<string, string> | null => {
  const file = new BetterSqlite(path, { readonly: true })
  try {
    const content = new Map<string, string>()
    for (const table of file.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]) {
      const open = OPEN_COLUMNS[table] ?? []
      const rows = file.prepare(`select * from ${table} not indexed`).all() as Record<string, unknown>[]
      content.set(table, hashOf(rows.map(row => Object.entries(row).filter(([name]) => !open.includes(name)))))
      content.set(`${table} (open)`, hashOf(rows.map(row => open.map(name => row[name]))))
    }
    return content
  } catch {
    return null
  } finally {
    file.close()
  }
}

type Verdict = 'found' | 'not opened' | 'no effect' | 'beside the records' | 'undetected'

const judge = async (
  whole: ReadonlyMap<string, string>,
  copy: string,
): Promise<{ verdict: Verdict; where: string }> => {
  // Before the program opens it: opening may write.
  const now = contentOf(copy)
  let faults: readonly string[]
  try {
    faults = await faultsOfStore(copy)
  } catch (error) {
    return { verdict: 'not opened', where: String(error) }
  }
  if (faults.length > 0) return { verdict: 'found', where: faults[0] ?? '' }
  if (now === null) return { verdict: 'undetected', where: 'a table cannot be read whole' }
  const differ = [...whole].filter(([table, hash]) => now.get(table) !== hash).map(([table]) => table)
  if (differ.length === 0) return { verdict: 'no effect', where: '' }
  const isBeside = differ.every(table => BESIDE.has(table) || table.endsWith(' (open)'))
  return { verdict: isBeside ? 'beside the records' : 'undetected', where: differ.join() }
}

const flipOne = async (path: string, copy: string, size: number): Promise<number> => {
  await copyFile(path, copy)
  const [at, mask] = [Math.floor(Math.random() * size), 1 + Math.floor(Math.random() * 255)]
  const file = await open(copy, 'r+')
  const byte = Buffer.alloc(1)
  await file.read(byte, 0, 1, at)
  byte[0] = (byte[0] ?? 0) ^ mask
  await file.write(byte, 0, 1, at)
  await file.close()
  return at
}

/** One byte of the file changed, anywhere: each is found, keeps the store from being opened, or changes no row that counts. */
export const flipBytes = async (flipCount: number): Promise<FaultResult> => {
  const path = await aSampleWorld()
  const whole = contentOf(path)
  if (whole === null) throw new Error('The store cannot be read.')
  const size = (await readFile(path)).length
  const counts: Record<Verdict, number> = {
    found: 0,
    'not opened': 0,
    'no effect': 0,
    'beside the records': 0,
    undetected: 0,
  }
  const problems: string[] = []
  for (let turn = 0; turn < flipCount; turn += 1) {
    const copy = join(dirname(path), `flip-${turn}.db`)
    const at = await flipOne(path, copy, size)
    const { verdict, where } = await judge(whole, copy)
    for (const name of [copy, `${copy}-wal`, `${copy}-shm`]) await rm(name, { force: true })
    counts[verdict] += 1
    if (verdict === 'undetected') problems.push(`byte ${at}: ${where}`)
  }
  const figures = Object.entries(counts).map(([verdict, count]) => `${verdict} ${count}`)
  return resultOf('byte flips in the file', flipCount, problems, figures.join(', '))
}
