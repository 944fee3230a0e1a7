import type { OfficialTurn } from '../../data/model/event.ts'
import type { Cluster } from '../statistics/cluster-bootstrap.ts'
import { nullSentence } from '../sentences/null-sentences.ts'
import { kOfN } from '../sentences/wording.ts'
import { missingFigure, shareFigure } from './figure.ts'
import type { Indicator, Measured } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'
import { nothingCollected } from './record-share.ts'
import { withSessionRange } from './session-share.ts'
import { THRESHOLDS } from './thresholds.ts'

type Move = OfficialTurn['firstMove']
const REFLECT: readonly Move[] = ['reflection', 'open-question', 'closed-question']
const FIX: readonly Move[] = ['advice', 'justification']
const NAME = { key: 'first-reply', label: 'Replies that first restated or asked about what was said' }

const sessionsOf = (turns: readonly OfficialTurn[], moves: readonly Move[]): readonly Cluster[] => {
  const sessions = new Map<string, { hitCount: number; totalCount: number }>()
  for (const turn of turns) {
    const session = sessions.get(turn.eventId) ?? { hitCount: 0, totalCount: 0 }
    session.totalCount += 1
    if (moves.includes(turn.firstMove)) session.hitCount += 1
    sessions.set(turn.eventId, session)
  }
  return [...sessions.values()]
}

const shareOf = (inquiry: Inquiry, name: typeof NAME, moves: readonly Move[]) => {
  const turns = inquiry.record.officialTurns
  const hitCount = turns.filter(turn => moves.includes(turn.firstMove)).length
  const figure = shareFigure(name, hitCount, turns.length, THRESHOLDS.turnMinCount)
  return withSessionRange(figure, sessionsOf(turns, moves), inquiry.seed)
}

const measure = (inquiry: Inquiry): Measured => {
  if (inquiry.record.officialTurns.length === 0) return nothingCollected(NAME.key, NAME.label)
  const alpha = inquiry.alphaOf('first-move')
  const isLow = alpha !== null && alpha < THRESHOLDS.alphaLeast
  const byPoint = isLow ? missingFigure(NAME, 'share', 'low-agreement') : shareOf(inquiry, NAME, REFLECT)
  const fixFirst = { key: 'fix-first', label: 'Replies that first advised or justified' }
  const isNull = byPoint.value === null
  return {
    byPoint,
    byIdea: null,
    companions: isLow ? [] : [shareOf(inquiry, fixFirst, FIX)],
    sentence: isNull ? null : `In ${kOfN(byPoint)} replies the official first restated or asked about what was said.`,
    twin: null,
    nullSentence: isNull ? nullSentence(byPoint) : null,
    alpha,
  }
}

/** Fixing or understanding: what did officials do first after somebody spoke? */
export const firstReply: Indicator = {
  card: {
    number: 'L17',
    id: 'first-reply',
    name: 'Fixing or understanding?',
    question: 'What did officials do first when somebody had spoken?',
    formula: 'official turns right after a community turn that begin with a reflection or a question ÷ such turns',
    unit: 'share of turns',
    denominator: 'Coded official turns right after a community turn; thirty at least.',
    complaint: 'Fixing, listening mainly to respond',
    doesNotShow:
      'It does not show sincerity. The coding comes from counselling (MITI). It is untested for meetings, and its thresholds are not used.',
    isExperimental: true,
    isBadge: false,
  },
  counts: {},
  measure,
}
