import { expect } from 'chai'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCsv, type CsvRow } from '../../../data/import/read-csv.ts'
import { bytesSource, realData } from './import-files.ts'

const read = async (text: string | Buffer, delimiter = ',', pieceBytes = 1_000_000): Promise<readonly CsvRow[]> => {
  const rows: CsvRow[] = []
  const pieces = bytesSource('x.csv', text, pieceBytes).open()
  const buffers = (async function* () {
    for await (const piece of pieces) yield Buffer.from(piece)
  })()
  for await (const batch of readCsv(buffers, { delimiter })) rows.push(...batch)
  return rows
}
const cellsOf = (rows: readonly CsvRow[]): readonly (readonly string[])[] => rows.map(({ cells }) => cells)

describe('read-csv', () => {
  it('reads the eleven classic reader tests exactly', async function () {
    const folder = realData(this, 'csv-corpus/csv-spectrum')
    const names = readdirSync(join(folder, 'csvs')).map(file => file.replace('.csv', ''))
    expect(names).to.have.length(11)
    for (const name of names) {
      const [header = [], ...rows] = cellsOf(await read(readFileSync(join(folder, 'csvs', `${name}.csv`))))
      const records = rows.map(cells => Object.fromEntries(header.map((column, index) => [column, cells[index]])))
      expect(records, name).to.deep.equal(JSON.parse(readFileSync(join(folder, 'json', `${name}.json`), 'utf8')))
    }
  })

  it('numbers rows as a spreadsheet does and lines as an editor does', async () => {
    const rows = await read('a,b\n1,"two\nlines"\n\n3,4\n')
    expect(rows.map(({ row, line, kind }) => [row, line, kind])).to.deep.equal([
      [1, 1, 'cells'],
      [2, 2, 'cells'],
      [3, 4, 'blank'],
      [4, 5, 'cells'],
    ])
  })

  it('gives each row as it stood, and where it stands in the text', async () => {
    const text = 'a,b\r\n"é ""x""",2\r\n3,4'
    const rows = await read(text)
    expect(rows.map(({ raw }) => raw)).to.deep.equal(['a,b', '"é ""x""",2', '3,4'])
    for (const { raw, startOffset } of rows) expect(text.slice(startOffset, startOffset + raw.length)).to.equal(raw)
  })

  it('sets a row with text after a quote aside and keeps the rows around it', async () => {
    const rows = await read('a,b\n1,x\n2,"a" b\n3,"fine, too"\n4,y\n')
    expect(rows.map(({ damage, cells }) => damage ?? cells[0])).to.deep.equal([
      'a',
      '1',
      'INVALID_CLOSING_QUOTE',
      '3',
      '4',
    ])
    expect(rows[2]?.raw).to.equal('2,"a" b')
  })

  it('recovers every row after a quote that was opened by mistake and closed by a later row', async () => {
    const rows = await read('a,b\n1,x\n2,"oops\n3,y\n4,"fine, too"\n5,z\n')
    expect(rows.map(({ damage, cells }) => damage ?? cells[0])).to.deep.equal([
      'a',
      '1',
      'INVALID_CLOSING_QUOTE',
      '3',
      '4',
      '5',
    ])
  })

  it('stops at a quote that never closes, naming the row that opens it', async () => {
    const rows = await read('a,b\n1,x\n2,"never\n3,y\n')
    const last = rows[rows.length - 1]
    expect([last?.damage, last?.row, last?.line]).to.deep.equal(['QUOTE_NOT_CLOSED', 3, 3])
  })

  it('gives the same rows however the bytes arrive', async () => {
    const text = 'id;words\r\n1;"é ""q"" 😀\r\nsecond line"\r\n2;"a" b\r3;ok\n4;x"y\n5;end'
    const whole = await read(text, ';')
    expect(whole).to.have.length(6)
    for (const pieceBytes of [1, 2, 3, 7, 11]) expect(await read(text, ';', pieceBytes)).to.deep.equal(whole)
  })

  it('reads records longer than its window', async () => {
    const long = 'lorem ipsum '.repeat(60_000)
    const rows = await read(`a,b\n1,"${long}"\n2,"x\ny"\n`, ',', 50_000)
    expect(rows.map(({ cells }) => cells[1]?.length)).to.deep.equal([1, long.length, 3])
  })

  it('keeps rows whole across the windows of a large file', async () => {
    const lines = Array.from({ length: 40_000 }, (_, index) => `${index},"row, ${index}"`)
    const rows = await read(`id,text\n${lines.join('\n')}\n`, ',', 65_536)
    expect(rows).to.have.length(40_001)
    expect(rows.every(({ cells }, index) => index === 0 || cells[1] === `row, ${index - 1}`)).to.equal(true)
  })
})
