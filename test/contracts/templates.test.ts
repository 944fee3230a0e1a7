// Longer than most files: one view of every page kind is listed here, so that no template path goes unchecked.
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import Handlebars from 'handlebars'
import type { Deps } from '../../server/deps.ts'
import { aboutPage } from '../../server/http/pages/about.page.ts'
import { changesPage } from '../../server/http/pages/changes.page.ts'
import { consultationPage } from '../../server/http/pages/consultation.page.ts'
import { correctionsPage } from '../../server/http/pages/corrections.page.ts'
import { councilPage } from '../../server/http/pages/council.page.ts'
import { embedPage } from '../../server/http/pages/embed.page.ts'
import { errorPage } from '../../server/http/pages/error.page.ts'
import { eventsPage } from '../../server/http/pages/events.page.ts'
import { documentPage, evidencePage } from '../../server/http/pages/evidence.page.ts'
import { findPage } from '../../server/http/pages/find.page.ts'
import type { Site } from '../../server/http/pages/frame.ts'
import { homePage } from '../../server/http/pages/home.page.ts'
import { ideaPage, ideasPage } from '../../server/http/pages/ideas.page.ts'
import { indicatorsPage } from '../../server/http/pages/indicators.page.ts'
import { methodPage } from '../../server/http/pages/method.page.ts'
import { pointPage } from '../../server/http/pages/point.page.ts'
import { pointsPage } from '../../server/http/pages/points.page.ts'
import { promisesPage } from '../../server/http/pages/promises.page.ts'
import { reporterPage } from '../../server/http/pages/reporter.page.ts'
import { seatsPage } from '../../server/http/pages/seats.page.ts'
import { statedPage } from '../../server/http/pages/stated.page.ts'
import { staticPage } from '../../server/http/pages/static.page.ts'
import { versionPage } from '../../server/http/pages/version.page.ts'
import { wordsPage } from '../../server/http/pages/words.page.ts'
import { en } from '../../server/http/strings/en.ts'
import { readTemplates } from '../../server/http/view-engine.ts'
import { indexAudit, type AuditIndex } from '../../server/usecases/audit-index.ts'
import { findPoints } from '../../server/usecases/find-points.ts'
import { listCorrections } from '../../server/usecases/list-corrections.ts'
import { readIndex } from '../../server/usecases/read-index.ts'
import { searchEverything } from '../../server/usecases/search-everything.ts'
import { describeConsultation } from '../../server/usecases/show-consultation.ts'
import { showCouncil, type ShownCouncil } from '../../server/usecases/show-council.ts'
import { showDocument, showEvidence } from '../../server/usecases/show-evidence.ts'
import { describeEvents } from '../../server/usecases/show-events.ts'
import { showHome } from '../../server/usecases/show-home.ts'
import { showRelease, showReleases, type ShownReleases } from '../../server/usecases/show-releases.ts'
import { listIdeas, showIdea } from '../../server/usecases/show-ideas.ts'
import { describeIndicators } from '../../server/usecases/show-indicators.ts'
import { showMethod } from '../../server/usecases/show-method.ts'
import { describePoint } from '../../server/usecases/show-point.ts'
import { describePromises, type ShownPromises } from '../../server/usecases/show-promises.ts'
import { auditConsultation } from '../../analysis/audit.ts'
import { a } from '../support/builders.ts'
import { sampleDeps } from '../support/sample-deps.ts'

const VIEWS = fileURLToPath(new URL('../../views', import.meta.url))
const site: Site = {
  strings: en,
  baseUrl: 'http://localhost',
  operator: 'An operator',
  contact: 'someone@example.org',
  assets: { css: '/assets/site.css', charts: '/assets/charts.js', font: '/assets/font.woff2' },
}

type Node = hbs.AST.Node
/** The block that a page hands to its layout. */
interface Inner {
  readonly name: string
  readonly program: hbs.AST.Program
}
type Views = Readonly<Record<string, readonly object[]>>

const isA = <N extends Node>(node: Node, type: string): node is N => node.type === type

/** The sample with what it lacks: a suggestion of the machine on a point that nobody has checked. */
const withSuggestion = (index: AuditIndex): AuditIndex => {
  const { record } = index
  const [row] = index.rows
  const link = a('link', {
    pointId: row?.point.id ?? '',
    passageId: record.passages[0]?.id ?? '',
    kind: 'mentions',
    basis: 'suggested',
    score: 0.4,
  })
  const links = [...record.links.filter(({ pointId }) => pointId !== row?.point.id), link]
  const bare = { ...record, links, searches: [], judgements: [] }
  const { asOf } = index.audit
  return indexAudit({ record: bare, audit: auditConsultation(bare, { asOf }), revision: 'with-suggestion' })
}

