import type { Document } from '../../../data/model/document.ts'
import type { AuditIndex, PointRow } from '../../usecases/audit-index.ts'
import type { CheckedLink, TrailStop } from '../../usecases/describe-trail.ts'
import { documentPath, evidencePath, passageLabel, passagePath } from './addresses.ts'
import { dateWords } from './date-words.ts'
import { LINE_TO, PINS, type Line, type Shape } from './marks.ts'
import { countOf } from './number-words.ts'
import { HOLDING_NAMES, LINK_KIND_LINES, STOP_NAMES } from './record-words.ts'

interface StopLink {
  readonly href: string
  readonly text: string
}
export interface StopView {
  readonly cssClass: string
  readonly pin: { readonly shapes: readonly Shape[] }
  readonly name: string
  readonly hasWhen: boolean
  readonly when: string
  readonly what: string
  readonly hasLinks: boolean
  readonly links: readonly StopLink[]
}

const LINE_CLASSES: Readonly<Record<Line, string>> = {
  solid: 'stop',
  dashed: 'stop thin',
  dotted: 'stop cutoff',
  faint: 'stop faint',
  none: 'stop gap',
}

/** Short words for a place in a document: "R17", or "a paragraph" where it bears no number. */
export const placeWords = (link: Pick<CheckedLink, 'passage' | 'document'>): string => {
  const label = passageLabel(link.passage)
  return /^p\d+$/.test(label) ? 'Read it' : label
}

const missingWords = (missing: readonly Document[]): string => {
  const [first] = missing
  if (first === undefined) return 'No such document is on record.'
  const holder = first.heldBy === null ? '' : ` Held by ${first.heldBy}.`
  return `Document missing. ${HOLDING_NAMES[first.holding]}.${holder}`
}

const detailOf = (stop: TrailStop): string => {
  const [strongest] = [...stop.links].sort((a, b) => order(a) - order(b))
  if (strongest === undefined) return ''
  const { kind, partLeft } = strongest.link
  const left = partLeft === null ? '' : ` Left out: ${partLeft.replace(/[.\s]+$/, '')}.`
  return `${LINK_KIND_LINES[kind]}${left}`
}

const KIND_ORDER = [
  'carries',
  'takes-up',
  'gives-reason',
  'delivers',
  'carries-part',
  'takes-up-part',
  'delivers-part',
  'defers',
  'refuses',
  'does-opposite',
  'claims-taken-up',
  'mentions',
  'notes',
  'acknowledges',
]
const order = ({ link }: CheckedLink): number => KIND_ORDER.indexOf(link.kind)

const whatOf = (stop: TrailStop): string => {
  switch (stop.pin) {
    case 'searched':
      return 'Searched. Not found.'
    case 'awaited':
      return stop.name === 'decision' ? 'Not decided yet.' : 'No answer is due yet.'
    case 'not-checked':
      return 'Not checked yet.'
    case 'missing':
      return missingWords(stop.missing)
    default:
      return detailOf(stop)
  }
}

const mostLinks = 2

const linksOf = (index: AuditIndex, stop: TrailStop): readonly StopLink[] => {
  if (stop.pin === 'searched') return [{ href: '#searches', text: 'What we searched' }]
  if (stop.pin === 'missing' && stop.missing.length > 0) return [{ href: evidencePath(index), text: 'All gaps' }]
  if (stop.pin === 'not-checked' && stop.held.length > 0)
    return stop.held
      .slice(0, mostLinks)
      .map(document => ({ href: documentPath(index, document), text: document.title }))
  return [...stop.links]
    .sort((a, b) => order(a) - order(b))
    .slice(0, mostLinks)
    .map(link => ({ href: passagePath(index, link.document, link.passage), text: placeWords(link) }))
}

const saidWords = ({ contribution }: PointRow): string =>
  contribution === null ? 'On record.' : `Response ${contribution.ref}.`

const whenOf = (stop: TrailStop, row: PointRow): string => {
  if (stop.name === 'said') return stop.on === null ? 'No date on record' : dateWords(stop.on)
  if (stop.pin === 'searched' && stop.on === null) return ''
  return stop.on === null || row.finding.group === null ? '' : dateWords(stop.on)
}

/** The stops as drawn: the line of a stop leads to the next one. */
export const trailView = (index: AuditIndex, row: PointRow, trail: readonly TrailStop[]): readonly StopView[] =>
  trail.map((stop, i) => {
    const next = trail[i + 1]
    const when = whenOf(stop, row)
    const links = stop.name === 'said' ? [] : linksOf(index, stop)
    return {
      cssClass: LINE_CLASSES[next === undefined ? 'none' : LINE_TO[next.pin]],
      pin: { shapes: PINS[stop.pin] },
      name: STOP_NAMES[stop.name],
      hasWhen: when !== '',
      when,
      what: stop.name === 'said' ? saidWords(row) : whatOf(stop),
      hasLinks: links.length > 0,
      links,
    }
  })

/** "Was it in the plan before?" in one line. */
export const planLine = (
  { finding }: PointRow,
  baseline: readonly Document[],
  planLinks: readonly CheckedLink[],
): string => {
  const dates = baseline.flatMap(({ publishedOn }) => publishedOn ?? []).toSorted()
  const [first] = dates
  const plan = first === undefined ? countOf(baseline.length, 'plan') : `the plan of ${dateWords(first)}`
  const where = planLinks[0] === undefined ? '' : ` at ${placeWords(planLinks[0])}`
  if (baseline.length === 0) return 'Was it in the plan before? We cannot say. No earlier plan is on record.'
  switch (finding.relation) {
    case 'contains':
      return `Was it in the plan before? Yes, in ${plan}${where.replace(' at Read it', '')}.`
    case 'contains-part':
      return `Was it in the plan before? In part, in ${plan}${where.replace(' at Read it', '')}.`
    case 'consistent':
      return `Was it in the plan before? No. It is in line with ${plan}.`
    case 'challenges':
      return `Was it in the plan before? No. It argues against ${plan}.`
    case 'none':
      return `Was it in the plan before? No. We searched ${plan}.`
    case 'unknown':
      return `Was it in the plan before? Not checked yet.`
  }
}
