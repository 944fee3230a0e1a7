import { expect } from 'chai'
import { csvCell, csvLines } from '../../../server/export/csv.ts'
import { jsonLines } from '../../../server/export/json.ts'
import type { Table } from '../../../server/export/table.ts'

const table = (rows: Table['rows'], isFictional = false): Table => ({
  about: {
    title: 'Points',
    page: 'http://localhost/a/b/points',
    asAt: '2026-06-30',
    version: '1.1',
    methodVersion: '0.1.0',
    licence: 'CC BY 4.0',
    isFictional,
  },
  columns: ['number', 'text'],
  rows,
})

describe('lists as CSV', () => {
  it('put an apostrophe before text that a spreadsheet could run, and before nothing else', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'])
      expect(csvCell(`${start}1+1`).replace(/^"/, '')).to.match(/^'/, JSON.stringify(start))
    expect(csvCell('a=1')).to.equal('a=1')
    expect(csvCell(-3.5)).to.equal('-3.5')
  })

  it('double quotes, quote cells with commas or line ends, and leave what is not known empty', () => {
    expect(csvCell('say "no", please')).to.equal('"say ""no"", please"')
    expect(csvCell('two\nlines')).to.equal('"two\nlines"')
    expect(csvCell(null)).to.equal('')
    expect(csvCell(0)).to.equal('0')
    expect(csvCell(false)).to.equal('no')
  })

  it('begin with a byte order mark, end lines with CRLF, and say in every row what they are', () => {
    const csv = [...csvLines(table([[1, 'one']], true))].join('')
    expect(csv).to.equal(
      '\uFEFFnumber,text,as_at,version,method_version,licence,nature\r\n1,one,2026-06-30,1.1,0.1.0,CC BY 4.0,fictional\r\n',
    )
  })

  it('are made row by row, so that a long list is never held as a whole', () => {
    let made = 0
    const rows = (function* () {
      for (;;) yield [(made += 1), 'x']
    })()
    const lines = csvLines(table(rows))
    lines.next()
    lines.next()
    expect(made).to.equal(1)
  })
})

describe('lists as JSON', () => {
  it('hold text exactly as it is, with null for what is not known', () => {
    const parsed: unknown = JSON.parse(
      [
        ...jsonLines(
          table([
            [1, '=cmd()'],
            [2, null],
          ]),
        ),
      ].join(''),
    )
    expect(parsed).to.deep.include({
      asAt: '2026-06-30',
      isFictional: false,
      rows: [
        { number: 1, text: '=cmd()' },
        { number: 2, text: null },
      ],
    })
  })

  it('are whole with no row at all', () => {
    expect(JSON.parse([...jsonLines(table([]))].join(''))).to.deep.include({ rows: [] })
  })
})
