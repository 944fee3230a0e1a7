import { expect } from 'chai'
import type { Express } from 'express'
import { ACCESS, isAllowed, isEverAllowed, STATES, type Action } from '../../data/model/access.ts'
import type { Grant, GrantedRole, Role } from '../../data/model/account.ts'
import { insertRecords } from '../../data/store/records.ts'
import { insertMark } from '../../data/store/releases.ts'
import type { Deps } from '../../server/deps.ts'
import type { ListedRoute } from '../../server/http/desk/list-routes.ts'
import { PATHS, placeOf } from '../../server/http/desk/paths.ts'
import { a } from './builders.ts'
import { DeskClient } from './desk-client.ts'
import { ADMIN, aPerson, aStoredConsultation, aToken, openPeopleTest } from './people.ts'

type Stage = 'none' | 'second-step' | 'must-enrol' | 'full'

/** What stands in an address. A router for other records adds its own. */
export interface MatrixTarget {
  readonly personCode: string
  readonly body: string
  readonly consultation: string
}

interface Persona {
  readonly name: string
  readonly stage: Stage
  readonly token: string | null
  readonly code: string
  readonly roles: readonly Role[]
}

interface Case {
  readonly state: string
  readonly target: MatrixTarget
  /** A consultation in which the persona has no role. */
  readonly isElsewhere: boolean
}

const CONSULTATIONS = ['draft', 'published', 'withdrawn'] as const

const storeConsultations = async (deps: Deps): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>()
  for (const state of [...CONSULTATIONS, 'elsewhere']) ids.set(state, await aStoredConsultation(deps, state))
  for (const state of ['draft', 'elsewhere']) {
    const mark = { id: `mark-${state}`, consultationId: ids.get(state) ?? '', mark: 'draft' as const }
    await deps.store.write(tx => insertMark(tx, { ...mark, setAt: deps.clock.now(), setBy: 'test' }))
  }
  for (const state of ['published', 'withdrawn'] as const) {
    const isWithdrawn = state === 'withdrawn' ? 'yes' : 'no'
    const release = a('release', { consultationId: ids.get(state) ?? '', isWithdrawn })
    await deps.store.write(tx => insertRecords(tx, 'release', [release]))
  }
  return ids
}

const makePersonas = async (deps: Deps, ids: ReadonlyMap<string, string>): Promise<readonly Persona[]> => {
  const grantsOf = (role: GrantedRole): readonly Grant[] =>
    role === 'admin' ? [ADMIN] : CONSULTATIONS.map(state => ({ role, consultationId: ids.get(state) ?? '' }))
  const everything = (['council', 'reviewer', 'editor', 'admin'] as const).flatMap(grantsOf)
  const make = async (
    name: string,
    stage: Stage,
    grants: readonly Grant[],
    role: GrantedRole | null,
  ): Promise<Persona> => {
    const { id, code } = await aPerson(deps, { grants, hasSecondStep: stage !== 'must-enrol' })
    const token = await aToken(deps, id, { isFull: stage === 'full' })
    return { name, stage, token, code, roles: role === null ? ['reader'] : ['reader', role] }
  }
  return [
    { name: 'nobody', stage: 'none', token: null, code: '', roles: ['reader'] },
    await make('everything, before the second step', 'second-step', everything, null),
    await make('everything, second step not set up', 'must-enrol', everything, null),
    await make('no role', 'full', [], null),
    await make('council', 'full', grantsOf('council'), 'council'),
    await make('reviewer', 'full', grantsOf('reviewer'), 'reviewer'),
    await make('editor', 'full', grantsOf('editor'), 'editor'),
    await make('admin', 'full', grantsOf('admin'), 'admin'),
  ]
}

const consultationTarget = (state: string): MatrixTarget => ({
  personCode: '',
  body: `body-of-${state}`,
  consultation: state,
})

