import { expect } from 'chai'
import { readColumnMapping, type ColumnMapping, type RecordOfRow } from '../../../data/model/column-mapping.ts'
import { proposeMapping } from '../../../data/import/propose-mapping.ts'
import { bytesSource, codesOf, importAll, TODAY } from './import-files.ts'

const fields = (more: RecordOfRow['fields'] = {}): RecordOfRow['fields'] => ({
  ref: { column: 'Ref' },
  contributor_type: { constant: 'resident', because: 'the form was for residents' },
  text: { column: 'Words' },
  ...more,
})
const mapping = (more: Partial<ColumnMapping> = {}, record: Partial<RecordOfRow> = {}): ColumnMapping => ({
  format: 'said-and-done/mapping@1',
  name: 'test',
  version: 1,
  consultation: 'c',
  records: [{ kind: 'contribution', fields: fields(), ...record }],
  ...more,
})
const TABLE = 'Ref,Words,When,State\nR1,A bench,2026-03-04,agreed\nR2,None,2026-03-05,\n'
const run = (given: ColumnMapping, text = TABLE) => importAll(bytesSource('a.csv', text), { mapping: given })
const messages = async (given: ColumnMapping): Promise<string> => {
  const { prepared } = await run(given)
  expect(prepared.status).to.equal('refused')
  return prepared.problems.map(({ message }) => message).join('\n')
}

describe('a mapping is checked before the first row', () => {
  it('for fields the record does not have', async () => {
    const found = await messages(mapping({}, { fields: fields({ colour: { column: 'When' } }) }))
    expect(found).to.include(
      'The mapping fills "colour" of contribution, which has no such field. It has: ref, consultation, event',
    )
  })
  it('for fields that must be filled and are not', async () => {
    const { ref, contributor_type } = fields()
    const rest = { ref, contributor_type } as RecordOfRow['fields']
    expect(await messages(mapping({}, { fields: rest }))).to.include(
      'does not say where "text" of contribution comes from',
    )
  })
  it('for needed columns that are not in the file', async () => {
    const found = await messages(mapping({}, { fields: fields({ text: { column: 'Comment' } }) }))
    expect(found).to.include(
      'Column "Comment" is needed but is not in the file. Its columns are "Ref", "Words", "When", "State".',
    )
  })
  it('for words that are not in a closed list', async () => {
    const found = await messages(
      mapping({}, { fields: fields({ contributor_type: { constant: 'wizard', because: 'x' } }) }),
    )
    expect(found).to.include('The mapping, contribution, "contributor_type": found "wizard", expected one of: resident')
    const listed = mapping(
      {},
      { fields: fields({ contributor_type: { column: 'State', values: { agreed: 'wizard' }, whenEmpty: 'unknown' } }) },
    )
    expect(await messages(listed)).to.include('found "wizard"')
  })
  it('for tags taken out of verbatim words', async () => {
    const found = await messages(mapping({}, { fields: fields({ text: { column: 'Words', html: 'strip' } }) }))
    expect(found).to.include('tags may be taken out of text for display, never out of verbatim words')
  })
  it('for records it states with what is missing or unknown', async () => {
    const found = await messages(mapping({ body: { ref: 'b', name: 'B' } }))
    expect(found).to.include('The mapping, body, "short_name" is empty but needed.')
    expect(await messages(mapping({ consultation: { ref: 'c', colour: 'red' } }))).to.include('"colour"')
  })
  it('and a column it names that is not there and not needed is a warning', async () => {
    const imported = await run(mapping({}, { fields: fields({ area: { column: 'Ward' } }) }))
    expect(codesOf(imported)).to.include('COLUMN_NOT_IN_FILE')
    expect(imported.records[0]?.values['area']).to.equal(null)
  })
  it('when its file is no mapping, each fault with its place', () => {
    const read = (text: string): string => {
      const result = readColumnMapping(text, 'm.json')
      return 'problems' in result ? result.problems.map(({ message }) => message).join('\n') : 'fine'
    }
    expect(read('{')).to.match(/^m\.json is not JSON: .*Expected a mapping as written by "said map"\.$/)
    expect(read('{"format":"said-and-done/mapping@1","name":"X","version":1,"records":[]}')).to.include('m.json, name:')
    expect(read(JSON.stringify({ ...mapping(), records: [{ kind: 'wizard', fields: {} }] }))).to.include(
      'm.json, records.0.kind:',
    )
    expect(read(JSON.stringify(mapping()))).to.equal('fine')
  })
})

