import type { AuditIndex, PointRow } from '../../usecases/audit-index.ts'
import type { CheckedLink, TrailStop } from '../../usecases/describe-trail.ts'

const linkOf = (trail: readonly TrailStop[], ...kinds: readonly string[]): CheckedLink | undefined =>
  trail.flatMap(({ links }) => links).find(({ link }) => kinds.includes(link.kind))

/** How far a point got before the decision, in one sentence. */
const reachOf = ({ sentences }: AuditIndex, trail: readonly TrailStop[]): string => {
  const at = (name: TrailStop['name']): TrailStop | undefined => trail.find(stop => stop.name === name)
  const papers = at('papers')?.pin
  if (papers === 'all') return 'It reached councillors in full.'
  if (papers === 'part') return 'Part of it reached councillors.'
  if (papers === 'topic') return 'Only its topic reached councillors.'
  const summary = at('summary')?.pin
  if (summary === 'all' || summary === 'part' || summary === 'topic')
    return 'It was summed up. We do not find it in the papers.'
  if (at('record')?.links.length) return 'It was logged. We do not find it in the summary.'
  return at('record')?.pin === 'searched' ? `We do not find it in the log of ${sentences.subjectWithin}.` : ''
}

const trimmed = (text: string | null | undefined): string | null => {
  const words = text?.trim().replace(/[.\s]+$/, '') ?? ''
  return words === '' ? null : words
}

const partOf = (trail: readonly TrailStop[]): string => {
  const part = linkOf(trail, 'takes-up-part', 'takes-up')?.link
  const taken = trimmed(part?.partTaken)
  const left = trimmed(part?.partLeft)
  return [taken === null ? '' : `Taken up: ${taken}.`, left === null ? '' : `Left out: ${left}.`]
    .filter(Boolean)
    .join(' ')
}

const GROUND_WORDS = {
  cost: 'The reason is about cost.',
  law: 'The reason is about the law.',
  evidence: 'The reason is about the evidence.',
  conflict: 'The reason is that other points ask for something else.',
  technical: 'The reason is technical.',
  scope: 'The reason is about the scope.',
  other: '',
} as const

/** What the trail adds to the result: how far the point got, which part was taken up, what the reason is about. */
export const trailSentence = (index: AuditIndex, { finding }: PointRow, trail: readonly TrailStop[]): string => {
  switch (finding.outcome) {
    case 'contradicted':
    case 'declined-no-reason':
    case 'noted':
      return finding.setAside === null ? reachOf(index, trail) : ''
    case 'partly-adopted':
      return partOf(trail)
    case 'declined-with-reason': {
      const ground = linkOf(trail, 'gives-reason', 'refuses')?.link.ground
      return ground === null || ground === undefined ? '' : GROUND_WORDS[ground]
    }
    default:
      return ''
  }
}
