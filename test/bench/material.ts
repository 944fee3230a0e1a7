// Reads what the weights are fitted on and measured with. For fit.ts, the suites and the tests.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { STAGES, type Stage } from '../../data/model/document.ts'
import { openWordVectors, type WordVectors } from '../../analysis/text/word-vectors.ts'
import type { PassageInput } from '../../analysis/linking/passage-index.ts'
import type { PointInput } from '../../analysis/linking/suggestion.ts'

/** Points and passages with the links that are right. */
export interface Labelled {
  readonly name: string
  readonly vectors: WordVectors
  readonly passages: readonly PassageInput[]
  readonly points: readonly (PointInput & { readonly right: ReadonlySet<number> })[]
  /** Passages that speak of the same points: from one to the others. */
  readonly ties: ReadonlyMap<number, ReadonlySet<number>>
}

const ROOT = new URL('../../', import.meta.url)
const VECTORS = new URL('analysis/text/vectors/', ROOT)

let opened: WordVectors | null = null
export const wordVectors = (): WordVectors =>
  (opened ??= openWordVectors({
    stems: readFileSync(new URL('stems.txt', VECTORS), 'utf8'),
    vectors: readFileSync(new URL('vectors.bin', VECTORS)),
    neighbours: readFileSync(new URL('neighbours.bin', VECTORS)),
  }))

/** Folder of outside data, or null where it is not there. */
export const outsideData = (): URL | null => {
  const folder = new URL(`${process.env['SAID_TEST_DATA'] ?? '../shared/data'}/`, ROOT)
  return existsSync(folder) ? folder : null
}

type Row = Readonly<Record<string, string>>

/** Plain RFC 4180, for files we know. */
export const readRows = (file: URL): readonly Row[] => {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  const lines: string[][] = [[]]
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/g)) {
    lines.at(-1)!.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'))
    if (end !== ',') lines.push([])
  }
  const [header = [], ...rows] = lines.filter(line => line.length > 1)
  return rows.map(cells => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])))
}

const tiesOf = (points: readonly { readonly right: ReadonlySet<number> }[]): Map<number, Set<number>> => {
  const ties = new Map<number, Set<number>>()
  for (const { right } of points)
    for (const from of right) {
      const to = ties.get(from) ?? new Set()
      for (const at of right) if (at !== from) to.add(at)
      ties.set(from, to)
    }
  return ties
}

/** Arguments as points, key points of all motions as passages, the motion as heading. Arguments without a match are left out. */
export const readKeyPoints = (split: 'train' | 'dev'): Labelled => {
  const data = outsideData()
  if (data === null) throw new Error('ibm-kpa-2021 is not there: set SAID_TEST_DATA to the folder that holds it.')
  const read = (name: string): readonly Row[] => readRows(new URL(`ibm-kpa-2021/${name}.csv`, data))
  const keyPoints = [...read('key_points_train'), ...read('key_points_dev')]
  const at = new Map(keyPoints.map((row, i) => [row['key_point_id'], i]))
  const right = new Map<string, Set<number>>()
  for (const row of read(`labels_${split}`)) {
    if (row['label'] !== '1') continue
    const set = right.get(row['arg_id']!) ?? new Set()
    right.set(row['arg_id']!, set.add(at.get(row['key_point_id'])!))
  }
  return {
    name: `ibm-kpa-2021 ${split}`,
    vectors: wordVectors(),
    passages: keyPoints.map(row => ({
      document: row['topic']!,
      stage: 'record' as const,
      passage: row['key_point_id']!,
      text: row['key_point']!,
      heading: row['topic']!,
    })),
    points: read(`arguments_${split}`).flatMap(row => {
      const found = right.get(row['arg_id']!)
      return found === undefined ? [] : [{ id: row['arg_id']!, text: row['argument']!, right: found }]
    }),
    ties: new Map(),
  }
}

const stageOf = (text: string): Stage => STAGES.find(stage => stage === text) ?? 'record'

