import type { Stage } from '../../data/model/document.ts'
import type { LinkKind } from '../../data/model/link.ts'
import { sentencesOf } from '../text/sentences.ts'
import type { Direction } from './polarity/judge-clause.ts'
import { judgeSentence, type SentenceVerdict } from './polarity/judge-sentence.ts'

/** What the kind of a suggestion is read from. */
export interface KindEvidence {
  readonly stage: Stage
  readonly passageText: string
  /** What each sentence of the passage does with a point of this direction: read only where the stage asks for it. */
  readonly verdicts: () => readonly SentenceVerdict[]
  /** Sentence of the passage that matched, -1 where the passage was reached over the road alone. */
  readonly sentence: number
  readonly direction: Direction
  /** Chance that it is the right passage at all (0–1). */
  readonly score: number
  /** Share of the point's words found or alike (0–1), weighed by rarity. */
  readonly coverageShare: number
  /** The point and the passage name different numbers. */
  readonly hasOtherNumbers: boolean
}

/** From here a passage is taken to be about the point, not only about its topic (0–1). */
export const LIKELY_SCORE = 0.5
/** Shares of the point's words from which a plan "contains" it, whole or in part. A catch-all does not. */
const CONTAINS_SHARE = 0.6
const CONTAINS_PART_SHARE = 0.4

const REASON =
  /\b(?:because|since|as there|due to|owing to|cost|budget|afford|fund|law|legal|statut|power|evidence|survey|safety|would have to|would need|do not allow|not enough|£\d)/i
const UNDONE =
  /\b(?:not (?:yet )?(?:begun|started|complete|done|in place|been)|partly|in part|delayed|slipped|behind|outstanding|in progress|under way|underway|awaiting|due in|none yet|to follow)\b/i

/** A table row is read as one sentence, its cells as clauses. */
const sentenceTexts = (text: string): readonly string[] =>
  text.trimStart().startsWith('|')
    ? [text.replace(/\s*\|\s*/g, '; ')]
    : sentencesOf(text).map(({ start, end }) => text.slice(start, end))

/** Reads a passage once for all points of a direction: the rules are many. */
export const verdictsOf = (passageText: string, direction: Direction): readonly SentenceVerdict[] =>
  sentenceTexts(passageText).map(text => judgeSentence(text, direction))

/** The sentence that matched decides; where it only names the point, a refusal or deferral beside it does. */
const verdictOf = (evidence: KindEvidence): SentenceVerdict => {
  const { sentence, stage } = evidence
  const verdicts = evidence.verdicts()
  const own = verdicts[Math.max(0, Math.min(sentence, verdicts.length - 1))] ?? 'notes'
  if (own !== 'notes') return own
  const beside = verdicts.find(verdict => verdict === 'refuses' || verdict === 'does-opposite' || verdict === 'defers')
  if (beside !== undefined) return beside
  return stage === 'answer' ? (verdicts.find(verdict => verdict !== 'notes') ?? 'notes') : 'notes'
}

const decisionKind = (evidence: KindEvidence): LinkKind => {
  const verdict = verdictOf(evidence)
  return verdict === 'takes-up' && evidence.hasOtherNumbers ? 'takes-up-part' : verdict
}

const answerKind = (evidence: KindEvidence): LinkKind => {
  const verdict = verdictOf(evidence)
  if (verdict === 'takes-up' || verdict === 'takes-up-part') return 'claims-taken-up'
  if (verdict === 'refuses' || verdict === 'does-opposite')
    return REASON.test(evidence.passageText) ? 'gives-reason' : 'refuses'
  return 'acknowledges'
}

const planKind = ({ direction, coverageShare }: KindEvidence): LinkKind => {
  if (direction === 'against') return 'challenges'
  if (coverageShare >= CONTAINS_SHARE) return 'contains'
  return coverageShare >= CONTAINS_PART_SHARE ? 'contains-part' : 'consistent'
}

const carriedKind = ({ score, hasOtherNumbers }: KindEvidence): LinkKind => {
  if (score < LIKELY_SCORE) return 'mentions'
  return hasOtherNumbers ? 'carries-part' : 'carries'
}

/** The kind a person is offered first. Never `takes-up` without an explicit cue in the sentence. */
export const suggestKind = (evidence: KindEvidence): LinkKind => {
  switch (evidence.stage) {
    case 'plan':
      return planKind(evidence)
    case 'record':
    case 'summary':
    case 'papers':
      return carriedKind(evidence)
    case 'decision':
      return decisionKind(evidence)
    case 'answer':
      return answerKind(evidence)
    case 'delivery':
      return UNDONE.test(evidence.passageText) ? 'delivers-part' : 'delivers'
  }
}
