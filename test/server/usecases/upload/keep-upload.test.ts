import { readdir } from 'node:fs/promises'
import { expect } from 'chai'
import { findUpload } from '../../../../data/store/uploads.ts'
import type { Session } from '../../../../server/usecases/people/session.ts'
import { findScope } from '../../../../server/usecases/review/review-scope.ts'
import { uploadKeyOf, type ImportPlace } from '../../../../server/usecases/upload/import-place.ts'
import { dropOldUploads, dropUpload, keepUpload } from '../../../../server/usecases/upload/keep-upload.ts'
import { stopUpload } from '../../../../server/usecases/upload/run-upload.ts'
import { stageFile, uploadsFolderOf } from '../../../../server/usecases/upload/staged-files.ts'
import { watchUploads } from '../../../../server/usecases/upload/watch-uploads.ts'
import {
  anAdmin,
  aPerson,
  aSession,
  aStoredConsultation,
  openPeopleTest,
  type PeopleTest,
} from '../../../support/people.ts'
import { refusalOf } from '../../../support/release-world.ts'

const DAY_MINUTES = 24 * 60

describe('a file that was uploaded', () => {
  let test: PeopleTest
  let place: ImportPlace
  let editor: Session
  beforeEach(async () => {
    test = await openPeopleTest()
    const consultationId = await aStoredConsultation(test.deps)
    place = { scope: await findScope(test.deps, { body: 'body-of-high-street', consultation: 'high-street' }) }
    const { id } = await aPerson(test.deps, { grants: [{ role: 'editor', consultationId }], hasSecondStep: true })
    editor = await aSession(test.deps, id)
  })
  afterEach(() => test.close())

  const bytesOf = async function* (text: string) {
    yield await Promise.resolve(new TextEncoder().encode(text))
  }
  const keep = (text: string, into = place, actor = editor): Promise<string> =>
    keepUpload(test.deps, actor, into, { fileName: 'forms.csv', chunks: bytesOf(text) })
  const stateOf = async (id: string) => (await findUpload(test.deps.store.reader, id))?.state
  const bytesKept = (): Promise<readonly string[]> => readdir(uploadsFolderOf(test.deps.config))
  /** Work on a file that goes on until it is stopped, or told to end. */
  const working = (subject: string, at = place) => {
    let end: () => void = () => undefined
    const ended = new Promise<void>(resolve => {
      end = resolve
    })
    let isStopped = false
    test.deps.jobs.start(uploadKeyOf(at.scope?.consultation.id ?? null), subject, async report => {
      let isEnded = false
      void ended.then(() => {
        isEnded = true
      })
      try {
        while (!isEnded) {
          await new Promise(resolve => setTimeout(resolve, 1))
          report(1, 2)
        }
      } catch (error) {
        isStopped = true
        throw error
      }
    })
    return { end, isStopped: () => isStopped }
  }

  it('cannot be given up while it is read, and can while another is', async () => {
    const [one, other] = [await keep('a\n1\n'), await keep('a\n2\n')]
    for (const what of ['import', 'try']) {
      const { end } = working(`${what} ${one}`)
      expect((await refusalOf(dropUpload(test.deps, editor, place, one))).code, what).to.equal('conflict')
      end()
      await test.deps.jobs.wait(uploadKeyOf(place.scope?.consultation.id ?? null), 5_000)
    }
    const { end } = working(`import ${one}`)
    await dropUpload(test.deps, editor, place, other)
    end()
    expect([await stateOf(one), await stateOf(other)]).to.deep.equal(['staged', 'dropped'])
    expect(await bytesKept()).to.have.length(1)
  })

  it('is stopped alone: the work on another file at the same place goes on', async () => {
    const [one, other] = [await keep('a\n1\n'), await keep('a\n2\n')]
    const job = working(`import ${one}`)
    await stopUpload(test.deps, editor, place, other)
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(job.isStopped()).to.equal(false)
    await stopUpload(test.deps, editor, place, one)
    expect(job.isStopped()).to.equal(true)
  })

  it('goes within 7 days while the server runs, and neither one that is read nor one on its way goes with it', async () => {
    const [stale, read] = [await keep('a\n1\n'), await keep('a\n2\n', { scope: null }, await anAdmin(test.deps))]
    let arrive: () => void = () => undefined
    const arrived = new Promise<void>(resolve => {
      arrive = resolve
    })
    const half = async function* () {
      yield new TextEncoder().encode('a\n')
      await arrived
      yield new TextEncoder().encode('3\n')
    }
    const coming = stageFile(test.deps.config, half())
    const { end } = working(`import ${read}`, { scope: null })
    test.wait(6 * DAY_MINUTES)
    await dropOldUploads(test.deps)
    expect(await stateOf(stale)).to.equal('staged')
    test.wait(DAY_MINUTES)
    const stop = watchUploads(test.deps, 1)
    while ((await stateOf(stale)) === 'staged') await new Promise(resolve => setTimeout(resolve, 2))
    await stop()
    expect(await stateOf(read)).to.equal('staged')
    arrive()
    const { sha256 } = await coming
    expect(await bytesKept())
      .to.have.length(2)
      .and.include(sha256)
    end()
  })
})
