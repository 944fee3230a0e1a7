import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { auditConsultation, RANGE_SEED } from '../../../analysis/audit.ts'
import { barredWordsIn } from '../../../analysis/sentences/barred-words.ts'
import { auditText } from '../../../server/cli/audit-text.ts'
import { sampleAudits } from '../../golden/sample-audits.ts'
import { runSaid } from '../../support/run-said.ts'

const TOLD = 'listening-in-action-2025'

describe('said audit', function () {
  this.timeout(120_000)
  let folder: string
  let db: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'said-audit-'))
    db = join(folder, 'audit.db')
    expect((await runSaid(['sample', '--db', db])).code).to.equal(0)
  })
  after(() => rm(folder, { recursive: true, force: true }))

  const report = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await runSaid(['audit', TOLD, ...args, '--db', db])
    expect(code, stderr).to.equal(0)
    return stdout
  }

  it('prints the finding, the signals, all 28 numbers with their limits, and whether the body replied', async () => {
    const text = await report()
    expect(text).to.include('The council answered 41 of the 107 points people made.')
    expect(text).to.include('No reply received by 22 June 2026.')
    expect(text).to.include('The records show 7 of the 7 signals')
    for (let place = 1; place <= 28; place += 1) expect(text).to.match(new RegExp(`^L${place} `, 'm'))
    expect(text.match(/Does not show:/g)).to.have.length(28)
    expect(text)
      .to.match(/^L25 .*\(experimental\)$/m)
      .and.include('no figure: low-agreement')
    expect(text)
      .to.match(/34\/104 32\.7% \(\d+\.\d–\d+\.\d%; alone 24\.4–42\.2\)/)
      .and.not.include('index')
  })
  it('prints a blocked figure as blocked, with the reason, and without its number', async () => {
    const { records, audits } = await sampleAudits()
    const { asOf } = audits.C1
    const replies = records.C1.replies.map(one => ({ ...one, state: 'asked' as const, repliedOn: null, dueOn: asOf }))
    const text = auditText(auditConsultation({ ...records.C1, replies }, { asOf }))
    expect(text).to.match(/L1 In the decision.*\n {4}BLOCKED, not for publication: The body can reply until/)
    expect(text).to.not.include('34/104')
  })
  it('draws ranges that respect ideas always from one seed, or from the one it is given, and prints it', async () => {
    const seeded = await report('--seed', '7')
    expect(seeded)
      .to.include('seed 7')
      .and.not.equal(await report())
    expect(await report('--seed', String(RANGE_SEED))).to.equal(await report())
    expect(await report('--seed', '7')).to.equal(seeded)
    for (const seed of ['x', '-1', '1.5', '99999999999'])
      expect((await runSaid(['audit', TOLD, '--seed', seed, '--db', db])).code, seed).to.equal(2)
  })
  it('gives the experimental index only where asked, with range, draws, bands and leave-one-out, never as one number', async () => {
    const text = await report('--index')
    expect(text).to.include('never ranked').and.include('leaving one part out: ').and.include('bands: many signs')
    expect(text).to.include('beside it, never in it: new in the decision 8/104')
    const survey = await runSaid(['audit', 'residents-survey-2026', '--index', '--db', db])
    expect(survey.stdout).to.include('No index:').and.include('Too few records: 0 resolved points')
  })
  it('gives the whole with --json: counts, ranges, null reasons, row queries, and what may not be published', async () => {
    const whole = JSON.parse(await report('--json', '--index'))
    expect(whole.indicators).to.have.length(28)
    const [reach] = whole.indicators
    expect(reach.byPoint).to.include({ numerator: 34, denominator: 104, rows: 'figure=reach' })
    expect(reach.byPoint).to.include({ rangeMethod: 'cluster-bootstrap' })
    expect(reach.byPoint.simple.low.toFixed(3)).to.equal('0.244')
    expect(reach.blockedBecause).to.deep.equal([])
    const framing = whole.indicators.find(({ number }: { number: string }) => number === 'L25')
    expect(framing.byPoint).to.include({ value: null, nullReason: 'low-agreement' })
    expect(whole.listeningGapIndex.drawLow).to.be.below(whole.listeningGapIndex.drawHigh)
    expect(JSON.stringify(whole)).to.not.include('passageId')
  })
  it('says nothing that blames', async () => {
    expect(barredWordsIn((await report('--index')).replace(/“[^”]*”/g, ''))).to.deep.equal([])
  })
})
