import { STAGES } from '../../data/model/document.ts'
import type { LinkKind } from '../../data/model/link.ts'
import { describeNothing, judgePassage, type Description } from './describe.ts'
import type { Grade } from './grade.ts'
import type { Searcher } from './searcher.ts'

/** Bytes one after another: the array, of which `length` are in use, is replaced by a larger one when full. */
interface ByteList {
  bytes: Uint8Array
  length: number
}

/**
 * Writes suggestions as lines of JSON, as bytes: the same as JSON.stringify of a Suggestion and a line break, without making the object
 * or the text (10,000 points have 600,000 lines). What a passage or a point has in all its lines is encoded once.
 */
export interface LineWriter {
  readonly lines: ByteList
  /** Names and quoted words of the passages met so far; by passage where its names begin (-1: not met) and end. */
  readonly known: ByteList
  readonly namesFrom: Int32Array
  readonly namesTo: Int32Array
  /** By word of all passages (its place in ReadTexts): where in `known` it ends; it begins where the one before ends. */
  readonly wordTo: Int32Array
  /** The same of the point being written. */
  readonly point: ByteList
  pointTo: number
  pointWordTo: Int32Array
  /** What stands in many lines: by rank, by score × 10,000, by grade and by kind. */
  readonly ranks: (Uint8Array | undefined)[]
  readonly scores: (Uint8Array | undefined)[]
  readonly grades: Map<Grade, Uint8Array>
  readonly kinds: Map<LinkKind, Uint8Array>
}

const FIRST_SIZE = 65_536

const createBytes = (): ByteList => ({ bytes: new Uint8Array(FIRST_SIZE), length: 0 })

export const createLineWriter = ({ tables }: Searcher): LineWriter => ({
  lines: createBytes(),
  known: createBytes(),
  namesFrom: new Int32Array(tables.passageCount).fill(-1),
  namesTo: new Int32Array(tables.passageCount),
  wordTo: new Int32Array(tables.texts.terms.length),
  point: createBytes(),
  pointTo: 0,
  pointWordTo: new Int32Array(FIRST_SIZE),
  ranks: [],
  scores: [],
  grades: new Map(),
  kinds: new Map(),
})

const encoder = new TextEncoder()

const makeRoom = (list: ByteList, size: number): void => {
  if (list.length + size <= list.bytes.length) return
  const larger = new Uint8Array(2 * (list.length + size))
  larger.set(list.bytes.subarray(0, list.length))
  list.bytes = larger
}

const put = (list: ByteList, from: Uint8Array, start: number, end: number): void => {
  const { bytes, length } = list
  for (let i = start, to = length; i < end; i += 1, to += 1) bytes[to] = from[i]!
  list.length = length + end - start
}

/** A UTF-16 unit is at most three bytes of UTF-8. */
const putText = (list: ByteList, text: string): void => {
  makeRoom(list, 3 * text.length)
  list.length += encoder.encodeInto(text, list.bytes.subarray(list.length)).written
}

const putPart = (list: ByteList, part: Uint8Array): void => put(list, part, 0, part.length)

/** Encodes what a passage has in all its lines. */
const learnPassage = (writer: LineWriter, { passages, tables }: Searcher, at: number): void => {
  const { known, namesFrom, namesTo, wordTo } = writer
  const { texts } = tables
  const { document, stage, passage, text } = passages[at]!
  namesFrom[at] = known.length
  putText(
    known,
    `,"document":${JSON.stringify(document)},"stage":"${stage}","passage":${JSON.stringify(passage)},"rank":`,
  )
  namesTo[at] = known.length
  for (let i = texts.headingEnd.values[at]!; i < texts.begin.values[at + 1]!; i += 1) {
    putText(known, JSON.stringify(text.slice(texts.starts.values[i], texts.ends.values[i])))
    wordTo[i] = known.length
  }
}

/** Takes up the point that `description` has taken up. */
export const startLines = (writer: LineWriter, { point, words }: Description): void => {
  writer.point.length = 0
  putText(writer.point, `{"point":${JSON.stringify(point.id)}`)
  writer.pointTo = writer.point.length
  if (writer.pointWordTo.length < words.starts.length) writer.pointWordTo = new Int32Array(2 * words.starts.length)
  for (let i = 0; i < words.starts.length; i += 1) {
    putText(writer.point, JSON.stringify(point.text.slice(words.starts[i], words.ends[i])))
    writer.pointWordTo[i] = writer.point.length
  }
}

