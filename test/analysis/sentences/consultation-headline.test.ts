import { expect } from 'chai'
import type { Audit } from '../../../analysis/finding.ts'
import { barredWordsIn } from '../../../analysis/sentences/barred-words.ts'
import { consultationHeadline } from '../../../analysis/sentences/consultation-headline.ts'
import { auditOf, EMPTY, pointOf, type Change } from './an-audit.ts'

const headline = (change: Change): string => consultationHeadline(auditOf(change)).text
const decision = (given: Partial<Audit['consultation']>): Partial<Audit> => ({
  consultation: { ...EMPTY.consultation, ...given },
})

describe('The finding of a consultation', () => {
  const usual: Change = {
    changeMade: 52,
    alreadyPlanned: 14,
    turnedDown: 74,
    putOff: 12,
    noAnswer: 66,
    notDecided: 10,
    notChecked: 20,
  }

  it('no points: says so, and what is awaited from whom', () => {
    expect(headline({})).to.equal('No points are on record yet.')
    const missingRecords: Audit['missingRecords'] = [
      { title: 'Response log', stage: 'record', holding: 'asked-pending', heldBy: 'Calderwick Borough Council' },
    ]
    expect(headline({ more: { missingRecords } })).to.equal(
      'No points are on record yet. We have asked Calderwick Borough Council for “Response log”.',
    )
    expect(headline({ more: decision({ closesOn: '2026-07-31' }) })).to.equal(
      'No points are on record yet. It is open until 31 July 2026.',
    )
  })
  it('information-gathering: no decision was promised', () => {
    const more = decision({ legalStatus: 'information-gathering' })
    expect(headline({ notChecked: 12, more })).to.equal(
      'This gathered information; no decision was promised. 12 points are on record.',
    )
  })
  it('no decision: when it is due, or that no date is on record', () => {
    const more = decision({ decisionState: 'awaited', decisionDueOn: '2026-10-14' })
    expect(headline({ notDecided: 31, more })).to.equal(
      'No decision yet. 31 points are on record. The council is to decide on 14 October 2026.',
    )
    expect(headline({ notDecided: 1, more: decision({ decisionState: 'awaited', decisionDueOn: null }) })).to.equal(
      'No decision yet. 1 point is on record. No date is on record.',
    )
  })
  it('no decision, past its date', () => {
    const more = decision({ decisionState: 'awaited', decisionDueOn: '2026-04-22' })
    expect(headline({ notDecided: 31, overdue: 0, more })).to.equal(
      'A decision was due on 22 April 2026. 69 days have passed. 31 points are waiting.',
    )
  })
  it('nobody has checked', () => {
    expect(headline({ notChecked: 81 })).to.equal('No result yet. 81 points are on record. No person has checked them.')
  })
  it('gate not met: how many are checked, and when the result comes', () => {
    const closed: Partial<Audit> = { headlineGate: { isMet: false, reasons: ['coverage'] } }
    expect(headline({ noAnswer: 60, notChecked: 21, more: closed })).to.equal(
      'People have checked 60 of the 81 points. The result comes when 9 in 10 are checked.',
    )
    expect(headline({ noAnswer: 81, more: closed })).to.equal(
      'People have checked 81 of the 81 points. The result comes when enough of them are checked twice.',
    )
    expect(headline({ noAnswer: 20, more: closed })).to.equal(
      'People have checked 20 of the 20 points. The result comes when all are checked twice.',
    )
    const checks = { ...EMPTY.checks, confirmedCount: 81, alpha: 0.5 }
    expect(headline({ noAnswer: 81, more: { ...closed, checks } })).to.equal(
      'People have checked 81 of the 81 points. The result comes when those who check agree well enough.',
    )
  })
  it('one point: its own sentence', () => {
    const points = [{ ...pointOf('adopted'), number: 1 }]
    expect(headline({ changeMade: 1, more: { points, contributorCount: 1 } })).to.equal(
      'One person made one point. The plan now does this. It did not before.',
    )
  })
  it('2 to 29 points: people, points, answered, no answer', () => {
    expect(headline({ turnedDown: 4, noAnswer: 7, more: { contributorCount: 9 } })).to.equal(
      '9 people made 11 points. The council answered 4. For 7, we found no answer.',
    )
    expect(headline({ noAnswer: 2, more: { contributorCount: 1 } })).to.equal(
      'One person made 2 points. We found no answer to any of them.',
    )
    expect(headline({ changeMade: 29 })).to.equal(
      '7 people made 29 points. The council answered all 29. Every decided point has an answer.',
    )
    expect(headline({ noAnswer: 9, notDecided: 1 })).to.equal(
      '7 people made 10 points. The council answered none. For 9, we found no answer.',
    )
  })
  it('30 points and more: the whole sentence', () => {
    expect(headline(usual)).to.equal(
      'The council answered 152 of the 248 points people made. It made a change for 52; 14 were already in the plan. For 66, we found no answer.',
    )
  })
  it('all answered: "all"', () => {
    expect(headline({ changeMade: 20, alreadyPlanned: 1, turnedDown: 9 })).to.equal(
      'The council answered all 30 points people made. It made a change for 20; 1 was already in the plan. Every decided point has an answer.',
    )
  })
  it('none answered: one sentence and nothing else', () => {
    expect(headline({ noAnswer: 30 })).to.equal('We found no answer to any of the 30 points people made.')
  })
  it('no answer missing: every decided point, or every point we checked, has an answer', () => {
    expect(headline({ changeMade: 28, notDecided: 2 })).to.contain('Every decided point has an answer.')
    expect(headline({ changeMade: 28, notChecked: 2 })).to.contain('Every point we checked has an answer.')
  })
  it('nothing already planned: no clause; no change: says so', () => {
    expect(headline({ changeMade: 20, noAnswer: 10 })).to.contain('It made a change for 20. For 10,')
    expect(headline({ alreadyPlanned: 20, noAnswer: 10 })).to.contain(
      'We found no change; 20 were already in the plan. For 10,',
    )
    expect(headline({ turnedDown: 20, noAnswer: 10 })).to.contain('We found no change. For 10,')
  })
  it('late decisions are added', () => {
    expect(headline({ ...usual, overdue: 3 })).to.match(/we found no answer\. 3 more wait for a late decision\.$/)
    expect(headline({ ...usual, overdue: 1 })).to.match(/1 more waits for a late decision\.$/)
  })
  it('no earlier plan: does not say what changed', () => {
    expect(headline({ changeMade: 41, originUnknown: 41, noAnswer: 40, more: { baseline: null } })).to.equal(
      'The council answered 41 of the 81 points people made. The plan now has what 41 asked for. ' +
        'No earlier plan is on record, so we cannot say what changed. For 40, we found no answer.',
    )
  })
  it('origin unknown for some of them only', () => {
    expect(headline({ changeMade: 30, originUnknown: 4, noAnswer: 10 })).to.contain(
      'It made a change for 26; 4 more are in the decision, origin unknown. For 10,',
    )
  })
  it('all of unknown origin: no change is claimed, and none for 0', () => {
    expect(headline({ changeMade: 12, originUnknown: 12, noAnswer: 40 })).to.contain(
      'We found no change; 12 are in the decision, origin unknown. For 40,',
    )
    expect(headline({ changeMade: 1, originUnknown: 1, noAnswer: 40 })).to.contain(
      'We found no change; 1 is in the decision, origin unknown.',
    )
  })
  it('more than half answered by one count and not by the other: the ideas join the finding', () => {
    const text = headline({ turnedDown: 40, noAnswer: 20, ideas: { turnedDown: 5, noAnswer: 20 } })
    expect(text).to.match(
      /Counted by idea\. The 60 points are 25 ideas\. 5 were answered\. For 20, we found no answer\.$/,
    )
    expect(headline(usual)).to.not.contain('Counted by idea')
  })
  it('a body that is no council is called by its short name', () => {
    const body = { ref: 'nhs', name: 'Vale Health Board', shortName: 'Vale Health', kind: 'health board' }
    expect(headline({ ...usual, more: { body } })).to.match(/^Vale Health answered 152/)
  })
  it('the parts of a sentence joined are its text, and its numbers carry their names', () => {
    const { text, parts } = consultationHeadline(auditOf(usual))
    expect(parts.map(part => part.text).join('')).to.equal(text)
    expect(Object.fromEntries(parts.flatMap(part => (part.key === null ? [] : [[part.key, part.text]])))).to.deep.equal(
      {
        answered: '152',
        n: '248',
        'change-made': '52',
        'already-planned': '14',
        'no-answer': '66',
      },
    )
  })
  for (const n of [0, 1, 2, 9, 10, 29, 30, 600, 601, 12_345])
    it(`n = ${n}: one group only, all unchecked and ties read as sentences without a barred word`, () => {
      const half = Math.floor(n / 2)
      const cases: readonly Change[] = [
        { changeMade: n },
        { alreadyPlanned: n },
        { turnedDown: n },
        { putOff: n },
        { noAnswer: n },
        { notDecided: n },
        { notChecked: n },
        { turnedDown: half, noAnswer: n - half },
      ]
      for (const change of cases) {
        const { text } = consultationHeadline(auditOf({ ...change, more: { points: [pointOf('noted')] } }))
        expect(text).to.match(/^[A-Z0-9].*\.$/)
        expect(text).to.not.match(/undefined|null|NaN| {2}|\b1 points|\b1 people/)
        for (const sentence of text.split(/(?<=\.) /)) expect(sentence.split(' ').length, sentence).to.be.at.most(25)
        expect(barredWordsIn(text)).to.deep.equal([])
      }
    })
})