describe('a mapping', () => {
  it('names words that mean empty, in its files only', async () => {
    const imported = await run(mapping({ emptyValues: ['None'] }))
    expect(codesOf(imported)).to.include('EMPTY_TEXT')
    expect((await run(mapping())).records.map(({ values }) => values['text'])).to.deep.equal(['A bench', 'None'])
  })
  it('states constants, and says in the report which columns are not stored and why', async () => {
    const imported = await run(mapping({ columnsNotStored: { When: 'not a date of receipt' } }))
    expect(imported.records.every(({ values }) => values['contributorType'] === 'resident')).to.equal(true)
    expect(imported.report?.columnsNotStored).to.deep.equal([
      { name: 'When', why: 'not a date of receipt' },
      { name: 'State', why: 'the mapping does not name it' },
    ])
  })
  it('makes several records of a row, tied to each other; only those whose condition holds', async () => {
    const records: RecordOfRow[] = [
      { kind: 'contribution', fields: fields() },
      { kind: 'point', fields: { text: { column: 'Words' } } },
      {
        kind: 'stated-outcome',
        onlyIf: { column: 'State' },
        fields: { raw_state: { column: 'State' }, code: { column: 'State', values: { agreed: 'says-taken-up' } } },
      },
    ]
    const imported = await run(mapping({ records }))
    expect(
      imported.records.map(({ kind, values }) => [kind, values['contributionId'] ?? values['pointId'] ?? null]),
    ).to.deep.equal([
      ['contribution', null],
      ['point', 'R1'],
      ['stated-outcome', 'R1'],
      ['contribution', null],
      ['point', 'R2'],
    ])
  })
  it('publishes words only on the word of a person, who is named', async () => {
    const records: RecordOfRow[] = [
      { kind: 'contribution', fields: fields() },
      { kind: 'point', fields: { text: { column: 'Words' } } },
    ]
    const shut = await run(mapping({ records }))
    expect(shut.records[1]?.values['publicText']).to.equal(null)
    const open = await run(
      mapping({ records, textIsPublic: { by: 'the clerk', on: '2026-03-04', reason: 'published as open data' } }),
    )
    const { publicText, publicTextKind, approvedBy, approvedOn } = open.records[1]?.values ?? {}
    expect([publicText, publicTextKind, approvedBy, approvedOn]).to.deep.equal([
      'A bench',
      'as-published',
      'the clerk',
      '2026-03-04',
    ])
  })
  it('keeps words verbatim: blanks, guards and tags stay', async () => {
    const imported = await run(mapping(), `Ref,Words,When,State\nR1,"  '=1+1 <b>x</b>\t",,\n`)
    expect(imported.records[0]?.values['text']).to.equal("  '=1+1 <b>x</b>\t")
  })
  it('takes exactly one guard off where the file is one of our own exports', async () => {
    const imported = await run(
      mapping({ formulaGuard: "'" }),
      `Ref,Words,When,State\nR1,'=1+1,,\nR2,''=1,,\nR3,'tis,,\n`,
    )
    expect(imported.records.map(({ values }) => values['text'])).to.deep.equal(['=1+1', "'=1", "'tis"])
  })
  it('that gives no id makes one of row and hash, and says so', async () => {
    const { text, contributor_type } = fields()
    const imported = await run(mapping({}, { fields: { text, contributor_type } as RecordOfRow['fields'] }))
    expect(imported.records[0]?.ref).to.match(/^row-2-[0-9a-f]{8}$/)
    expect(codesOf(imported)).to.include('GENERATED_REFS')
  })
  it('is not misled by words that are names in JavaScript', async () => {
    const record = {
      fields: fields({ contributor_type: { column: 'State', values: { a: 'resident' }, whenEmpty: 'unknown' } }),
    }
    const { prepared } = await run(mapping({}, record), 'Ref,Words,When,State\nR1,x,,constructor\nR2,x,,__proto__\n')
    expect(prepared.problems.filter(({ code }) => code === 'UNKNOWN_CHOICE')).to.have.length(2)
  })
  it('asks what a value means that it does not list, and a person’s yes sets such rows aside', async () => {
    const record = {
      fields: fields({ contributor_type: { column: 'State', values: { yes: 'resident' }, whenEmpty: 'unknown' } }),
    }
    expect((await run(mapping({}, record))).prepared.status).to.equal('asks')
    const { report } = await run(mapping({ answered: ['UNKNOWN_CHOICE'] }, record))
    expect([report?.acceptedCount, report?.setAsideCount]).to.deep.equal([1, 1])
  })
})

