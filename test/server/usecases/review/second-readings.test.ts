import { expect } from 'chai'
import { readRecord, readRecords } from '../../../../data/store/records.ts'
import { decideText } from '../../../../server/usecases/review/release-texts.ts'
import { judgeReadings, recordReading, showReading } from '../../../../server/usecases/review/second-readings.ts'
import { faultsIn } from '../../../support/history.ts'
import { openPeopleTest, type PeopleTest } from '../../../support/people.ts'
import { refusalOf } from '../../../support/release-world.ts'
import { aReviewWorld, type ReviewWorld } from '../../../support/review-world.ts'
import { sha256Of } from '../../../../server/usecases/sha256-of.ts'

const texts = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `point-${at}`,
    number: at + 1,
    publicText: `Words ${at}`,
    publicTextKind: 'redacted' as const,
    approvedBy: 'p-one',
  }))
const readingOf = (at: number, found: 'nothing' | 'leak') => ({
  pointId: `point-${at}`,
  textSha256: sha256Of(`Words ${at}`),
  found,
})

describe('reading released texts again', () => {
  it('draws one in ten by chance, the same ones each time, and others for another seed', () => {
    const points = texts(5_000)
    const drawn = judgeReadings(points, [], 'seed').waiting.map(({ number }) => number)
    expect(drawn.length).to.be.within(420, 580)
    expect(judgeReadings(points, [], 'seed').waiting.map(({ number }) => number)).to.deep.equal(drawn)
    expect(judgeReadings(points, [], 'other').waiting.map(({ number }) => number)).to.not.deep.equal(drawn)
  })

  it('draws only what a person let out here: not what is withheld, waits, or was public already', () => {
    const [first] = texts(1)
    if (first === undefined) throw new Error('There is no text.')
    const others = [
      { ...first, publicText: null, publicTextKind: 'withheld' as const },
      { ...first, approvedBy: null },
      { ...first, publicTextKind: 'as-published' as const },
    ]
    for (let at = 0; at < 200; at += 1) expect(judgeReadings(others, [], `seed ${at}`).waiting).to.deep.equal([])
  })

  it('stops over 2 in 100, asks for every text then, and goes on when all that stand were read', () => {
    const points = texts(100)
    const read = (leakCount: number, count: number) =>
      Array.from({ length: count }, (_, at) => readingOf(at, at < leakCount ? 'leak' : 'nothing'))
    expect(judgeReadings(points, read(1, 50), 'seed').isStopped, '2 in 100').to.equal(false)
    const stopped = judgeReadings(points, read(2, 50), 'seed')
    expect([stopped.isStopped, stopped.waiting.length]).to.deep.equal([true, 50])
    expect(judgeReadings(points, read(2, 100), 'seed').isStopped, '2 in 100 again').to.equal(false)
    expect(judgeReadings(points, read(9, 100), 'seed').isStopped, 'nothing is left unread').to.equal(false)
  })

  it('asks anew about a text that was changed after it was read', () => {
    const points = texts(1).map(point => ({ ...point, publicText: 'Other words' }))
    const { isStopped, waiting } = judgeReadings(points, [readingOf(0, 'leak')], 'seed')
    expect([isStopped, waiting.length]).to.deep.equal([true, 1])
  })

  describe('at the desk', () => {
    let test: PeopleTest
    let world: ReviewWorld
    beforeEach(async () => {
      test = await openPeopleTest()
      world = await aReviewWorld(test.deps, [
        'bench: Keep the bench by Ann.',
        'lights: More lights.',
        'bins: More bins.',
      ])
    })
    afterEach(() => test.close())
    const points = () => readRecords(test.deps.store.reader, 'point', world.consultationId)

    it('shows the text alone to somebody else than who released it; a leak comes down and stops releasing', async () => {
      const [first, second] = [await world.aReviewer(), await world.aReviewer()]
      const release = (number: number, text: string) =>
        decideText(test.deps, first, world.scope, {
          number,
          decision: 'release',
          text,
          isParaphrase: false,
          mayStay: true,
        })
      // Released until one is drawn: chance is drawn at each run.
      for (let tries = 0; (await showReading(test.deps, second, world.scope)).next === null; tries += 1) {
        if (tries > 400) throw new Error('No text was drawn.')
        await release(1, `Keep the bench by the house of Ann, ${tries}.`)
      }
      await release(2, 'More lights.')
      expect((await showReading(test.deps, first, world.scope)).next).to.equal(null)
      const { next } = await showReading(test.deps, second, world.scope)
      if (next === null) throw new Error('Nothing waits.')
      const given = { number: next.number, sha256: next.sha256, found: 'leak', note: 'Ann' } as const
      expect((await refusalOf(recordReading(test.deps, first, world.scope, given))).code).to.equal('forbidden')
      await recordReading(test.deps, second, world.scope, given)
      const [point] = (await points()).filter(({ number }) => number === 1)
      expect(await readRecord(test.deps.store.reader, 'point', point?.id ?? '')).to.include({
        publicText: null,
        publicTextKind: 'withheld',
        approvedBy: second.code,
      })
      const refused = await refusalOf(release(3, 'More bins.'))
      expect([refused.code, refused.message.includes('Releasing has stopped')]).to.deep.equal(['refused', true])
      const all = await showReading(test.deps, second, world.scope)
      expect([all.isStopped, all.next?.number], 'every text is asked for').to.deep.equal([true, 2])
      await recordReading(test.deps, second, world.scope, {
        number: 2,
        sha256: all.next?.sha256 ?? '',
        found: 'nothing',
        note: '',
      })
      expect((await release(3, 'More bins.')).status).to.equal('decided')
      expect(await faultsIn(test.deps)).to.deep.equal([])
    })
  })
})
