import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import { isReservedSlug, isSlug } from '../../data/model/reserved-slugs.ts'
import { createApp } from '../../server/http/app.ts'
import { listRoutes } from '../../server/http/desk/list-routes.ts'
import { sampleDeps } from '../support/sample-deps.ts'

/** Words that pages.md reserves, mounted or not. */
const NAMED = 'find check desk method accessibility privacy data corrections assets feed sitemap robots'.split(' ')

/** The words of a mounted path, also of one given as a regular expression; what stands after a dot is an ending. */
const wordsOf = (path: unknown): readonly string[] =>
  (path instanceof RegExp ? path.source.replace(/^\^|\\/g, '') : String(path))
    .split('/')
    .slice(1)
    .map(segment => (segment.startsWith(':') ? ':' : (segment.split('.')[0] ?? '')))

describe('a word that the site uses in its addresses', function () {
  this.timeout(60_000)
  let words: readonly (readonly string[])[]
  before(async () => {
    words = listRoutes(createApp(await sampleDeps()).router).map(({ path }) => wordsOf(path))
    expect(words.length).to.be.greaterThan(100)
  })

  it('first, can be the slug of no body', async () => {
    const mounted = await readFile(new URL('../../server/http/app.ts', import.meta.url), 'utf8')
    const folders = [...mounted.matchAll(/app\.use\('\/([^'/]+)/g)].map(match => match[1] ?? '')
    const firsts = new Set([...words.map(([first]) => first ?? ''), ...folders, ...NAMED])
    const free = [...firsts].filter(word => isSlug(word) && !isReservedSlug('body', word))
    expect(free, 'add them to data/model/reserved-slugs.ts').to.deep.equal([])
    expect([...firsts]).to.include.members(['find', 'openapi', 'log', 'removals', 'assets'])
  })

  it('second, after a body, can be the slug of no consultation', () => {
    const seconds = new Set(words.filter(([first]) => first === ':').map(([, second]) => second ?? ''))
    const free = [...seconds].filter(word => isSlug(word) && !isReservedSlug('consultation', word))
    expect(free, 'add them to data/model/reserved-slugs.ts').to.deep.equal([])
    expect([...seconds]).to.include.members(['feed', 'charts'])
  })

  it('is told apart from a slug: a council called Findon is not "find"', () => {
    expect(isReservedSlug('body', 'findon')).to.equal(false)
    expect(isReservedSlug('consultation', 'find')).to.equal(false)
  })
})
