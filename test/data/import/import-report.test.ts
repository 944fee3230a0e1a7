import { expect } from 'chai'
import { assertAddsUp, tallyImport } from '../../../data/import/import-report.ts'
import { prepareImport } from '../../../data/import/prepare-import.ts'
import { asDuplicate, asSetAside, rowProblem } from '../../../data/import/judge-row.ts'
import { bytesSource, importAll, TODAY } from './import-files.ts'

const TEXT = 'ref,contributor_type,text\nR1,resident,a\nR2,resident,b\nR3,wizard,c\n'
const source = bytesSource('contributions.csv', TEXT)

describe('the report of an import', () => {
  it('counts what became of every row', async () => {
    const { report } = await importAll(source, { consultation: 'c' })
    expect([report?.readCount, report?.acceptedCount, report?.setAsideCount, report?.duplicateCount]).to.deep.equal([
      3, 2, 1, 0,
    ])
    expect([report?.recordCounts, report?.setAsideByCode]).to.deep.equal([{ contribution: 2 }, { UNKNOWN_CHOICE: 1 }])
  })
  it('is never made of numbers that do not add up', () => {
    const counts = { readCount: 3, acceptedCount: 1, setAsideCount: 1, duplicateCount: 0 }
    expect(() => assertAddsUp(counts)).to.throw('read 3, accepted 1, set aside 1, duplicate 0. Nothing was imported.')
  })
  it('throws when a row was lost on the way', async () => {
    const prepared = await prepareImport(source, { today: TODAY, consultation: 'c' })
    if (prepared.status !== 'ready') throw new Error(prepared.status)
    const tally = tallyImport(prepared)
    for await (const batch of prepared.rows()) for (const row of batch.slice(1)) tally.add(row)
    expect(() => tally.report()).to.throw('does not add up')
  })
  it('counts rows as the use case judged them', async () => {
    const prepared = await prepareImport(source, { today: TODAY, consultation: 'c' })
    if (prepared.status !== 'ready') throw new Error(prepared.status)
    const tally = tallyImport(prepared)
    for await (const batch of prepared.rows()) {
      for (const row of batch) {
        if (row.outcome !== 'accepted') tally.add(row)
        else if (row.row === 2) tally.add(asDuplicate(row))
        else
          tally.add(
            asSetAside(
              row,
              rowProblem('UNKNOWN_REFERENCE', row, 'event', {
                found: '"e9"',
                expected: 'an event on record',
                whatToDo: 'Import the events first.',
              }),
            ),
          )
      }
    }
    const report = tally.report()
    expect([report.acceptedCount, report.duplicateCount, report.setAsideCount]).to.deep.equal([0, 1, 2])
    expect(report.setAside[0]?.problems[0]?.message).to.equal(
      'Row 3, "event": found "e9", expected an event on record. Import the events first.',
    )
    expect(report.setAsideByReason['unknown-parent']).to.equal(1)
  })
  it('says what the file cannot show', async () => {
    const { report } = await importAll(source, { consultation: 'c' })
    expect(report?.limits).to.deep.equal([
      'This file has no dates of its contributions: they are shown as undated.',
      'This file does not say where people live: areas cannot be compared.',
      'This file cannot show answers: it has no column for what the body says became of each point.',
    ])
  })
})
