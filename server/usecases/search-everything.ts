import type { Body } from '../../data/model/body.ts'
import type { Consultation } from '../../data/model/consultation.ts'
import type { Deps } from '../deps.ts'
import { foldText, indexAudit, type AuditIndex, type PointRow } from './audit-index.ts'
import { narrowForgiving, readTyping, type ReadAs } from './forgive-typing.ts'
import { listBodies } from './list-bodies.ts'
import { readPublicAudit } from './read-public-audit.ts'

export interface FoundPoint {
  readonly index: AuditIndex
  readonly row: PointRow
}
export interface FoundEverything {
  readonly q: string
  readonly bodies: readonly Body[]
  readonly consultations: readonly { readonly body: Body; readonly consultation: Consultation }[]
  readonly points: readonly FoundPoint[]
  readonly pointCount: number
  /** Words read as others, because no public text holds them as typed. */
  readonly readAs: readonly ReadAs[]
}

export const mostFoundPoints = 50

const mostWords = 12

/** How many of the words stand in the text as words of their own: "bridge" in "the bridge", and not in "footbridge". */
const wholeWordCount = ({ row }: FoundPoint, words: readonly string[]): number => {
  const own = new Set(row.foldedText.match(/[\p{L}\p{N}]+/gu) ?? [])
  return words.filter(word => own.has(word)).length
}

/**
 * Councils and consultations by name, points by the words of their public text. All words must be there; one that no
 * text holds is read as the nearest that some text does. Points that hold more of them as whole words come first.
 */
export const searchEverything = async (deps: Deps, q: string): Promise<FoundEverything> => {
  const words = foldText(q).split(' ').filter(Boolean).slice(0, mostWords)
  const listed = await listBodies(deps)
  if (words.length === 0) return { q, bodies: [], consultations: [], points: [], pointCount: 0, readAs: [] }
  const isNamed = (...names: readonly string[]): boolean =>
    words.every(word => names.some(name => foldText(name).includes(word)))
  const pairs = listed.flatMap(({ body, consultations }) => consultations.map(consultation => ({ body, consultation })))
  const indexes: AuditIndex[] = []
  for (const { body, consultation } of pairs)
    indexes.push(indexAudit(await readPublicAudit(deps, { body: body.ref, consultation: consultation.ref })))
  const readAs = readTyping(indexes, words)
  const meant = words.flatMap(word => readAs.find(({ typed }) => typed === word)?.words ?? [word])
  const points = indexes
    .flatMap(index => narrowForgiving(index, words, readAs).map(row => ({ index, row })))
    .map(found => ({ found, rank: wholeWordCount(found, meant) }))
    .sort((one, other) => other.rank - one.rank)
    .map(({ found }) => found)
  return {
    q,
    bodies: listed.map(({ body }) => body).filter(({ name, shortName }) => isNamed(name, shortName)),
    consultations: pairs.filter(({ consultation }) => isNamed(consultation.title, consultation.place ?? '')),
    points: points.slice(0, mostFoundPoints),
    pointCount: points.length,
    readAs,
  }
}
