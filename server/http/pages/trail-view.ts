import type { Document } from '../../../data/model/document.ts'
import type { AuditIndex, PointRow } from '../../usecases/audit-index.ts'
import type { CheckedLink, TrailStop } from '../../usecases/describe-trail.ts'
import type { Strings } from '../strings/strings.ts'
import { documentPath, evidencePath, passageLabel, passagePath } from './addresses.ts'
import { LINE_TO, PINS, type Line, type Shape } from './marks.ts'

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

type Place = Pick<CheckedLink, 'passage' | 'document'>

/** The label a passage bears, such as "R17"; null where it bears none. */
export const labelOf = ({ passage }: Place): string | null => {
  const label = passageLabel(passage)
  return /^p\d+$/.test(label) ? null : label
}

/** Short words for a place in a document: "R17", or words for a link where it bears no number. */
export const placeWords = (t: Strings, place: Place): string => labelOf(place) ?? t.trail.readIt

const missingWords = (t: Strings, missing: readonly Document[]): string => {
  const [first] = missing
  if (first === undefined) return t.trail.noDocument
  return t.trail.missing(t.records.holdings[first.holding], first.heldBy)
}

const detailOf = (t: Strings, stop: TrailStop): string => {
  const [strongest] = [...stop.links].sort((a, b) => order(a) - order(b))
  if (strongest === undefined) return ''
  const { kind, partLeft } = strongest.link
  return t.trail.detail(t.records.linkKinds[kind], partLeft)
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

const whatOf = (t: Strings, stop: TrailStop): string => {
  switch (stop.pin) {
    case 'searched':
      return t.trail.searched
    case 'awaited':
      return stop.name === 'decision' ? t.trail.notDecided : t.trail.noAnswerDue
    case 'not-checked':
      return t.trail.notChecked
    case 'missing':
      return missingWords(t, stop.missing)
    default:
      return detailOf(t, stop)
  }
}

const mostLinks = 2

const linksOf = (t: Strings, index: AuditIndex, stop: TrailStop): readonly StopLink[] => {
  if (stop.pin === 'searched') return [{ href: '#searches', text: t.trail.whatWeSearched }]
  if (stop.pin === 'missing' && stop.missing.length > 0) return [{ href: evidencePath(index), text: t.trail.allGaps }]
  if (stop.pin === 'not-checked' && stop.held.length > 0)
    return stop.held
      .slice(0, mostLinks)
      .map(document => ({ href: documentPath(index, document), text: document.title }))
  return [...stop.links]
    .sort((a, b) => order(a) - order(b))
    .slice(0, mostLinks)
    .map(link => ({ href: passagePath(index, link.document, link.passage), text: placeWords(t, link) }))
}

const saidWords = (t: Strings, { contribution }: PointRow): string =>
  contribution === null ? t.trail.onRecord : t.trail.response(contribution.ref)

const whenOf = (t: Strings, stop: TrailStop, row: PointRow): string => {
  if (stop.name === 'said') return stop.on === null ? t.trail.noDate : t.dateTogether(stop.on)
  if (stop.pin === 'searched' && stop.on === null) return ''
  return stop.on === null || row.finding.group === null ? '' : t.dateTogether(stop.on)
}

/** The stops as drawn: the line of a stop leads to the next one. */
export const trailView = (
  t: Strings,
  index: AuditIndex,
  row: PointRow,
  trail: readonly TrailStop[],
): readonly StopView[] =>
  trail.map((stop, i) => {
    const next = trail[i + 1]
    const when = whenOf(t, stop, row)
    const links = stop.name === 'said' ? [] : linksOf(t, index, stop)
    return {
      cssClass: LINE_CLASSES[next === undefined ? 'none' : LINE_TO[next.pin]],
      pin: { shapes: PINS[stop.pin] },
      name: t.records.stops[stop.name],
      hasWhen: when !== '',
      when,
      what: stop.name === 'said' ? saidWords(t, row) : whatOf(t, stop),
      hasLinks: links.length > 0,
      links,
    }
  })

/** "Was it in the plan before?" in one line. */
export const planLine = (
  t: Strings,
  { finding }: PointRow,
  baseline: readonly Document[],
  planLinks: readonly CheckedLink[],
): string => {
  const [firstDay] = baseline.flatMap(({ publishedOn }) => publishedOn ?? []).toSorted()
  const plan = firstDay === undefined ? t.trail.plans(baseline.length) : t.trail.planOf(firstDay)
  const [link] = planLinks
  const place = link === undefined ? null : labelOf(link)
  if (baseline.length === 0) return t.trail.plan.none
  switch (finding.relation) {
    case 'contains':
      return t.trail.plan.contains(plan, place)
    case 'contains-part':
      return t.trail.plan.containsPart(plan, place)
    case 'consistent':
      return t.trail.plan.consistent(plan)
    case 'challenges':
      return t.trail.plan.challenges(plan)
    case 'none':
      return t.trail.plan.searched(plan)
    case 'unknown':
      return t.trail.plan.notChecked
  }
}
