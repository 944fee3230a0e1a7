import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import ts from 'typescript'
import { en } from '../../server/http/strings/en.ts'
import { readTemplates } from '../../server/http/view-engine.ts'

const pathOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const sourcesOf = (folder: string): readonly (readonly [name: string, source: string])[] =>
  readdirSync(pathOf(folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => [`${folder}/${name}`, readFileSync(pathOf(`${folder}/${name}`), 'utf8')])

// The desk speaks English only; it is for the people who run this copy. The forms for a dispute and for a reply, and the list of
// what was taken down, are built beside it and open to everybody.
const DESK = /\/(?:desk-(?!problem$|token$)|release-(?!removals$)|check-|reply-(?:desk|disputes|issued|records)$)/
const OPEN_BUILDERS =
  /\/reply\/(?:pages\/reply-(?:dispute|write)\.page|routes\/[\w-]+)\.ts$|\/release\/pages\/release-removals\.page\.ts$/
const templates = [...readTemplates(pathOf('views'))]
const publicTemplates = templates.filter(([name]) => !DESK.test(name))

const builders = [
  ...sourcesOf('server/http/pages'),
  ...sourcesOf('server/http/desk').filter(([name]) => OPEN_BUILDERS.test(name)),
]

/** What a template says itself: without expressions, names in code, and signs written as entities. */
const ownWords = (markup: string): string =>
  markup
    .replace(/<code>.*?<\/code>/gs, '')
    .replace(/\{\{.*?\}\}/gs, '')
    .replace(/&\w+;/g, '')

const textsOf = (source: string): readonly string[] =>
  source
    .replace(/\{\{.*?\}\}/gs, '')
    .replace(/<code>.*?<\/code>/gs, '')
    .replace(/<[^>]*>/gs, '\n')
    .split('\n')
const spokenAttributes = /\s(?:alt|aria-label|title|placeholder)="([^"]*)"/g

/** String literals of a module that a reader could be shown: names of files and classes, and errors of ours, are none. */
const literalsOf = (name: string, source: string): readonly string[] => {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const isForReaders = (node: ts.Node): boolean => {
    const { parent } = node
    if (ts.isImportDeclaration(parent) || ts.isLiteralTypeNode(parent) || ts.isNewExpression(parent)) return false
    if (ts.isPropertyAssignment(parent)) return !(parent.name === node || /class$/i.test(parent.name.getText(file)))
    return ts.isConditionalExpression(parent) ? isForReaders(parent) : true
  }
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && isForReaders(node)) found.push(node.text)
    if (ts.isTemplateExpression(node) && isForReaders(node))
      found.push(node.head.text, ...node.templateSpans.map(({ literal }) => literal.text))
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** A capital and a small letter, or two words of letters side by side. */
const isSentenceLike = (text: string): boolean =>
  /(?<![\w-])[A-Z][a-z]/.test(text) || /[a-z’]{2,} [a-z]{2,}/i.test(text)

/** What looks like words and is none: forms of file formats, and what a computer reads. */
const NO_WORDS: readonly RegExp[] = [
  /^CC BY 4\.0$/,
  /^(User-agent: \*|Allow: \/|Disallow: \/desk|Sitemap: )$/,
  /^T00:00:00Z$/,
  /^Referrer-Policy$/,
  /^stop (thin|cutoff|faint|gap)$/,
  // A value of the records, which is looked for and never shown.
  /^not given$/,
  /^(<iframe src="|" title="|" width="100%" height="620" loading="lazy"><\/iframe>|<a href="|"><img src="|\/card\.png" alt="|" width="1200" height="630" loading="lazy"><\/a>)$/,
]

type Entry = string | Entries
interface Entries {
  readonly [key: string]: unknown
}
const isEntries = (value: unknown): value is Entries => typeof value === 'object' && value !== null

/** The address of each entry of the catalogue: "points.heading", "data.lede.0". */
const entriesOf = (value: Entry | unknown, path: readonly string[] = []): readonly string[] =>
  isEntries(value)
    ? Object.entries(value).flatMap(([key, inner]) => entriesOf(inner, [...path, key]))
    : [path.join('.')]

const asked = /(?<![\w.])(?:t|en|strings|site\.strings|@t)((?:\.\[?\w+\]?)+)/g
const askedIn = (source: string): readonly string[] =>
  [...source.matchAll(asked)].map(([, path = '']) => path.slice(1).replace(/[[\]]/g, ''))

describe('the words of the public site', function () {
  this.timeout(60_000)

  it('stand in the catalogue: no public template holds one, in its text or in what is read out', () => {
    const own = publicTemplates.flatMap(([name, source]) =>
      [...textsOf(source), ...[...source.matchAll(spokenAttributes)].map(([, value = '']) => ownWords(value))]
        .filter(text => /\p{L}/u.test(ownWords(text)))
        .map(text => `${name}: ${text.trim()}`),
    )
    expect(own).to.deep.equal([])
  })

  it('stand in the catalogue, those of the open forms too: a dispute, a reply, what was taken down', () => {
    const open = ['pages/reply-dispute', 'pages/reply-write', 'pages/release-removals', 'partials/desk-problem']
    expect(publicTemplates.map(([name]) => name)).to.include.members(open)
    expect(publicTemplates.map(([name]) => name)).to.not.include.members(['pages/reply-desk'])
    expect(builders.filter(([name]) => OPEN_BUILDERS.test(name)).map(([name]) => name)).to.have.length(6)
  })

  it('stand in the catalogue: no page builder holds a sentence', () => {
    const own = builders.flatMap(([name, source]) =>
      literalsOf(name, source)
        .filter(text => isSentenceLike(text) && !NO_WORDS.some(known => known.test(text)))
        .map(text => `${name}: ${text}`),
    )
    expect(own).to.deep.equal([])
  })

  it('are all used: no entry of the catalogue is left over', () => {
    const sources = [...sourcesOf('server/http').filter(([name]) => !name.includes('/strings/')), ...templates]
    const used = new Set(sources.flatMap(([, source]) => askedIn(source)))
    const whole = [...used].filter(path => path.includes('.'))
    const unused = entriesOf(en).filter(
      entry => !used.has(entry) && !whole.some(path => entry.startsWith(`${path}.`) || path.startsWith(`${entry}.`)),
    )
    expect(unused).to.deep.equal([])
  })

  it('leave numbers, dates and plurals to one file', () => {
    const own = sourcesOf('server/http')
      .filter(([name]) => name !== 'server/http/strings/format.ts')
      .filter(([, source]) => /\bIntl\.(?!LDML)|\.toLocale\w*String\(/.test(source))
    expect(own.map(([name]) => name)).to.deep.equal([])
  })

  it('reach a page by what it is handed: page builders import no language', () => {
    const own = builders.filter(([, source]) => /from '(?:\.\.\/)+(?:strings\/en|english)/.test(source))
    expect(own.map(([name]) => name)).to.deep.equal([])
  })
})
