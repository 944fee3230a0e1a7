import type { AuditIndex, PointRow } from '../../usecases/audit-index.ts'
import type { CheckedLink, TrailStop } from '../../usecases/describe-trail.ts'
import type { Strings } from '../strings/strings.ts'

const linkOf = (trail: readonly TrailStop[], ...kinds: readonly string[]): CheckedLink | undefined =>
  trail.flatMap(({ links }) => links).find(({ link }) => kinds.includes(link.kind))

/** How far a point got before the decision, in one sentence. */
const reachOf = (t: Strings, { sentences }: AuditIndex, trail: readonly TrailStop[]): string => {
  const at = (name: TrailStop['name']): TrailStop | undefined => trail.find(stop => stop.name === name)
  const papers = at('papers')?.pin
  if (papers === 'all') return t.point.reach.papersAll
  if (papers === 'part') return t.point.reach.papersPart
  if (papers === 'topic') return t.point.reach.papersTopic
  const summary = at('summary')?.pin
  if (summary === 'all' || summary === 'part' || summary === 'topic') return t.point.reach.summary
  if (at('record')?.links.length) return t.point.reach.record
  return at('record')?.pin === 'searched' ? t.point.reach.notLogged(sentences.subjectWithin) : ''
}

const trimmed = (text: string | null | undefined): string | null => {
  const words = text?.trim().replace(/[.\s]+$/, '') ?? ''
  return words === '' ? null : words
}

const partOf = (t: Strings, trail: readonly TrailStop[]): string => {
  const part = linkOf(trail, 'takes-up-part', 'takes-up')?.link
  return t.point.part(trimmed(part?.partTaken), trimmed(part?.partLeft))
}

/** What the trail adds to the result: how far the point got, which part was taken up, what the reason is about. */
export const trailSentence = (
  t: Strings,
  index: AuditIndex,
  { finding }: PointRow,
  trail: readonly TrailStop[],
): string => {
  switch (finding.outcome) {
    case 'contradicted':
    case 'declined-no-reason':
    case 'noted':
      return finding.setAside === null ? reachOf(t, index, trail) : ''
    case 'partly-adopted':
      return partOf(t, trail)
    case 'declined-with-reason': {
      const ground = linkOf(trail, 'gives-reason', 'refuses')?.link.ground
      return ground === null || ground === undefined ? '' : t.point.grounds[ground]
    }
    default:
      return ''
  }
}
