import { expect } from 'chai'
import { sql } from 'kysely'
import type { ImportResult } from '../../../server/usecases/import-file.ts'
import { readAudit } from '../../../server/usecases/read-audit.ts'
import { CONTRIBUTIONS_CSV, importHighStreet, importText, POINTS_CSV } from '../../support/import-text.ts'
import { openTemporaryDeps } from '../../support/temporary-store.ts'

const counts = ({ report }: ImportResult) => [
  report.readCount,
  report.acceptedCount,
  report.setAsideCount,
  report.duplicateCount,
]
const firstMessage = ({ report }: ImportResult): string =>
  report.problems.find(({ severity }) => severity !== 'warn')?.message ?? report.setAside[0]?.problems[0]?.message ?? ''

describe('importing a file', () => {
  let opened: Awaited<ReturnType<typeof openTemporaryDeps>>
  beforeEach(async () => {
    opened = await openTemporaryDeps()
    await importHighStreet(opened.deps)
  })
  afterEach(() => opened.close())

  /** Every row of every table, to see whether anything changed. */
  const dump = async (): Promise<string> => {
    const { reader } = opened.deps.store
    const tables = await sql<{
      name: string
    }>`select name from sqlite_master where type = 'table' order by name`.execute(reader)
    const contents = []
    for (const { name } of tables.rows)
      contents.push([name, (await sql`select * from ${sql.table(name)}`.execute(reader)).rows])
    return JSON.stringify(contents)
  }

  it('keeps the words apart, with their hash and row number, and gives points their numbers in the order of the file', async () => {
    const { record } = await readAudit(opened.deps, { body: 'aldham', consultation: 'high-street' })
    expect(record.points.map(({ number, ref, sourceRow }) => [number, ref, sourceRow])).to.deep.equal([
      [1, 'P1', 2],
      [2, 'P2', 3],
    ])
    expect(JSON.stringify(record)).to.not.include('bench')
    const words = await opened.deps.store.reader
      .selectFrom('verbatims')
      .select(['text', 'sha256'])
      .where('ownerKind', '=', 'contribution')
      .orderBy('text')
      .execute()
    // printf 'Keep the bench by the pump, please.' | sha256sum
    expect(words[0]?.sha256).to.equal('7ef6997c559ef22d9cb02e461034c2fbde0b958351c34dba43a41661a1fb6c04')
    expect(words.map(({ text }) => text)).to.deep.equal([
      'Keep the bench by the pump, please.',
      'Loading bay, not parking.',
    ])
    expect(words[0]?.sha256).to.equal(record.contributions[0]?.textSha256)
  })

  it('changes nothing the second time, and says so', async () => {
    const before = await dump()
    const again = await importText(opened.deps, CONTRIBUTIONS_CSV, { recordKind: 'contribution' })
    expect(again.status).to.equal('unchanged')
    expect(counts(again)).to.deep.equal([2, 0, 0, 2])
    expect(await dump()).to.equal(before)
  })

  it('takes only what is new from a longer file', async () => {
    const longer = `${CONTRIBUTIONS_CSV}R3,high-street,2026-02-01,resident,A third thing.\n`
    expect(counts(await importText(opened.deps, longer, { recordKind: 'contribution' }))).to.deep.equal([3, 1, 0, 2])
  })

  it('sets aside other words under a ref that is held, and keeps what is held', async () => {
    const changed = CONTRIBUTIONS_CSV.replace('please', 'or else')
    const result = await importText(opened.deps, changed, { recordKind: 'contribution' })
    expect(counts(result)).to.deep.equal([2, 0, 1, 1])
    expect(firstMessage(result)).to.match(/Row 2.*"R1".*on record with other content/)
    const words = await opened.deps.store.reader.selectFrom('verbatims').select('text').execute()
    expect(words.some(({ text }) => text.includes('or else'))).to.equal(false)
  })

  it('sets aside a row that names something nobody holds, and takes its neighbours', async () => {
    const stray = `${POINTS_CSV}P3,high-street,R9,Nobody said this.\nP4,high-street,R1,Also the pump.\n`
    const result = await importText(opened.deps, stray, { recordKind: 'point' })
    expect(counts(result)).to.deep.equal([4, 1, 1, 2])
    expect(firstMessage(result)).to.match(/Row 4, "contribution": found "R9"/)
  })

  it('writes nothing in a dry run, and reports the same as the import', async () => {
    const more = `${CONTRIBUTIONS_CSV}R3,high-street,2026-02-30,resident,No such day.\nR4,high-street,2026-02-01,resident,Fine.\n`
    const before = await dump()
    const dry = await importText(opened.deps, more, { recordKind: 'contribution', isDryRun: true })
    expect(await dump()).to.equal(before)
    const real = await importText(opened.deps, more, { recordKind: 'contribution' })
    expect(dry.status).to.equal('dry-run')
    expect(counts(dry)).to.deep.equal([4, 1, 1, 2])
    expect(dry.report).to.deep.equal(real.report)
  })

  it('refuses a link of a kind that cannot stand on that stop of the trail', async () => {
    const decision =
      '---\nref: decision\nconsultation: high-street\nstage: decision\ntitle: Decision notice\nsource: official\nholding: held\nis_required: yes\npublished_on: 2026-04-01\n---\n\n1.1 The bench stays.\n'
    expect((await importText(opened.deps, decision, { name: 'decision.md' })).status).to.equal('imported')
    const links =
      'consultation,point,passage,kind,basis,by,on\nhigh-street,P1,decision#1.1,takes-up,confirmed,reviewer-a,2026-05-01\nhigh-street,P2,decision#1.1,carries,confirmed,reviewer-a,2026-05-01\n'
    const result = await importText(opened.deps, links, { recordKind: 'link' })
    expect(counts(result)).to.deep.equal([2, 1, 1, 0])
    expect(firstMessage(result)).to.match(/"carries" on a passage of stage decision.*takes-up/)
  })

  it('knows two equal rows without refs as two records, and the same two when the file comes again', async () => {
    const rows = 'consultation,reply\nhigh-street,no-reply\nhigh-street,no-reply\n'
    expect(counts(await importText(opened.deps, rows, { recordKind: 'say-back' }))).to.deep.equal([2, 2, 0, 0])
    expect(counts(await importText(opened.deps, rows, { recordKind: 'say-back' }))).to.deep.equal([2, 0, 0, 2])
  })

  for (const [title, content, expected] of [
    ['a PDF that calls itself .csv', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), /PDF/],
    ['an empty file', '', /no text|empty/i],
    ['a header without rows', 'ref,consultation,contributor_type,text\n', /names of columns and nothing below/],
    ['a missing column', 'ref,consultation,contributor_type\nR9,high-street,resident\n', /"?text"?/],
  ] as const)
    it(`refuses ${title} with the reason, and leaves the store as it was`, async () => {
      const before = await dump()
      const result = await importText(opened.deps, content, { recordKind: 'contribution' })
      expect(result.status).to.equal('refused')
      expect(firstMessage(result)).to.match(expected)
      expect(await dump()).to.equal(before)
    })

  it('reads UTF-16 with its mark, and keeps every letter', async () => {
    const text = `\uFEFF${CONTRIBUTIONS_CSV.replaceAll('R1', 'R5').replaceAll('R2', 'R6').replace('bench', 'bênch')}`
    const result = await importText(opened.deps, Buffer.from(text, 'utf16le'), { recordKind: 'contribution' })
    expect(counts(result)).to.deep.equal([2, 2, 0, 0])
    const words = await opened.deps.store.reader.selectFrom('verbatims').select('text').execute()
    expect(words.some(({ text: kept }) => kept.includes('bênch'))).to.equal(true)
  })

  it('asks about 03/04/2026 instead of guessing, and takes it once the order is settled', async () => {
    const rows = 'ref,consultation,received_on,contributor_type,text\nR7,high-street,03/04/2026,resident,Trees.\n'
    const asked = await importText(opened.deps, rows, { recordKind: 'contribution' })
    expect(asked.status).to.equal('asks')
    expect(firstMessage(asked)).to.match(/3 April.*4 March/)
    expect(asked.report.acceptedCount).to.equal(0)
  })

  it('takes the good rows of 10,000 with 20 broken ones, and shows each of the 20', async () => {
    const good = (n: number): string => `N${n},high-street,2026-01-09,resident,Thing number ${n}.`
    const rows = Array.from({ length: 10_000 }, (_, n) => (n % 500 === 7 ? `N${n},high-street,2026-01-09` : good(n)))
    const result = await importText(
      opened.deps,
      `ref,consultation,received_on,contributor_type,text\n${rows.join('\n')}\n`,
      { recordKind: 'contribution' },
    )
    expect(counts(result)).to.deep.equal([10_000, 9_980, 20, 0])
    expect(result.report.setAside.map(({ row }) => row)).to.deep.equal(
      Array.from({ length: 20 }, (_, n) => n * 500 + 9),
    )
  })
})
