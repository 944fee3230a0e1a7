/**
 * Every constant of the indicators in one place: what it means, the range in which it makes sense, where it comes from. Version
 * 0.1: choices, open to consultation; none is a standard for councils.
 */
export const THRESHOLDS = {
  /** Points below which a share is no rate: at 10, half the width at 50% is 26 points. 5–30. indicators.md 1.4. */
  shareMinCount: 10,
  /** Points below which a share bears the mark "small numbers". 20–50. indicators.md 1.4. */
  smallBelowCount: 30,
  /** Points each of two groups needs for a difference. 10–30. indicators.md 1.4. */
  groupMinCount: 10,
  /** Points each of two groups needs for a headline or a signal. 20–50. indicators.md 1.4. */
  groupHeadlineMinCount: 20,
  /** Days from close after which an answer is late: 12 weeks "or explain", Cabinet Office 2018 (for departments). 28–180. */
  lateAnswerDays: 84,
  /** Likeness (Dice over letter triples, 0–1) from which two reasons count as one wording. 0.8–1. indicators.md L10. */
  stockReasonLikenessShare: 0.9,
  /** Ideas across which one wording makes a stock reason. 3–10. indicators.md L10. */
  stockReasonIdeaCount: 5,
  /** Reasons needed for the share of stock reasons. 10–50. indicators.md L10. */
  stockReasonMinCount: 20,
  /** Independently noted points, and note-takers, needed for capture. indicators.md L5. */
  captureMinCount: 20,
  captureMinNoteTakers: 2,
  /** Minutes of speech, or sessions, needed for the telling share. indicators.md L15. */
  tellingMinMinutes: 60,
  tellingMinSessions: 3,
  /** Coded turns needed for first-reply, statements a side for framing. indicators.md L17, L25. */
  turnMinCount: 30,
  statementMinCount: 30,
  /** Agreement of coders, Krippendorff's alpha: shown plainly from the first, editors only below the second. */
  alphaPlain: 0.8,
  alphaLeast: 0.667,
  /** Parts of a decision needed for open-scope; assessable tests for decided-before; consultations for a waiting curve. */
  elementMinCount: 5,
  timingTestMinCount: 3,
  curveMinConsultations: 8,
  /** Promises needed for a waiting curve, replies for say-back, claims for a rate. indicators.md L23, L18, L12. */
  promiseMinCount: 10,
  sayBackMinCount: 10,
  claimMinCount: 10,
  /** Share of withdrawn promises above which withdrawal is a competing end (Aalen–Johansen). indicators.md L23. */
  withdrawnCompetesShare: 0.1,
  /** Fewer contributors than this in a cell, or in its complement, hide it. publishing.md P27. */
  disclosureMinPeople: 10,
  /** Before a named body's headline. indicators.md 1.5. */
  gateCheckedShare: 0.9,
  gateCheckedTwiceShare: 0.2,
  gateCheckedTwiceCount: 50,
  /** Ideas from which a range by point is drawn from them; under it, the formula on the number of ideas. 5–20. indicators.md 1.3. */
  drawnIdeaMinCount: 10,
  /** Uses from which one stated reason is listed as reused. */
  statedReuseMinCount: 5,
} as const
