// Longer than most: the tree of outcomes, rule by rule.
import { expect } from 'chai'
import { OUTCOMES } from '../../../analysis/finding.ts'
import { OUTCOME_RULES } from '../../../analysis/outcomes/outcome-rules.ts'
import { a } from '../../support/builders.ts'
import { auditConsultation } from '../../../analysis/audit.ts'
import { AS_OF, findingOf, outcomeOf, recordOf, type OnePoint } from '../one-point.ts'

const REFUSAL = { ground: 'cost', isSpecific: true } as const
const step = a('commitment', { owner: 'Head of Highways' })
const stepWithoutOwner = a('commitment', { owner: null })
const withSteps = { more: { commitments: [step, stepWithoutOwner] } }

describe('The tree of outcomes, in its order', () => {
  it('has one rule for each outcome but unchecked, in the order of the list', () => {
    expect(OUTCOME_RULES.map(rule => rule.outcome)).to.deep.equal(OUTCOMES.filter(outcome => outcome !== 'unchecked'))
  })

  it('1 not-codable: a person found nothing to follow, whatever else is linked', () => {
    expect(outcomeOf({ judgements: [{ kind: 'not-codable' }], links: [['decision', 'takes-up']] })).to.equal(
      'not-codable',
    )
  })
  it('2 withdrawn: the contributor took it back, even if it was taken up', () => {
    expect(outcomeOf({ judgements: [{ kind: 'withdrawn' }], links: [['decision', 'takes-up']] })).to.equal('withdrawn')
  })
  it('3 out-of-scope: a law is cited', () => {
    expect(outcomeOf({ judgements: [{ kind: 'out-of-scope', statute: 'Highways Act 1980' }] })).to.equal('out-of-scope')
  })
  it('3 out-of-scope: a scope text published by the first day', () => {
    const given = recordOf({
      judgements: [{ kind: 'out-of-scope' }],
      documents: { papers: { publishedOn: '2025-10-01' } },
    })
    const passage = given.passages[3]
    const judgements = given.judgements.map(one => ({ ...one, passageId: passage?.id ?? null }))
    expect(auditConsultation({ ...given, judgements }, { asOf: AS_OF }).points[0]?.outcome).to.equal('out-of-scope')
  })
  it('3 not out-of-scope: a scope text dated after launch does not count, and the point falls through', () => {
    const given = recordOf({
      judgements: [{ kind: 'out-of-scope' }],
      documents: { papers: { publishedOn: '2025-10-02' } },
    })
    const judgements = given.judgements.map(one => ({ ...one, passageId: given.passages[3]?.id ?? null }))
    expect(auditConsultation({ ...given, judgements }, { asOf: AS_OF }).points[0]?.outcome).to.equal('no-trace')
  })
  it('3 not out-of-scope: neither a law nor a text', () => {
    expect(outcomeOf({ judgements: [{ kind: 'out-of-scope' }] })).to.equal('no-trace')
  })
  it('4 pending: formally postponed', () => {
    expect(outcomeOf({ judgements: [{ kind: 'not-decided' }], links: [['record', 'mentions']] })).to.equal('pending')
  })
  it('4 pending: the decision is awaited', () => {
    expect(outcomeOf({ consultation: { decisionState: 'awaited' } })).to.equal('pending')
  })
  it('4 not pending: an unknown state of the decision is no wait', () => {
    expect(outcomeOf({ consultation: { decisionState: 'unknown' }, searched: 'none' })).to.equal('unchecked')
  })
  it('5 undetermined: the decision cannot be read', () => {
    expect(outcomeOf({ judgements: [{ kind: 'cannot-tell' }], links: [['record', 'carries']] })).to.equal(
      'undetermined',
    )
  })
  it('6 taken-up-baseline-unknown: the decision contains it and no plan is from before', () => {
    expect(outcomeOf({ links: [['decision', 'takes-up']], without: ['plan'] })).to.equal('taken-up-baseline-unknown')
  })
  it('6 taken-up-baseline-unknown: a plan dated before but first archived after the first event is no baseline', () => {
    const plan = { publishedOn: '2025-06-01', firstArchivedOn: '2025-11-05' }
    expect(
      outcomeOf({
        links: [
          ['plan', 'contains'],
          ['decision', 'takes-up'],
        ],
        documents: { plan },
      }),
    ).to.equal('taken-up-baseline-unknown')
  })
  it('7 already-planned: the plan from before contains it', () => {
    expect(
      outcomeOf({
        links: [
          ['plan', 'contains'],
          ['decision', 'takes-up'],
        ],
      }),
    ).to.equal('already-planned')
  })
  it('7 already-planned: the part taken up is not new', () => {
    expect(outcomeOf({ links: [['decision', 'takes-up-part', { isNewPart: false }]] })).to.equal('already-planned')
  })
  it('8 adopted: the whole is in the decision, and the plan was searched for it', () => {
    expect(outcomeOf({ links: [['decision', 'takes-up']], searched: ['plan'] })).to.equal('adopted')
  })
  it('8 not adopted while the plan has not been searched: unchecked, and it says which search is missing', () => {
    const finding = findingOf({ links: [['decision', 'takes-up']], searched: ['decision', 'answer'] })
    expect(finding.outcome).to.equal('unchecked')
    expect(finding.missing).to.deep.equal(['search of "The plan"'])
  })
  it('8 not adopted while the plan has not been searched, even if minutes mention it', () => {
    const given: OnePoint = {
      links: [
        ['decision', 'takes-up'],
        ['record', 'mentions'],
      ],
      searched: ['record', 'summary', 'papers', 'decision', 'answer'],
    }
    expect(outcomeOf(given)).to.equal('unchecked')
  })
  it('9 partly-adopted: a part is taken up, and it is new', () => {
    expect(outcomeOf({ links: [['decision', 'takes-up-part', { isNewPart: true }]] })).to.equal('partly-adopted')
  })
  it('9 partly-adopted: all is taken up, and the plan had part of it', () => {
    expect(
      outcomeOf({
        links: [
          ['decision', 'takes-up'],
          ['plan', 'contains-part'],
        ],
      }),
    ).to.equal('partly-adopted')
  })
  it('9 unchecked while nobody has said whether the part is new', () => {
    const finding = findingOf({ links: [['decision', 'takes-up-part']] })
    expect(finding.outcome).to.equal('unchecked')
    expect(finding.missing).to.deep.equal(['whether the part taken up was in the plan before'])
  })
  it('10 deferred: a later step that a role owns', () => {
    expect(outcomeOf({ links: [['decision', 'defers', { commitmentId: step.id }]], ...withSteps })).to.equal('deferred')
  })
  it('10 not deferred: nobody owns the step, so it was only noted', () => {
    expect(
      outcomeOf({ links: [['decision', 'defers', { commitmentId: stepWithoutOwner.id }]], ...withSteps }),
    ).to.equal('noted')
    expect(outcomeOf({ links: [['decision', 'defers']], ...withSteps })).to.equal('noted')
  })
  it('11 declined-with-reason: an answer gives a specific reason', () => {
    expect(outcomeOf({ links: [['answer', 'gives-reason', { isSpecific: true }]] })).to.equal('declined-with-reason')
  })
  it('11 declined-with-reason: a refusal with a ground that speaks to the point', () => {
    expect(outcomeOf({ links: [['decision', 'refuses', REFUSAL]] })).to.equal('declined-with-reason')
    expect(outcomeOf({ links: [['answer', 'refuses', REFUSAL]] })).to.equal('declined-with-reason')
  })
  it('11 declined-with-reason: noted in the minutes, answered in the statement they link to', () => {
    expect(
      outcomeOf({
        links: [
          ['record', 'mentions'],
          ['answer', 'gives-reason', { isSpecific: true }],
        ],
      }),
    ).to.equal('declined-with-reason')
  })
  it('11 declined-with-reason: also when the decision does the opposite', () => {
    const given: OnePoint = {
      links: [
        ['decision', 'does-opposite'],
        ['answer', 'gives-reason', { isSpecific: true }],
      ],
    }
    expect(outcomeOf(given)).to.equal('declined-with-reason')
  })
  it('12 contradicted: the decision does the opposite and gives no specific reason', () => {
    expect(outcomeOf({ links: [['decision', 'does-opposite']], searched: ['decision', 'answer'] })).to.equal(
      'contradicted',
    )
  })
  it('12 not contradicted while the answer has not been searched for a reason', () => {
    expect(outcomeOf({ links: [['decision', 'does-opposite']], searched: ['decision'] })).to.equal('unchecked')
  })
  it('13 declined-no-reason: refused without a ground, or with a generic one', () => {
    expect(outcomeOf({ links: [['decision', 'refuses']] })).to.equal('declined-no-reason')
    expect(outcomeOf({ links: [['answer', 'refuses', { ground: 'cost', isSpecific: false }]] })).to.equal(
      'declined-no-reason',
    )
  })
  it('14 noted: carried, mentioned or acknowledged, and nothing more', () => {
    for (const [stage, kind] of [
      ['record', 'carries'],
      ['summary', 'mentions'],
      ['papers', 'carries-part'],
      ['decision', 'notes'],
      ['answer', 'acknowledges'],
      ['answer', 'claims-taken-up'],
    ] as const)
      expect(outcomeOf({ links: [[stage, kind]] })).to.equal('noted')
  })
  it('14 noted: a reason that speaks to nobody in particular is none', () => {
    expect(outcomeOf({ links: [['answer', 'gives-reason', { isSpecific: false }]] })).to.equal('noted')
  })
  it('14 not noted while linked statements have not been searched', () => {
    expect(outcomeOf({ links: [['record', 'mentions']], searched: ['record', 'decision'] })).to.equal('unchecked')
  })
  it('14 not noted when neither a decision nor an answer is on file: there was nothing to search', () => {
    const finding = findingOf({ links: [['record', 'mentions']], without: ['decision', 'answer'] })
    expect([finding.outcome, finding.missing]).to.deep.equal(['unchecked', ['a decision or an answer on file']])
  })
  it('15 no-trace: every official document on file was searched, and nothing was found', () => {
    expect(outcomeOf({ searched: ['record', 'summary', 'papers', 'decision', 'answer'] })).to.equal('no-trace')
  })
  it('15 not no-trace while one document is unread, and it says which', () => {
    const finding = findingOf({ searched: ['record', 'summary', 'decision', 'answer'] })
    expect([finding.outcome, finding.missing]).to.deep.equal(['unchecked', ['search of "The papers"']])
  })
  it('15 not no-trace when no decision is on file', () => {
    expect(findingOf({ without: ['decision'] }).missing).to.deep.equal(['a decision on file'])
  })
  it('15 no-trace although community notes carry it: those are not the official record', () => {
    expect(outcomeOf({ links: [['record', 'carries']], documents: { record: { source: 'community' } } })).to.equal(
      'no-trace',
    )
  })
  it('unchecked: nobody has confirmed anything', () => {
    expect(outcomeOf({ searched: 'none' })).to.equal('unchecked')
  })
})

