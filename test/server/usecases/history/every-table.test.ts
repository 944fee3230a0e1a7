import { expect } from 'chai'
import { DESK_KINDS } from '../../../../data/log/sealed-record.ts'
import { RECORD_KIND_NAMES } from '../../../../data/model/record-kinds.ts'
import { TABLES } from '../../../../data/store/schema.ts'
import { fillEveryTable } from '../../../support/every-table.ts'
import { byHand, faultsIn } from '../../../support/history.ts'
import { openTemporaryDeps } from '../../../support/temporary-store.ts'

const snake = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

interface Covered {
  readonly table: string
  /** Column whose value "said verify" names. */
  readonly named: string
  /** Columns that may change unseen, and why. */
  readonly open?: Readonly<Record<string, string>>
  readonly where?: string
}

const SECRETS = 'a secret, which changes with every sign-in; who it opens the account for is covered'
const DESK: readonly Covered[] = [
  { table: 'blind_records', named: 'id' },
  { table: 'text_decisions', named: 'id' },
  { table: 'review_notes', named: 'id' },
  { table: 'disagreements', named: 'id' },
  {
    table: 'accounts',
    named: 'id',
    open: {
      password_hash: SECRETS,
      second_step_secret: SECRETS,
      pending_second_step_secret: SECRETS,
      last_second_step: SECRETS,
    },
  },
  { table: 'role_grants', named: 'id' },
  { table: 'review_seeds', named: 'consultation_id' },
  { table: 'review_actions', named: 'id' },
  { table: 'review_action_records', named: 'action_id' },
  { table: 'consultation_marks', named: 'id' },
  { table: 'reply_links', named: 'id' },
  { table: 'window_changes', named: 'id' },
  { table: 'dispute_letters', named: 'id' },
  { table: 'removals', named: 'id' },
  { table: 'release_archives', named: 'release_id' },
  { table: 'self_checks', named: 'id' },
  { table: 'source_rows', named: 'import_id' },
  { table: 'set_aside_rows', named: 'import_id' },
]

/** Every table that "said verify" compares with the history. */
const COVERED: readonly Covered[] = [
  ...RECORD_KIND_NAMES.map(kind => ({ table: snake(TABLES[kind]), named: 'id' })),
  ...DESK,
  { table: 'verbatims', named: 'owner_id' },
  { table: 'imports', named: 'id', where: 'set_aside_count > 0' },
  { table: 'retractions', named: 'id' },
]

/** The history itself: compared with its own hashes and with what was signed. Its own test is in edits-by-hand.test.ts. */
const OF_THE_LOG: readonly Covered[] = [
  { table: 'log_entries', named: 'record_id', where: 'record_id is not null' },
  { table: 'log_members', named: 'record_id' },
  { table: 'log_openings', named: '', where: "record_kind = 'body'" },
  {
    table: 'log_checkpoints',
    named: '',
    open: { signed_at: 'only tells the server when to sign again; what was signed says its size and root' },
  },
]

/** Every other table of the store, and why an edit of it is not looked for. */
const UNCOVERED: Readonly<Record<string, string>> = {
  sessions: 'who is signed in just now; gone within twelve hours',
  invites: 'one-time codes; what they did is in the accounts, which are covered',
  recovery_codes: 'hashed secrets of one person, replaced at will; no record rests on them',
  login_attempts: 'throttle; kept for minutes',
  submissions: 'throttle; kept for an hour',
  looks:
    'work in hand: on whose desk a point lies. What was judged, and by whom, is in records and presses, which are covered',
  standing_records: 'an index of records that stand, so that none is made twice; the records are covered',
  former_slugs: 'addresses of before, that lead to the one of now',
  revisions: 'a counter that tells caches to look again',
  migrations: 'the layout of the store, not what is in it',
  log_cosignatures: 'lines of witnesses: whoever holds the key of the witness checks them',
  uploads: 'files that wait to be imported; what was imported is covered by its manifest',
  saved_mappings: 'settings of the import; the hash of the mapping used stands in the manifest',
  text_readings: 'samples read for quality; no record rests on them',
  site_statements: 'what the one who runs the site says of themselves',
}

type Cell = string | number | Buffer | null
type Row = Readonly<Record<string, Cell>>
interface Place extends Covered {
  readonly column: string
  readonly row: Row
  readonly recordId: string
}

/** The value with one byte changed, or one set where there was none. */
const edited = (value: Cell): Cell => {
  if (value === null) return 'x'
  // Far enough not to meet another number that has to be unique.
  if (typeof value === 'number') return value + 65_536
  const bytes = Buffer.from(value)
  // One bit of an ASCII byte: the text stays UTF-8.
  const at = Buffer.isBuffer(value) ? bytes.length - 1 : bytes.findLastIndex(byte => byte < 128)
  if (at < 0) return 'x'
  bytes[at] = (bytes[at] ?? 0) ^ 16
  return Buffer.isBuffer(value) ? bytes : bytes.toString('utf8')
}
const editedRow = ({ row, column }: Place): Row => ({ ...row, [column]: edited(row[column] ?? null) })

const slippedId = (table: string): string =>
  `ffffffff-ffff-4fff-8fff-${String(COVERED.findIndex(covered => covered.table === table)).padStart(12, '0')}`
