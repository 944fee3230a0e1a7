import { expect } from 'chai'
import fc from 'fast-check'
import { canonicalJson, NotCanonical, readCanonicalJson } from '../../../data/log/canonical-json.ts'

describe('canonical JSON', () => {
  it('sorts names by UTF-16 code units, as in RFC 8785 section 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect([...canonicalJson(value).matchAll(/:"(\w+)/g)].map(match => match[1])).to.deep.equal([
      'Carriage',
      'One',
      'Control',
      'Latin',
      'Euro',
      'Emoji',
      'Hebrew',
    ])
  })

  it('escapes only what it must', () => {
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\/\u2028')).to.equal('"\u20ac$\\u000f\\nA\'B\\"\\\\/\u2028"')
  })

  it('is the same whatever the order in which fields were set', () => {
    expect(canonicalJson({ b: [1, { d: null, c: true }], a: -0 })).to.equal(
      canonicalJson({ a: 0, b: [1, { c: true, d: null }] }),
    )
  })

  for (const [what, value] of [
    ['fractions', 1.5],
    ['integers that a double rounds', 2 ** 53],
    ['not-a-number', NaN],
    ['undefined', undefined],
    ['a field without value', { a: undefined }],
    ['a hole in a list', [1, , 2]],
    ['half a surrogate pair', 'a\ud800'],
    ['half a surrogate pair in a name', { '\udc00': 1 }],
    ['dates', new Date(0)],
    ['maps', new Map()],
    ['functions', () => 1],
    ['big integers', 1n],
  ] as const)
    it(`refuses ${what}`, () => {
      expect(() => canonicalJson(value)).to.throw(NotCanonical)
    })

  it('refuses a list that holds itself, instead of running out of stack', () => {
    const list: unknown[] = []
    list.push(list)
    expect(() => canonicalJson(list)).to.throw(NotCanonical)
  })

  it('names the place of what it refuses', () => {
    expect(() => canonicalJson({ a: [0, { b: 0.5 }] })).to.throw('.a[1].b is the number 0.5')
  })

  it('reads back what it wrote, for every value', () => {
    const { value } = fc.letrec(tie => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, true, false),
        fc.maxSafeInteger(),
        fc.string({ unit: 'binary' }).filter(text => text.isWellFormed()),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
      ),
    }))
    fc.assert(
      fc.property(value, one => canonicalJson(readCanonicalJson(canonicalJson(one))?.value) === canonicalJson(one)),
    )
  })

  for (const text of ['{"a":1,"a":1}', '{"b":1,"a":1}', '[1, 2]', '1.0', '"\\u0041"', '{', '-0', '1e2', '\ufeff1'])
    it(`does not take ${text} for canonical`, () => {
      expect(readCanonicalJson(text)).to.equal(null)
    })
})