const COMMA = 44
const OPEN = 91
const CLOSE = 93
const BRACE = 125
const LINE_BREAK = 10

const putByte = (list: ByteList, byte: number): void => {
  list.bytes[list.length] = byte
  list.length += 1
}

/** Bytes around two words of a line: brackets and commas. */
const AROUND_PAIR = 4

const putMatched = (writer: LineWriter, { match }: Description, firstWord: number, namesTo: number): void => {
  const { lines, known, wordTo, point, pointTo, pointWordTo } = writer
  putByte(lines, OPEN)
  for (let i = 0; i < match.count; i += 1) {
    const a = match.ofPoint[i]!
    const b = match.ofPassage[i]!
    const fromA = a === 0 ? pointTo : pointWordTo[a - 1]!
    const fromB = b === 0 ? namesTo : wordTo[firstWord + b - 1]!
    const toB = wordTo[firstWord + b]!
    makeRoom(lines, pointWordTo[a]! - fromA + toB - fromB + AROUND_PAIR)
    if (i > 0) putByte(lines, COMMA)
    putByte(lines, OPEN)
    put(lines, point.bytes, fromA, pointWordTo[a]!)
    putByte(lines, COMMA)
    put(lines, known.bytes, fromB, toB)
    putByte(lines, CLOSE)
  }
}

const SCORE_STEPS = 10_000

const putNumbers = (writer: LineWriter, rank: number, score: number): void => {
  const step = Math.round(score * SCORE_STEPS)
  putPart(writer.lines, (writer.ranks[rank] ??= encoder.encode(`${rank}`)))
  putPart(writer.lines, (writer.scores[step] ??= encoder.encode(`,"score":${step / SCORE_STEPS}`)))
}

const putReading = ({ lines, grades, kinds }: LineWriter, grade: Grade, kind: LinkKind): void => {
  let graded = grades.get(grade)
  if (graded === undefined) grades.set(grade, (graded = encoder.encode(`,"grade":"${grade}"`)))
  let named = kinds.get(kind)
  if (named === undefined) kinds.set(kind, (named = encoder.encode(`,"kind":"${kind}","matched":`)))
  putPart(lines, graded)
  putPart(lines, named)
}

/** Bytes of a line beside names and words, at most: rank, score, grade, kind and what is around them. */
const AROUND_LINE = 200

/** One suggestion of the point taken up. */
export const writeSuggestion = (
  writer: LineWriter,
  searcher: Searcher,
  description: Description,
  at: number,
  rank: number,
  score: number,
): void => {
  const { lines, known, namesFrom, namesTo, point, pointTo } = writer
  const { grade, kind } = judgePassage(searcher, description, at, score)
  if (namesFrom[at]! < 0) learnPassage(writer, searcher, at)
  makeRoom(lines, pointTo + namesTo[at]! - namesFrom[at]! + AROUND_LINE)
  put(lines, point.bytes, 0, pointTo)
  put(lines, known.bytes, namesFrom[at]!, namesTo[at]!)
  putNumbers(writer, rank, score)
  putReading(writer, grade, kind)
  putMatched(writer, description, searcher.tables.texts.headingEnd.values[at]!, namesTo[at]!)
  makeRoom(lines, AROUND_PAIR)
  putByte(lines, CLOSE)
  putByte(lines, BRACE)
  putByte(lines, LINE_BREAK)
}

/** A stage without any. */
export const writeNothing = (writer: LineWriter, searcher: Searcher, description: Description, stage: number): void =>
  writeObject(writer, describeNothing(searcher, description, STAGES[stage]!, false))

/** Any line, the long way. */
export const writeObject = ({ lines }: LineWriter, line: object): void => putText(lines, `${JSON.stringify(line)}\n`)

/** What was written, which is then empty. */
export const takeLines = ({ lines }: LineWriter): Uint8Array => {
  const taken = lines.bytes.slice(0, lines.length)
  lines.length = 0
  return taken
}