const UNIQUE = ['ref', 'code', 'login_name', 'code_sha256', 'name']
/** Another row of the same sort, under an id of its own. */
const slippedIn = ({ table, row, named }: Place): Row => ({
  ...row,
  ...Object.fromEntries(UNIQUE.filter(name => name in row).map(name => [name, slippedId(table)])),
  ...('number' in row ? { number: 4_000_000 } : {}),
  [named]: slippedId(table),
})

describe('the history covers the store', function () {
  this.timeout(300_000)
  let opened: Awaited<ReturnType<typeof openTemporaryDeps>>
  before(async () => {
    opened = await openTemporaryDeps()
    await fillEveryTable(opened.deps)
    takeDownFences()
  })
  after(() => opened.close())

  /** Triggers, and what keeps two marks from being in force at once: whoever edits by hand can take them down first. */
  const takeDownFences = (): void =>
    byHand(opened.path, file => {
      const fences = file
        .prepare(
          "select type || ' ' || name from sqlite_master where type = 'trigger' or sql like 'create unique index%'",
        )
        .pluck()
      for (const fence of fences.all()) file.exec(`drop ${String(fence)}`)
    })

  const tables = (): readonly string[] =>
    byHand(opened.path, file =>
      file.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").pluck().all(),
    ) as string[]

  it('in every table, or the table stands in a list with the reason why not', () => {
    const named = [...COVERED, ...OF_THE_LOG].map(({ table }) => table)
    const missing = tables().filter(table => !named.includes(table) && UNCOVERED[table] === undefined)
    expect(missing, 'cover the table in data/store/history-desk.ts, or say here why not').to.deep.equal([])
    expect(named.filter(table => UNCOVERED[table] !== undefined)).to.deep.equal([])
    expect(DESK.length, 'every kind of the desk, and the records of a press').to.equal(DESK_KINDS.length + 1)
  })

  it('and finds nothing where nothing was edited', async () => {
    expect(await faultsIn(opened.deps)).to.deep.equal([])
  })

  /** The last row of a table, with every column of it that is covered. */
  const placesOf = (covered: Covered): readonly Place[] => {
    const { table, named, where = '1 = 1', open = {} } = covered
    const row = byHand(opened.path, file => file.prepare(`select * from ${table} where ${where}`).all().at(-1))
    if (row === undefined) throw new Error(`There is no row in ${table} to edit.`)
    const cells = row as Row
    return Object.keys(cells)
      .filter(column => open[column] === undefined)
      .map(column => ({ ...covered, column, row: cells, recordId: String(cells[named] ?? '') }))
  }

  const remove = (table: string, row: Row): void =>
    byHand(opened.path, file => {
      const names = Object.keys(row)
      const same = names.map(name => `"${name}" is ?`).join(' and ')
      const { changes } = file.prepare(`delete from ${table} where ${same}`).run(...Object.values(row))
      if (changes === 0) throw new Error(`A row of ${table} could not be found again.`)
    })
  const insert = (table: string, row: Row): void =>
    byHand(opened.path, file => {
      const names = Object.keys(row).map(name => `"${name}"`)
      file
        .prepare(`insert into ${table} (${names.join()}) values (${names.map(() => '?').join()})`)
        .run(...Object.values(row))
    })
  const replace = (table: string, from: Row, to: Row): void => {
    remove(table, from)
    insert(table, to)
  }
  const faultText = async (): Promise<string> => (await faultsIn(opened.deps)).join('\n')

  it('finds one byte edited by SQL in any column of any of them, and names the record', async () => {
    const all = COVERED.map(placesOf)
    const missed: string[] = []
    for (let round = 0; round < Math.max(...all.map(({ length }) => length)); round += 1) {
      const now = all.flatMap(columns => columns[round] ?? [])
      for (const place of now) replace(place.table, place.row, editedRow(place))
      const faults = await faultText()
      for (const { table, column, recordId } of now)
        if (!faults.includes(recordId)) missed.push(`${table}.${column} of ${recordId}`)
      for (const place of now) replace(place.table, editedRow(place), place.row)
    }
    expect(missed).to.deep.equal([])
    expect(await faultsIn(opened.deps)).to.deep.equal([])
  })

  it('finds a row taken out of any of them, and names it', async () => {
    const places = COVERED.flatMap(covered => placesOf(covered).slice(0, 1))
    for (const { table, row } of places) remove(table, row)
    const faults = await faultText()
    for (const { table, row } of places) insert(table, row)
    expect(places.filter(({ recordId }) => !faults.includes(recordId)).map(({ table }) => table)).to.deep.equal([])
    expect(await faultsIn(opened.deps)).to.deep.equal([])
  })

  it('finds a row slipped into any of them, and names it', async () => {
    const places = COVERED.flatMap(covered => placesOf(covered).slice(0, 1))
    for (const place of places) insert(place.table, slippedIn(place))
    const faults = await faultText()
    for (const place of places) remove(place.table, slippedIn(place))
    expect(places.map(({ table }) => table).filter(table => !faults.includes(slippedId(table)))).to.deep.equal([])
    expect(await faultsIn(opened.deps)).to.deep.equal([])
  })

  it('finds one byte edited in the history itself', async () => {
    const missed: string[] = []
    for (const place of OF_THE_LOG.flatMap(placesOf)) {
      replace(place.table, place.row, editedRow(place))
      if ((await faultsIn(opened.deps)).length === 0) missed.push(`${place.table}.${place.column}`)
      replace(place.table, editedRow(place), place.row)
    }
    expect(missed).to.deep.equal([])
    expect(await faultsIn(opened.deps)).to.deep.equal([])
  })
})
