import { expect } from 'chai'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runSaid, type SaidRun } from '../../support/run-said.ts'

const PASSAGES = `document,stage,passage,text,heading
log,record,R1,Asks for a zebra crossing outside the school on Mill Lane.,
log,record,R2,Mae angen croesfan newydd ger yr ysgol gynradd.,
log,record,R3,Piden un paso de peatones junto al colegio público.,
minutes,decision,47,A zebra crossing at Mill Lane school be approved.,Resolved
minutes,decision,48,The request for benches was refused.,Resolved
`
const POINTS = `id,text
a,Please put a zebra crossing by Mill Lane school
b,More benches
`

describe('said match, on the files of a stranger', () => {
  let folder = ''
  const match = async (
    points: string | Buffer,
    passages: string | Buffer = PASSAGES,
    ...more: string[]
  ): Promise<SaidRun> => {
    await writeFile(join(folder, 'points.csv'), points)
    await writeFile(join(folder, 'passages.csv'), passages)
    const files = ['--points', join(folder, 'points.csv'), '--passages', join(folder, 'passages.csv')]
    return runSaid(['match', ...files, ...more])
  }
  interface Line {
    readonly point: string
    readonly stage: string
    readonly rank: number
    readonly grade: string
    readonly passage?: string
    readonly score?: number
  }
  /** Every line of stdout as JSON: anything else there fails the test that reads it. */
  const linesOf = ({ stdout }: SaidRun): readonly Line[] =>
    stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Line)
  const firstOf = (run: SaidRun, point: string, stage: string): Line | undefined =>
    linesOf(run).find(line => line.point === point && line.stage === stage)

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'said-match-'))
  })
  after(() => rm(folder, { recursive: true }))

  it('prints one JSON object a line with the fields that are promised, best first, and nothing on stderr', async () => {
    const run = await match(POINTS)
    expect(run.code).to.equal(0)
    expect(run.stderr).to.equal('')
    expect(Object.keys(linesOf(run)[0]!)).to.deep.equal([
      'point',
      'document',
      'stage',
      'passage',
      'rank',
      'score',
      'grade',
      'kind',
      'matched',
    ])
    expect(firstOf(run, 'a', 'record')!.passage).to.equal('R1')
    expect(firstOf(run, 'a', 'decision')!.passage).to.equal('47')
  })
  it('gives a line of rank 0 for a point and stage with nothing', async () => {
    const run = await match('id,text\na,xylophone quartz\n', 'document,stage,passage,text\nlog,record,R1,Benches\n')
    expect(linesOf(run)).to.deep.equal([{ point: 'a', stage: 'record', rank: 0, grade: 'nothing-found' }])
  })
  it('prints the same twice', async () => {
    expect((await match(POINTS)).stdout).to.equal((await match(POINTS)).stdout)
  })
  it('gives --top suggestions of each stage and no more', async () => {
    const lines = linesOf(await match(POINTS, PASSAGES, '--top', '1'))
    expect(lines.every(({ rank }) => rank <= 1)).to.equal(true)
  })

  for (const [what, points, passages, said] of [
    ['an empty file', '', PASSAGES, /points\.csv holds no text/],
    ['an empty file of passages', POINTS, '', /passages\.csv holds no text/],
    ['a header without rows', 'id,text\n', PASSAGES, /points\.csv/],
    ['a missing column', 'id,words\na,More benches\n', PASSAGES, /no column "text"/],
    ['a missing column of passages', POINTS, 'document,passage,text\nlog,R1,Benches\n', /no column "stage"/],
    [
      'bytes in no encoding',
      Buffer.from([0x69, 0x64, 0x2c, 0x74, 0, 0, 0, 0xff, 0xfe, 0x81, 0, 0x0a]),
      PASSAGES,
      /points\.csv/,
    ],
  ] as const)
    it(`says on stderr what is wrong with ${what}, with exit code 2 and nothing on stdout`, async () => {
      const run = await match(points, passages)
      expect(run.code).to.equal(2)
      expect(run.stderr).to.match(said)
      expect(run.stdout).to.equal('')
    })

  it('lists and counts rows that cannot be read, and matches the others', async () => {
    const run = await match(
      'id,text\na,A zebra crossing\na,The same name again\n,No name\nb,x,one cell too many\nc,More benches\n',
    )
    expect(run.code).to.equal(0)
    expect(run.stderr).to.include('row 3').and.to.include('"a" is used in row 2')
    expect(run.stderr).to.include('row 4')
    expect(run.stderr).to.match(/row 5/i)
    expect(run.stderr).to.match(/3 rows were left out\./)
    expect(new Set(linesOf(run).map(({ point }) => point))).to.deep.equal(new Set(['a', 'c']))
  })
  it('leaves out passages of a stage it does not know, and says which stages there are', async () => {
    const run = await match(POINTS, `${PASSAGES}log,meeting,R9,A zebra crossing,\n`)
    expect(run.code).to.equal(0)
    expect(run.stderr).to.include('"meeting"').and.to.include('plan, record').and.to.include('1 row was left out.')
    expect(linesOf(run).some(({ passage }) => passage === 'R9')).to.equal(false)
  })
  it('takes a document and passage named twice once', async () => {
    const run = await match(POINTS, `${PASSAGES}log,record,R1,Something else,\n`)
    expect(run.stderr).to.include('"log#R1" is used in row 2')
  })

  it('reads CRLF, a byte order mark and semicolons', async () => {
    const plain = await match(POINTS)
    const marked = `\uFEFF${POINTS.replaceAll(',', ';').replaceAll('\n', '\r\n')}`
    expect((await match(marked)).stdout).to.equal(plain.stdout)
  })
  it('reads Windows-1252, told by its letters', async () => {
    const run = await match(Buffer.from('id,text\na,Un paso de peatones junto al colegio p\xfablico\n', 'latin1'))
    expect(firstOf(run, 'a', 'record')!.passage).to.equal('R3')
  })

  it('finds passages in Welsh and Spanish, for points that say their language and points that do not', async () => {
    const run = await match(
      'id,text,lang\nw,Mae angen croesfan ger yr ysgol,cy\ns,"Queremos un paso de peatones, por favor",\n',
    )
    expect(firstOf(run, 'w', 'record')!.passage).to.equal('R2')
    expect(firstOf(run, 's', 'record')!.passage).to.equal('R3')
  })
  it('gives every point its lines: one word, 300 words, emoji only, empty, marks only', async () => {
    const long = 'we would like a zebra crossing outside the school '.repeat(34).trim()
    const run = await match(`id,text\none,crossing\nlong,${long}\nemoji,🎉🚲🎉\nempty,\nmarks,"?!,"\n`)
    expect(run.code).to.equal(0)
    expect(new Set(linesOf(run).map(({ point }) => point)).size).to.equal(5)
    expect(firstOf(run, 'one', 'record')!.passage).to.equal('R1')
    expect(firstOf(run, 'long', 'record')!.passage).to.equal('R1')
    expect(firstOf(run, 'emoji', 'record')!.rank).to.equal(0)
  })
  it('neither crashes nor stalls on cells of 1 MB, as point and as passage', async () => {
    const words = 'a zebra crossing at the school '.repeat(34_000)
    for (const cell of [words, 'a'.repeat(1_000_000), 'a.'.repeat(500_000), '😀'.repeat(250_000)]) {
      const run = await match(`id,text\nbig,${cell}\nb,More benches\n`, `${PASSAGES}log,record,BIG,${cell},\n`)
      expect(run.code).to.equal(0)
      const told = new Set(linesOf(run).map(({ point }) => point))
      expect(told.has('b')).to.equal(true)
      expect(told.has('big') || run.stderr.includes('left out')).to.equal(true)
    }
  })
  it('gives finite scores from 0 to 1 for words that are names of object properties', async () => {
    const run = await match(
      'id,text\na,constructor __proto__ toString hasOwnProperty\n',
      `${PASSAGES}log,record,C,constructor toString,\n`,
    )
    expect(linesOf(run).every(({ rank, score }) => rank === 0 || (score! > 0 && score! <= 1))).to.equal(true)
  })
  it('refuses a --top that is no number with exit code 2', async () => {
    expect((await match(POINTS, PASSAGES, '--top', 'many')).code).to.equal(2)
  })
  it('says which file is not there', async () => {
    const run = await runSaid(['match', '--points', join(folder, 'none.csv'), '--passages', join(folder, 'none.csv')])
    expect(run.code).to.be.greaterThan(0)
    expect(run.stderr).to.include('none.csv')
  })
})
