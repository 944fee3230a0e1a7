import { kOfN, twinText } from '../sentences/wording.ts'
import {
  basisMixOf,
  compareShares,
  countShare,
  flagCountsOf,
  includesZero,
  type Compared,
  type Count,
} from './count-units.ts'
import type { Indicator, Measured } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'
import { isSilent } from './outcome-bases.ts'
import { shareText } from './point-difference.ts'
import { rowsOf } from './point-share.ts'
import { measuredNull, nothingCollected } from './record-share.ts'

const COUNTS = {
  'objector-noted-no-reply': {
    isInBase: unit => unit.isRecorded && unit.stance === 'objection',
    isHit: unit => unit.isIdentified && isSilent(unit),
    couldBeInBase: () => false,
  },
  'identified-objections': {
    isInBase: unit => unit.isRecorded && unit.stance === 'objection',
    isHit: unit => unit.isIdentified,
    couldBeInBase: () => false,
  },
  'identified-others': {
    isInBase: unit => unit.isRecorded && unit.stance !== 'objection',
    isHit: unit => unit.isIdentified,
    couldBeInBase: () => false,
  },
} satisfies Record<string, Count>

const NAME = {
  key: 'objector-noted-no-reply',
  label: 'Recorded objections with the objector noted and no answer found',
  rows: rowsOf('objector-noted-no-reply'),
}

const compareIdentities = (inquiry: Inquiry): Compared =>
  compareShares(
    inquiry,
    inquiry.byPoint,
    { key: 'identity-gap', label: 'Identity kept: objections against other points' },
    {
      ...COUNTS['identified-objections'],
      name: { key: 'identified-objections', label: 'Objections with an identity beside them' },
    },
    {
      ...COUNTS['identified-others'],
      name: { key: 'identified-others', label: 'Other points with an identity beside them' },
    },
  )

const sentenceOf = (byPoint: Measured['byPoint'], compared: Compared, isZero: boolean): string => {
  const start = `For ${kOfN(byPoint)} recorded objections, the record says who objected, and we found no reply.`
  if (compared.difference.value === null) return start
  if (isZero) return `${start} The records do not show a difference in how often identities were recorded.`
  return `${start} The record says who made ${shareText(compared.first)} of objections and ${shareText(compared.second)} of other points.`
}

const measure = (inquiry: Inquiry): Measured => {
  if (inquiry.record.recordedIdentities.length === 0) return nothingCollected(NAME.key, NAME.label)
  const count = COUNTS['objector-noted-no-reply']
  const nameByIdea = { key: `${NAME.key}-by-idea`, label: `${NAME.label}, by idea` }
  const byPoint = countShare(inquiry, inquiry.byPoint, NAME, count)
  const byIdea = countShare(inquiry, inquiry.byIdea, nameByIdea, count)
  const compared = compareIdentities(inquiry)
  const companions = [compared.difference, compared.first, compared.second]
  if (byPoint.value === null) return { ...measuredNull(byPoint, companions), byIdea }
  const isZero = includesZero(compared.difference)
  return {
    byPoint,
    byIdea,
    companions,
    sentence: sentenceOf(byPoint, compared, isZero),
    twin: twinText(byIdea),
    nullSentence: null,
    isZero,
    basisMix: basisMixOf(inquiry.byPoint, count.isInBase),
    flagCounts: flagCountsOf(inquiry.byPoint, count.isInBase),
  }
}

/** Was the objector written down and the objection not answered? Rates only, never a person. */
export const objectorNotedNoReply: Indicator = {
  card: {
    number: 'L7',
    id: 'objector-noted-no-reply',
    name: 'Objector noted, no reply',
    question: 'Was the objector written down and the objection not answered?',
    formula: 'recorded objections with an identity field filled and no answer found ÷ recorded objections',
    unit: 'share of recorded objections',
    denominator: 'Objections in the official record.',
    complaint: 'Testing the waters, spotting resistance',
    doesNotShow: 'It does not show profiling. An identity may be kept for all, or so as to reply.',
    isExperimental: false,
    isBadge: false,
  },
  counts: COUNTS,
  measure,
}
