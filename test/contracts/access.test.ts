import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { Router } from 'express'
import { ACCESS, ACTIONS, isAllowed, STATES } from '../../data/model/access.ts'
import { ROLES } from '../../data/model/account.ts'
import { createApp } from '../../server/http/app.ts'
import { guard, noTarget } from '../../server/http/desk/guard.ts'
import { listRoutes } from '../../server/http/desk/list-routes.ts'
import { peopleRouter } from '../../server/http/desk/people-router.ts'
import { itFollowsTheAccessTable } from '../support/access-matrix.ts'
import { deskApp, testWeb } from '../support/desk-client.ts'
import { openTemporaryDeps } from '../support/temporary-store.ts'

const USE_CASES = fileURLToPath(new URL('../../server/usecases/', import.meta.url))

describe('the access table', () => {
  it('allows nothing that it does not name: another state, another kind of target, no role', () => {
    for (const action of ACTIONS) {
      expect(isAllowed(action, [], 'open'), action).to.equal(false)
      expect(isAllowed(action, ROLES, 'no-such-state'), action).to.equal(false)
      const ownStates: readonly string[] = STATES[ACCESS[action].on]
      for (const state of Object.values(STATES).flat())
        if (!ownStates.includes(state)) expect(isAllowed(action, ROLES, state), `${action} ${state}`).to.equal(false)
    }
  })

  it('lets nobody who has not signed in change anything but a dispute, and a reply with the link to it', () => {
    const changing = ACTIONS.filter(action => ACCESS[action].on !== 'session' && action !== 'consultation.see')
    const open = changing.filter(action =>
      Object.values(STATES)
        .flat()
        .some(state => isAllowed(action, ['reader'], state)),
    )
    expect(open).to.deep.equal(
      ['reply-link.use', 'dispute.open'].sort((a, b) => ACTIONS.indexOf(a as never) - ACTIONS.indexOf(b as never)),
    )
  })

  it('lets reviewers judge, and neither editors, the council nor admins', () => {
    for (const state of STATES.consultation)
      expect(ROLES.filter(role => isAllowed('point.judge', [role], state))).to.deep.equal(['reviewer'])
  })

  it('gives verbatim words to reviewers and editors alone', () => {
    for (const state of STATES.consultation)
      expect(ROLES.filter(role => isAllowed('verbatim.read', [role], state))).to.deep.equal(['reviewer', 'editor'])
  })
})

describe('a route', () => {
  it('without a guard first is found, also in a router within a router', async () => {
    const { deps, close } = await openTemporaryDeps()
    const inner = Router()
    inner.get('/desk/open', (_request, response) => response.end())
    inner.post('/desk/late', (_request, _response, next) => next(), guard(deps, 'people.see', noTarget))
    inner.post('/desk/guarded', guard(deps, 'people.see', noTarget), (_request, response) => response.end())
    const outer = Router()
    outer.use(inner)
    expect(listRoutes(outer)).to.deep.equal([
      { method: 'GET', path: '/desk/open', action: null },
      { method: 'POST', path: '/desk/late', action: null },
      { method: 'POST', path: '/desk/guarded', action: 'people.see' },
    ])
    await close()
  })

  it('of the site has a row where it changes something or is not public', async () => {
    const { deps, close } = await openTemporaryDeps()
    const bare = listRoutes(createApp(deps).router).filter(({ action }) => action === null)
    await close()
    const isPublicReading = (method: string, path: string): boolean =>
      method === 'GET' && !/^\/(desk|check)\b/.test(path)
    expect(bare.filter(({ method, path }) => !isPublicReading(method, path))).to.deep.equal([])
  })
})

/** Add a router here, and every route of it is asked as everybody. */
describe('the pages for people', () => {
  itFollowsTheAccessTable({
    makeApp: deskApp,
    listRoutes: deps => listRoutes(peopleRouter(testWeb(deps))),
    fillPath: (path, { personCode }) => path.replace(':person', personCode),
  })
})

interface UseCase {
  readonly name: string
  readonly source: string
  readonly isToldWho: boolean
}

/** Every exported function of the use cases, with its source. */
const readUseCases = async (): Promise<readonly UseCase[]> => {
  const entries = await readdir(USE_CASES, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ parentPath, name }) => join(parentPath, name))
  const sources = await Promise.all(paths.map(path => readFile(path, 'utf8')))
  return sources
    .flatMap(source => source.split(/^(?=export const )/m).filter(part => part.startsWith('export const ')))
    .map(source => ({
      name: /^export const (\w+)/.exec(source)?.[1] ?? '',
      source,
      isToldWho: /\b(actor: Actor|session: Session)\b/.test(source.slice(0, source.indexOf('=>'))),
    }))
}

/** Those that call the access table, and those that call one of these. */
const findAsking = (useCases: readonly UseCase[]): ReadonlySet<string> => {
  const asking = new Set(['authorise'])
  for (let before = 0; before < asking.size;) {
    before = asking.size
    for (const { name, source, isToldWho } of useCases)
      if (isToldWho && [...asking].some(called => new RegExp(`\\b${called}\\(`).test(source))) asking.add(name)
  }
  return asking
}

/** These are the asking itself: at which stage somebody is, and with which roles. */
const PARTS_OF_ASKING = ['stageOf', 'rolesToward', 'refuseIfNever', 'authorise']

describe('a use case that is told who asks', () => {
  it('asks the access table, itself or through another', async () => {
    const useCases = await readUseCases()
    const asking = findAsking(useCases)
    expect(asking.size).to.be.greaterThan(10)
    const unasked = useCases.filter(({ name, isToldWho }) => isToldWho && !asking.has(name)).map(({ name }) => name)
    expect(unasked.filter(name => !PARTS_OF_ASKING.includes(name))).to.deep.equal([])
  })
})
