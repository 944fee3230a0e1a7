import type { CodedStatement } from '../../data/model/event.ts'
import { countText } from '../sentences/wording.ts'
import { includesZero } from './count-units.ts'
import { differenceFigure, missingFigure, shareFigure, type TwoGroups } from './figure.ts'
import type { NamedFigure } from '../finding.ts'
import type { Indicator, Measured } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'
import { measuredNull, nothingCollected } from './record-share.ts'
import { THRESHOLDS } from './thresholds.ts'

const NAME = { key: 'framing', label: 'Statements that name strengths: official against community' }

/** A statement that only quotes somebody else is the other's. */
const own = (statements: readonly CodedStatement[], speaker: CodedStatement['speaker']): readonly CodedStatement[] =>
  statements.filter(statement => statement.speaker === speaker && statement.isQuoted !== true)
const strengths = (statements: readonly CodedStatement[]): number =>
  statements.filter(statement => statement.frame === 'strength').length

const groupsOf = (statements: readonly CodedStatement[]): TwoGroups => {
  const official = own(statements, 'official')
  const community = own(statements, 'community')
  return {
    hits1: strengths(official),
    total1: official.length,
    hits2: strengths(community),
    total2: community.length,
  }
}

const figureOf = (groups: TwoGroups, alpha: number | null): NamedFigure => {
  if (alpha === null || alpha >= THRESHOLDS.alphaLeast)
    return differenceFigure(NAME, groups, THRESHOLDS.statementMinCount)
  const against = { numerator: groups.hits2, denominator: groups.total2 }
  return missingFigure(NAME, 'difference', 'low-agreement', {
    numerator: groups.hits1,
    denominator: groups.total1,
    against,
  })
}

const sharesOf = ({ hits1, total1, hits2, total2 }: TwoGroups): readonly NamedFigure[] => [
  shareFigure({ key: 'framing-official', label: 'Official statements that name strengths' }, hits1, total1),
  shareFigure({ key: 'framing-community', label: 'Community statements that name strengths' }, hits2, total2),
]

const sentenceOf = ({ hits1, total1 }: TwoGroups): string =>
  `Of ${countText(total1)} official statements about residents, ${countText(hits1)} named strengths and ` +
  `${countText(total1 - hits1)} named problems.`
const ZERO_SENTENCE = 'The records do not show a difference between official and community statements.'

const measure = (inquiry: Inquiry): Measured => {
  const { codedStatements } = inquiry.record
  if (codedStatements.length === 0) return nothingCollected(NAME.key, NAME.label, 'difference')
  const groups = groupsOf(codedStatements)
  const alpha = inquiry.alphaOf('frame')
  const byPoint = figureOf(groups, alpha)
  if (byPoint.value === null) return { ...measuredNull(byPoint), alpha }
  const isZero = includesZero(byPoint)
  return {
    ...measuredNull(byPoint, sharesOf(groups)),
    sentence: isZero ? ZERO_SENTENCE : sentenceOf(groups),
    nullSentence: null,
    isZero,
    alpha,
  }
}

/** Strengths or problems: how are people and place spoken of? */
export const framing: Indicator = {
  card: {
    number: 'L25',
    id: 'framing',
    name: 'Strengths or problems?',
    question: 'Do statements about people and place name strengths or problems?',
    formula:
      'strengths ÷ (strengths + problems) in official statements − the same in community statements; coded by people',
    unit: 'percentage points',
    denominator: 'Coded statements of each side, quotations left out; thirty a side.',
    complaint: 'Saviours, or gifts and skills',
    doesNotShow: 'It does not show respect. It is proper to name a need, and praise can cover cuts.',
    isExperimental: true,
    isBadge: false,
  },
  counts: {},
  measure,
}