/** A signals board with one row. */
const withSignal = ({ record, audit }: AuditIndex): AuditIndex =>
  indexAudit({
    record,
    revision: 'with-signal',
    audit: {
      ...audit,
      signals: {
        ...audit.signals,
        signals: [
          {
            letter: 'A',
            name: 'No answer found for many points',
            indicatorNumber: 'L9',
            state: 'present',
            evidence: '41 of 92 ideas.',
            threshold: 'The signal needs more.',
            innocent: 'Some points may be answered elsewhere.',
            component: { low: 0.4, high: 0.5 },
          },
        ],
      },
    },
  })

const MILL = { body: 'calderwick', consultation: 'mill-lane-2025' }
const CONSULTATIONS = ['mill-lane-2025', 'listening-in-action-2025', 'eastfield-park-2026', 'residents-survey-2026']

/** A consultation whose council can still reply, so that a rule keeps figures back. */
const withheld = async (deps: Deps): Promise<readonly AuditIndex[]> => {
  const { record, audit } = await readIndex(deps, MILL)
  const { asOf } = audit
  const window = record.replies.map(reply => ({ ...reply, state: 'asked' as const, repliedOn: null, dueOn: asOf }))
  const open = { ...record, replies: window }
  return [indexAudit({ record: open, audit: auditConsultation(open, { asOf }), revision: 'reply-open' })]
}

/** The promises of all consultations as if one had made them: enough for a curve. */
const manyPromises = ({ consultations }: ShownCouncil): ShownPromises => {
  const [first] = consultations
  if (first === undefined) throw new Error('The sample council has no consultation.')
  const all = consultations.map(({ record }) => record)
  const record = {
    ...first.record,
    commitments: all.flatMap(({ commitments }) => commitments),
    commitmentUpdates: all.flatMap(({ commitmentUpdates }) => commitmentUpdates),
  }
  const audit = auditConsultation(record, { asOf: first.audit.asOf })
  return describePromises(indexAudit({ record, audit, revision: 'many-promises' }))
}

/** Its last release taken as older than every correction, so that some wait for the next. */
const laterCorrected = (shown: ShownReleases): ShownReleases => ({
  ...shown,
  releases: shown.releases.slice(-1),
})

const pointViews = (index: AuditIndex): readonly object[] =>
  index.rows.map(row => pointPage(site, describePoint(index, row)))

const makeViews = async (deps: Deps): Promise<Views> => {
  const indexes: AuditIndex[] = []
  for (const consultation of CONSULTATIONS) indexes.push(await readIndex(deps, { body: 'calderwick', consultation }))
  const suggested = withSuggestion(await readIndex(deps, MILL))
  const home = await showHome(deps)
  const council = await showCouncil(deps, 'calderwick')
  const all = { selected: {}, q: '' }
  const narrowed = { selected: { group: ['no-answer-found'], topic: ['Buses'] }, q: 'bus' }
  const points = [
    await findPoints(deps, MILL, { ...all, page: 1 }),
    await findPoints(deps, MILL, { ...all, page: 2 }),
    await findPoints(deps, MILL, { ...narrowed, page: 1 }),
  ]
  const evidence = await showEvidence(deps, MILL)
  const documents = []
  for (const { document } of [...evidence.held, ...evidence.missing.map(document => ({ document }))])
    documents.push(await showDocument(deps, { ...MILL, document: document.ref, page: 1 }))
  return {
    home: [homePage(site, home), homePage(site, { bodies: [], newest: [] })],
    council: [councilPage(site, council), councilPage(site, { ...council, consultations: [] })],
    consultation: [...indexes, withSignal(await readIndex(deps, MILL))].map(index =>
      consultationPage(site, describeConsultation(index)),
    ),
    points: points.map(found => pointsPage(site, found)),
    point: [...indexes, suggested].flatMap(pointViews),
    ideas: [ideasPage(site, await listIdeas(deps, MILL))],
    idea: [ideaPage(site, await showIdea(deps, { ...MILL, number: 1 }))],
    evidence: [evidencePage(site, evidence)],
    document: documents.map(shown => documentPage(site, shown)),
    indicators: [...indexes, ...(await withheld(deps))].map(index => indicatorsPage(site, describeIndicators(index))),
    events: indexes.map(index => eventsPage(site, describeEvents(index))),
    promises: [...indexes.map(describePromises), manyPromises(council)].map(shown => promisesPage(site, shown)),
    stated: indexes.map(index => statedPage(site, index)),
    method: [methodPage(site, showMethod())],
    words: [wordsPage(site)],
    find: [
      findPage(site, await searchEverything(deps, 'bridge')),
      findPage(site, await searchEverything(deps, 'calderwick')),
      findPage(site, await searchEverything(deps, 'brigde')),
      findPage(site, await searchEverything(deps, 'zzzzzz')),
    ],
    about: [aboutPage(site, { funding: null })],
    changes: [
      changesPage(site, await showReleases(deps, MILL)),
      changesPage(site, laterCorrected(await showReleases(deps, MILL))),
      changesPage(site, await showReleases(deps, { ...MILL, consultation: 'eastfield-park-2026' })),
    ],
    version: [
      versionPage(site, await showRelease(deps, { ...MILL, version: '1.0' })),
      versionPage(site, await showRelease(deps, { ...MILL, version: '1.1' })),
    ],
    seats: indexes.map(index => seatsPage(site, index)),
    reporter: indexes.map(index => reporterPage(site, index)),
    embed: indexes.map(index => embedPage(site, index)),
    corrections: [correctionsPage(site, await listCorrections(deps))],
    data: [staticPage(site, 'data')],
    privacy: [staticPage(site, 'privacy')],
    accessibility: [staticPage(site, 'accessibility')],
    'history-damaged': [{}],
    error: [
      errorPage(site, { status: 500, message: 'A message.', reference: 'abc' }),
      errorPage(site, { status: 410, message: 'A message.', reference: null }),
    ],
  }
}

