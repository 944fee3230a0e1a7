import type { Document, Stage } from '../../data/model/document.ts'
import type { IndicatorItem } from '../finding.ts'
import { kOfN } from '../sentences/wording.ts'
import { exactFigure, missingFigure } from './figure.ts'
import type { Indicator } from './indicator.ts'
import type { Inquiry } from './inquiry.ts'
import { nullSentence } from '../sentences/null-sentences.ts'

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  plan: 'the plan from before',
  record: 'the record of what was said',
  summary: 'the summary',
  papers: 'the papers of those who decided',
  decision: 'the decision',
  answer: 'the answer',
  delivery: 'an update on what was done',
}

/** A stop of the trail with no document at all, not even a known gap, is a gap that nobody has named yet. */
const stagesNeeded = ({ record: { consultation } }: Inquiry): readonly Stage[] => {
  const { legalStatus, decisionState } = consultation
  if (legalStatus === 'information-gathering' || decisionState === 'none-promised') return []
  const untilDecision: readonly Stage[] = ['plan', 'record', 'summary', 'papers']
  return decisionState === 'awaited' ? untilDecision : [...untilDecision, 'decision', 'answer']
}

interface Gap {
  readonly what: string
  readonly state: string
  readonly holder: string | null
}

const HOLDING_WORDS: Readonly<Record<Document['holding'], string>> = {
  held: 'on file',
  'not-collected': 'not collected by us',
  'asked-pending': 'asked for, no answer yet',
  refused: 'asked for and refused',
  'not-held': 'not held by the body',
  exempt: 'closed to the public',
}

const gapsOf = (inquiry: Inquiry): readonly Gap[] => {
  const { documents } = inquiry.record
  const missing = documents
    .filter(document => document.isRequired && document.holding !== 'held')
    .map(({ title, holding, heldBy }) => ({ what: title, state: HOLDING_WORDS[holding], holder: heldBy }))
  const unnamed = stagesNeeded(inquiry)
    .filter(stage => !documents.some(document => document.stage === stage))
    .map(stage => ({ what: STAGE_WORDS[stage], state: 'none on record', holder: null }))
  return [...missing, ...unnamed]
}

const gapText = ({ what, state, holder }: Gap): string =>
  `${what} (${state}${holder === null ? '' : `; held by ${holder}`})`
const itemOf = (gap: Gap): IndicatorItem => ({
  text: gap.what,
  state: gap.holder === null ? gap.state : `${gap.state}; held by ${gap.holder}`,
  on: null,
  days: null,
  passageId: null,
})

/** What is missing from the records this audit needs, and who holds it? */
export const completeness: Indicator = {
  card: {
    number: 'L28',
    id: 'completeness',
    name: 'What is missing?',
    question: 'What is missing?',
    formula: 'required records on file ÷ required records',
    unit: 'count of records',
    denominator: 'Documents the audit needs, and stops of the trail for which no document is named at all.',
    complaint: null,
    doesNotShow: 'It does not show fault. A record may never have existed, or we may not have asked yet.',
    isExperimental: false,
    isBadge: true,
  },
  counts: {},
  measure: inquiry => {
    const gaps = gapsOf(inquiry)
    const heldCount = inquiry.record.documents.filter(one => one.isRequired && one.holding === 'held').length
    const total = heldCount + gaps.length
    const name = { key: 'completeness', label: 'Records needed here that are on file' }
    const byPoint = total === 0 ? missingFigure(name, 'share', 'not-collected') : exactFigure(name, heldCount, total)
    const missing = gaps.length === 0 ? 'Nothing is missing.' : `Missing: ${gaps.map(gapText).join('; ')}.`
    const parts = total === 0 ? [] : [`${kOfN(byPoint)} records needed here are on file.`, missing]
    return {
      byPoint,
      byIdea: null,
      companions: [],
      sentence: total === 0 ? null : parts.join(' '),
      sentenceParts: parts,
      twin: null,
      nullSentence: total === 0 ? nullSentence(byPoint) : null,
      items: gaps.map(itemOf),
    }
  },
}
