import { expect } from 'chai'
import type { Express } from 'express'
import request from 'supertest'
import { createApp } from '../../../server/http/app.ts'
import type { DescribedColumn, DescribedList } from '../../../server/http/openapi/described-list.ts'
import { DESCRIBED_LISTS } from '../../../server/http/openapi/described-lists.ts'
import { sampleDeps } from '../../support/sample-deps.ts'

const FILLED: Readonly<Record<string, readonly string[]>> = {
  '{number}': ['1', '7'],
  '{document}': ['response-log', 'decision'],
  '{consultation}': ['mill-lane-2025', 'listening-in-action-2025', 'eastfield-park-2026', 'residents-survey-2026'],
}

/** The addresses to ask for one described list; documents and numbers are those of the first consultation. */
const addressesOf = ({ path, name }: DescribedList): readonly string[] => {
  const own = path.replace('{body}', 'calderwick')
  if (name === 'FoundPoints') return ['/find.json?q=bridge']
  if (path.includes('{number}') || path.includes('{document}'))
    return Object.entries(FILLED)
      .filter(([part]) => path.includes(part) && part !== '{consultation}')
      .flatMap(([part, values]) =>
        values.map(value => own.replace('{consultation}', 'mill-lane-2025').replace(part, value)),
      )
  return path.includes('{consultation}')
    ? (FILLED['{consultation}'] ?? []).map(value => own.replace('{consultation}', value))
    : [own]
}

const fits = ({ type, isNullable }: DescribedColumn, value: unknown): boolean => {
  if (value === null) return isNullable
  switch (type) {
    case 'string':
      return typeof value === 'string'
    case 'integer':
      return Number.isInteger(value)
    case 'number':
      return typeof value === 'number'
    case 'boolean':
      return typeof value === 'boolean'
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
    case 'url':
      return typeof value === 'string' && URL.canParse(value)
  }
}

interface Layer {
  readonly route?: { readonly path: unknown }
  readonly handle?: { readonly stack?: readonly Layer[] }
}
const pathsOf = (layers: readonly Layer[]): readonly string[] =>
  layers.flatMap(({ route, handle }) => [
    ...(typeof route?.path === 'string' ? [route.path] : []),
    ...pathsOf(handle?.stack ?? []),
  ])

describe('the OpenAPI document', function () {
  this.timeout(120_000)
  let app: Express
  before(async () => {
    app = createApp(await sampleDeps())
  })

  it('describes each column of every JSON answer, by name, order and type, and no other', async () => {
    const faults: string[] = []
    for (const list of DESCRIBED_LISTS)
      for (const address of addressesOf(list)) {
        const { status, body } = await request(app).get(address)
        expect(status, address).to.equal(200)
        expect(Object.keys(body), address).to.deep.equal([
          ...['title', 'page', 'asAt', 'version', 'methodVersion', 'licence', 'isFictional', 'columns', 'rows'],
        ])
        const known = new Map([...list.columns, ...list.sometimes].map(column => [column.name, column]))
        expect(body.columns.slice(0, list.columns.length), address).to.deep.equal(list.columns.map(({ name }) => name))
        expect(
          body.columns.filter((name: string) => !known.has(name)),
          address,
        ).to.deep.equal([])
        for (const row of body.rows as readonly Readonly<Record<string, unknown>>[])
          for (const [name, column] of known)
            if (name in row && !fits(column, row[name])) faults.push(`${address} ${name}: ${JSON.stringify(row[name])}`)
      }
    expect([...new Set(faults)]).to.deep.equal([])
  })

  it('names every address of the site that answers in JSON', () => {
    const described = DESCRIBED_LISTS.map(({ path }) => path.replace(/\{(\w+)\}/g, ':$1'))
    const served = pathsOf(app.router.stack as readonly Layer[]).filter(
      path => path.endsWith('.json') && path !== '/openapi.json',
    )
    expect([...new Set(served)].filter(path => !described.includes(path))).to.deep.equal([])
    expect(described.filter(path => !served.includes(path))).to.deep.equal([])
  })

  it('is served as it is made, with a schema for every list and for its rows', async () => {
    const { body } = await request(app).get('/openapi.json')
    expect(body.openapi).to.equal('3.1.0')
    const refs = [...JSON.stringify(body).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '')
    expect(refs.filter(name => !(name in body.components.schemas))).to.deep.equal([])
    const ids = Object.values(body.paths as Record<string, { get: { operationId: string } }>).map(
      ({ get }) => get.operationId,
    )
    expect(new Set(ids).size).to.equal(ids.length)
  })
})