const labelled = (
  name: string,
  passages: readonly PassageInput[],
  points: readonly PointInput[],
  links: readonly { readonly point: string; readonly passage: string }[],
): Labelled => {
  const at = new Map(passages.map(({ document, passage }, i) => [`${document}#${passage}`, i]))
  const right = new Map<string, Set<number>>()
  for (const { point, passage } of links) {
    const found = at.get(passage)
    if (found !== undefined) right.set(point, (right.get(point) ?? new Set()).add(found))
  }
  const all = points.map(point => ({ ...point, right: right.get(point.id) ?? new Set<number>() }))
  return { name, vectors: wordVectors(), passages, points: all, ties: tiesOf(all) }
}

const readSmallCouncil = (): Labelled => {
  const read = (name: string): readonly Row[] => readRows(new URL(`test/bench/council/${name}.csv`, ROOT))
  return labelled(
    'council',
    read('passages').map(row => ({
      document: row['document']!,
      stage: stageOf(row['stage']!),
      passage: row['passage']!,
      text: row['text']!,
      heading: row['heading'] === '' ? null : row['heading']!,
    })),
    read('points').map(row => ({ id: row['id']!, text: row['text']! })),
    read('links').map(row => ({ point: row['point']!, passage: row['passage']! })),
  )
}

const LABEL = /^\(?([A-Z]{0,3}\d+(?:\.\d+)*[a-z]?)[.:)]?\s/
const CELL = /^[A-Z]{0,3}\d+(?:\.\d+)*[a-z]?$/

/** Passages of a Markdown document of the sample, by the rules its links were written with. */
const passagesOf = (markdown: string): readonly PassageInput[] => {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(markdown) ?? []
  const meta = Object.fromEntries(front.split('\n').map(line => line.split(/:\s*/, 2)))
  const passages: PassageInput[] = []
  const used = new Set<string>()
  const headings: string[] = []
  for (const block of body.split(/\n\s*\n|\n(?=[#|]|\s*[-*] )/)) {
    const text = block.trim().replace(/^[-*]\s+/, '')
    const heading = /^(#+)\s+(.*)/.exec(text)
    if (heading !== null) headings.splice(heading[1]!.length - 1, headings.length, heading[2]!)
    const isRule = /^\|[\s:|-]+\|$/.test(text)
    if (isRule) {
      const header = passages.pop()
      if (header !== undefined) used.delete(header.passage)
    }
    if (heading !== null || isRule || text === '') continue
    const cell = text.split('|')[1]?.trim() ?? ''
    const own = text.startsWith('|') ? (CELL.test(cell) ? cell : undefined) : LABEL.exec(text)?.[1]
    const label = own !== undefined && !used.has(own) ? own : `p${passages.length + 1}`
    used.add(label)
    passages.push({
      document: meta['ref'] ?? '',
      stage: stageOf(meta['stage'] ?? ''),
      passage: label,
      text,
      heading: headings.length === 0 ? null : headings.filter(part => part !== undefined).join(' > '),
    })
  }
  return passages
}

/** One consultation of the sample council, with all its links. */
export const readSampleConsultation = (name: string, withIdeas = true): Labelled => {
  const folder = new URL(`data/samples/calderwick/${name}/`, ROOT)
  const documents = readdirSync(new URL('documents/', folder)).filter(file => file.endsWith('.md'))
  return labelled(
    name,
    documents.sort().flatMap(file => passagesOf(readFileSync(new URL(`documents/${file}`, folder), 'utf8'))),
    readRows(new URL('points.csv', folder)).map(row => ({
      id: row['ref']!,
      text: row['text']!,
      stance: row['stance'] === '' ? null : row['stance']!,
      idea: withIdeas && row['idea'] !== '' ? row['idea']! : null,
    })),
    readRows(new URL('links.csv', folder)).map(row => ({ point: row['point']!, passage: row['passage']! })),
  )
}

/** The councils to fit on: the small one, and the consultations of the sample named (default: all but the one kept aside). */
export const readCouncils = (names: readonly string[] = ['eastfield-park-2026']): readonly Labelled[] => [
  readSmallCouncil(),
  ...names.map(name => readSampleConsultation(name)),
]
