import { expect } from 'chai'
import { canonicalMapping } from '../../../data/import/canonical-mapping.ts'
import { FORMATS } from '../../../data/import/formats/formats.ts'
import { matchingFormats, recognise } from '../../../data/import/recognise.ts'
import { columnMapping } from '../../../data/model/column-mapping.ts'
import { columnName } from '../../../data/model/field.ts'
import { fieldsOf, RECORD_KIND_NAMES, type RecordKind } from '../../../data/model/record-kinds.ts'
import { HEADER_EXAMPLES, NOT_MATCHED } from './header-examples.ts'

const columnsOf = (kind: RecordKind): readonly string[] =>
  Object.entries(fieldsOf(kind)).map(([name, of]) => columnName(name, of))
const neededOf = (kind: RecordKind): readonly string[] =>
  Object.entries(fieldsOf(kind)).flatMap(([name, of]) => (of.isRequired ? [columnName(name, of)] : []))

describe('a header', () => {
  for (const kind of RECORD_KIND_NAMES) {
    it(`of our own columns is recognised from them alone: ${kind}`, () => {
      const recognised = recognise([...columnsOf(kind)].reverse(), 'data.csv')
      expect(recognised.kind === 'mapping' && recognised.id).to.equal(`own.${kind}`)
    })
    it(`of the columns a ${kind} needs is recognised, by the name of the file where others need the same`, () => {
      const recognised = recognise(neededOf(kind), `folder/${kind}s.csv`)
      expect(recognised.kind === 'mapping' && recognised.id).to.equal(`own.${kind}`)
    })
  }

  it('is recognised whatever the case of its letters and the blanks around them', () => {
    const recognised = recognise([' Ref', 'TEXT', 'Contributor_Type '], 'a.csv')
    expect(recognised.kind === 'mapping' && recognised.id).to.equal('own.contribution')
  })

  for (const [id, headers] of Object.entries(HEADER_EXAMPLES)) {
    it(`of ${id} finds its own format, and only that`, () => {
      for (const header of headers) {
        const [first, second] = [...matchingFormats(header)].sort((a, b) => b.conditionCount - a.conditionCount)
        expect(first?.format.id, header.join()).to.equal(id)
        expect(second?.conditionCount ?? 0).to.be.lessThan(first?.conditionCount ?? 0)
        const shuffled = [...header.slice(1), ...header.slice(0, 1)]
        if (first?.format.signature.first === undefined)
          expect(matchingFormats(shuffled).map(({ format }) => format.id)).to.include(id)
      }
    })
  }

  it('of something else finds none', () => {
    for (const header of NOT_MATCHED) expect(recognise(header, 'a.csv').kind, header.join()).to.equal('unknown')
  })

  it('found only without case is weak', () => {
    const header = HEADER_EXAMPLES['decidim.proposals']?.[0]?.map(name => name.toUpperCase()) ?? []
    const [match] = matchingFormats(header)
    expect([match?.format.id, match?.isWeak]).to.deep.equal(['decidim.proposals', true])
  })
})

describe('the mapping of a format', () => {
  for (const { id, mapping, refusal } of FORMATS) {
    it(`names only columns the file has, and says why each other is left out: ${id}`, () => {
      for (const header of HEADER_EXAMPLES[id] ?? []) {
        if (mapping === null) {
          expect(refusal?.why).to.be.a('string')
          continue
        }
        const made = mapping(header, [])
        expect(columnMapping.safeParse(JSON.parse(JSON.stringify(made))).success).to.equal(true)
        const named = [...JSON.stringify(made.records).matchAll(/"column":"([^"]*)"/g)].map(([, column]) => column)
        for (const column of named) expect(header, id).to.include(column)
      }
    })
  }
  it('of our own files is a mapping a person could have written', () => {
    for (const kind of RECORD_KIND_NAMES) {
      expect(columnMapping.safeParse(canonicalMapping(kind, columnsOf(kind))).success, kind).to.equal(true)
    }
  })
})
