import { expect } from 'chai'
import fc from 'fast-check'
import { GROUPS } from '../../../analysis/finding.ts'
import { apportion } from '../../../server/http/pages/apportion.ts'
import { drawDots, drawMark, drawMiniTrail } from '../../../server/http/pages/marks.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

describe('sharing marks out by largest remainder', () => {
  it('gives 5, 4 and 1 of ten to 46, 38 and 16 of a hundred', () => {
    expect(apportion([46, 38, 16], 10)).to.deep.equal([4, 4, 2])
    expect(apportion([48, 41, 11], 10)).to.deep.equal([5, 4, 1])
  })

  it('gives every mark out, and none to a group without points', () => {
    const counts = fc.array(fc.nat(5000), { minLength: 1, maxLength: 7 }).filter(all => sum(all) > 0)
    fc.assert(
      fc.property(counts, given => {
        const marks = apportion(given, 100)
        expect(sum(marks)).to.equal(100)
        given.forEach((count, place) => {
          if (count === 0) expect(marks[place]).to.equal(0)
        })
      }),
    )
  })

  it('gives no mark where there is no point', () => {
    expect(apportion([0, 0], 10)).to.deep.equal([0, 0])
  })
})

describe('rows of marks', () => {
  it('hold one mark for each point, 27 on a line', () => {
    for (const count of [1, 27, 28, 600]) {
      const drawing = drawDots('change-made', count)
      expect(drawing.shapes[0]?.d.match(/M/g)).to.have.length(count)
      expect(drawing.viewBox).to.equal(`0 0 324 ${Math.ceil(count / 27) * 12}`)
    }
  })

  it('draw no two groups alike', () => {
    const forms = GROUPS.map(group =>
      drawMark(group)
        .map(({ d, dash }) => `${d} ${dash}`)
        .join('|'),
    )
    expect(new Set(forms).size).to.equal(GROUPS.length)
  })

  it('draw no line to a stop whose document is missing', () => {
    expect(drawMiniTrail(['all', 'missing']).shapes.some(({ cssClass }) => cssClass.startsWith('mini-'))).to.equal(
      false,
    )
    expect(drawMiniTrail(['all', 'searched']).shapes.some(({ cssClass }) => cssClass === 'mini-none')).to.equal(true)
  })
})
