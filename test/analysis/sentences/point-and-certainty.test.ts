import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import { OUTCOMES, type Outcome, type PointFinding } from '../../../analysis/finding.ts'
import { barredWordsIn } from '../../../analysis/sentences/barred-words.ts'
import {
  agreementSentence,
  certaintySentence,
  leftOutSentence,
} from '../../../analysis/sentences/certainty-sentences.ts'
import { pointSentence } from '../../../analysis/sentences/point-sentence.ts'
import { ideaSentence } from '../../../analysis/sentences/result-sentences.ts'
import { shareWord } from '../../../analysis/sentences/share-words.ts'
import { countText, dateText, percentText } from '../../../analysis/sentences/wording.ts'
import { auditOf, EMPTY, pointOf } from './an-audit.ts'

describe('The sentence of a point', () => {
  const audit = auditOf({ changeMade: 1 })
  const tell = (
    outcome: Outcome,
    particulars: Partial<PointFinding['particulars']> = {},
    change: Partial<PointFinding> = {},
  ) => {
    const point = pointOf(outcome, change)
    return pointSentence(audit, { ...point, particulars: { ...point.particulars, ...particulars } }).text
  }
  it('every outcome has one, short and without a barred word', () => {
    for (const outcome of OUTCOMES) {
      const text = tell(outcome)
      expect(text, outcome).to.match(/^[A-Z].*\.$/)
      expect(barredWordsIn(text)).to.deep.equal([])
    }
  })
  it('names the date of the plan, the documents searched, the step and who owns it', () => {
    expect(tell('already-planned')).to.equal('The plan of 10 July 2025 already had this.')
    expect(tell('no-trace')).to.equal('It does not appear in the 6 documents searched.')
    expect(tell('no-trace', { searchedCount: 1 })).to.equal('It does not appear in the 1 document searched.')
    expect(tell('deferred', { stepOwner: 'Highways team', stepDueOn: '2027-03-31' })).to.equal(
      'A later step is named: Highways team, by 31 March 2027.',
    )
  })
  it('says what the council says, and that nobody has checked it', () => {
    expect(tell('unchecked', { statedWord: 'accepted' })).to.equal(
      'The council says “accepted”. No person has checked it.',
    )
    expect(tell('unchecked')).to.equal('No person has checked it.')
  })
  it('waiting: the date to come, or how long it has passed', () => {
    expect(tell('pending', { decisionDueOn: '2026-10-14' })).to.equal('The council is to decide on 14 October 2026.')
    expect(tell('pending', { decisionDueOn: '2026-04-22' })).to.equal(
      'A decision was due on 22 April 2026. 69 days have passed.',
    )
    expect(tell('pending', {})).to.equal('No date for a decision is on record.')
  })
  it('a law, or the scope at launch', () => {
    expect(tell('out-of-scope')).to.equal('Set as out of scope when the consultation opened.')
    expect(tell('out-of-scope', { isOutOfScopeByLaw: true })).to.equal('A law puts it out of scope.')
  })
  it('cannot tell: why', () => {
    expect(tell('undetermined', { cannotTellBecause: 'exempt' })).to.equal(
      'The decision is in a text that is closed to the public.',
    )
  })
  it('a point set aside says why, whatever became of it', () => {
    expect(tell('adopted', {}, { setAside: 'duplicate' })).to.equal('This came in twice. It is counted once.')
    expect(tell('adopted', {}, { setAside: 'officer-written' })).to.contain('left out of the totals')
  })
})

describe('How sure, and what was left out', () => {
  it('says the range that unchecked points leave open', () => {
    const audit = auditOf({ turnedDown: 162, noAnswer: 66, notChecked: 20 })
    expect(certaintySentence(audit).text).to.equal(
      'People have checked 228 of the 248. When the rest are done, “no answer” will be between 66 and 86.',
    )
    expect(certaintySentence(auditOf({ noAnswer: 5 })).text).to.equal('People have checked all 5.')
  })
  it('does not promise to go on where all are checked and some cannot be told', () => {
    const more = { checks: { ...EMPTY.checks, confirmedCount: 196 } }
    const all = auditOf({ noAnswer: 75, changeMade: 117, notChecked: 4, cannotTell: 4, more })
    expect(certaintySentence(all).text).to.equal(
      'People have checked all 196. For 4 of them, the records do not let us tell. So “no answer” is between 75 and 79.',
    )
  })
  it('says on how many two people agreed, and nothing where nobody checked twice', () => {
    const checks = { ...EMPTY.checks, codedTwiceCount: 60, agreedCount: 55 }
    expect(agreementSentence(auditOf({ more: { checks } }))?.text).to.equal(
      '60 were checked by two people; on 55 they agreed.',
    )
    expect(agreementSentence(auditOf({}))).to.equal(null)
  })
  it('counts what was left out', () => {
    const setAside = { duplicate: 3, 'not-codable': 2, withdrawn: 1, 'officer-written': 4 }
    expect(leftOutSentence(auditOf({ more: { setAside } }))?.text).to.equal(
      'Left out, and counted: 2 with nothing to follow, 1 taken back, 3 sent twice, 4 written by officers of the council.',
    )
    expect(leftOutSentence(auditOf({}))).to.equal(null)
  })
  it('counts by idea', () => {
    expect(ideaSentence(auditOf({ turnedDown: 1, noAnswer: 1, ideas: { noAnswer: 1 } })).text).to.equal(
      'Counted by idea. The 2 points are 1 idea. None was answered. For 1, we found no answer.',
    )
  })
})

const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')

describe('Words', () => {
  it('numbers, shares and dates are written as in the tables', () => {
    expect([countText(1244), countText(999), countText(1_000_000)]).to.deep.equal(['1,244', '999', '1,000,000'])
    expect([percentText(0.3269), percentText(-0.149)]).to.deep.equal(['32.7', '−14.9'])
    expect(dateText('2026-06-30')).to.equal('30 June 2026')
  })
  it('shares in words: all, nearly all, most, about half, none; numbers alone under 30', () => {
    expect([30, 27, 17, 15, 13, 0].map(count => shareWord(count, 30))).to.deep.equal([
      'all',
      'nearly all',
      'most',
      'about half',
      null,
      'none',
    ])
    expect(shareWord(20, 29)).to.equal(null)
  })
  it('barred words are found in any form, and innocent ones pass', () => {
    expect(barredWordsIn('They ignored it, FAILED and lied: a cover-up, deliberately rigged.')).to.have.length(6)
    expect(barredWordsIn('Shampoo, belief, right, brief, lien')).to.deep.equal([])
  })
  it('no source of a generated sentence contains a barred word', () => {
    for (const folder of ['sentences', 'indicators', 'signals', 'outcomes', 'stated', '.']) {
      const path = new URL(`../../../analysis/${folder}/`, import.meta.url)
      for (const file of readdirSync(path).filter(name => name.endsWith('.ts') && name !== 'barred-words.ts'))
        expect(
          barredWordsIn(withoutComments(readFileSync(new URL(file, path), 'utf8'))),
          `${folder}/${file}`,
        ).to.deep.equal([])
    }
  })
})
