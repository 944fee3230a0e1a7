import { expect } from 'chai'
import { answeredOfTen, spanOfTen } from '../../../analysis/sentences/answered-of-ten.ts'
import { council } from '../../../server/http/strings/en/council.ts'

const wordsOf = (...consultations: readonly (readonly [answered: number, noAnswer: number, noAnswerMarks: number])[]) =>
  council.answeredLately(
    'Calderwick',
    consultations.length,
    council.ofTen(
      spanOfTen(consultations.map(([answered, noAnswer, marks]) => answeredOfTen({ answered, noAnswer }, marks))),
    ),
  )

describe('how many of ten points a council answered', () => {
  it('is 10 only where every decided point has an answer, else nearly 10', () => {
    expect(wordsOf([85, 0, 0])).to.equal(
      'In the last consultation, Calderwick answered 10 of every 10 points people made.',
    )
    expect(wordsOf([84, 1, 0])).to.equal(
      'In the last consultation, Calderwick answered nearly 10 of every 10 points people made.',
    )
  })

  it('is 0 only where none was answered, else fewer than 1', () => {
    expect(wordsOf([0, 85, 10])).to.include('answered 0 of every 10')
    expect(wordsOf([1, 84, 10])).to.include('answered fewer than 1 of every 10')
  })

  it('is the count drawn wherever some mark stands for either', () => {
    expect(wordsOf([112, 75, 4])).to.include('answered 6 of every 10')
    expect(wordsOf([80, 5, 1])).to.include('answered 9 of every 10')
  })

  it('of two consultations that differ names both, smaller first, and one number once', () => {
    expect(wordsOf([84, 1, 0], [112, 75, 4])).to.include('answered 6 or nearly 10 of every 10')
    expect(wordsOf([85, 0, 0], [84, 1, 0])).to.include('answered nearly 10 or 10 of every 10')
    expect(wordsOf([1, 84, 10], [0, 85, 10])).to.include('answered 0 or fewer than 1 of every 10')
    expect(wordsOf([84, 1, 0], [83, 2, 0])).to.include('answered nearly 10 of every 10')
  })

  it('of more is the range from the smallest to the largest', () => {
    const last = 'In its last 3 consultations, Calderwick answered'
    expect(wordsOf([84, 1, 0], [112, 75, 4], [41, 66, 6])).to.equal(
      `${last} 4 to nearly 10 of every 10 points people made.`,
    )
    expect(wordsOf([85, 0, 0], [84, 1, 0], [41, 66, 6])).to.equal(`${last} 4 to 10 of every 10 points people made.`)
    expect(wordsOf([1, 84, 10], [112, 75, 4], [41, 66, 6])).to.equal(
      `${last} fewer than 1 to 6 of every 10 points people made.`,
    )
  })
})
