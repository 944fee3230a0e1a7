import { expect } from 'chai'
import { dateOf, dateOfSerial, dateOfUnix } from '../../../data/import/read-date.ts'
import { bytesSource, codesOf, importAll } from './import-files.ts'

const TODAY = '2026-06-30'
const read = (cell: string, order: 'day-first' | 'month-first' = 'day-first'): string => {
  const result = dateOf(cell, order, TODAY)
  return 'date' in result ? result.date : result.fault
}

describe('dates', () => {
  const readable: readonly (readonly [string, string])[] = [
    ['2026-03-04', '2026-03-04'],
    ['2026/3/4', '2026-03-04'],
    ['20260304', '2026-03-04'],
    ['04/03/2026', '2026-03-04'],
    ['4.3.2026', '2026-03-04'],
    ['4 March 2026', '2026-03-04'],
    ['March 4, 2026', '2026-03-04'],
    ['4-Mar-2026', '2026-03-04'],
    ['2026-03-04T10:15:00Z', '2026-03-04'],
    ['2026-03-04 10:15:00 UTC', '2026-03-04'],
    ['2026-03-04T23:30:00+02:00', '2026-03-04'],
    ['04/03/2026 09:00', '2026-03-04'],
    ['29/02/2024', '2024-02-29'],
  ]
  for (const [cell, date] of readable) it(`reads ${cell}`, () => expect(read(cell)).to.equal(date))

  for (const cell of ['2025-02-30', '31/04/2025', '0000-00-00', '29/02/2025', '2025-13-01']) {
    it(`finds no such day as ${cell}`, () => expect(read(cell)).to.equal('is no day of the calendar'))
  }
  for (const cell of ['9999-12-31', '1899-12-31', '2027-07-01']) {
    it(`refuses ${cell}, too far off`, () => expect(read(cell)).to.equal('lies before 1900 or more than a year ahead'))
  }
  it('never reads words as dates', () => {
    for (const cell of ['soon', 'n/a', '3', '2026', 'Total', '1E+05']) expect(read(cell)).to.equal('is not a date')
  })
  it('reads the same cell both ways, as told', () => {
    expect([read('03/04/2026'), read('03/04/2026', 'month-first')]).to.deep.equal(['2026-04-03', '2026-03-04'])
  })
  it('takes the latest year that is not in the future for two digits', () => {
    expect([read('01/02/26'), read('01/02/27'), read('01/02/99')]).to.deep.equal([
      '2026-02-01',
      '1927-02-01',
      '1999-02-01',
    ])
  })
  it('reads day numbers of spreadsheets and Unix time where it is told to', () => {
    expect(dateOfSerial(46_085)).to.equal('2026-03-04')
    expect(dateOfUnix('1772582400', 'by-length')).to.deep.equal({ date: '2026-03-04' })
    expect(dateOfUnix('1772582400000', 'by-length')).to.deep.equal({ date: '2026-03-04' })
  })
})

const file = (...dates: readonly string[]): string =>
  `ref,contributor_type,received_on,text\n${dates.map((date, index) => `R${index},resident,${date},words ${index}\n`).join('')}`
const importDates = (dates: readonly string[]) =>
  importAll(bytesSource('contributions.csv', file(...dates)), { consultation: 'c' })

describe('order of day and month', () => {
  it('asks, with both readings, when nothing in the column settles it', async () => {
    const { prepared } = await importDates(['03/04/2026', '05/06/2026'])
    expect(prepared.status).to.equal('asks')
    expect(prepared.problems.map(({ message }) => message)).to.deep.equal([
      'Row 2, "received_on": 03/04/2026 could be 3 April or 4 March. No other row of the column settles it. ' +
        'Say "dates": "day-first" or "dates": "month-first" in the mapping.',
    ])
  })
  it('is settled by any other row of the column, and says which', async () => {
    const imported = await importDates(['03/04/2026', '13/04/2026'])
    expect(imported.records[0]?.values['receivedOn']).to.equal('2026-04-03')
    expect(imported.prepared.problems.map(({ message }) => message)).to.deep.equal([
      'Row 2, "received_on": 03/04/2026 was read day first, as row 3 (13/04/2026) shows.',
    ])
  })
  it('asks when the column fits month first only', async () => {
    const { prepared } = await importDates(['03/04/2026', '04/13/2026'])
    expect([prepared.status, prepared.problems[0]?.code]).to.deep.equal(['asks', 'DATE_ORDER_US'])
  })
  it('asks when the column holds both orders', async () => {
    const { prepared } = await importDates(['13/04/2026', '04/13/2026'])
    expect([prepared.status, prepared.problems[0]?.code]).to.deep.equal(['asks', 'AMBIGUOUS_DATE'])
  })
  it('does not matter where day and month are the same', async () => {
    const imported = await importDates(['04/04/2026'])
    expect(imported.records[0]?.values['receivedOn']).to.equal('2026-04-04')
    expect(imported.prepared.problems).to.deep.equal([])
  })
  it('asks about day numbers of a spreadsheet and two-digit years', async () => {
    expect((await importDates(['46085'])).prepared.problems[0]?.code).to.equal('EXCEL_SERIAL_DATE')
    const { prepared } = await importDates(['13/04/26'])
    expect([prepared.status, prepared.problems[0]?.code]).to.deep.equal(['asks', 'TWO_DIGIT_YEAR'])
  })
  it('leaves a missing date null and never today', async () => {
    const imported = await importDates(['', '2026-03-04'])
    expect(imported.records.map(({ values }) => values['receivedOn'])).to.deep.equal([null, '2026-03-04'])
  })
  it('sets a row with an unreadable date aside, and says what was found and expected', async () => {
    const imported = await importDates(['2026-03-04', 'soon'])
    expect(codesOf(imported)).to.deep.equal(['BAD_DATE'])
    const [row] = imported.report?.setAside ?? []
    expect(row?.problems[0]?.message).to.equal(
      'Row 3, "received_on": found "soon", expected a date such as 2026-03-04. It is not a date.',
    )
    expect(row?.reason).to.equal('unreadable-date')
  })
})
