import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { writeReview } from '../../../server/usecases/review/write-review.ts'
import { readAudit } from '../../../server/usecases/read-audit.ts'
import { EASTFIELD, loadSampleConsultation, someone } from '../../support/release-world.ts'
import { runSaid } from '../../support/run-said.ts'
import { openTemporaryDeps } from '../../support/temporary-store.ts'

describe('the command line', function () {
  this.timeout(120_000)
  let opened: Awaited<ReturnType<typeof openTemporaryDeps>>
  beforeEach(async () => {
    opened = await openTemporaryDeps()
  })
  afterEach(() => opened.close())

  it('exports what everybody sees; with --live, what the desk has judged since too', async () => {
    const { deps, path } = opened
    const scope = await loadSampleConsultation(deps, EASTFIELD.consultation)
    const { record } = await readAudit(deps, EASTFIELD)
    const subjects = record.links.map(({ id }) => ({ subjectKind: 'link' as const, subjectId: id }))
    const { session } = await someone(deps, 'reviewer', scope.consultation.id)
    const target = { action: 'point.judge', consultationId: scope.consultation.id } as const
    await writeReview(deps, session, target, write => write.retract(subjects, null))
    const answered = async (...options: readonly string[]): Promise<unknown> => {
      const out = join(dirname(path), `out${options.length}`)
      const { code, stderr } = await runSaid(['export', EASTFIELD.consultation, '--out', out, '--db', path, ...options])
      expect(code, stderr).to.equal(0)
      return JSON.parse(readFileSync(join(out, 'audit.json'), 'utf8')).groups.byPoint.answered
    }
    // Three are out of scope, by judgements that nobody took back.
    expect([await answered(), await answered('--live')]).to.deep.equal([84, 3])
  })

  it('renames a consultation and a council, says where they are now, and names a command that cannot be read', async () => {
    const { deps, path } = opened
    await loadSampleConsultation(deps, EASTFIELD.consultation)
    const rename = (...args: readonly string[]) => runSaid(['rename', ...args, '--db', path])
    const moved = await rename('calderwick/eastfield-park-2026', 'eastfield')
    expect([moved.code, moved.stdout]).to.deep.equal([
      0,
      '/calderwick/eastfield-park-2026 is now /calderwick/eastfield. The old address leads there.\n',
    ])
    expect((await rename('calderwick', 'calder')).stdout).to.include('/calderwick is now /calder.')
    expect((await rename('calderwick', 'again')).code, 'the old name is no name').to.equal(1)
    expect((await rename('calder', 'find')).stderr).to.include('is a page of the site itself')
    for (const args of [['calder'], ['calder/eastfield/points', 'x'], []])
      expect((await rename(...args)).code).to.equal(2)
  })
})
