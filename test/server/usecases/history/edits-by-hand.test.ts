import { expect } from 'chai'
import { RECORD_KIND_NAMES } from '../../../../data/model/record-kinds.ts'
import { TABLES } from '../../../../data/store/schema.ts'
import { signCheckpoint } from '../../../../server/usecases/history/sign-checkpoint.ts'
import { byHand, faultsIn, loadHistory } from '../../../support/history.ts'
import { openTemporaryDeps } from '../../../support/temporary-store.ts'

type Cell = string | number | Buffer | null
interface Place {
  readonly kind: string
  readonly table: string
  readonly where: string
  readonly column: string
  readonly recordId: string
}

const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** The value with one byte changed, or one set where there was none. */
const edited = (value: Cell): Cell => {
  if (value === null) return 'x'
  // Far enough not to meet another number that has to be unique.
  if (typeof value === 'number') return value + 65_536
  const bytes = Buffer.from(value.toString(), 'utf8')
  const last = bytes.length - 1
  if (last < 0) return 'x'
  // The last bit of an ASCII byte: the text stays UTF-8.
  const at = bytes.findLastIndex(byte => byte < 128)
  bytes[at < 0 ? last : at] = (bytes[at < 0 ? last : at] ?? 0) ^ 1
  return bytes.toString('utf8')
}

describe('one byte edited by SQL', function () {
  this.timeout(240_000)
  let opened: Awaited<ReturnType<typeof openTemporaryDeps>>

  before(async () => {
    opened = await openTemporaryDeps()
    await loadHistory(opened.deps)
    expect((await signCheckpoint(opened.deps)).status).to.equal('signed')
  })
  after(() => opened.close())

  const columnsOf = (table: string): readonly string[] =>
    byHand(opened.path, file => (file.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name))

  const firstOf = (kind: string, table: string, key = 'id', condition = '1 = 1'): readonly Place[] => {
    const row = byHand(
      opened.path,
      file =>
        file.prepare(`select * from ${table} where ${condition} limit 1`).get() as Record<string, string> | undefined,
    )
    if (row === undefined) return []
    const recordId = String(row[key])
    return columnsOf(table)
      .filter(column => column !== key)
      .map(column => ({ kind, table, where: `${key} = '${recordId}'`, column, recordId }))
  }

  const change = (places: readonly Place[], undo: Map<Place, Cell> | null): Map<Place, Cell> =>
    byHand(opened.path, file => {
      const before = new Map<Place, Cell>()
      for (const place of places) {
        const { table, column, where } = place
        const row = file.prepare(`select "${column}" as cell from ${table} where ${where}`).get() as { cell: Cell }
        before.set(place, row.cell)
        const value = undo === null ? edited(row.cell) : (undo.get(place) ?? null)
        file.prepare(`update ${table} set "${column}" = ? where ${where}`).run(value)
      }
      return before
    })

  it('names a passage by its own id, not only its document', async () => {
    const [place] = firstOf('passage', 'passages').filter(({ column }) => column === 'text')
    const before = change([place!], null)
    expect(await faultsIn(opened.deps)).to.deep.equal([`record-changed passage ${place!.recordId}`])
    change([place!], before)
  })

  it('is found in an entry of the log, its hash and a salt, once the triggers are out of the way', async () => {
    const log = (run: string): void => byHand(opened.path, file => void file.exec(run))
    for (const table of ['log_entries', 'log_openings']) log(`drop trigger ${table}_no_update`)
    const entry = firstOf('', 'log_entries', 'entry_index', 'entry_index = 3')
    for (const column of ['body', 'leaf_hash']) {
      const place = entry.filter(one => one.column === column)
      const before = change(place, null)
      const faults = await faultsIn(opened.deps)
      expect(faults.join('\n'), column).to.match(/entry-changed/)
      change(place, before)
    }
    const salt = firstOf('', 'log_openings', 'entry_index', 'entry_index = 3').filter(({ column }) => column === 'salt')
    const before = change(salt, null)
    expect((await faultsIn(opened.deps)).join('\n')).to.match(/record-changed|salt-missing/)
    change(salt, before)
    expect(await faultsIn(opened.deps)).to.deep.equal([])
  })
})

describe('rows added and taken out by SQL', function () {
  this.timeout(120_000)
  let opened: Awaited<ReturnType<typeof openTemporaryDeps>>
  before(async () => {
    opened = await openTemporaryDeps()
    await loadHistory(opened.deps)
    await signCheckpoint(opened.deps)
  })
  after(() => opened.close())
  const inFile = (...statements: readonly string[]): void =>
    byHand(opened.path, file => {
      for (const statement of statements) file.exec(statement)
    })

  it('are refused in the log itself', () => {
    for (const table of ['log_entries', 'log_members', 'log_checkpoints']) {
      expect(() => inFile(`delete from ${table}`), table).to.throw('only ever added to')
      expect(() => inFile(`update ${table} set rowid = rowid where 1 = 1`), table).to.throw()
    }
    expect(() => inFile(`update log_openings set salt = 'x'`)).to.throw('only ever added to')
  })

  it('are found in every table of records, and named', async () => {
    const taken: string[] = []
    for (const kind of RECORD_KIND_NAMES) {
      const table = snake(TABLES[kind])
      const row = byHand(opened.path, file => {
        const first = file.prepare(`select id from ${table} order by id desc limit 1`).get() as { id: string }
        file.prepare(`delete from ${table} where id = ?`).run(first.id)
        return first
      })
      taken.push(`${kind} ${row.id}`)
    }
    inFile(`insert into claims (id, ref, consultation_id, text, verdict)
      select 'ffffffff-ffff-4fff-8fff-ffffffffffff', 'slipped-in', id, 'Everybody agreed.', 'supported' from consultations limit 1`)
    const faults = (await faultsIn(opened.deps)).join('\n')
    expect(taken.filter(one => !faults.includes(one))).to.deep.equal([])
    expect(faults).to.match(/members-changed document/)
    expect(faults).to.include('record-unlogged claim ffffffff-ffff-4fff-8fff-ffffffffffff')
  })

  it('are found where the tail of the log is cut with the records it speaks of', async () => {
    inFile(
      'drop trigger log_entries_no_delete',
      'delete from log_openings where entry_index > 100',
      'delete from log_entries where entry_index > 100',
    )
    expect((await faultsIn(opened.deps)).join('\n')).to.include('log-shorter-than-signed')
  })
})
