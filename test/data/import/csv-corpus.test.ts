import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpusMapping } from './corpus-mapping.ts'
import { bytesSource, codesOf, fileSource, importAll, realData, type Imported } from './import-files.ts'

interface Entry {
  readonly file: string
  readonly sha256: string
  readonly expect: 'accept' | 'accept_with_warning' | 'ask_human' | 'reject_rows' | 'reject_file'
  readonly code: string | null
  readonly alsoAllowed?: readonly string[]
  readonly rows: number
  readonly generated?: boolean
  readonly note: string
}

const outcomeOf = ({ prepared, report }: Imported): Entry['expect'] => {
  if (prepared.status === 'refused') return 'reject_file'
  if (prepared.status === 'asks') return 'ask_human'
  if (report !== null && report.setAsideCount > 0) return 'reject_rows'
  return prepared.problems.length > 0 || (report?.duplicateCount ?? 0) > 0 ? 'accept_with_warning' : 'accept'
}

const GENERATED =
  'ref,submitted_at,ward,respondent_type,comment\nR-0001,2025-03-01,Ashdown,resident,"' +
  'lorem ipsum '.repeat(873_813) +
  '"\n'

describe('awkward and hostile files', () => {
  it('each gets the outcome, the code and the row count its manifest names', async function () {
    const folder = realData(this, 'csv-corpus')
    const entries = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as readonly Entry[]
    expect(entries).to.have.length(48)
    const wrong: string[] = []
    for (const entry of entries) {
      const path = join(folder, 'own', entry.file)
      const bytes = entry.generated === true ? Buffer.from(GENERATED) : readFileSync(path)
      expect(createHash('sha256').update(bytes).digest('hex'), entry.file).to.equal(entry.sha256)
      const source = entry.generated === true ? bytesSource(entry.file, bytes) : fileSource(path)
      const imported = await importAll(source, { mapping: corpusMapping, today: '2025-06-01' })
      const outcome = outcomeOf(imported)
      const codes = codesOf(imported)
      const accepted = imported.report?.acceptedCount ?? 0
      const wanted = [entry.code, ...(entry.alsoAllowed ?? [])].filter(code => code !== null)
      const hasCode = wanted.length === 0 || wanted.some(code => codes.includes(code))
      const countsRows = entry.expect !== 'ask_human' && entry.expect !== 'reject_file'
      if (outcome === entry.expect && hasCode && (!countsRows || accepted === entry.rows)) continue
      wrong.push(
        `${entry.file} (${entry.note}): ${outcome} ${accepted} ${codes.join(' ')}; expected ${entry.expect} ${entry.rows} ${entry.code}`,
      )
    }
    expect(wrong).to.deep.equal([])
  })
})