describe('What may decide an outcome', () => {
  it('a suggestion and a statement of the body decide nothing', () => {
    for (const basis of ['suggested', 'stated'] as const)
      expect(outcomeOf({ links: [['decision', 'takes-up', { basis }]], search: { basis } })).to.equal('unchecked')
  })
  it('a link taken back counts no more', () => {
    expect(outcomeOf({ links: [['decision', 'takes-up', { retractedById: 'link-9' }]] })).to.equal('no-trace')
  })
  it('a search taken back leaves the point unchecked', () => {
    expect(outcomeOf({ search: { retractedById: 'search-9' } })).to.equal('unchecked')
  })
  it('a document dated after the as-at date is not on file yet', () => {
    const documents = { decision: { publishedOn: '2026-07-01' } }
    expect(findingOf({ links: [['decision', 'takes-up']], documents }).missing).to.include('a decision on file')
  })
  it('searches add up: two people may each have read half of the documents', () => {
    const given = recordOf({ searched: ['record', 'summary', 'papers'] })
    const rest = given.documents.filter(({ stage }) => stage === 'decision' || stage === 'answer').map(({ id }) => id)
    const second = a('search', { pointId: given.points[0]?.id ?? '', documentIds: rest, basis: 'confirmed' })
    const audit = auditConsultation({ ...given, searches: [...given.searches, second] }, { asOf: AS_OF })
    expect(audit.points[0]?.outcome).to.equal('no-trace')
  })
  it('it was checked twice when the record it rests on was', () => {
    expect(findingOf({ links: [['decision', 'takes-up', { basis: 'double-checked' }]] }).isCheckedTwice).to.equal(true)
    expect(
      findingOf({ links: [['decision', 'takes-up']], search: { basis: 'double-checked' } }).isCheckedTwice,
    ).to.equal(false)
    expect(findingOf({ search: { basis: 'independent' } }).isCheckedTwice).to.equal(true)
  })
  it('the evidence of an absence is its search', () => {
    const given = recordOf({})
    expect(auditConsultation(given, { asOf: AS_OF }).points[0]?.evidenceIds).to.deep.equal(
      given.searches.map(({ id }) => id),
    )
  })
})
