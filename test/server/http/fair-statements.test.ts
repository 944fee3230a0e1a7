import { expect } from 'chai'
import { auditConsultation } from '../../../analysis/audit.ts'
import type { Audit } from '../../../analysis/finding.ts'
import type { ConsultationRecord } from '../../../data/model/consultation-record.ts'
import { auditText } from '../../../server/cli/audit-text.ts'
import type { Deps } from '../../../server/deps.ts'
import type { Cell, Table } from '../../../server/export/table.ts'
import { changesPage } from '../../../server/http/pages/changes.page.ts'
import { citationCards } from '../../../server/http/pages/citation-card.ts'
import { eventsPage } from '../../../server/http/pages/events.page.ts'
import type { Site } from '../../../server/http/pages/frame.ts'
import { wordsOf } from '../../../server/http/pages/point-list.ts'
import { promisesPage } from '../../../server/http/pages/promises.page.ts'
import { reporterPage } from '../../../server/http/pages/reporter.page.ts'
import { seatsPage } from '../../../server/http/pages/seats.page.ts'
import { statedPage } from '../../../server/http/pages/stated.page.ts'
import { timelineOf } from '../../../server/http/pages/timeline.ts'
import { versionPage } from '../../../server/http/pages/version.page.ts'
import { en } from '../../../server/http/strings/en.ts'
import { statedTable } from '../../../server/http/tables/consultation-tables.ts'
import { indexAudit, type AuditIndex } from '../../../server/usecases/audit-index.ts'
import { readIndex } from '../../../server/usecases/read-index.ts'
import { showEvents } from '../../../server/usecases/show-events.ts'
import { describeIndicators } from '../../../server/usecases/show-indicators.ts'
import { describePromises } from '../../../server/usecases/show-promises.ts'
import { showRelease, showReleases } from '../../../server/usecases/show-releases.ts'
import { a, aConsultationRecord } from '../../support/builders.ts'
import { sampleDeps } from '../../support/sample-deps.ts'

const site: Site = {
  strings: en,
  baseUrl: 'https://example.org',
  operator: null,
  contact: null,
  assets: { css: '', charts: '', font: '' },
}
const MILL = { body: 'calderwick', consultation: 'mill-lane-2025' }
const EASTFIELD = { body: 'calderwick', consultation: 'eastfield-park-2026' }

/** The same records with another audit of them. */
const withAudit = ({ record, audit, revision }: AuditIndex, change: Partial<Audit>): AuditIndex =>
  indexAudit({ record, audit: { ...audit, ...change }, revision })
const held = (number: string): Audit['lint'] => [
  { level: 'blocked', rule: 'reply window', subject: number, message: 'The council can still reply.' },
]
const rowsOf = (table: Table): readonly (readonly Cell[])[] => [...table.rows].map(row => [...row])

