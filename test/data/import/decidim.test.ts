import { expect } from 'chai'
import { bytesSource, codesOf, importAll } from './import-files.ts'
import { HEADER_EXAMPLES } from './header-examples.ts'

const csv = (
  header: readonly string[],
  delimiter: string,
  ...rows: readonly Readonly<Record<string, string>>[]
): string => {
  const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`
  const line = (cells: readonly string[]): string => cells.map(cell).join(delimiter)
  return [line(header), ...rows.map(row => line(header.map(name => row[name] ?? '')))].join('\n')
}
const importRows = (
  id: string,
  generation: number,
  delimiter: string,
  ...rows: readonly Readonly<Record<string, string>>[]
) => {
  const header = HEADER_EXAMPLES[id]?.[generation] ?? []
  return importAll(bytesSource('export.csv', csv(header, delimiter, ...rows)), { consultation: 'c' })
}

const WORDS = {
  'title/en': 'Crossing',
  'body/en': '<p>At the school</p>',
  'title/ca': 'Pas',
  'body/ca': 'A l’escola',
  title: 'Pas',
  body: 'A l’escola',
}
const proposal = {
  id: '7',
  state: 'accepted',
  reference: 'R7',
  url: 'https://x.example/proposals/7',
  is_amend: 'false',
  ...WORDS,
}

describe('Decidim proposals', () => {
  const generations = ['newest', '0.19 to 0.26', '0.28', 'oldest']
  generations.forEach((name, generation) => {
    for (const delimiter of [';', ',']) {
      it(`of every generation become contribution, point and stated outcome: ${name}, "${delimiter}"`, async () => {
        const row = {
          ...proposal,
          votes: '12',
          supports: '12',
          published_at: '2024-03-04 10:15:00 UTC',
          answered_at: '2024-05-06 08:00:00 UTC',
        }
        const imported = await importRows('decidim.proposals', generation, delimiter, row)
        expect(imported.prepared.format?.id).to.equal('decidim.proposals')
        expect(imported.records.map(({ kind, ref }) => [kind, ref])).to.deep.equal([
          ['contribution', '7'],
          ['point', '7'],
          ['stated-outcome', null],
        ])
        const [contribution, point, stated] = imported.records
        expect(contribution?.values['supportClaimed']).to.equal(12)
        expect(contribution?.values['receivedOn']).to.equal('2024-03-04')
        expect(contribution?.values['text']).to.equal(point?.values['text'])
        expect([stated?.values['pointId'], stated?.values['rawState'], stated?.values['code']]).to.deep.equal([
          '7',
          'accepted',
          'says-taken-up',
        ])
        const hasDates = generation === 0 || generation === 2
        expect(stated?.values['statedOn']).to.equal(hasDates ? '2024-05-06' : null)
        expect(imported.prepared.limits.some(limit => limit.includes('no answer dates'))).to.equal(!hasDates)
        expect(codesOf(imported).filter(code => code !== 'LOCAL_TIME')).to.deep.equal([])
      })
    }
  })

  it('keep the words of every language, verbatim, tags and all', async () => {
    const row = { ...proposal, 'title/es': 'Paso', 'body/es': 'En la escuela' }
    const imported = await importRows('decidim.proposals', 2, ';', row)
    expect(imported.records[0]?.values['text']).to.equal('Crossing\n\nPaso\n\n<p>At the school</p>\n\nEn la escuela')
  })

  it('do not store who wrote, and say so', async () => {
    const imported = await importRows('decidim.proposals', 0, ';', { ...proposal, 'author/name': 'Ada' })
    expect(JSON.stringify(imported.records)).to.not.include('Ada')
    expect(imported.report?.columnsNotStored.find(({ name }) => name === 'author/name')?.why).to.include(
      'personal data',
    )
  })

  it('that were withdrawn are the contributor’s act, not a statement of the body', async () => {
    const imported = await importRows('decidim.proposals', 0, ';', { ...proposal, state: 'withdrawn' })
    expect(imported.records.map(({ kind }) => kind)).to.deep.equal(['contribution', 'point', 'judgement'])
    expect([imported.records[2]?.values['kind'], imported.records[2]?.values['basis']]).to.deep.equal([
      'withdrawn',
      'stated',
    ])
  })

  it('without a state carry no statement', async () => {
    const imported = await importRows('decidim.proposals', 0, ';', { ...proposal, state: '' })
    expect(imported.records.map(({ kind }) => kind)).to.deep.equal(['contribution', 'point'])
  })

  it('in a state nobody has explained are asked about once, with row and count', async () => {
    const custom = { ...proposal, state: 'en estudi' }
    const { prepared } = await importRows(
      'decidim.proposals',
      0,
      ';',
      proposal,
      { ...custom, id: '8' },
      { ...custom, id: '9' },
    )
    expect(prepared.status).to.equal('asks')
    const asked = prepared.problems.filter(({ severity }) => severity === 'ask')
    expect(asked.map(({ code, where }) => [code, where.row, where.column])).to.deep.equal([
      ['UNKNOWN_STATE', 3, 'state'],
    ])
    expect(asked[0]?.message).to.include('"en estudi" (2 rows)')
  })
})

describe('Decidim results', () => {
  const result = {
    id: '31',
    'title/en': 'New crossing',
    'description/en': '<p>Built at the school.</p>',
    created_at: '2024-06-01 00:00:00 UTC',
    updated_at: '2024-09-01 00:00:00 UTC',
    end_date: '2025-01-31',
    progress: '33.5',
    'status/key': 'ongoing',
    proposal_urls: 'https://x.example/p/1/f/2/proposals/7, https://x.example/p/1/f/2/proposals/9/',
  }
  it('become passages of one decision document, stated links, a promise and its update', async () => {
    const imported = await importRows('decidim.results', 0, ';', result)
    expect(
      imported.prepared.status === 'ready' && imported.prepared.given.map(({ kind, ref }) => [kind, ref]),
    ).to.deep.equal([['document', 'results']])
    expect(imported.records.map(({ kind, ref }) => [kind, ref])).to.deep.equal([
      ['passage', 'results#31'],
      ['link', null],
      ['link', null],
      ['commitment', 'result-31'],
      ['commitment-update', null],
    ])
    const [passage, first, second, commitment, update] = imported.records
    expect(passage?.values['text']).to.equal('New crossing\n\nBuilt at the school.')
    expect([first?.values['pointId'], second?.values['pointId']]).to.deep.equal(['7', '9'])
    expect([first?.values['passageId'], first?.values['kind'], first?.values['basis']]).to.deep.equal([
      'results#31',
      'takes-up',
      'stated',
    ])
    expect(first?.mayBeUnresolved).to.equal(true)
    expect([commitment?.values['madeOn'], commitment?.values['dueOn'], commitment?.values['passageId']]).to.deep.equal([
      '2024-06-01',
      '2025-01-31',
      'results#31',
    ])
    expect([update?.values['commitmentId'], update?.values['progressClaimed'], update?.values['status']]).to.deep.equal(
      ['result-31', 34, 'no-evidence'],
    )
  })
  it('say that the links are the body’s own and can be wrong', async () => {
    const imported = await importRows('decidim.results', 0, ',', result)
    expect(imported.prepared.limits[0]).to.include('are what the body says')
  })
})
