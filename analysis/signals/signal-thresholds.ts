/** Choices of version 0.1 (indicators.md section 3): what makes a signal present, and its place on the scale of the index. */
export const SIGNAL_THRESHOLDS = {
  /** A: lower end of silence (strict) above this share. */
  silenceLowShare: 0.3,
  /** B: gap of at least this, its lower end above 0; 20 a group. */
  gapLeastShare: 0.15,
  /** B: the gap at which the component is 1. */
  gapFullShare: 0.5,
  /** C: positive tests, each checked twice. */
  timingPositiveCount: 2,
  /** D: levels promised and not delivered. */
  levelGapCount: 1,
  levelFullCount: 4,
  /** E: days from close, unexplained; the component runs from here to a year. */
  lateDays: 84,
  lateFullDays: 365,
  /** F: telling share above this, and above the agenda's split. */
  tellingShare: 0.6,
  tellingZeroShare: 0.5,
  /** G: promises past their date: this many, and at least half of those with a date; five with a date at least. */
  overdueCount: 3,
  overdueShare: 0.5,
  datedMinCount: 5,
} as const
