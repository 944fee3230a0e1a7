// Longer than most files: the fifteen rules stand in one table so that their order can be read.
import type { Judgement } from '../../data/model/judgement.ts'
import type { Search } from '../../data/model/link.ts'
import type { Outcome } from '../finding.ts'
import { judged, ofKind, type PointFacts } from './point-facts.ts'
import type { PlacedLink } from './record-index.ts'
import { unsearchedBaseline, unsearchedReplies, unsearchedTrail } from './search-coverage.ts'

/** What a rule rests on: the records whose basis decides whether the outcome was checked twice. */
export type Ground = PlacedLink['link'] | Judgement | Search

export interface OutcomeRule {
  readonly outcome: Exclude<Outcome, 'unchecked'>
  readonly words: string
  /** Whether the rule is about this point at all. */
  readonly applies: (facts: PointFacts) => boolean
  /** What is still missing. While anything is, no later rule is tried: the point stays unchecked and says why. */
  readonly missing: (facts: PointFacts) => readonly string[]
  readonly grounds: (facts: PointFacts) => readonly Ground[]
}

const nothingMissing = (): readonly string[] => []
const links = (placed: readonly PlacedLink[]): readonly Ground[] => placed.map(one => one.link)

const takenUp = (facts: PointFacts): readonly PlacedLink[] => ofKind(facts.decision, 'takes-up', 'takes-up-part')
const wholes = (facts: PointFacts): readonly PlacedLink[] => ofKind(facts.decision, 'takes-up')
const parts = (facts: PointFacts): readonly PlacedLink[] => ofKind(facts.decision, 'takes-up-part')
const refusals = (facts: PointFacts): readonly PlacedLink[] => [
  ...ofKind(facts.decision, 'refuses'),
  ...ofKind(facts.answer, 'refuses'),
]
const reasons = (facts: PointFacts): readonly PlacedLink[] => [
  ...ofKind(facts.answer, 'gives-reason').filter(placed => placed.link.isSpecific === true),
  ...refusals(facts).filter(placed => placed.link.ground !== null && placed.link.isSpecific === true),
]
const partsKnownBefore = (facts: PointFacts): readonly PlacedLink[] =>
  parts(facts).filter(placed => placed.link.isNewPart === false)
const mentions = (facts: PointFacts): readonly PlacedLink[] => [...facts.onTheWay, ...facts.decision, ...facts.answer]
const isMentioned = ({ onTheWay, decision, answer }: PointFacts): boolean =>
  onTheWay.length + decision.length + answer.length > 0

/** A scope counts only as it stood when people were asked: a law, or a text dated no later than the first day. */
const launchScopes = (facts: PointFacts): readonly Judgement[] =>
  judged(facts, 'out-of-scope').filter(judgement => {
    if (judgement.statute !== null) return true
    const passage = judgement.passageId === null ? undefined : facts.index.passageById.get(judgement.passageId)
    const publishedOn = passage && facts.index.documentById.get(passage.documentId)?.publishedOn
    const opensOn = facts.index.record.consultation.opensOn
    return typeof publishedOn === 'string' && opensOn !== null && publishedOn <= opensOn
  })

/** A step somebody is to take: without a role that owns it, nothing was put off, it was only noted. */
const ownedDeferrals = (facts: PointFacts): readonly PlacedLink[] =>
  ofKind(facts.decision, 'defers').filter(placed => {
    const { commitmentId } = placed.link
    return commitmentId !== null && (facts.index.commitmentById.get(commitmentId)?.owner ?? null) !== null
  })

