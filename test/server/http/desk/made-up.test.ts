import { expect } from 'chai'
import request from 'supertest'
import { createApp } from '../../../../server/http/app.ts'
import { openPeopleTest, type PeopleTest } from '../../../support/people.ts'
import { EASTFIELD, markAsDraft, sampleStore, someone } from '../../../support/release-world.ts'
import { findScope } from '../../../../server/usecases/review/review-scope.ts'

const BANNER = 'Calderwick is made up.'
const PLACE = `${EASTFIELD.body}/${EASTFIELD.consultation}`

describe('a page of the desk, or a form that is open', function () {
  this.timeout(60_000)
  let test: PeopleTest
  beforeEach(async () => {
    test = await openPeopleTest(await sampleStore(EASTFIELD.consultation))
  })
  afterEach(() => test.close())

  const ask = (path: string, token?: string) => {
    const asked = request(createApp(test.deps)).get(path)
    return token === undefined ? asked : asked.set('Cookie', `__Host-said=${token}`)
  }

  it('says that the sample is made up, as every page does that shows it', async () => {
    const { consultation } = await findScope(test.deps, EASTFIELD)
    const { token } = await someone(test.deps, 'editor', consultation.id)
    expect((await ask(`/${PLACE}/points/2/dispute`)).text).to.include(BANNER)
    for (const path of ['/desk', `/desk/review/${PLACE}`, `/desk/release/${PLACE}`, `/desk/replies/${PLACE}`]) {
      const { status, text } = await ask(path, token)
      expect(status, path).to.equal(200)
      expect(text, path).to.include(BANNER)
    }
  })

  it('tells nobody who has not signed in of a body of which nothing is public', async () => {
    expect((await ask('/desk/sign-in')).text).to.include(BANNER)
    const { consultation } = await findScope(test.deps, EASTFIELD)
    await markAsDraft(test.deps, consultation.id)
    for (const path of ['/desk/sign-in', `/${PLACE}/points/2/dispute`])
      expect((await ask(path)).text, path).to.not.include('Calderwick')
  })
})
