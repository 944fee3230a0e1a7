import { expect } from 'chai'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { bytesSource, codesOf, fileSource, importAll, realData } from './import-files.ts'

const run = (text: string, answered: readonly string[] = []) =>
  importAll(bytesSource('export.csv', text), { consultation: 'c', answered })
const kinds = (imported: Awaited<ReturnType<typeof run>>) => imported.records.map(({ kind, ref }) => [kind, ref])

describe('Polis comments', () => {
  const HEADER = 'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n'
  it('are read by their timestamp, in seconds or milliseconds, whatever the zone of datetime', async () => {
    const { records } = await run(`${HEADER}1772582400,x WIB,1,9,3,4,1,"a, b"\n1772582400000,x WIB,2,9,0,1,-1,c\n`)
    const contributions = records.filter(({ kind }) => kind === 'contribution')
    expect(
      contributions.map(({ values }) => [values['receivedOn'], values['supportClaimed'], values['isPlatformRemoved']]),
    ).to.deep.equal([
      ['2026-03-04', 3, false],
      ['2026-03-04', 0, true],
    ])
  })
  it('written without quotes are joined back, and it is said', async () => {
    const imported = await run(`${HEADER}1772582400,x,1,9,3,4,1,one, two, three\n`)
    expect(imported.records[0]?.values['text']).to.equal('one, two, three')
    expect(codesOf(imported)).to.deep.equal(['CELLS_JOINED'])
  })
  it('of real conversations are all read', async function () {
    const folder = realData(this, 'polis')
    for (const name of readdirSync(folder, { withFileTypes: true })) {
      if (!name.isDirectory()) continue
      const { report } = await importAll(fileSource(join(folder, name.name, 'comments.csv')), {
        consultation: 'c',
        today: '2026-06-30',
      })
      expect(report?.setAsideCount, name.name).to.equal(0)
      expect(report?.acceptedCount, name.name).to.be.greaterThan(20)
    }
  })
  it('identity maps are refused', async () => {
    const { prepared } = await run('participant,xid\n1,a\n')
    expect([prepared.status, prepared.problems[0]?.code]).to.deep.equal(['refused', 'IDENTITY_MAP'])
  })
})

describe('surveys', () => {
  const LONG = 'I would like a bench by the pond'
  it('of SurveyMonkey have two header rows; each free-text answer is a point, once a person has said so', async () => {
    const text =
      'Respondent ID,Collector ID,Start Date,End Date,Email Address,How satisfied?,What would you change?,\n' +
      ',,,,,Response,Open-Ended Response,Other\n' +
      `11,1,13/04/2026 10:00,13/04/2026 10:05,a@example.org,Very,${LONG},and a tree for the shade there\n` +
      '12,1,13/04/2026 11:00,13/04/2026 11:05,b@example.org,Not,Nothing at all needs to change,\n'
    expect(
      (await run(text)).prepared.problems.filter(({ severity }) => severity === 'ask').map(({ code }) => code),
    ).to.deep.equal(['FREE_TEXT_PROPOSED'])
    const imported = await run(text, ['FREE_TEXT_PROPOSED'])
    expect(kinds(imported)).to.deep.equal([
      ['contribution', '11'],
      ['point', '11'],
      ['point', '11-2'],
      ['contribution', '12'],
      ['point', '12'],
    ])
    expect(imported.records[1]?.values['topic']).to.equal('What would you change? / Open-Ended Response')
    expect(JSON.stringify(imported.records)).to.not.include('example.org')
  })
  it('of Qualtrics have three header rows; previews and unfinished answers are set aside', async () => {
    const header = 'StartDate,EndDate,Status,Progress,Finished,RecordedDate,ResponseId,Q1'
    const row = (id: string, status: string, finished: string): string =>
      `2026-03-04,2026-03-04,${status},100,${finished},2026-03-04,${id},${LONG}`
    const text = [
      header,
      'Start,End,Status,Progress,Finished,Recorded,Id,What?',
      Array(8).fill('"{""ImportId"":""x""}"').join(','),
      row('a', 'IP Address', 'True'),
      row('b', 'Survey Preview', 'True'),
      row('c', 'IP Address', 'False'),
    ].join('\n')
    const { report } = await run(text, ['FREE_TEXT_PROPOSED'])
    expect([report?.readCount, report?.acceptedCount]).to.deep.equal([3, 1])
    expect(report?.setAsideByReason).to.deep.equal({ 'test-or-preview': 1, unfinished: 1 })
  })
  it('of Google Forms are asked about before they are taken for one', async () => {
    const { prepared } = await run(`Timestamp,What do you think?\n13/04/2026 10:00,${LONG}\n`)
    expect(prepared.problems.filter(({ severity }) => severity === 'ask').map(({ code }) => code)).to.deep.equal([
      'FORMAT_UNCLEAR',
      'FREE_TEXT_PROPOSED',
    ])
  })
})

describe('other platforms', () => {
  it('Go Vocal writes the month first and guards formulas', async () => {
    const text =
      "ID,Title,Description,Author name,Submitted at,Likes,URL,Project,Status\n7,Bench,'=by the pond,Ada,03/04/2026 10:00:00,5,https://x.example,P,accepted\n"
    const { records } = await run(text)
    const [contribution, , stated] = records
    expect([contribution?.values['receivedOn'], contribution?.values['text'], stated?.values['code']]).to.deep.equal([
      '2026-03-04',
      'Bench\n\n=by the pond',
      'says-taken-up',
    ])
  })
  it('FixMyStreet’s "Closed" says nothing certain: it is asked', async () => {
    const header =
      'Report ID,Title,Detail,User Name,Category,Created,Confirmed,Acknowledged,Fixed,Closed,Status,Ward,Report URL\n'
    const text = `${header}5,Hole,In the road,Ada,Roads,2026-03-04,,,2026-04-01,,Fixed,Quay,https://x.example/5\n`
    expect(kinds(await run(text)).map(([kind]) => kind)).to.deep.equal(['contribution', 'point', 'stated-outcome'])
    const { prepared } = await run(text.replace(',Fixed,Quay', ',Closed,Quay'))
    expect(prepared.problems.map(({ code }) => code)).to.include('UNKNOWN_STATE')
  })
  it('regulations.gov rows that answer nothing are documents', async () => {
    const header = 'Document ID,Agency ID,Docket ID,Document Type,Posted Date,Comment on Document ID,Comment\n'
    const imported = await run(
      `${header}D1,A,K,Proposed Rule,2026-03-01,,\nD2,A,K,Public Submission,2026-03-04,D1,I object\n`,
    )
    expect(kinds(imported)).to.deep.equal([
      ['document', 'D1'],
      ['contribution', 'D2'],
      ['point', 'D2'],
    ])
  })
  it('CONSUL’s explanation of what is unfeasible is the reason', async () => {
    const header =
      'ID,Title,Description,Administrator,Valuator,Valuation Group,Scope of operation,Feasibility,Unfeasibility explanation,Selected,Author username\n'
    const { records } = await run(`${header}3,Pool,Indoors,x,y,z,City,Unfeasible,Too dear,No,ada\n`)
    expect([records[2]?.values['code'], records[2]?.values['reason']]).to.deep.equal(['says-refused', 'Too dear'])
  })
})
