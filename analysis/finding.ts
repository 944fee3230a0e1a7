import type { Stage } from '../data/model/document.ts'
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
}

export interface IdeaFinding {
  /** Idea id, or the point id where a point is an idea of its own. */
  readonly ideaKey: string
  readonly title: string | null
  readonly number: number | null
  readonly pointIds: readonly string[]
  readonly group: Group
  readonly outcome: Outcome
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
  /** How the range was made: wilson, newcombe, log-odds, log-odds+0.5 (Haldane–Anscombe), none. */
  readonly rangeMethod: string | null
  readonly nullReason: NullReason | null
  /** 10–29: "small numbers". */
  readonly isSmall: boolean
  /** Counts between which the figure lies, with what is not checked, cannot be told, or is disputed. */
  readonly bounds: { readonly low: number; readonly high: number; readonly denominator: number } | null
}

export interface NamedFigure extends Figure {
  readonly key: string
  readonly label: string
  /** Query of the points list that shows the rows of the numerator, as `group=…&…`; null where rows are not points. */
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
  readonly twin: string | null
  readonly nullSentence: string | null
  readonly doesNotShow: string
}

/** What the body itself says, by one attribute of the contribution. In no headline. */
export interface StatedBreakdown {
  readonly attribute: 'contributor-type' | 'area' | 'group' | 'topic' | 'subtopic' | 'channel'
  readonly rows: readonly {
    readonly value: string
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

export interface Audit {
  readonly bodyRef: string
  readonly consultationRef: string
  readonly asOf: string
  readonly methodVersion: string
  readonly isFictional: boolean
  readonly baseline: { readonly documentIds: readonly string[]; readonly daysBeforeFirstEvent: number } | null
  readonly bases: { readonly byPoint: Bases; readonly byIdea: Bases }
  readonly groups: { readonly byPoint: GroupCounts; readonly byIdea: GroupCounts }
  readonly setAside: Readonly<Record<SetAside, number>>
  /** Contributions that made the codable points; each stands for one person or group. */
  readonly contributorCount: number
  readonly points: readonly PointFinding[]
  readonly ideas: readonly IdeaFinding[]
  readonly indicators: readonly IndicatorFinding[]
  readonly stated: StatedView
  readonly trail: readonly StageCoverage[]
  readonly checks: {
    readonly confirmedCount: number
    readonly checkedTwiceCount: number
    /** Of the points coded by two people, those on whose outcome they agreed. */
    readonly agreedCount: number | null
    readonly codedTwiceCount: number
  }
  /** indicators.md 1.5: whether a headline of a named body may be shown, and what is missing. */
  readonly headlineGate: { readonly isMet: boolean; readonly reasons: readonly string[] }
}
