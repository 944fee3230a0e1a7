import { expect } from 'chai'
import type { Express } from 'express'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import supertest from 'supertest'
import { createApp } from '../../../server/http/app.ts'
import { findScope } from '../../../server/usecases/review/review-scope.ts'
import { DeskClient } from '../../support/desk-client.ts'
import { openPeopleTest } from '../../support/people.ts'
import { EASTFIELD, sampleStore, someone } from '../../support/release-world.ts'
import { sampleDeps } from '../../support/sample-deps.ts'
import { OTHER_PAGES, SAMPLE_PAGES } from '../../support/sample-pages.ts'

/** Three presets, each at its strictest. What is set otherwise says why. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:recommended'],
    rules: {
      // The standard reads both alike; our formatter writes small letters.
      'doctype-style': ['error', { style: 'lowercase' }],
      // A passage keeps the number that its document gives it, "4.3": any id without white space is valid in HTML.
      'valid-id': ['error', { relaxed: true }],
      // A list may have a name (ARIA 1.2), and "Narrowed by" is told to nobody otherwise.
      'aria-label-misuse': ['error', { allowAnyNamable: true }],
    },
  }),
)

const errorsIn = async (name: string, html: string): Promise<readonly string[]> => {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${name}: ${ruleId}: ${message} ${selector ?? ''}`),
  )
}

/** One heading of the first level, and one landmark of each kind that a page has once. */
const structureIn = (name: string, html: string): readonly string[] => {
  const count = (pattern: RegExp): number => (html.match(pattern) ?? []).length
  const isEmbedded = name.startsWith('embed')
  return [
    ...(count(/<h1[ >]/g) === 1 ? [] : [`${name}: ${count(/<h1[ >]/g)} h1`]),
    ...(count(/<main[ >]/g) === 1 ? [] : [`${name}: ${count(/<main[ >]/g)} main`]),
    ...(isEmbedded || (count(/<header[ >]/g) >= 1 && count(/<footer[ >]/g) >= 1)
      ? []
      : [`${name}: no header or footer`]),
    ...(/<html lang="[a-z]{2}/.test(html) ? [] : [`${name}: no language`]),
  ]
}

describe('the markup', function () {
  this.timeout(180_000)
  let app: Express
  before(async () => {
    app = createApp(await sampleDeps())
  })

  it('of every kind of public page is valid HTML, with one h1 and its landmarks', async () => {
    const faults: string[] = []
    for (const [name, path] of Object.entries({ ...SAMPLE_PAGES, ...OTHER_PAGES })) {
      const { text } = await supertest(app).get(path)
      faults.push(...(await errorsIn(name, text)), ...structureIn(name, text))
    }
    expect(faults).to.deep.equal([])
  })

  it('is judged by a validator that finds a fault', async () => {
    const { text } = await supertest(app).get('/')
    expect((await errorsIn('home', text.replace('</main>', ''))).length).to.be.greaterThan(0)
    expect((await errorsIn('home', text.replace('type="submit"', ''))).length).to.be.greaterThan(0)
    expect(structureIn('home', text.replace('<h1', '<h1>x</h1><h1'))).to.have.length(1)
  })

  it('of every page of the desk that an editor, a reviewer, an admin or the council can reach is valid too', async () => {
    const test = await openPeopleTest(await sampleStore(EASTFIELD.consultation, []))
    try {
      const desk = createApp(test.deps)
      const scope = await findScope(test.deps, EASTFIELD)
      const seen = new Set<string>()
      const faults: string[] = []
      for (const role of ['editor', 'reviewer', 'admin', 'council'] as const) {
        const client = new DeskClient(desk, (await someone(test.deps, role, scope.consultation.id)).token)
        const waiting = ['/desk', '/check', '/desk/people', '/desk/account', '/desk/import']
        for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
          // Of pages that differ by a number alone, the first two.
          const kind = `${role} ${path.replace(/\d+/g, '#').replace(/p-[a-z2-7]+/g, 'p-#')}`
          const place = [`${kind} 1`, `${kind} 2`].find(one => !seen.has(one))
          if (place === undefined) continue
          seen.add(place)
          const { status, text, headers } = await client.get(path)
          if (headers['location']?.startsWith('/') === true) waiting.push(headers['location'])
          if (!(headers['content-type'] ?? '').includes('html') || status >= 300) continue
          faults.push(...(await errorsIn(`${role} ${path}`, text)), ...structureIn(path, text))
          for (const [, href = ''] of text.matchAll(/href="(\/(?:desk|check)[^"#]*)/g))
            waiting.push(href.replaceAll('&amp;', '&'))
        }
      }
      expect(seen.size).to.be.greaterThan(25)
      expect(faults).to.deep.equal([])
    } finally {
      await test.close()
    }
  })
})