describe('what a page says of its numbers', function () {
  this.timeout(120_000)
  let deps: Deps
  before(async () => {
    deps = await sampleDeps()
  })

  describe('promises', () => {
    it('are counted in the heading as they are listed where a rule keeps their figure back', async () => {
      const index = await readIndex(deps, MILL)
      const kept = describePromises(withAudit(index, { lint: held('L23') }))
      expect(kept.promises).to.have.length(8)
      expect(promisesPage(site, kept).heading).to.equal('8 promises are on record.')
      expect(promisesPage(site, describePromises(index)).heading).to.match(
        /^\d of 8 promises have no recorded delivery\.$/,
      )
    })
  })

  describe('seats', () => {
    it('have no sentence where a rule keeps their figure back', async () => {
      const index = await readIndex(deps, MILL)
      expect(seatsPage(site, index).finding).to.match(/8 voting seats/)
      expect(seatsPage(site, withAudit(index, { lint: held('L21') })).finding).to.equal('')
    })
  })

  describe('the reporter page', () => {
    it('says while the council can reply that a result waits, and never that there is none under a printed one', async () => {
      const index = await readIndex(deps, MILL)
      const open = withAudit(index, { replyWindow: { isOpen: true, dueOn: '2026-07-10', hasReplied: false } })
      const page = reporterPage(site, open)
      expect([page.hasLines, page.noResult]).to.deep.equal([false, en.reporter.linesWait])
      expect(page.doNotSay).to.equal(en.reporter.doNotSay)
      const survey = reporterPage(site, await readIndex(deps, { ...MILL, consultation: 'residents-survey-2026' }))
      expect(survey.noResult).to.equal(en.reporter.noResult)
      expect(survey.doNotSay).to.equal(en.reporter.doNotSayWithoutResult)
    })

    it('says how long its method is, and which traits of a point its files hold', () => {
      const wordCount = en.reporter.method.split(/\s+/).length
      expect(en.reporter.methodHeading).to.equal(`The method, in ${wordCount} words`)
      const who = en.reporter.cannot.find(line => line.startsWith('Who said what.'))
      expect(who).to.not.match(/dates/)
      expect(who).to.match(/where the source itself published/)
    })
  })

  describe('a share of 10 to 29', () => {
    it('stands as its count alone outside the page of all numbers: cards, their sentences, and versions', async () => {
      const index = await readIndex(deps, EASTFIELD)
      const small = index.audit.indicators.filter(({ byPoint }) => byPoint.isSmall && byPoint.value !== null)
      expect(small.map(({ number }) => number)).to.include('L8')
      const { cards } = citationCards(site, index, null)
      for (const { number, byIdea } of index.audit.indicators) {
        const card = cards.find(one => one.number === number)
        if (card === undefined) continue
        const text = (term: string): string => card.lines.find(line => line.term === term)?.text ?? ''
        if (small.some(one => one.number === number)) {
          expect([card.value, card.sentence, text(en.reporter.card.range)].join(' '), number).not.to.match(/\d%/)
          expect(card.value, number).to.match(/^\d+ of \d+/)
        }
        if (byIdea?.isSmall === true) expect(text(en.reporter.card.byIdea), number).not.to.match(/%/)
      }
      const pinned = await showRelease(deps, { ...MILL, version: '1.1' })
      const made = versionPage(site, { ...pinned, pinned: { ...pinned.pinned, then: index } }).figures
      for (const { name } of small) {
        const row = made.find(one => one.name === name)
        expect([row?.value, row?.range], name).to.deep.equal(['', ''])
        expect(row?.count, name).to.match(/^\d+ of \d+/)
      }
    })
  })

  describe('the changes', () => {
    it('are headed by the newest version that stands, not by one that was withdrawn', async () => {
      const shown = await showReleases(deps, MILL)
      const [newest, before] = shown.releases
      const page = (isGone: boolean) =>
        changesPage(site, {
          ...shown,
          releases: shown.releases.map(one => (isGone && one === newest ? { ...one, then: null } : one)),
        }).heading
      expect(page(false)).to.match(new RegExp(`^Version ${newest?.release.version}\\. `))
      expect(page(true)).to.equal(`Version ${before?.release.version}, the first`)
    })
  })

  describe('the timeline', () => {
    it('marks as ours what we did, and the reply of the council as its own', () => {
      const replies = [a('reply', { pointId: null, state: 'replied', askedOn: '2026-04-01', repliedOn: '2026-05-01' })]
      const record = aConsultationRecord({ replies })
      const classes = timelineOf(en, record).map(({ text, cssClass }) => [text, cssClass])
      expect(classes).to.deep.include([en.timeline.asked, 'us']).and.deep.include([en.timeline.replied, 'them'])
    })
  })

  describe('one point that the council speaks of', () => {
    it('is spoken of in the singular', () => {
      const of = (n: number, code: 'says-out-of-scope' | 'says-later') =>
        en.points.thatTheCouncil(n, null, 'the council', code)
      expect(of(1, 'says-out-of-scope')).to.equal('1 point the council says was out of scope')
      expect(of(2, 'says-out-of-scope')).to.equal('2 points the council says were out of scope')
      expect(of(1, 'says-later')).to.equal('1 point the council says comes later')
      expect(of(2, 'says-later')).to.equal('2 points the council says come later')
    })
  })

  describe('what the council says, by who sent it', () => {
    const given = ['Resident of Hilltop', 'Resident of Quay']
    const recordOf = (kind: 'redacted' | 'as-published', types: readonly string[]): ConsultationRecord => {
      const contributions = Array.from({ length: 48 }, (_, place) =>
        a('contribution', {
          contributorType: place % 2 === 0 ? 'resident' : 'organisation',
          contributorTypeGiven: types[place % 2] ?? null,
          area: place < 24 ? 'Hilltop' : 'Quay',
          channel: place === 0 ? 'letter' : 'survey',
        }),
      )
      const points = contributions.map(({ id }, place) =>
        a('point', {
          contributionId: id,
          number: place + 1,
          publicText: 'A bench.',
          publicTextKind: kind,
          topic: 'Benches',
        }),
      )
      const statedOutcomes = points.map(({ id }, place) =>
        a('stated-outcome', { pointId: id, code: place % 3 === 0 ? 'says-refused' : 'says-taken-up' }),
      )
      return aConsultationRecord({ contributions, points, statedOutcomes })
    }
    const shownOf = (record: ConsultationRecord) => {
      const audit = auditConsultation(record, { asOf: '2026-06-30' })
      const index = indexAudit({ record, audit, revision: 'r' })
      const { stated } = statedPage(site, index)
      const file = statedTable(site, index)
      return {
        page: stated.tables.flatMap(({ attribute, rows }) => rows.map(({ count }) => `${attribute} ${count}`)),
        file: rowsOf(file)
          .slice(2)
          .map(row => `${row[1]} ${row[5]} of ${row[6]}`),
        columns: file.columns.slice(5, 7),
        all: JSON.stringify([stated.tables, rowsOf(file), audit.stated.breakdowns, auditText(audit)]),
      }
    }

    it('stands on the page row for row as in its files and at the command line', () => {
      for (const record of [recordOf('redacted', given), recordOf('as-published', given), recordOf('redacted', [])]) {
        const { page, file, columns } = shownOf(record)
        expect(columns).to.deep.equal(['numerator', 'denominator'])
        expect(file).to.deep.equal(page)
        expect(page.length).to.be.above(1)
      }
    })

    it('names an area beside the kind of contributor nowhere, unless the source has published row by row', () => {
      expect(shownOf(recordOf('redacted', given)).all).not.to.match(/Resident of/)
      expect(shownOf(recordOf('as-published', given)).all).to.match(/Resident of Hilltop/)
      expect(shownOf(recordOf('redacted', [])).page).to.include('contributor-type 16 of 24')
    })
  })

  describe('a point whose words are not shown', () => {
    it('is said to be counted only where it is', async () => {
      const index = await readIndex(deps, MILL)
      const withheld = index.rows.map(row => ({ ...row, text: { state: 'withheld' as const } }))
      for (const row of withheld)
        expect(wordsOf(en, row).includes('The point is counted.'), row.point.ref).to.equal(
          row.finding.setAside === null,
        )
      expect(withheld.some(({ finding }) => finding.setAside !== null)).to.equal(true)
    })
  })

  describe('a figure that is not there', () => {
    it('names no document as missing that could not have held it', async () => {
      const { indicators } = describeIndicators(await readIndex(deps, MILL))
      const gaps = (number: string) => indicators.find(({ finding }) => finding.number === number)?.gaps ?? []
      expect(gaps('L20').map(({ title }) => title)).to.deep.equal(['Agendas of the three public meetings'])
      expect([...gaps('L17'), ...gaps('L18'), ...gaps('L19'), ...gaps('L25')]).to.deep.equal([])
    })
  })

  describe('the events', () => {
    it('show no table without rows, and no column of shares without shares', async () => {
      const view = async (consultation: string) =>
        eventsPage(site, await showEvents(deps, { body: 'calderwick', consultation }))
      const mill = await view('mill-lane-2025')
      expect([mill.room.hasRows, mill.asked.hasRows, mill.asked.hasShares]).to.deep.equal([false, true, true])
      const told = await view('listening-in-action-2025')
      expect([told.room.hasRows, told.asked.hasRows, told.asked.hasShares]).to.deep.equal([true, true, false])
    })
  })
})