const NOTHING = Symbol('nothing')

const read = (context: unknown, parts: readonly string[]): unknown => {
  let value = context
  for (const part of parts) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return NOTHING
    value = new Map(Object.entries(value)).get(part)
  }
  return value
}

/** Walks a template with every view it is given, and says which of its paths no view has, and which loops none enters. */
class Walk {
  readonly wrong = new Set<string>()
  readonly loops = new Map<string, boolean>()
  readonly #parsed: ReadonlyMap<string, hbs.AST.Program>
  constructor(parsed: ReadonlyMap<string, hbs.AST.Program>) {
    this.#parsed = parsed
  }

  template(name: string, contexts: readonly unknown[], inner: Inner | null = null): void {
    const program = this.#parsed.get(name)
    if (program === undefined) this.wrong.add(`there is no template ${name}`)
    else this.program(name, program, contexts, inner)
  }

  program(name: string, { body }: hbs.AST.Program, contexts: readonly unknown[], inner: Inner | null): void {
    for (const node of body) {
      if (isA<hbs.AST.MustacheStatement>(node, 'MustacheStatement')) this.text(name, node, contexts)
      else if (isA<hbs.AST.BlockStatement>(node, 'BlockStatement')) this.block(name, node, contexts, inner)
      else if (isA<hbs.AST.PartialBlockStatement>(node, 'PartialBlockStatement'))
        this.template(nameOf(node.name), contexts, { name, program: node.program })
      else if (isA<hbs.AST.PartialStatement>(node, 'PartialStatement')) this.partial(name, node, contexts, inner)
    }
  }

  text(name: string, { path }: hbs.AST.MustacheStatement, contexts: readonly unknown[]): void {
    for (const value of this.values(name, path, contexts))
      if (typeof value !== 'string') this.wrong.add(`${name}: {{${originalOf(path)}}} is no text but ${typeof value}`)
  }

  block(name: string, node: hbs.AST.BlockStatement, contexts: readonly unknown[], inner: Inner | null): void {
    const helper = originalOf(node.path)
    const [of] = node.params
    const values = of === undefined ? [] : this.values(name, of, contexts)
    if (helper === 'each') {
      const items = values.flatMap(value => (Array.isArray(value) ? value : [NOTHING]))
      if (items.includes(NOTHING)) this.wrong.add(`${name}: {{#each ${originalOf(of)}}} is no list`)
      const place = `${name}:${node.loc.start.line} {{#each ${originalOf(of)}}}`
      this.loops.set(place, (this.loops.get(place) ?? false) || items.length > 0)
      this.program(name, node.program, items, inner)
      return
    }
    if (values.some(value => typeof value !== 'boolean'))
      this.wrong.add(`${name}: {{#${helper} ${originalOf(of)}}} is no boolean`)
    this.program(name, node.program, contexts, inner)
    if (node.inverse) this.program(name, node.inverse, contexts, inner)
  }

  partial(name: string, node: hbs.AST.PartialStatement, contexts: readonly unknown[], inner: Inner | null): void {
    if (nameOf(node.name) === '@partial-block') {
      if (inner !== null) this.program(inner.name, inner.program, contexts, null)
      return
    }
    const [of] = node.params
    this.template(nameOf(node.name), of === undefined ? contexts : this.values(name, of, contexts))
  }

