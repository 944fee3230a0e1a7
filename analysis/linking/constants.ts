// Every number of the linker that is not a fitted weight: meaning, range, source. Fitted ones: weights.ts.

/** BM25: how fast repeating a word stops mattering (1.0–2.0; Robertson & Zaragoza 2009 advise 1.2). */
export const BM25_K1 = 1.2
/** BM25: how much a long passage is discounted (0–1; Robertson & Zaragoza advise 0.75; council clauses are short). */
export const BM25_B = 0.5
/** A word of the heading path counts this much of a word of the passage (0–1). Own trials on ibm-kpa-2021 train. */
export const HEADING_SHARE = 0.5
/** Nearest words of a word that are searched with it: 12 find what 32 found, in a third of the time (own trials, train). */
export const NEIGHBOURS_SEARCHED = 12
/** Cosine of two words below which they are not alike at all (0–1). */
export const MIN_COSINE = 0.4
/** Candidates of each stage that are scored in full (linking.md: recall at 50 is .89–.96). */
export const CANDIDATES_PER_STAGE = 24
/** … but none whose first look is below this share of the best one's (0–1). */
export const FIRST_LOOK_FLOOR = 0.4
/** Passages of one other stage that a passage is tied to. */
export const GRAPH_DEGREE = 6
/** Odds of "none of these" when a passage is looked up in another stage (> 0): raises the bar for a tie. */
export const NONE_ODDS_PASSAGE = 0.1
/** Odds of "none of these" when a point is looked up in a stage. */
export const NONE_ODDS_POINT = 0.1
/** Share of a passage's chance that comes over the road, from other stages (0–1). */
export const ROAD_SHARE = 0.5
/** Times the road is walked. Two let chances drift to passages that resemble everything (own trials: −3 points). */
export const ROAD_STEPS = 1
/** Points most like a point that share their candidates with it. */
export const POINT_NEIGHBOURS = 20
/** Share of a point's chances that comes from points like it, where there are three points a passage and more (0–1). */
export const NEIGHBOUR_SHARE = 0.6
/** Share that comes from the other points of its idea, where a person or the caller grouped them (0–1). */
export const IDEA_SHARE = 0.4
/** Points of one idea whose candidates are pooled: a campaign of thousands says the same each time. */
export const GROUP_CAP = 30
/** Cosine from which a word alike is shown as a reason (0–1): below it readers do not see why. */
export const MIN_COSINE_SHOWN = 0.6
/** Odds are raised to this before they become chances (> 0): above 1 the best candidate gains. */
export const SHARPNESS = 1.5
/** Grams and alike words held by more than this share of the passages (0–1), and by more than so many, are passed over. */
export const COMMON_SHARE = 0.03
export const COMMON_FLOOR = 60
/** Ties weaker than this are dropped (0–1), and candidates with less chance walk no road: many, costly, and without effect. */
export const MIN_TIE = 0.01
export const MIN_WALKING = 0.0005
/** Chance below which what one tie brings is left out (0–1): a fortieth of what is offered at all. */
export const MIN_ARRIVING = 0.00005
/** Candidates of each stage that are scored in full when a passage is looked up. */
export const TIE_CANDIDATES = 12
/** Words of a passage, rarest first, by which it is looked up in other documents. */
export const TIE_TERMS = 30
