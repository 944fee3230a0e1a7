import { expect } from 'chai'
import { auditConsultation } from '../../../analysis/audit.ts'
import type { Deps } from '../../../server/deps.ts'
import type { DeskVisit } from '../../../server/http/desk/desk-visit.ts'
import { disputePage, NO_DISPUTE } from '../../../server/http/desk/reply/pages/reply-dispute.page.ts'
import { replyWritePage } from '../../../server/http/desk/reply/pages/reply-write.page.ts'
import { consultationPage } from '../../../server/http/pages/consultation.page.ts'
import { documentPage } from '../../../server/http/pages/evidence.page.ts'
import { eventsPage } from '../../../server/http/pages/events.page.ts'
import { findPage } from '../../../server/http/pages/find.page.ts'
import type { Site } from '../../../server/http/pages/frame.ts'
import { ideaPage } from '../../../server/http/pages/ideas.page.ts'
import { pointPage } from '../../../server/http/pages/point.page.ts'
import { pointsPage } from '../../../server/http/pages/points.page.ts'
import { promisesPage } from '../../../server/http/pages/promises.page.ts'
import { reporterPage } from '../../../server/http/pages/reporter.page.ts'
import { statedPage } from '../../../server/http/pages/stated.page.ts'
import { en } from '../../../server/http/strings/en.ts'
import { createViewEngine, type Render } from '../../../server/http/view-engine.ts'
import { viewsFolder } from '../../../server/http/web.ts'
import { findPoints } from '../../../server/usecases/find-points.ts'
import { indexAudit, type AuditIndex, type PointRow } from '../../../server/usecases/audit-index.ts'
import { readIndex } from '../../../server/usecases/read-index.ts'
import { searchEverything } from '../../../server/usecases/search-everything.ts'
import { describeConsultation } from '../../../server/usecases/show-consultation.ts'
import { describeEvents } from '../../../server/usecases/show-events.ts'
import { showDocument } from '../../../server/usecases/show-evidence.ts'
import { showIdea } from '../../../server/usecases/show-ideas.ts'
import { describePoint } from '../../../server/usecases/show-point.ts'
import { describePromises } from '../../../server/usecases/show-promises.ts'
import { a } from '../../support/builders.ts'
import { sampleDeps } from '../../support/sample-deps.ts'

const MILL = { body: 'calderwick', consultation: 'mill-lane-2025' }
const site: Site = {
  strings: en,
  baseUrl: 'http://localhost',
  operator: null,
  contact: null,
  assets: { css: '/assets/site.css', charts: '/assets/charts.js', font: '/assets/font.woff2' },
}

/** The sample as if everybody had written Welsh, in documents Irish, the council itself Gaelic; the pages stay English. */
const inOtherLanguages = ({ record, audit }: AuditIndex): AuditIndex => {
  const spoken = {
    ...record,
    body: { ...record.body, language: 'gd' },
    consultation: { ...record.consultation, language: 'ga' },
    points: record.points.map(point => ({ ...point, language: null })),
    contributions: record.contributions.map(contribution => ({ ...contribution, language: 'cy' })),
  }
  // A copy of the audit: an index is kept for each.
  return indexAudit({ record: spoken, audit: { ...audit }, revision: 'other-languages' })
}

/** A point that nobody has checked, with a passage that a computer suggests. */
const withSuggestion = (index: AuditIndex): AuditIndex => {
  const { record } = index
  const { text = '', id = '' } = record.passages[0] ?? {}
  const { index: start = 0, 0: word = '' } = /\p{L}{5,}/u.exec(text) ?? {}
  const link = a('link', {
    pointId: index.rows[0]?.point.id ?? '',
    passageId: id,
    kind: 'mentions',
    basis: 'suggested',
    score: 0.4,
    matched: { inPoint: [[0, 4]], inPassage: [[start, start + word.length]] },
  })
  const bare = { ...record, links: [link], searches: [], judgements: [] }
  const audit = auditConsultation(bare, { asOf: index.audit.asOf })
  return indexAudit({ record: bare, audit, revision: 'suggested' })
}

const inMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#x27;').replaceAll('=', '&#x3D;')

