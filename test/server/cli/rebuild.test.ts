import { expect } from 'chai'
import { rebuildCommand } from '../../../server/cli/commands/rebuild.ts'
import { UsageError, type CommandResult } from '../../../server/cli/command.ts'
import { releaseState } from '../../../server/export/release-state.ts'
import { publishRelease } from '../../../server/usecases/release/publish-release.ts'
import { openPeopleTest, type PeopleTest } from '../../support/people.ts'
import { EASTFIELD, loadSampleConsultation, refusalOf, someone } from '../../support/release-world.ts'

describe('said rebuild', function () {
  this.timeout(60_000)
  let test: PeopleTest
  beforeEach(async () => {
    test = await openPeopleTest()
  })
  afterEach(() => test.close())

  const rebuild = (...positionals: readonly string[]): Promise<CommandResult | null> =>
    rebuildCommand.run({
      positionals,
      options: {},
      isJson: false,
      deps: () => Promise.resolve(test.deps),
      output: { line: () => Promise.resolve(), bytes: () => Promise.resolve(), note: () => {}, progress: () => {} },
    })

  it('says that the same figures and checksum come out', async () => {
    const scope = await loadSampleConsultation(test.deps, EASTFIELD.consultation, ['release'])
    const { session } = await someone(test.deps, 'editor', scope.consultation.id)
    const published = await publishRelease(test.deps, session, scope, releaseState)
    if (published.status !== 'published') throw new Error(JSON.stringify(published))
    const result = await rebuild(EASTFIELD.consultation, '1.0')
    expect(result?.isRefused).to.equal(false)
    expect(result?.text).to.include(`the checksum ${published.release.checksum}`).and.include('88 points: 84 answered')
  })

  it('says of a release that was imported that nothing was kept to compare with', async () => {
    await loadSampleConsultation(test.deps, 'mill-lane-2025', [])
    const result = await rebuild('calderwick/mill-lane-2025', '1.0')
    expect([result?.isRefused, result?.text.includes('was not published here but imported')]).to.deep.equal([
      false,
      true,
    ])
    expect((await refusalOf(rebuild('mill-lane-2025', '7.0'))).message).to.include('Released: 1.0, 1.1.')
  })

  it('needs a consultation and a version', async () => {
    for (const given of [[], ['mill-lane-2025'], ['a', '1.0', 'more']])
      expect(await rebuild(...given).catch((error: unknown) => error), given.join()).to.be.instanceOf(UsageError)
  })
})