/** First match wins. domain.md section 2, in its order. */
export const OUTCOME_RULES: readonly OutcomeRule[] = [
  {
    outcome: 'not-codable',
    words: 'A person found nothing to follow in it: empty, spam, or abuse only.',
    applies: facts => judged(facts, 'not-codable').length > 0,
    missing: nothingMissing,
    grounds: facts => judged(facts, 'not-codable'),
  },
  {
    outcome: 'withdrawn',
    words: 'Taken back by the contributor.',
    applies: facts => judged(facts, 'withdrawn').length > 0,
    missing: nothingMissing,
    grounds: facts => judged(facts, 'withdrawn'),
  },
  {
    outcome: 'out-of-scope',
    words: 'Outside the scope as published at launch, or a law is cited.',
    applies: facts => launchScopes(facts).length > 0,
    missing: nothingMissing,
    grounds: launchScopes,
  },
  {
    outcome: 'pending',
    words: 'No decision yet, or formally postponed.',
    applies: facts =>
      judged(facts, 'not-decided').length > 0 || facts.index.record.consultation.decisionState === 'awaited',
    missing: nothingMissing,
    grounds: facts => judged(facts, 'not-decided'),
  },
  {
    outcome: 'undetermined',
    words: 'A decision exists, but it cannot be read, or the coders cannot settle it.',
    applies: facts => judged(facts, 'cannot-tell').length > 0,
    missing: nothingMissing,
    grounds: facts => judged(facts, 'cannot-tell'),
  },
  {
    outcome: 'taken-up-baseline-unknown',
    words: 'The decision contains it; no dated plan from before is on record.',
    applies: facts => takenUp(facts).length > 0 && facts.index.baseline === null,
    missing: nothingMissing,
    grounds: facts => links(takenUp(facts)),
  },
  {
    outcome: 'already-planned',
    words: 'The decision contains it, and the plan from before already did.',
    applies: facts =>
      (takenUp(facts).length > 0 && ofKind(facts.baseline, 'contains').length > 0) ||
      partsKnownBefore(facts).length > 0,
    missing: nothingMissing,
    grounds: facts => links([...takenUp(facts), ...ofKind(facts.baseline, 'contains')]),
  },
  {
    outcome: 'adopted',
    words: 'The decision contains the whole point; the plan from before did not.',
    applies: facts => wholes(facts).length > 0 && ofKind(facts.baseline, 'contains-part').length === 0,
    missing: unsearchedBaseline,
    grounds: facts => links(wholes(facts)),
  },
  {
    outcome: 'partly-adopted',
    words: 'The decision contains part of it, and that part is new.',
    applies: facts => takenUp(facts).length > 0,
    missing: facts => [
      ...(wholes(facts).length > 0 || parts(facts).some(placed => placed.link.isNewPart === true)
        ? []
        : ['whether the part taken up was in the plan before']),
      ...unsearchedBaseline(facts),
    ],
    grounds: facts => links(takenUp(facts)),
  },
  {
    outcome: 'deferred',
    words: 'Put off to a later step that is named: who will do what.',
    applies: facts => ownedDeferrals(facts).length > 0,
    missing: nothingMissing,
    grounds: facts => links(ownedDeferrals(facts)),
  },
  {
    outcome: 'declined-with-reason',
    words: 'A specific reason is published.',
    applies: facts => reasons(facts).length > 0,
    missing: nothingMissing,
    grounds: facts => links(reasons(facts)),
  },
  {
    outcome: 'contradicted',
    words: 'The decision does the opposite, and no specific reason was found.',
    applies: facts => ofKind(facts.decision, 'does-opposite').length > 0,
    missing: unsearchedReplies,
    grounds: facts => links(ofKind(facts.decision, 'does-opposite')),
  },
  {
    outcome: 'declined-no-reason',
    words: 'Refused with no reason, or with a generic one.',
    applies: facts => refusals(facts).length > 0,
    missing: unsearchedReplies,
    grounds: facts => links(refusals(facts)),
  },
  {
    outcome: 'noted',
    words: 'Mentioned or noted, nothing more; decisions and answers were searched too.',
    applies: isMentioned,
    missing: unsearchedReplies,
    grounds: facts => links(mentions(facts)),
  },
  {
    outcome: 'no-trace',
    words: 'Every official document on file was searched, and nothing was found.',
    applies: facts => facts.searches.length > 0,
    missing: unsearchedTrail,
    grounds: facts => facts.searches,
  },
]