const casesFor = (action: Action, persona: Persona, people: ReadonlyMap<string, string>): readonly Case[] => {
  const nowhere: MatrixTarget = { personCode: '', body: '', consultation: '' }
  switch (ACCESS[action].on) {
    case 'session':
      return [{ state: persona.stage, target: nowhere, isElsewhere: false }]
    // Its target is a code, which no address of the matrix holds: a test of its own.
    case 'reply-link':
      return []
    case 'site':
      return [{ state: 'open', target: nowhere, isElsewhere: false }]
    case 'account':
      return STATES.account
        .filter(state => state !== 'own' || persona.code !== '')
        .map(state => ({
          state,
          target: { ...nowhere, personCode: state === 'own' ? persona.code : (people.get(state) ?? '') },
          isElsewhere: false,
        }))
    case 'consultation':
      return [
        ...CONSULTATIONS.map(state => ({ state, target: consultationTarget(state), isElsewhere: false })),
        { state: 'draft', target: consultationTarget('elsewhere'), isElsewhere: true },
      ]
  }
}

/** What the answer must be, from the table alone: a status, and where to if it leads on. */
const expectedAnswer = (method: string, action: Action, persona: Persona, { state, isElsewhere }: Case): string => {
  const roles = isElsewhere ? persona.roles.filter(role => role === 'reader' || role === 'admin') : persona.roles
  // A form with a field that no form has is refused by whoever would carry it out, and changes nothing.
  if (isAllowed(action, roles, state)) return method === 'GET' ? '200' : '400'
  const kind = ACCESS[action].on
  const needsStage = kind === 'session' || (persona.stage !== 'full' && !isEverAllowed(action, roles))
  if (needsStage) return persona.stage === 'none' ? '401' : `303 ${placeOf(persona.stage)}`
  if (kind === 'consultation' && !isEverAllowed('desk.see', roles)) return '404'
  return isEverAllowed(action, roles) ? '409' : '403'
}

const ask = async (app: Express, method: string, path: string, token: string | null): Promise<string> => {
  const client = new DeskClient(app, token)
  // Somebody who has not signed in also sends forms with a right token: that of the page they were on.
  if (method === 'POST' && token === null) await client.get(PATHS.join)
  const response = method === 'GET' ? await client.get(path) : await client.post(path, { 'no-such-field': '1' })
  const location = response.get('Location')
  return location === undefined ? String(response.status) : `${response.status} ${location.split('?')[0] ?? ''}`
}

export interface MatrixSubject {
  readonly makeApp: (deps: Deps) => Express
  readonly listRoutes: (deps: Deps) => readonly ListedRoute[]
  readonly fillPath: (path: string, target: MatrixTarget) => string
}

/**
 * Every route of a router × every role and stage × every state of its target: what is answered is what the access table says,
 * and nothing is changed by asking. Fails for a route without a row.
 */
export const itFollowsTheAccessTable = ({ makeApp, listRoutes, fillPath }: MatrixSubject): void => {
  it('has a row of the access table for every route', async () => {
    const { deps, close } = await openPeopleTest()
    const routes = listRoutes(deps)
    await close()
    expect(routes).to.not.deep.equal([])
    expect(routes.filter(({ action }) => action === null).map(({ method, path }) => `${method} ${path}`)).to.deep.equal(
      [],
    )
  })

  it('answers every route, role and state as the table says', async () => {
    const { deps, close } = await openPeopleTest()
    const app = makeApp(deps)
    const personas = await makePersonas(deps, await storeConsultations(deps))
    const people = new Map<string, string>()
    for (const state of ['invited', 'active', 'disabled'] as const)
      people.set(state, (await aPerson(deps, { state, hasSecondStep: state !== 'invited' })).code)
    const wrong: string[] = []
    let askedCount = 0
    for (const { method, path, action } of listRoutes(deps))
      for (const persona of personas)
        for (const each of action === null ? [] : casesFor(action, persona, people)) {
          if (action === null) continue
          const expected = expectedAnswer(method, action, persona, each)
          const answer = await ask(app, method, fillPath(path, each.target), persona.token)
          askedCount += 1
          if (answer !== expected)
            wrong.push(
              `${method} ${path} as ${persona.name} (${each.isElsewhere ? 'elsewhere' : each.state}): ${answer}, expected ${expected}`,
            )
        }
    await close()
    expect(wrong).to.deep.equal([])
    expect(askedCount).to.be.greaterThan(0)
  })
}