describe('a proposed mapping', () => {
  const FILE =
    'Submission No,Name,Email,Date Received,Ward,Your comments,Votes,Officer response,Decision\n' +
    '1,Ada,a@example.org,13/04/2026,Quay,The crossing at the school is not safe at all,4,It will be built in spring,Accepted\n' +
    '2,Bob,b@example.org,14/04/2026,Hilltop,Please keep the library open on Mondays,2,,Under review\n'
  it('guesses a field for each column, with why and three samples, and leaves personal data out', async () => {
    const proposed = await proposeMapping(bytesSource('responses.csv', FILE), { today: TODAY })
    if (!('mapping' in proposed)) throw new Error('refused')
    const { notes = [], columnsNotStored = {}, records } = proposed.mapping
    expect(notes.map(({ column, guess }) => [column, guess])).to.deep.equal([
      ['Submission No', 'ref'],
      ['Name', 'not stored'],
      ['Email', 'not stored'],
      ['Date Received', 'received_on'],
      ['Ward', 'area'],
      ['Your comments', 'text'],
      ['Votes', 'support_claimed'],
      ['Officer response', 'reason'],
      ['Decision', 'raw_state'],
    ])
    expect(notes[4]).to.deep.equal({
      column: 'Ward',
      samples: ['Quay', 'Hilltop'],
      guess: 'area',
      because: 'few values, and a name for a place',
    })
    expect(columnsNotStored['Email']).to.include('personal data')
    expect(records.map(({ kind }) => kind)).to.deep.equal(['contribution', 'point', 'stated-outcome'])
  })
  it('can be given back: what it could not guess is asked, and nothing else', async () => {
    const proposed = await proposeMapping(bytesSource('responses.csv', FILE), { today: TODAY })
    if (!('mapping' in proposed)) throw new Error('refused')
    const reread = readColumnMapping(JSON.stringify(proposed.mapping), 'm.json')
    if ('problems' in reread) throw new Error('not a mapping')
    const { prepared } = await importAll(bytesSource('responses.csv', FILE), {
      mapping: reread.mapping,
      consultation: 'c',
    })
    const asked = prepared.problems.filter(({ severity }) => severity === 'ask' || severity === 'refuse')
    expect(asked.map(({ code, message }) => [code, message.includes('"Under review"')])).to.deep.equal([
      ['UNKNOWN_STATE', true],
    ])
  })
  it('is refused for what is no table, with the same words as an import', async () => {
    const proposed = await proposeMapping(bytesSource('a.csv', '%PDF-1.4'), { today: TODAY })
    expect('problems' in proposed && proposed.problems[0]?.code).to.equal('NOT_TEXT')
  })
})
