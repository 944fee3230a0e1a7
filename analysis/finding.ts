// Longer than most files: the shape of every finding stands in one place, for pages, exports and tests to read.
import type { Consultation } from '../data/model/consultation.ts'
import type { Document, Stage } from '../data/model/document.ts'
import type { Problem } from '../data/model/problem.ts'
import type { StatedCode } from '../data/model/stated-outcome.ts'

/** The ordered tree of outcomes. `unchecked`: no person has confirmed enough for any rule to fire. */
export const OUTCOMES = [
  'not-codable',
  'withdrawn',
  'out-of-scope',
  'pending',
  'undetermined',
  'taken-up-baseline-unknown',
  'already-planned',
  'adopted',
  'partly-adopted',
  'deferred',
  'declined-with-reason',
  'contradicted',
  'declined-no-reason',
  'noted',
  'no-trace',
  'unchecked',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** The seven groups of a page, in their order. They add up to the codable points. */
export const GROUPS = [
  'change-made',
  'already-in-the-plan',
  'turned-down-with-a-reason',
  'put-off',
  'no-answer-found',
  'not-decided-yet',
  'not-checked-yet',
] as const
export type Group = (typeof GROUPS)[number]

export type Flag = 'claim-conflict' | 'stock-reason' | 'group-reply' | 'disputed' | 'overdue' | 'undated'
/** Point to plan, judged before its outcome is known. `none` = searched, no link. */
export type Relation = 'contains' | 'contains-part' | 'consistent' | 'challenges' | 'none' | 'unknown'
/** Counted, shown, and left out of the codable points. */
export type SetAside = 'duplicate' | 'not-codable' | 'withdrawn' | 'officer-written'

export interface PointFinding {
  readonly pointId: string
  readonly number: number
  readonly outcome: Outcome
  /** null for points set aside. */
  readonly group: Group | null
  readonly setAside: SetAside | null
  /** Which row of the tree fired, in words, and what is still missing where none could. */
  readonly rule: string
  readonly missing: readonly string[]
  readonly flags: readonly Flag[]
  readonly relation: Relation
  /** Links, searches and judgements the rule rests on. */
  readonly evidenceIds: readonly string[]
  readonly isConfirmed: boolean
  readonly isCheckedTwice: boolean
  readonly ideaKey: string
  /** Keys of the figures whose numerator counts this point: what `rows` (`figure=KEY`) selects in the points list. */
  readonly figures: readonly string[]
  readonly particulars: PointParticulars
}

/** What the point's sentence says beside the outcome; null where the record has none. */
export interface PointParticulars {
  /** Documents read for it. */
  readonly searchedCount: number
  /** The later step it was put off to: a role, never a person. */
  readonly stepOwner: string | null
  readonly stepDueOn: string | null
  readonly decisionDueOn: string | null
  readonly cannotTellBecause: 'exempt' | 'unobtainable' | 'coders-disagree' | null
  readonly isOutOfScopeByLaw: boolean
  /** The body's own word for what happened, beside the outcome and never in it. */
  readonly statedWord: string | null
}

export interface IdeaFinding {
  /** Idea id, or the point id where a point is an idea of its own. */
  readonly ideaKey: string
  readonly title: string | null
  readonly number: number | null
  readonly pointIds: readonly string[]
  readonly group: Group
  readonly outcome: Outcome
  readonly relation: Relation
  readonly isAnswered: boolean
}

/** Counts of the seven groups. n = answered + noAnswer + notDecided + notChecked, asserted when made. */
export interface GroupCounts {
  readonly n: number
  readonly answered: number
  readonly changeMade: number
  readonly changeInPart: number
  readonly originUnknown: number
  readonly alreadyPlanned: number
  readonly turnedDown: number
  readonly outOfScope: number
  readonly putOff: number
  readonly noAnswer: number
  readonly notDecided: number
  readonly overdue: number
  readonly notChecked: number
  readonly cannotTell: number
}

export type NullReason =
  | 'too-few'
  | 'no-earlier-plan'
  | 'no-decision'
  | 'not-checked'
  | 'low-agreement'
  | 'suppressed'
  | 'not-collected'
  | 'asked-pending'
  | 'refused'
  | 'not-held'
  | 'exempt'

/**
 * One figure. `value`, `low` and `high` share a unit: `share` 0–1; `difference` of shares −1–1; `ratio` ≥ 0; `days`;
 * `count`. Missing is null with a reason; zero is a number. A count may stand where its rate is withheld.
 */
export interface Figure {
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly unit: 'share' | 'difference' | 'ratio' | 'days' | 'count'
  /** Of a difference or a ratio: the counts of the second group; the first group's are numerator and denominator. */
  readonly against: { readonly numerator: number; readonly denominator: number } | null
  /**
   * How the range was made: wilson, newcombe, log-odds, log-odds+0.5 (Haldane–Anscombe), cluster-bootstrap,
   * wilson-on-ideas, newcombe-on-ideas (where too few ideas, or none that differ, leave nothing to draw), kaplan-meier-log-log, mantel-haenszel-rbg, exact, bootstrap-of-sessions.
   */
  readonly rangeMethod: string | null
  /** The range that ignores clustering, for the download; null where `low` and `high` are it already. */
  readonly simple: { readonly low: number; readonly high: number } | null
  readonly nullReason: NullReason | null
  /** 10–29: "small numbers". */
  readonly isSmall: boolean
  /** Counts between which the figure lies, with what is not checked, cannot be told, or is disputed. */
  readonly bounds: { readonly low: number; readonly high: number; readonly denominator: number } | null
}

export interface NamedFigure extends Figure {
  readonly key: string
  readonly label: string
  /** Query of the points list that shows the rows of the numerator, as `figure=KEY`; null where rows are not points. */
  readonly rows: string | null
}

export interface IndicatorFinding {
  /** L1 … L28. */
  readonly number: string
  readonly id: string
  readonly name: string
  readonly question: string
  readonly byPoint: NamedFigure
  readonly byIdea: NamedFigure | null
  /** Companions, strict versions and parts, in the order they are shown. */
  readonly companions: readonly NamedFigure[]
  /** null where the figure is null: then `nullSentence` says why. */
  readonly sentence: string | null
  /** `sentence` where a page sets its parts apart; else it is the only one. Empty where it is null. */
  readonly sentenceParts: readonly string[]
  /** "By idea: 17 of 68 (25.0%, 16.2–36.4%)." */
  readonly twin: string | null
  /** The same without its label, for where that stands beside it. */
  readonly twinFigure: string | null
  readonly nullSentence: string | null
  readonly doesNotShow: string
  readonly isExperimental: boolean
  /** The range of a difference includes "no difference": the sentence is the zero sentence. */
  readonly isZero: boolean
  /** Names of two groups of people, where two are compared: first and second of `byPoint`. */
  readonly comparedGroups: readonly [first: string, second: string] | null
  /** Krippendorff's alpha of the coding it rests on; null where none is needed or none was made. */
  readonly alpha: number | null
  /** Of the points in the figure's denominator: how many a person checked, and how many were checked twice. */
  readonly basisMix: { readonly confirmedCount: number; readonly checkedTwiceCount: number } | null
  /** Flags on the points in the figure's denominator, for the warnings of a headline. */
  readonly flagCounts: Readonly<Partial<Record<Flag, number>>>
  /** Rows that are not points: questions, claims, promises, seats. Never people. */
  readonly items: readonly IndicatorItem[]
  /** Waiting curve: share still waiting after so many days. */
  readonly curve: readonly CurveStep[]
}

export interface IndicatorItem {
  readonly text: string
  readonly state: string
  readonly on: string | null
  readonly days: number | null
  readonly passageId: string | null
}

export interface CurveStep {
  readonly days: number
  readonly waitingShare: number
  readonly lowShare: number
  readonly highShare: number
  readonly atRiskCount: number
}

/** A sentence as code made it: the parts joined are the text; a part with a key carries the number of that name. */
export interface Sentence {
  readonly text: string
  readonly parts: readonly { readonly text: string; readonly key: string | null }[]
}

/** What the body itself says, by one attribute of the contribution. In no headline. */
export interface StatedBreakdown {
  readonly attribute: 'contributor-type' | 'area' | 'group' | 'topic' | 'subtopic' | 'channel'
  /** Every group is under ten people: no row may be shown. */
  readonly isSuppressed: boolean
  readonly rows: readonly {
    /** The value, or several joined by " | " where groups under ten people stand together. */
    readonly value: string
    readonly values: readonly string[]
    readonly label: string
    readonly accepted: NamedFigure
  }[]
}

export interface StatedView {
  /** Points with a stated outcome, and those without. */
  readonly statedCount: number
  readonly nothingSaidCount: number
  readonly byCode: readonly {
    readonly code: StatedCode
    readonly rawStates: readonly string[]
    readonly pointCount: number
    readonly checkedCount: number
    readonly agreeCount: number
    readonly differCount: number
  }[]
  readonly accepted: NamedFigure
  /** The same, without points written by the body's own officers. */
  readonly acceptedWithoutOfficers: NamedFigure
  /** Officer-written against the rest: difference in percentage points, and odds ratio. */
  readonly officersAgainstRest: { readonly difference: NamedFigure; readonly oddsRatio: NamedFigure } | null
  readonly breakdowns: readonly StatedBreakdown[]
  readonly reasons: {
    readonly refusedCount: number
    readonly withReasonText: NamedFigure
    readonly emptyCount: number
    /** "null", "×", a single mark: kept, flagged, counted as none. */
    readonly empty: readonly { readonly text: string; readonly useCount: number }[]
    /** One sentence used for many points, most used first; at least 5 uses. */
    readonly reused: readonly { readonly text: string; readonly useCount: number; readonly ideaCount: number }[]
  }
  /** Identical points (same words after folding case and space) that got different answers. */
  readonly unequalAnswers: readonly {
    readonly pointNumbers: readonly number[]
    readonly codes: readonly StatedCode[]
  }[]
}

export interface StageCoverage {
  readonly stage: Stage
  readonly documentCount: number
  readonly missingCount: number
  /** Codable points with any confirmed link, and with carries or carries-part (takes-up …) on this stage. */
  readonly linkedCount: number
  readonly carriedCount: number
}

/** The bases of indicators.md 1.1. */
export interface Bases {
  readonly total: number
  readonly codable: number
  readonly pending: number
  readonly overdue: number
  readonly outOfScope: number
  readonly undetermined: number
  readonly unchecked: number
  readonly resolved: number
  readonly takenUp: number
  readonly new: number
  readonly silent: number
}

export const SIGNAL_STATES = ['present', 'not-present', 'not-enough-records'] as const
export interface SignalFinding {
  readonly letter: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G'
  readonly name: string
  readonly indicatorNumber: string
  readonly state: (typeof SIGNAL_STATES)[number]
  /** The number it rests on, in words, and the rule set in advance. */
  readonly evidence: string
  readonly threshold: string
  /** Its innocent explanations. */
  readonly innocent: string
  /** 0 no sign – 1 every sign, as an interval where a test is unknown; null where nothing is on record. */
  readonly component: { readonly low: number; readonly high: number } | null
}

export interface SignalsBoard {
  readonly heading: string
  readonly explanation: string
  readonly sentence: string
  readonly presentCount: number
  readonly checkableCount: number
  readonly unknownCount: number
  readonly signals: readonly SignalFinding[]
}

/** Experimental, off by default, never ranked. 0–100; no number without its range. */
export interface ListeningGapIndex {
  readonly version: string
  readonly seed: number
  readonly drawCount: number
  /** With unknown parts at their best and at their worst. */
  readonly low: number | null
  readonly high: number | null
  /** 5th and 95th percentile of the draws. */
  readonly drawLow: number | null
  readonly drawHigh: number | null
  readonly equalWeights: { readonly low: number; readonly high: number } | null
  readonly geometric: { readonly low: number; readonly high: number } | null
  readonly leaveOneOut: { readonly low: number; readonly high: number } | null
  /** One name if 80% of draws fall in it, else two neighbours. */
  readonly bands: readonly string[]
  readonly bandShare: number | null
  readonly nullReasons: readonly string[]
}

/** What an editor is told before a figure is published (publishing.md P13, P14). */
export interface LintFinding {
  readonly level: 'blocked' | 'warned'
  readonly rule: string
  readonly subject: string
  readonly message: string
}

/** What can be said of a body over its consultations. They are never added up. */
export interface BodyAudit {
  readonly asOf: string
  readonly consultationCount: NamedFigure
  readonly promises: {
    readonly figure: NamedFigure
    readonly companions: readonly NamedFigure[]
    readonly sentence: string | null
    readonly nullSentence: string | null
    readonly items: readonly IndicatorItem[]
    readonly curve: readonly CurveStep[]
  }
  readonly answers: {
    readonly waits: readonly { readonly consultationRef: string; readonly days: number; readonly isEnded: boolean }[]
    /** Empty under eight consultations. */
    readonly curve: readonly CurveStep[]
    readonly medianDays: number | null
    readonly waitingAfter84DaysShare: number | null
  }
  /** Points with the plan against points against it: Mantel–Haenszel over consultations. */
  readonly takeUpOddsRatio: NamedFigure
}

export interface Audit {
  readonly body: { readonly ref: string; readonly name: string; readonly shortName: string; readonly kind: string }
  readonly consultation: Pick<
    Consultation,
    | 'ref'
    | 'title'
    | 'legalStatus'
    | 'opensOn'
    | 'closesOn'
    | 'decisionState'
    | 'decisionDueOn'
    | 'decidedOn'
    | 'decidingGroup'
  >
  readonly bodyRef: string
  readonly consultationRef: string
  readonly asOf: string
  readonly methodVersion: string
  /** Seed of the draws behind ranges by point. */
  readonly seed: number
  readonly isFictional: boolean
  readonly baseline: {
    readonly documentIds: readonly string[]
    readonly daysBeforeFirstEvent: number
    readonly publishedOn: string
  } | null
  readonly bases: { readonly byPoint: Bases; readonly byIdea: Bases }
  readonly groups: { readonly byPoint: GroupCounts; readonly byIdea: GroupCounts }
  /**
   * Counts between which "no answer found" lies, of all points, with what is not checked, cannot be told, or is disputed counted
   * both ways; points that wait for a late decision are not in it. null where nothing is open.
   */
  readonly noAnswerBounds: NamedFigure['bounds']
  readonly setAside: Readonly<Record<SetAside, number>>
  /** Contributions that made the codable points; each stands for one person or group. */
  readonly contributorCount: number
  readonly points: readonly PointFinding[]
  readonly ideas: readonly IdeaFinding[]
  readonly indicators: readonly IndicatorFinding[]
  readonly stated: StatedView
  readonly trail: readonly StageCoverage[]
  /** Documents that should be on file and are not, and who holds them. */
  readonly missingRecords: readonly {
    readonly title: string
    readonly stage: Stage
    readonly holding: Exclude<Document['holding'], 'held'>
    readonly heldBy: string | null
  }[]
  readonly checks: {
    readonly confirmedCount: number
    readonly checkedTwiceCount: number
    /** Of the points coded by two people, those on whose outcome they agreed. */
    readonly agreedCount: number | null
    readonly codedTwiceCount: number
    /** Krippendorff's alpha over the outcome codings; null where no point has two codings. */
    readonly alpha: number | null
  }
  /** indicators.md 1.5: whether a headline of a named body may be shown, and what is missing. */
  readonly headlineGate: { readonly isMet: boolean; readonly reasons: readonly string[] }
  /** The body's right of reply to the whole: while its window is open, no figure is published. */
  readonly replyWindow: { readonly isOpen: boolean; readonly dueOn: string | null; readonly hasReplied: boolean }
  readonly signals: SignalsBoard
  /** null unless asked for: experimental. */
  readonly listeningGapIndex: ListeningGapIndex | null
  readonly lint: readonly LintFinding[]
  /** Records that contradict each other: points of one idea with different effects, links without a passage. */
  readonly problems: readonly Problem[]
}
