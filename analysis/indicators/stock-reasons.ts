import { GROUNDS } from '../../data/model/link.ts'
import type { NamedFigure } from '../finding.ts'
import { kOfN, rateText } from '../sentences/wording.ts'
import type { Count } from './count-units.ts'
import { plainFigure, shareFigure } from './figure.ts'
import { findLikeReasons, type GivenReason } from './find-like-reasons.ts'
import type { Indicator } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'
import { isGivenReason } from './outcome-bases.ts'
import { measurePointShare } from './point-share.ts'
import { THRESHOLDS } from './thresholds.ts'

const COUNTS = {
  'stock-reasons': { isInBase: isGivenReason, isHit: unit => unit.flags.includes('stock-reason') },
} satisfies Record<string, Count>

const givenReasons = (inquiry: Inquiry): readonly GivenReason[] =>
  inquiry.points.filter(isGivenReason).flatMap(unit =>
    unit.reasonPassageIds.flatMap(id => {
      const passage = inquiry.index.passageById.get(id)
      return passage ? [{ ideaKey: unit.ideaKey, text: passage.text }] : []
    }),
  )

const machinePart = (inquiry: Inquiry): NamedFigure => {
  const useCount = findLikeReasons(givenReasons(inquiry)).reduce((sum, found) => sum + found.useCount, 0)
  const label = 'Reasons the machine finds alike across 5 or more ideas, to be looked at by a person'
  return plainFigure({ key: 'stock-reasons-alike', label }, 'count', useCount)
}

const groundMix = (inquiry: Inquiry): readonly NamedFigure[] => {
  const reasons = inquiry.points.filter(isGivenReason)
  const grounds = reasons.map(unit => groundsOf(inquiry, unit.key))
  return GROUNDS.filter(ground => grounds.some(of => of.has(ground))).map(ground =>
    shareFigure(
      { key: `ground-${ground}`, label: `Reasons that name ${ground}` },
      grounds.filter(of => of.has(ground)).length,
      reasons.length,
      THRESHOLDS.stockReasonMinCount,
    ),
  )
}

const groundsOf = (inquiry: Inquiry, pointId: string): ReadonlySet<string> =>
  new Set((inquiry.index.linksByPoint.get(pointId) ?? []).flatMap(placed => placed.link.ground ?? []))

/** Is one wording used for different requests? */
export const stockReasons: Indicator = {
  card: {
    number: 'L10',
    id: 'stock-reasons',
    name: 'Same words again',
    question: 'Is one wording used for different requests?',
    formula: 'reasons at least 0.9 alike across 5 or more ideas, confirmed by a person ÷ all reasons',
    unit: 'share of reasons',
    denominator: 'Points that were given a reason: declined with a reason, out of scope, put off.',
    complaint: null,
    doesNotShow: 'It does not show fault. It is proper to give one reply to one campaign, or one text on scope.',
    isExperimental: false,
    isBadge: false,
  },
  counts: COUNTS,
  measure: inquiry => {
    const measured = measurePointShare(inquiry, {
      key: 'stock-reasons',
      label: 'Reasons in the same wording for different requests',
      count: COUNTS['stock-reasons'],
      minCount: THRESHOLDS.stockReasonMinCount,
      sentence: figure => `${kOfN(figure)} reasons${rateText(figure)} use the same words for different requests.`,
    })
    return { ...measured, companions: [machinePart(inquiry), ...groundMix(inquiry)] }
  },
}
