import { LEVELS, type Level } from '../../data/model/consultation.ts'
import type { IndicatorItem, NamedFigure } from '../finding.ts'
import { plainFigure } from './figure.ts'
import { deliveredLevel, levelNumber, levelTests, type LevelTest } from './delivered-level.ts'
import type { Indicator, Measured } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'
import { nothingCollected } from './record-share.ts'

const NAME = { key: 'promised-level', label: 'Levels promised and not delivered' }

const testsSentence = (tests: readonly LevelTest[]): string => {
  const met = tests.filter(test => test.verdict === 'met').map(test => `${test.level} (${test.words})`)
  const unknown = tests.filter(test => test.verdict === 'unknown').map(test => test.level)
  const shown = met.length === 0 ? 'no level’s test is met' : `the tests of ${met.join('; ')}`
  return `The records show: ${shown}.${unknown.length === 0 ? '' : ` Not known: ${unknown.join(', ')}.`}`
}

const itemsOf = (tests: readonly LevelTest[]): readonly IndicatorItem[] =>
  tests.map(({ level, words, verdict }) => ({
    text: `${level}: ${words}`,
    state: verdict,
    on: null,
    days: null,
    passageId: null,
  }))

const levelFigures = (promised: Level, deliveredNumber: number): readonly NamedFigure[] => [
  plainFigure({ key: 'level-promised', label: `Level promised: ${promised}` }, 'count', levelNumber(promised)),
  plainFigure(
    { key: 'level-delivered', label: `Level delivered: ${LEVELS[deliveredNumber - 1] ?? 'none'}` },
    'count',
    deliveredNumber,
  ),
]

const promiseSentence = (level: Level, quote: string | null): string =>
  quote === null
    ? `The launch page promised the level “${level}”.`
    : `The launch page promised: “${quote}”${/[.!?]$/.test(quote) ? '' : '.'}`

const measure = (inquiry: Inquiry): Measured => {
  const { promisedLevel: level, promiseQuote } = inquiry.record.consultation
  if (level === null) return nothingCollected(NAME.key, NAME.label, 'count')
  const tests = levelTests(inquiry)
  const delivered = deliveredLevel(tests)
  const promised = levelNumber(level)
  const isKept = promised <= delivered.low
  const figure = plainFigure(NAME, 'count', promised - delivered.low)
  return {
    byPoint: { ...figure, low: promised - delivered.high, high: promised - delivered.low },
    byIdea: null,
    companions: levelFigures(level, delivered.low),
    sentence: isKept
      ? 'The records show the level that was promised.'
      : `${promiseSentence(level, promiseQuote)} ${testsSentence(tests)}`,
    twin: null,
    nullSentence: null,
    isZero: isKept,
    items: itemsOf(tests),
  }
}

/** Was the promised level of participation delivered? Decided by tests on records. */
export const promisedLevel: Indicator = {
  card: {
    number: 'L22',
    id: 'promised-level',
    name: 'Was the promised level delivered?',
    question: 'Was the promised level delivered?',
    formula:
      'level promised − level delivered (none 0, inform 1, consult 2, involve 3, collaborate 4, empower 5); delivered is the highest ' +
      'whose test and all lower ones pass',
    unit: 'levels',
    denominator: 'The five levels, under the names of the IAP2 spectrum.',
    complaint: 'Distributed leadership promised',
    doesNotShow: 'It does not show merit. Each level suits some aims.',
    isExperimental: false,
    isBadge: false,
  },
  counts: {},
  measure,
}
