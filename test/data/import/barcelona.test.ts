import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readColumnMapping, type ColumnMapping } from '../../../data/model/column-mapping.ts'
import { FORMATS } from '../../../data/import/formats/formats.ts'
import { HEADER_EXAMPLES } from './header-examples.ts'
import { fileSource, importAll, realData, type Imported } from './import-files.ts'

const example = (name: string): ColumnMapping => {
  const path = fileURLToPath(new URL(`../../../data/import/examples/barcelona-pam-${name}.json`, import.meta.url))
  const read = readColumnMapping(readFileSync(path, 'utf8'), name)
  if ('problems' in read) throw new Error(read.problems.map(({ message }) => message).join('\n'))
  return read.mapping
}
const importExample = (context: Mocha.Context, file: string, name: string): Promise<Imported> =>
  importAll(fileSource(realData(context, 'barcelona-pam', file)), { mapping: example(name), today: '2026-11-24' })

describe('the example mappings', () => {
  it('are the mappings of their formats, with body and consultation', () => {
    const ids = {
      proposals: 'barcelona_pam.proposals',
      meetings: 'barcelona_pam.meetings',
      measures: 'barcelona_pam.action_plans',
    }
    for (const [name, id] of Object.entries(ids)) {
      const made = FORMATS.find(format => format.id === id)?.mapping?.(HEADER_EXAMPLES[id]?.[0] ?? [], [])
      expect(example(name).records, name).to.deep.equal(made?.records)
    }
  })
  it('name the body and the consultation pam-2016', () => {
    for (const name of ['proposals', 'meetings', 'measures', 'plan']) {
      const { body, consultation } = example(name)
      expect([
        typeof body === 'object' && body['ref'],
        typeof consultation === 'object' && consultation['ref'],
      ]).to.deep.equal(['barcelona', 'pam-2016'])
    }
  })
})

describe('Barcelona’s plan of 2016', () => {
  it('reproduces what the City says by source: accepted of all', async function () {
    const { report, records } = await importExample(this, 'proposals.csv', 'proposals')
    expect([report?.readCount, report?.acceptedCount, report?.setAsideCount, report?.duplicateCount]).to.deep.equal([
      10_860, 10_860, 0, 0,
    ])
    const typeOf = new Map(
      records
        .filter(({ kind }) => kind === 'contribution')
        .map(({ ref, values }) => [ref, values['contributorTypeGiven']]),
    )
    const counts: Record<string, [number, number]> = {}
    for (const { kind, values } of records) {
      if (kind !== 'stated-outcome') continue
      const type = String(typeOf.get(String(values['pointId'])))
      const count = (counts[type] ??= [0, 0])
      if (values['code'] === 'says-taken-up') count[0] += 1
      count[1] += 1
    }
    expect(counts).to.deep.equal({
      official: [1244, 1300],
      organization: [1241, 1617],
      meeting: [3410, 4498],
      citizen: [2247, 3445],
    })
  })
  it('keeps every reason as it stands, "null" and "×" too, and marks the City’s own rows', async function () {
    const { records } = await importExample(this, 'proposals.csv', 'proposals')
    const reasons = records.flatMap(({ kind, values }) =>
      kind === 'stated-outcome' && values['code'] === 'says-refused' ? [values['reason']] : [],
    )
    expect(reasons).to.have.length(2718)
    expect(reasons.filter(reason => reason === null)).to.have.length(0)
    expect(reasons.filter(reason => ['null', '×'].includes(String(reason).trim()))).to.have.length(14)
    const officers = records.filter(
      ({ kind, values }) => kind === 'contribution' && values['contributorType'] === 'officer',
    )
    expect(officers).to.have.length(1300)
    const points = records.filter(({ kind }) => kind === 'point')
    expect(
      points.every(
        ({ values }) => values['publicTextKind'] === 'as-published' && values['publicText'] === values['text'],
      ),
    ).to.equal(true)
  })
  it('gives events, passages of the decision and passages of the plan', async function () {
    const meetings = await importExample(this, 'meetings.csv', 'meetings')
    expect([meetings.report?.acceptedCount, meetings.report?.setAsideCount]).to.deep.equal([410, 0])
    const measures = await importExample(this, 'measures.csv', 'measures')
    expect([measures.report?.acceptedCount, measures.report?.setAsideCount]).to.deep.equal([1467, 0])
    expect(measures.records.some(({ values }) => /<\/?(?:div|br|p)\b/.test(String(values['text'])))).to.equal(false)
    expect(new Set(measures.records.map(({ ref }) => ref)).size).to.equal(1467)
  })
  it('reads the plan column by column, without page heads, and leaves account names out', async function () {
    const { records, prepared } = await importExample(this, 'plan.txt', 'plan')
    const passages = records.map(({ values }) => String(values['text']))
    expect(passages.some(text => /73 BARRIS, UNA BARCELONA|Autoria:/.test(text))).to.equal(false)
    const measure = passages.findIndex(text => text.startsWith('3.3.7. Impulsar un pla integral de l’eix Besòs'))
    expect(passages[measure + 1]).to.match(
      /^Impulsar el Pla Besós com a estratègia integral\nd’intervenció al territori/,
    )
    expect(passages[measure + 1]).to.match(/impulsar la mobilitat sostenible\.$/)
    expect(records.filter(({ ref }) => /#\d+\.\d+\.\d+$/.test(String(ref)))).to.have.length.greaterThan(300)
    expect(prepared.problems.map(({ code }) => code)).to.deep.equal(['ENTRIES_LEFT_OUT'])
  })
})
