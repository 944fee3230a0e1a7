import { expect } from 'chai'
import { commonPasswords, passwordProblem } from '../../../../server/usecases/people/check-password.ts'

const NAMES = ['margaret.okafor', 'Margaret Okafor']

describe('a new password', () => {
  const taken = [
    'seven quiet herons',
    'a'.repeat(6) + 'bcdefg',
    'correct horse battery',
    'ünïcödé wörds here',
    '𝔞𝔟𝔠𝔡𝔢𝔣 and six',
    'nothing but letters',
    '8402 1957 3366 72',
  ]
  for (const password of taken)
    it(`may be "${password}": no rules about kinds of character`, () => {
      expect(passwordProblem(password, NAMES)).to.equal(null)
    })

  const refused: readonly (readonly [string, RegExp])[] = [
    ['short words', /at least 12/],
    ['elevenchars', /has 11 characters/],
    ['x y'.repeat(50), /at most 128/],
    ['123456qwerty', /tried first/],
    ['1qaz2wsx3edc', /tried first/],
    ['Password2026!', /tried first/],
    ['!!!football!!!', /tried first/],
    ['aaaaaaaaaaaaaa', /repeats/],
    ['xkzxkzxkzxkz', /repeats/],
    ['margaret.okafor', /a name/],
    ['Margaret Okafor 1961', /a name/],
    ['saidanddone2026', /a name/],
    ['Said & Done!!!', /a name/],
  ]
  for (const [password, why] of refused)
    it(`may not be "${password.slice(0, 30)}": ${why.source}`, () => {
      expect(passwordProblem(password, NAMES)).to.match(why)
    })

  it('of 128 characters is taken, of 129 not', () => {
    const long = Array.from({ length: 129 }, (_, index) =>
      String.fromCharCode(97 + ((index * 7 + (index >> 3)) % 26)),
    ).join('')
    expect(passwordProblem(long.slice(0, 128), [])).to.equal(null)
    expect(passwordProblem(long, [])).to.match(/at most 128/)
  })

  it('is compared with 10,000 common ones and more, none of them a line of the file’s head', () => {
    expect(commonPasswords().size).to.be.at.least(10_000)
    expect([...commonPasswords()].filter(line => /licence|origin/i.test(line) && line.includes(':'))).to.deep.equal([])
    expect(commonPasswords().has('123456')).to.equal(true)
  })
})