  values(name: string, path: hbs.AST.Expression, contexts: readonly unknown[]): readonly unknown[] {
    if (!isA<hbs.AST.PathExpression>(path, 'PathExpression')) return []
    // "@t" is the catalogue: the same wherever it is asked.
    const values = path.data ? [read({ t: en }, path.parts)] : contexts.map(context => read(context, path.parts))
    if (values.includes(NOTHING)) this.wrong.add(`${name}: no view has {{${path.original}}}`)
    return values.filter(value => value !== NOTHING)
  }
}

const originalOf = (node: Node | undefined): string =>
  node !== undefined && isA<hbs.AST.PathExpression>(node, 'PathExpression') ? node.original : (node?.type ?? '')
const nameOf = (node: hbs.AST.PathExpression | hbs.AST.SubExpression): string => originalOf(node)

/** Empty in the sample, where no two points have the same words and different stated answers. */
const EMPTY_IN_SAMPLE: readonly RegExp[] = [/stated\.unequal\}\}$/, /stated:\d+ \{\{#each points\}\}$/]

describe('the templates', function () {
  this.timeout(120_000)
  let sources: ReadonlyMap<string, string>
  let parsed: ReadonlyMap<string, hbs.AST.Program>
  let views: Views
  before(async () => {
    sources = readTemplates(VIEWS)
    parsed = new Map([...sources].map(([name, source]) => [name, Handlebars.parse(source)]))
    views = await makeViews(await sampleDeps())
  })

  it('use only paths that every view object has, text as text and presence as a boolean', () => {
    const walk = new Walk(parsed)
    for (const [page, made] of Object.entries(views)) walk.template(`pages/${page}`, made)
    expect([...walk.wrong]).to.deep.equal([])
    const unseen = [...walk.loops].filter(([, isSeen]) => !isSeen).map(([place]) => place)
    expect(unseen.filter(place => !EMPTY_IN_SAMPLE.some(known => known.test(place)))).to.deep.equal([])
  })

  it('are each made by a page builder that this test knows', () => {
    const pages = [...sources.keys()].filter(name => name.startsWith('pages/')).map(name => name.slice('pages/'.length))
    const isPrivate = (page: string): boolean => /^(desk|release|reply|check)-/.test(page)
    expect(pages.filter(page => !isPrivate(page) && !(page in views))).to.deep.equal([])
  })

  it('never put words of others on a page unescaped, and choose no partial by data', () => {
    class Unsafe extends Handlebars.Visitor {
      readonly found: string[] = []
      override MustacheStatement(node: hbs.AST.MustacheStatement): void {
        if (!node.escaped) this.found.push(`{{{${originalOf(node.path)}}}}`)
      }
      override PartialStatement(node: hbs.AST.PartialStatement): void {
        if (node.name.type === 'SubExpression') this.found.push('a partial chosen by data')
      }
    }
    const unsafe = new Unsafe()
    for (const program of parsed.values()) unsafe.accept(program)
    expect(unsafe.found).to.deep.equal([])
    expect([...sources].filter(([, source]) => /\{\{\{|\{\{&/.test(source)).map(([name]) => name)).to.deep.equal([])
  })

  it('hold no logic but if, unless and each, and reach into no outer context', () => {
    const helpers = new Set<string>()
    class Helpers extends Handlebars.Visitor {
      override BlockStatement(node: hbs.AST.BlockStatement): void {
        helpers.add(originalOf(node.path))
        super.BlockStatement(node)
      }
    }
    const visitor = new Helpers()
    for (const program of parsed.values()) visitor.accept(program)
    expect([...helpers].filter(helper => !['if', 'unless', 'each'].includes(helper))).to.deep.equal([])
    const ours = [...sources].filter(([name]) => !/\/(desk|release|reply|check)-/.test(name))
    expect(ours.filter(([, source]) => /\{\{[^}]*(\.\.\/|@root)/.test(source)).map(([name]) => name)).to.deep.equal([])
  })

  it('quote every attribute, and hold no style, no script and no handler of their own', () => {
    const faults = [...sources].flatMap(([name, source]) => [
      ...(/=\{\{/.test(source) ? [`${name}: an unquoted attribute`] : []),
      ...(/\sstyle=|<style/.test(source) ? [`${name}: a style`] : []),
      ...(/\son[a-z]+=/.test(source) ? [`${name}: a handler`] : []),
      ...(/<script(?![^>]*\ssrc=)/.test(source) ? [`${name}: a script`] : []),
    ])
    expect(faults).to.deep.equal([])
  })
})
