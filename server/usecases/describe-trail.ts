import { isCheckedTwice, isConfirmed } from '../../data/model/basis.ts'
import type { Document, Passage, Stage } from '../../data/model/document.ts'
import type { Link, LinkKind, Search } from '../../data/model/link.ts'
import type { AuditIndex, PointRow } from './audit-index.ts'

/** What stands at a stop, strongest first; the pin that is drawn. */
export type Pin =
  | 'all'
  | 'part'
  | 'topic'
  | 'put-off'
  | 'refused'
  | 'opposite'
  | 'claimed'
  | 'searched'
  | 'awaited'
  | 'not-checked'
  | 'missing'
export type StopName = 'said' | Exclude<Stage, 'plan'>

/** A passage that a person linked to the point; the two rows of a double check are one. */
export interface CheckedLink {
  readonly link: Link
  readonly passage: Passage
  readonly document: Document
  readonly isCheckedTwice: boolean
}
export interface TrailStop {
  readonly name: StopName
  readonly pin: Pin
  /** Day of the documents at this stop; of the contribution at the first. */
  readonly on: string | null
  readonly links: readonly CheckedLink[]
  readonly searches: readonly Search[]
  readonly held: readonly Document[]
  readonly missing: readonly Document[]
}

const PIN_OF_KIND: Readonly<Record<LinkKind, Pin>> = {
  contains: 'all',
  'contains-part': 'part',
  consistent: 'topic',
  challenges: 'topic',
  carries: 'all',
  'carries-part': 'part',
  mentions: 'topic',
  'takes-up': 'all',
  'takes-up-part': 'part',
  refuses: 'refused',
  'does-opposite': 'opposite',
  defers: 'put-off',
  notes: 'topic',
  'gives-reason': 'all',
  acknowledges: 'topic',
  'claims-taken-up': 'claimed',
  delivers: 'all',
  'delivers-part': 'part',
}
const STRENGTH: readonly Pin[] = ['all', 'part', 'put-off', 'refused', 'opposite', 'claimed', 'topic']

/** Links of a point that a person confirmed, one for each passage and kind, in the order of the trail. */
export const checkedLinks = (index: AuditIndex, row: PointRow): readonly CheckedLink[] => {
  const made = new Map<string, CheckedLink>()
  for (const link of index.linksByPoint.get(row.point.id) ?? []) {
    const passage = index.passageById.get(link.passageId)
    const document = passage === undefined ? undefined : index.documentById.get(passage.documentId)
    if (!isConfirmed(link.basis) || passage === undefined || document === undefined) continue
    const key = `${link.passageId} ${link.kind}`
    const known = made.get(key)
    const isTwice = isCheckedTwice(link.basis) || (known?.isCheckedTwice ?? false)
    made.set(key, { link: known?.link ?? link, passage, document, isCheckedTwice: isTwice })
  }
  return [...made.values()]
}

const strongest = (links: readonly CheckedLink[]): Pin | null => {
  const pins = links.map(({ link }) => PIN_OF_KIND[link.kind])
  return STRENGTH.find(pin => pins.includes(pin)) ?? null
}

const coversAll = (searches: readonly Search[], held: readonly Document[]): boolean => {
  const searched = new Set(searches.flatMap(({ documentIds }) => documentIds))
  return held.length > 0 && held.every(({ id }) => searched.has(id))
}

const isOfficial = ({ source }: Document): boolean => source === 'official'

const pinAt = (stop: Omit<TrailStop, 'pin' | 'on'>, row: PointRow): Pin => {
  const linked = strongest(stop.links)
  if (linked !== null) return linked
  if (row.finding.outcome === 'pending' && (stop.name === 'decision' || stop.name === 'answer')) return 'awaited'
  if (coversAll(stop.searches, stop.held)) return 'searched'
  return stop.held.length === 0 ? 'missing' : 'not-checked'
}

const dateOf = (links: readonly CheckedLink[], held: readonly Document[]): string | null => {
  const dates = (links.length > 0 ? links.map(({ document }) => document) : held).map(({ publishedOn }) => publishedOn)
  return dates.filter(date => date !== null).sort()[0] ?? null
}

const stopAt = (index: AuditIndex, row: PointRow, links: readonly CheckedLink[], name: Exclude<StopName, 'said'>) => {
  const documents = index.record.documents.filter(document => document.stage === name && isOfficial(document))
  const held = documents.filter(({ holding }) => holding === 'held')
  const heldIds = new Set(held.map(({ id }) => id))
  const stop = {
    name,
    links: links.filter(({ document }) => document.stage === name && isOfficial(document)),
    searches: (index.searchesByPoint.get(row.point.id) ?? []).filter(({ documentIds }) =>
      documentIds.some(id => heldIds.has(id)),
    ),
    held,
    missing: documents.filter(({ holding }) => holding !== 'held'),
  }
  return { ...stop, pin: pinAt(stop, row), on: dateOf(stop.links, held) }
}

const STOPS: readonly Exclude<StopName, 'said'>[] = ['record', 'summary', 'papers', 'decision', 'answer']
const toBeDone = new Set(['adopted', 'partly-adopted', 'taken-up-baseline-unknown', 'deferred'])

/** The way of a point: said, logged, summed up, before those who decide, decided, answered; done, where there was something to do. */
export const describeTrail = (index: AuditIndex, row: PointRow): readonly TrailStop[] => {
  const links = checkedLinks(index, row)
  const said: TrailStop = {
    name: 'said',
    pin: 'all',
    on: row.contribution?.receivedOn ?? null,
    links: [],
    searches: [],
    held: [],
    missing: [],
  }
  const stops = STOPS.map(name => stopAt(index, row, links, name))
  const done = stopAt(index, row, links, 'delivery')
  const hasDone = done.links.length > 0 || (toBeDone.has(row.finding.outcome) && done.held.length > 0)
  return hasDone ? [said, ...stops, done] : [said, ...stops]
}
