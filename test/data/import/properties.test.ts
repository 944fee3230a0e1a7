import { expect } from 'chai'
import fc from 'fast-check'
import { corpusMapping } from './corpus-mapping.ts'
import { bytesSource, importAll, type Imported } from './import-files.ts'

const RUNS = { numRuns: 150, seed: 20260630 }
const run = (bytes: Uint8Array, name = 'contributions.csv', pieceBytes?: number): Promise<Imported> =>
  importAll(bytesSource(name, bytes, pieceBytes), { mapping: corpusMapping })

/** The report throws if it does not add up; rows are given out once each, and every set-aside row says why. */
const holds = ({ prepared, rows, report }: Imported): void => {
  if (report === null)
    expect(prepared.problems.some(({ severity }) => severity === 'refuse' || severity === 'ask')).to.equal(true)
  else expect(rows).to.have.length(report.readCount)
  for (const row of rows) {
    if (row.outcome === 'set-aside') expect(row.problems).to.not.have.length(0)
    if (row.outcome === 'accepted') expect(row.records).to.have.length(2)
  }
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '',
    '"',
    '""',
    ',',
    ';',
    '\n',
    '\r\n',
    '\\"',
    '03/04/2026',
    '2026-03-04',
    'None',
    '#REF!',
    '=1+1',
    '\u0000',
    'é',
    '1E+05',
    '../x',
  ),
)
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { maxLength: 12 })
const HEADER = 'ref,submitted_at,ward,respondent_type,comment'

describe('any file', () => {
  it('of any bytes is imported or refused, never thrown, and the sum holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async bytes => holds(await run(bytes))),
      RUNS,
    )
  })
  it('of any cells under a good header keeps the sum', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), async (rows, end, isQuoted) => {
        const write = (value: string): string => (isQuoted ? `"${value.replaceAll('"', '""')}"` : value)
        const text = [HEADER, ...rows.map(cells => cells.map(write).join(','))].join(end)
        holds(await run(Buffer.from(text)))
      }),
      RUNS,
    )
  })
  it('cut anywhere keeps the sum', async () => {
    const text = `${HEADER}\r\nR1,2026-03-04,A,resident,"é, ""x""\r\ntwo"\r\nR2,13/04/2026,B,,plain\r\nR3,,Ç,business,"a" b\r\nR1,x,y\r\n`
    const whole = Buffer.from(text)
    for (let at = 0; at <= whole.length; at += 1) holds(await run(whole.subarray(0, at)))
  })
  it('written with every cell quoted comes back cell by cell', async () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter(text => text.trim() !== '')
    const clean = words.filter(text => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|^\s*#/.test(text))
    await fc.assert(
      fc.asyncProperty(
        fc.array(clean, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 1, max: 9 }),
        async (texts, pieceBytes) => {
          const lines = texts.map((text, index) => `R${index},,,,"${text.replaceAll('"', '""')}"`)
          const imported = await run(Buffer.from([HEADER, ...lines].join('\n')), 'a.csv', pieceBytes)
          if (imported.prepared.status !== 'ready') {
            expect(imported.prepared.status).to.equal('asks')
            return
          }
          const read = imported.records.flatMap(({ kind, values }) => (kind === 'contribution' ? [values['text']] : []))
          expect(read).to.deep.equal(texts)
        },
      ),
      RUNS,
    )
  })
  it('recognised or not, and as Markdown, text or HTML, never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('a.csv', 'a.md', 'a.txt', 'a.html', 'links.csv'), table, async (name, rows) => {
        const text = rows.map(cells => cells.join(',')).join('\n')
        const { prepared } = await importAll(bytesSource(name, `---\nref: a\n---\n${text}`), { consultation: 'c' })
        expect(['ready', 'asks', 'refused']).to.include(prepared.status)
      }),
      RUNS,
    )
  })
})
