import { expect } from 'chai'
import { matchesErased, type SetAsideWanted } from '../../../../server/usecases/erasure/matches-erased.ts'

const LONG = 'The bench by the pump, please, and a bin'
const NAMES = new Map([
  ['mill-lane', new Set(['mill'])],
  ['old-mill', new Set(['mill'])],
  ['park', new Set(['park'])],
])

const matches = (
  raw: string,
  wanted: Partial<SetAsideWanted>,
  row: { code?: string; importedInto?: string | null } = {},
) =>
  matchesErased(
    { importId: 'i', sourceRow: 1, code: 'UNKNOWN_CHOICE', message: '', raw, importedInto: 'mill', ...row },
    { consultationId: 'mill', consultationNames: NAMES, texts: [], refs: [], ...wanted },
  )

describe('a row that was set aside goes with an erasure', () => {
  it('if one of its cells is the short text, and not if the text only stands within a cell', () => {
    const texts = ['No, thanks.']
    expect(matches('E7,mill-lane,"No,  thanks."', { texts })).to.equal(true)
    expect(matches('E7;mill-lane;No, thanks.', { texts })).to.equal(true)
    expect(matches('E7,mill-lane,"Bins? No, thanks. Trees."', { texts })).to.equal(false)
    expect(matches('E7,mill-lane,"I said, no, and trees"', { texts: ['no'] })).to.equal(false)
  })

  it('if a text of 20 characters or more stands in it, with whatever quotes, spaces and words around', () => {
    expect(matches(`E7,mill-lane,"As I said: ${LONG.replace(' ', '\n')}."`, { texts: [LONG] })).to.equal(true)
    expect(
      matches('E7,mill-lane,"The ""bench"" by the pump, please"', { texts: ['The "bench" by the pump'] }),
    ).to.equal(true)
    expect(matches('E7,mill-lane,The bench by the church', { texts: [LONG] })).to.equal(false)
  })

  it('if it was cut within the text, or cannot be divided into cells', () => {
    const cut = `E7,mill-lane,"As I said: ${LONG.slice(0, 30)}…`
    expect(matches(cut, { texts: [LONG] })).to.equal(true)
    expect(matches(cut, { texts: ['The bench by the pump was taken away'] })).to.equal(false)
    expect(matches('E7,mill-lane,07700 900123,"open', { texts: ['07700 900123'] })).to.equal(true)
  })

  it('under its reference only if it was set aside for bearing a reference that is taken', () => {
    const raw = 'E1,mill-lane,Another text'
    expect(matches(raw, { refs: ['E1'] }, { code: 'DUPLICATE_REF' })).to.equal(true)
    expect(matches(raw, { refs: ['E1'] }), 'for another reason').to.equal(false)
    expect(matches(raw.replace('E1', 'E11'), { refs: ['E1'] }, { code: 'DUPLICATE_REF' }), 'a longer one').to.equal(
      false,
    )
  })

  it('only if it is of that consultation, by any name it had, whatever else the import wrote to', () => {
    const of = (name: string, importedInto: string | null) =>
      matches(`E7,${name},"${LONG}"`, { texts: [LONG] }, { importedInto })
    for (const importedInto of ['mill', 'park', null]) {
      expect(of('mill-lane', importedInto), `mill-lane in ${importedInto}`).to.equal(true)
      expect(of('old-mill', importedInto), `old-mill in ${importedInto}`).to.equal(true)
      expect(of('park', importedInto), `park in ${importedInto}`).to.equal(false)
    }
    expect([of('', 'mill'), of('', null), of('', 'park')], 'no name').to.deep.equal([true, true, false])
  })

  it('by its import where two councils call their consultations the same', () => {
    const consultationNames = new Map([['budget', new Set(['mill', 'park'])]])
    const of = (importedInto: string | null) =>
      matches(`E7,budget,"${LONG}"`, { texts: [LONG], consultationNames }, { importedInto })
    expect([of('mill'), of('park')]).to.deep.equal([true, false])
  })
})
