import { createReadStream, existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type {
  DecodedRecord,
  ImportedRow,
  ImportOptions,
  ImportSource,
  PreparedImport,
} from '../../../data/import/decoded-record.ts'
import { tallyImport, type ImportReport } from '../../../data/import/import-report.ts'
import { prepareImport } from '../../../data/import/prepare-import.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
export const testDataFolder = process.env['SAID_TEST_DATA'] ?? join(root, '../shared/data')

/** Path of a file of real data, or the test is skipped, saying so. */
export const realData = (context: Mocha.Context, ...parts: string[]): string => {
  const path = join(testDataFolder, ...parts)
  if (existsSync(path)) return path
  process.stderr.write(`    skipped: ${path} is not here (SAID_TEST_DATA names the folder of real data)\n`)
  context.skip()
}

export const fileSource = (path: string): ImportSource => ({ name: basename(path), open: () => createReadStream(path) })

/** A file held in memory, given out in pieces of a few bytes or whole. */
export const bytesSource = (name: string, bytes: string | Uint8Array, pieceBytes = 1_000_000): ImportSource => ({
  name,
  open: async function* () {
    const all = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes
    for (let at = 0; at < all.length; at += pieceBytes) yield all.subarray(at, at + pieceBytes)
  },
})

export interface Imported {
  readonly prepared: PreparedImport
  readonly rows: readonly ImportedRow[]
  readonly records: readonly DecodedRecord[]
  readonly report: ImportReport | null
}

export const TODAY = '2026-06-30'

/** Prepares, reads every row and makes the report, which throws if it does not add up. */
export const importAll = async (source: ImportSource, options: Partial<ImportOptions> = {}): Promise<Imported> => {
  const prepared = await prepareImport(source, { today: TODAY, ...options })
  if (prepared.status !== 'ready') return { prepared, rows: [], records: [], report: null }
  const tally = tallyImport(prepared)
  const rows: ImportedRow[] = []
  for await (const batch of prepared.rows()) {
    for (const row of batch) {
      tally.add(row)
      rows.push(row)
    }
  }
  const records = rows.flatMap(row => (row.outcome === 'accepted' ? row.records : []))
  return { prepared, rows, records, report: tally.report() }
}

/** Codes of everything said about the file and its rows. */
export const codesOf = ({ prepared, rows }: Imported): readonly string[] => [
  ...prepared.problems.map(({ code }) => code),
  ...rows.flatMap(row => (row.outcome === 'set-aside' ? row.problems.map(({ code }) => code) : [])),
]
