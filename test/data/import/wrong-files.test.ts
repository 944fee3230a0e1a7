import { expect } from 'chai'
import type { Problem } from '../../../data/model/problem.ts'
import { prepareImport } from '../../../data/import/prepare-import.ts'
import { bytesSource, importAll, TODAY, type Imported } from './import-files.ts'

const GOOD = 'ref,contributor_type,text\nR1,resident,The crossing is unsafe\n'
const run = (name: string, text: string | Uint8Array): Promise<Imported> =>
  importAll(bytesSource(name, text), { consultation: 'c' })
const gravest = ({ prepared }: Imported): Problem | undefined =>
  prepared.problems.find(({ severity }) => severity === 'refuse') ??
  prepared.problems.find(({ severity }) => severity === 'ask')

/** File → what is said about it. Nothing of it is imported. */
const WRONG: readonly (readonly [string, string, string | Uint8Array, string, string])[] = [
  [
    'a PDF renamed',
    'a.csv',
    '%PDF-1.4\n%%EOF',
    'NOT_TEXT',
    'a.csv is a PDF document, not a table of text. Export the records as "CSV UTF-8" and import that file.',
  ],
  [
    'a workbook renamed',
    'a.csv',
    Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
    'NOT_TEXT_XLSX',
    'a.csv is not a text file: it begins like a zip archive, as Excel workbooks (.xlsx), Word and OpenDocument files do. Nothing was unpacked. Open it and save the sheet as "CSV UTF-8".',
  ],
  [
    'a web page',
    'a.csv',
    '<!DOCTYPE html><html><body>Sign in</body></html>',
    'LOOKS_LIKE_HTML',
    'a.csv is a web page (HTML), not a table. Perhaps a login page was saved in place of the export: sign in, export again, and look at the file before you import it.',
  ],
  [
    'JSON',
    'a.csv',
    '[{"id": 1}]',
    'LOOKS_LIKE_JSON',
    'a.csv is a JSON export, not a table. Export the records as CSV.',
  ],
  [
    'XML',
    'a.csv',
    '<?xml version="1.0"?><rows/>',
    'LOOKS_LIKE_XML',
    'a.csv is an XML export, not a table. Open it in a spreadsheet and save it as "CSV UTF-8".',
  ],
  [
    'nothing',
    'a.csv',
    '',
    'EMPTY_FILE',
    'a.csv holds no text at all. Export the records again and look at the file before you import it.',
  ],
  [
    'a header alone',
    'contributions.csv',
    'ref,contributor_type,text\n',
    'NO_ROWS',
    'contributions.csv has names of columns and nothing below them. Export the records again.',
  ],
  [
    'a missing column',
    'contributions.csv',
    'ref,contributor_type,received_on\nR1,resident,2026-03-04\n',
    'REQUIRED_COLUMN_MISSING',
    'contributions.csv looks like rows of contribution, but "text" is missing. Its columns are "ref", "contributor_type", "received_on". Add what is missing, or give a mapping with --mapping.',
  ],
  [
    'an unknown table',
    'a.csv',
    'foo,bar\n1,2\n',
    'FORMAT_UNKNOWN',
    'The columns of a.csv ("foo", "bar") are not those of a format we know. Run "said map a.csv", edit the mapping it proposes, and import with --mapping.',
  ],
  [
    'no header',
    'a.csv',
    'R-0001,2026-03-04,The crossing is unsafe\nR-0002,2026-03-05,Keep it\n',
    'HEADER_LOOKS_LIKE_DATA',
    'The first row looks like data, not like names of columns: R-0001, 2026-03-04, The crossing is unsafe. Put a row with the names of the columns above it.',
  ],
  [
    'an open quote',
    'contributions.csv',
    `${GOOD}R2,resident,"never closed\n`,
    'QUOTE_NOT_CLOSED',
    'Row 3 (line 3): a double quote opens and never closes, so that nothing after it can be trusted. Close it, or write it twice, and import again.',
  ],
  [
    'too many columns',
    'a.csv',
    `${Array.from({ length: 201 }, (_, i) => `c${i}`).join(',')}\n`,
    'TOO_MANY_COLUMNS',
    'a.csv has 201 columns; at most 200 are read. Export only those that are needed.',
  ],
  [
    'more than 20 MB',
    'a.csv',
    Buffer.alloc(21 * 1024 * 1024, 'a,b\n'),
    'FILE_TOO_LARGE',
    'a.csv is larger than 20 MB. Split it and import the parts one after the other.',
  ],
  [
    'the header again',
    'contributions.csv',
    `${GOOD}ref,contributor_type,text\n`,
    'HEADER_REPEATED',
    'Row 3: the names of the columns stand here again. Were files joined? Take the row out, or answer HEADER_REPEATED with yes to set it aside.',
  ],
  [
    'lines above the header',
    'contributions.csv',
    `Response export\n${GOOD}`,
    'PREAMBLE',
    '1 line stands above the names of the columns, beginning "Response export". Is row 2 the header? Say "file": { "headerRow": 2 } in the mapping, or take the lines out.',
  ],
  [
    'quotes escaped with a backslash',
    'contributions.csv',
    `${GOOD}R2,resident,"he said \\"no\\" twice"\n`,
    'BACKSLASH_ESCAPES',
    'Row 3: a quote is written \\" , with a backslash. This is not CSV: quotes in a cell are written twice. Export again with doubled quotes, or answer BACKSLASH_ESCAPES with yes to set these rows aside.',
  ],
]

