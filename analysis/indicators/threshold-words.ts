import { THRESHOLDS } from './thresholds.ts'

/** Every threshold in a reader's words, with its unit: none can be added without saying what it is. */
const WORDS: Readonly<Record<keyof typeof THRESHOLDS, readonly [words: string, unit: string]>> = {
  shareMinCount: ['Under this many, the rows are listed and no rate is given', 'points'],
  smallBelowCount: ['Under this many, a rate bears the mark “small numbers”', 'points'],
  groupMinCount: ['Two groups are compared from this many in each', 'points a group'],
  groupHeadlineMinCount: ['For a headline or a signal, each group needs this many', 'points a group'],
  lateAnswerDays: ['An answer is late after this long from the close', 'days'],
  stockReasonLikenessShare: ['Two reasons count as one wording from this likeness on', 'share of letter triples'],
  stockReasonIdeaCount: ['One wording for this many different requests is a stock reason', 'ideas'],
  stockReasonMinCount: ['The share of stock reasons is given from', 'reasons'],
  captureMinCount: ['“Written down?” needs this many points noted by others', 'points'],
  captureMinNoteTakers: ['and this many people who took notes', 'people'],
  tellingMinMinutes: ['“Who did the talking?” needs this much speech', 'minutes'],
  tellingMinSessions: ['or this many sessions', 'sessions'],
  turnMinCount: ['“Fixing or understanding?” needs', 'coded replies'],
  statementMinCount: ['“Strengths or problems?” needs, on each side', 'coded statements'],
  alphaPlain: ['Coders agree well from this Krippendorff’s alpha on', 'alpha'],
  alphaLeast: ['Below this alpha a figure is not published', 'alpha'],
  elementMinCount: ['“Open to change” needs', 'parts of a decision'],
  timingTestMinCount: ['“Dated before the end” needs', 'checks that could be made'],
  curveMinConsultations: ['A curve of waits for answers needs', 'consultations'],
  promiseMinCount: ['A curve of promises needs', 'promises'],
  sayBackMinCount: ['“Did the record get you right?” needs', 'replies'],
  claimMinCount: ['“Claims checked” gives a rate from', 'statements'],
  withdrawnCompetesShare: ['Above this share of withdrawn promises, withdrawal counts as an end of its own', 'share'],
  disclosureMinPeople: ['A group of people is hidden below', 'people'],
  gateCheckedShare: ['Before a result, this share of points must be checked', 'share'],
  gateCheckedTwiceShare: ['and this share twice', 'share'],
  gateCheckedTwiceCount: ['and at least this many twice', 'points'],
  drawnIdeaMinCount: [
    'A range by point is drawn from whole ideas from this many on; under it, it comes from their number',
    'ideas',
  ],
  statedReuseMinCount: ['A sentence of the council is listed as reused from', 'uses'],
}

export interface ThresholdWords {
  readonly key: string
  readonly words: string
  readonly value: number
  readonly unit: string
}

const isKey = (key: string): key is keyof typeof THRESHOLDS => key in THRESHOLDS

export const THRESHOLD_WORDS: readonly ThresholdWords[] = Object.keys(WORDS)
  .filter(isKey)
  .map(key => ({ key, words: WORDS[key][0], value: THRESHOLDS[key], unit: WORDS[key][1] }))