/** The languages under which a page quotes a text: of the nearest element that bears one, for each time it stands there. */
const languagesOf = (html: string, text: string): readonly string[] => {
  const quoted = inMarkup(text)
  const found: string[] = []
  const main = html.slice(html.indexOf('<main'))
  for (let at = main.indexOf(quoted); at >= 0; at = main.indexOf(quoted, at + 1)) {
    const open: string[] = []
    for (const [tag, name = ''] of main.slice(0, at).matchAll(/<\/?([a-z][a-z0-9]*)(?:\s[^<>]*)?>/g)) {
      if (/^<(?:meta|link|input|img|br|path|circle|rect|use)\b/.test(tag) || tag.endsWith('/>')) continue
      if (tag.startsWith('</')) open.splice(open.findLastIndex(one => one.startsWith(`<${name}`)))
      else open.push(tag)
    }
    found.push(/ lang="([^"]+)"/.exec(open.findLast(tag => / lang="/.test(tag)) ?? '')?.[1] ?? 'page')
  }
  return found
}

describe('what others wrote', function () {
  this.timeout(60_000)
  let deps: Deps
  let index: AuditIndex
  let render: Render
  const shownRows = (): readonly PointRow[] => index.rows.filter(({ text }) => text.state === 'shown')
  const shown = ({ text }: PointRow): string => (text.state === 'shown' ? text.text.slice(0, 60) : '')
  const expectAll = (html: string, text: string, language: string): void => {
    const languages = languagesOf(html, text)
    expect(languages, text).not.to.deep.equal([])
    expect(new Set(languages), text).to.deep.equal(new Set([language]))
  }
  before(async () => {
    deps = await sampleDeps()
    index = inOtherLanguages(await readIndex(deps, MILL))
    render = createViewEngine(viewsFolder, en)
  })

  it('bears its language on the page of a point: the words, the evidence and what the council says', () => {
    const row = shownRows().find(({ point, stated }) => {
      const { links } = describePoint(index, index.rowByNumber.get(point.number) ?? shownRows()[0]!)
      return stated !== null && (stated.reason ?? '') !== '' && links.length > 0
    })
    if (row === undefined) throw new Error('The sample has no such point.')
    const html = render('point', pointPage(site, describePoint(index, row)))
    expectAll(html, shown(row), 'cy')
    expectAll(html, `“${row.stated?.rawState ?? ''}”`, 'ga')
    expectAll(html, row.stated?.reason?.slice(0, 40) ?? '', 'ga')
    expect(html).to.match(/<blockquote lang="ga">[^<]*<mark>|<blockquote lang="ga">\w/)
  })

  it('bears it where a computer suggests a passage', () => {
    const suggested = withSuggestion(index)
    const [row] = suggested.rows
    if (row === undefined) throw new Error('The sample has no point.')
    const html = render('point', pointPage(site, describePoint(suggested, row)))
    expect(html).to.match(/id="sug"[\s\S]*<blockquote lang="ga">/)
  })
  it('and says that nobody has checked it, with the words that both texts use marked and named', () => {
    const suggested = withSuggestion(index)
    const [row] = suggested.rows
    if (row === undefined) throw new Error('The sample has no point.')
    const section = /<section[^>]*aria-labelledby="sug".*?<\/section>/s.exec(
      render('point', pointPage(site, describePoint(suggested, row))),
    )?.[0]
    const word = /\p{L}{5,}/u.exec(suggested.record.passages[0]?.text ?? '')?.[0] ?? 'no word'
    expect(section).to.include('Not checked yet.').and.include(`<mark>${word}</mark>`)
    expect(section).to.include(`Words in common: <span lang="ga">${word.toLowerCase()}</span>`)
  })

  it('bears it in every list of points', async () => {
    const found = await findPoints(deps, MILL, { selected: {}, q: '', page: 1 })
    const pageRows = index.rows.slice(0, 50)
    const idea = await showIdea(deps, { ...MILL, number: 1 })
    const ideaRows = idea.rows.flatMap(({ point }) => index.rowByNumber.get(point.number) ?? [])
    const everything = await searchEverything(deps, 'bridge')
    const points = everything.points.flatMap(({ index: of, row }) => {
      const same =
        of.record.consultation.ref === MILL.consultation ? index.rowByNumber.get(row.point.number) : undefined
      return same === undefined ? [] : [{ index, row: same }]
    })
    const lists: readonly (readonly [html: string, rows: readonly PointRow[]])[] = [
      [render('points', pointsPage(site, { ...found, index, rows: index.rows, pageRows })), pageRows],
      [render('idea', ideaPage(site, { ...idea, index, rows: ideaRows })), ideaRows],
      [render('find', findPage(site, { ...everything, points })), points.map(({ row }) => row)],
    ]
    for (const [html, rows] of lists) {
      const quoted = rows.filter(({ text }) => text.state === 'shown')
      expect(quoted).not.to.deep.equal([])
      for (const row of quoted) expectAll(html, shown(row), 'cy')
      const said = quoted.find(({ stated }) => stated !== null && stated.code !== 'says-nothing')
      expectAll(html, `“${said?.stated?.rawState ?? ''}”`, 'ga')
    }
  })

  it('bears it on the page of the consultation: the points that are followed', () => {
    const described = describeConsultation(index)
    const html = render('consultation', consultationPage(site, described))
    expect(described.examples).not.to.deep.equal([])
    for (const { row } of described.examples) expectAll(html, shown(row), 'cy')
  })

  it('bears it in the forms that are open: what is disputed, and what the council reads before it replies', () => {
    const visit: DeskVisit = {
      site,
      path: '/',
      formToken: 'token',
      madeUp: [],
      name: null,
      isFull: false,
      canSeePeople: false,
      canImport: false,
      hasPart: false,
    }
    const { body, consultation } = index.record
    const scope = { body, consultation }
    const [row] = shownRows()
    if (row === undefined) throw new Error('The sample has no point that is shown.')
    const dispute = disputePage(visit, { scope, index, row }, { draft: NO_DISPUTE, problem: null, sent: null })
    expectAll(render('reply-dispute', dispute), shown(row), 'cy')
    const evidence = describePoint(index, row).links
    const given = {
      action: '/',
      draft: { number: '', text: '', isDeclined: false },
      problem: null,
      isSent: false,
      page: 1,
    }
    const findings = [{ row, sentence: 'We found no answer.', evidence, searchedCount: 1 }]
    const { replies } = index.record
    const shownFindings = { scope, index, findings, number: null, replies, wordsLeft: 1_000, canDispute: true }
    const html = render('reply-write', replyWritePage(visit, shownFindings, given))
    expectAll(html, shown(row), 'cy')
    expectAll(html, evidence[0]?.passage.text.slice(0, 40) ?? '', 'ga')
    expectAll(html, replies.find(({ text }) => text !== null)?.text?.slice(0, 40) ?? '', 'gd')
    expectAll(html, 'We found no answer.', 'page')
  })

  it('bears it passage by passage, and nothing of ours stands under it', async () => {
    const document = await showDocument(deps, { ...MILL, document: 'response-log', page: 1 })
    const html = render('document', documentPage(site, { ...document, index }))
    expect(html).to.match(/<p class="psg-t" lang="ga">/)
    for (const own of [en.evidence.linkedByAPerson, en.parts.twins[0] ?? '', en.evidence.passages])
      expectAll(html, own, 'page')
  })

  it('bears it in the council’s reply, in questions, in promises and in its own words for what it did', () => {
    const reply = index.record.replies.find(({ state, pointId }) => state === 'replied' && pointId === null)
    const words = reply?.text?.slice(0, 40) ?? ''
    for (const [page, view] of [
      ['consultation', consultationPage(site, describeConsultation(index))],
      ['reporter', reporterPage(site, index)],
    ] as const)
      expectAll(render(page, view), words, 'gd')
    const [question] = index.record.questions
    expectAll(render('events', eventsPage(site, describeEvents(index))), question?.text ?? '', 'ga')
    const [commitment] = index.record.commitments
    expectAll(render('promises', promisesPage(site, describePromises(index))), commitment?.text ?? '', 'ga')
    const [state] = index.audit.stated.byCode.flatMap(({ rawStates }) => rawStates)
    expectAll(render('stated', statedPage(site, index)), `“${state ?? ''}”`, 'ga')
  })
})