describe('a wrong file', () => {
  for (const [what, name, text, code, message] of WRONG) {
    it(`is told what it is and what to do: ${what}`, async () => {
      const imported = await run(name, text)
      expect(imported.prepared.status).to.not.equal('ready')
      const problem = gravest(imported)
      expect([problem?.code, problem?.message]).to.deep.equal([code, message])
    })
  }

  it('of more than 100,000 rows is a question, and yes imports it', async () => {
    const rows = Array.from({ length: 100_001 }, (_, index) => `R${index},resident,x`).join('\n')
    const source = bytesSource('contributions.csv', `ref,contributor_type,text\n${rows}\n`)
    const asked = await importAll(source, { consultation: 'c' })
    expect([asked.prepared.status, gravest(asked)?.code]).to.deep.equal(['asks', 'TOO_MANY_ROWS'])
    const answered = await prepareImport(source, { today: TODAY, consultation: 'c', answered: ['TOO_MANY_ROWS'] })
    expect(answered.status === 'ready' && answered.readCount).to.equal(100_001)
  })

  it('without a consultation says how to name one', async () => {
    const { prepared } = await importAll(bytesSource('contributions.csv', GOOD))
    expect([prepared.status, prepared.problems[0]?.code]).to.deep.equal(['refused', 'CONSULTATION_MISSING'])
    expect(prepared.problems[0]?.message).to.include('--consultation REF')
  })
})

describe('20 broken rows in 10,000', () => {
  const broken = (index: number): string =>
    [
      `R${index},resident,"text" after`,
      `R${index},resident,a "quote" inside`,
      `R${index},resident`,
      `R${index},resident,a,b`,
    ][index % 4] ?? ''
  it('are set aside with row, code and text, and take no neighbour along', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) =>
      index % 500 === 250 ? broken(index / 250) : `N${index},resident,"good, ${index}"`,
    )
    const { report } = await run('contributions.csv', `ref,contributor_type,text\n${lines.join('\n')}\n`)
    expect([report?.readCount, report?.acceptedCount, report?.setAsideCount]).to.deep.equal([10_000, 9_980, 20])
    expect(report?.setAside.map(({ row }) => row)).to.deep.equal(
      Array.from({ length: 20 }, (_, index) => 252 + index * 500),
    )
    expect(report?.setAside.every(({ raw }) => raw.startsWith('R'))).to.equal(true)
    expect(report?.setAsideByReason).to.deep.equal({ 'unreadable-row': 10, 'wrong-width': 10 })
  })
})
