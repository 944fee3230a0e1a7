import { expect } from 'chai'
import { addWorkingDays, isWorkingDay } from '../../../../server/usecases/reply/working-days.ts'

describe('working days', () => {
  it('are Monday to Friday without the bank holidays of England and Wales', () => {
    // gov.uk/bank-holidays, England and Wales: 2026, and the moved days of 2027 and 2028.
    const holidays = ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25']
    const moved = ['2026-12-28', '2027-12-27', '2027-12-28', '2028-01-03']
    for (const day of [...holidays, ...moved]) expect(isWorkingDay(day), day).to.equal(false)
    for (const day of ['2026-04-02', '2026-04-07', '2026-12-24', '2026-12-29', '2028-01-04'])
      expect(isWorkingDay(day), day).to.equal(true)
    expect(['2026-07-04', '2026-07-05'].map(isWorkingDay)).to.deep.equal([false, false])
  })

  it('are counted from the day after', () => {
    expect(addWorkingDays('2026-07-03', 1)).to.equal('2026-07-06')
    expect(addWorkingDays('2026-07-01', 20)).to.equal('2026-07-29')
    // The sample's own window: asked on 13 May, due on 11 June, with a bank holiday between.
    expect(addWorkingDays('2026-05-13', 20)).to.equal('2026-06-11')
  })
})
