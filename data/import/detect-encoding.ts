import { createHash } from 'node:crypto'
import iconv from 'iconv-lite'
import type { Problem } from '../model/problem.ts'
import type { ImportSource } from './decoded-record.ts'
import { FILE_BYTES_MAX, HEAD_BYTES } from './limits.ts'
import { fileProblem } from './problem-codes.ts'
import { sniffBinary } from './sniff-content.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1250' | 'windows-1251' | 'windows-1252'

/** Facts about the bytes of a file, from reading them once. */
export interface BytesRead {
  readonly sha256: string
  readonly byteCount: number
  readonly head: Uint8Array
  readonly utf8: Utf8Count
}

interface Utf8Count {
  /** Well-formed sequences of two to four bytes. */
  readonly validSequenceCount: number
  readonly invalidByteCount: number
  /** Longest run of bytes ≥ 0x80 that holds an invalid one. */
  readonly longestBadRunBytes: number
  readonly hasUndefinedCp1252: boolean
}

/** 0x81, 0x8D, 0x8F, 0x90 and 0x9D have no character in Windows-1252. */
const UNDEFINED_CP1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

/** First byte of a sequence → [bytes that follow, lowest and highest second byte] (Unicode 15, table 3-7). */
const sequenceOf = (byte: number): readonly [number, number, number] | null => {
  if (byte >= 0xc2 && byte <= 0xdf) return [1, 0x80, 0xbf]
  if (byte === 0xe0) return [2, 0xa0, 0xbf]
  if (byte === 0xed) return [2, 0x80, 0x9f]
  if (byte >= 0xe1 && byte <= 0xef) return [2, 0x80, 0xbf]
  if (byte === 0xf0) return [3, 0x90, 0xbf]
  if (byte >= 0xf1 && byte <= 0xf3) return [3, 0x80, 0xbf]
  if (byte === 0xf4) return [3, 0x80, 0x8f]
  return null
}

/** Counts well-formed and malformed UTF-8, chunk by chunk, in one pass over the bytes ≥ 0x80. */
export const countUtf8 = (): { add: (chunk: Uint8Array) => void; end: () => Utf8Count } => {
  const count = { validSequenceCount: 0, invalidByteCount: 0, longestBadRunBytes: 0, hasUndefinedCp1252: false }
  let run: number[] = []
  const closeRun = (): void => {
    let at = 0
    let bad = 0
    while (at < run.length) {
      const length = validLength(run, at)
      if (length > 0) count.validSequenceCount += 1
      else bad += 1
      at += Math.max(length, 1)
    }
    count.invalidByteCount += bad
    if (bad > 0) count.longestBadRunBytes = Math.max(count.longestBadRunBytes, run.length)
    run = []
  }
  return {
    add: chunk => {
      for (const byte of chunk) {
        if (byte < 0x80) {
          if (run.length > 0) closeRun()
          continue
        }
        if (UNDEFINED_CP1252.has(byte)) count.hasUndefinedCp1252 = true
        run.push(byte)
        // A long run of other scripts is closed at a boundary, so that memory stays flat.
        if (run.length >= 4096 && byte >= 0xc2) {
          run.pop()
          closeRun()
          run.push(byte)
        }
      }
    },
    end: () => {
      closeRun()
      return count
    },
  }
}

const validLength = (run: readonly number[], at: number): number => {
  const sequence = sequenceOf(run[at] ?? 0)
  if (sequence === null) return 0
  const [following, low, high] = sequence
  for (let index = 1; index <= following; index += 1) {
    const byte = run[at + index]
    if (byte === undefined || byte < (index === 1 ? low : 0x80) || byte > (index === 1 ? high : 0xbf)) return 0
  }
  return following + 1
}

/** Reads the file once: size, hash, beginning, UTF-8 statistics. Stops at the size limit and at known binaries. */
export const readBytes = async (
  source: ImportSource,
  bytesMax: number = FILE_BYTES_MAX,
): Promise<BytesRead | { readonly problem: Problem }> => {
  const hash = createHash('sha256')
  const utf8 = countUtf8()
  let head = Buffer.alloc(0)
  let byteCount = 0
  for await (const chunk of source.open()) {
    if (byteCount < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES)
    byteCount += chunk.length
    if (byteCount > bytesMax) return { problem: tooLarge(source.name) }
    const binary = byteCount <= HEAD_BYTES * 2 ? sniffBinary(head, source.name) : null
    if (binary !== null) return { problem: binary }
    hash.update(chunk)
    utf8.add(chunk)
  }
  return { sha256: hash.digest('hex'), byteCount, head, utf8: utf8.end() }
}

const tooLarge = (file: string): Problem =>
  fileProblem('FILE_TOO_LARGE', `${file} is larger than 20 MB. Split it and import the parts one after the other.`, {
    file,
  })

export interface DetectedEncoding {
  readonly encoding: Encoding | null
  readonly problems: readonly Problem[]
}

const startsWith = (head: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, at) => head[at] === byte)

/** Byte order mark, else the parity of NUL bytes, else strict UTF-8, else Windows-1252, in this order. */
export const detectEncoding = (read: BytesRead, file: string, told?: Encoding): DetectedEncoding => {
  const { head } = read
  if (startsWith(head, 0xff, 0xfe, 0, 0) || startsWith(head, 0, 0, 0xfe, 0xff)) return stop(unsupported(file))
  if (startsWith(head, 0xff, 0xfe)) return { encoding: 'utf-16le', problems: [] }
  if (startsWith(head, 0xfe, 0xff)) return { encoding: 'utf-16be', problems: [] }
  if (told !== undefined) return { encoding: told, problems: [] }
  const nulShare = head.length === 0 ? 0 : head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0) / head.length
  // UTF-32 of a western text is three quarters NUL, UTF-16 half; stray NULs in cells are far below either.
  if (nulShare > 0.6) return stop(unsupported(file))
  if (nulShare > 0.3) return stop(unclear(file))
  return read.utf8.invalidByteCount === 0 ? { encoding: 'utf-8', problems: [] } : singleByte(read, file)
}

const singleByte = (read: BytesRead, file: string): DetectedEncoding => {
  const { utf8 } = read
  if (utf8.validSequenceCount > 0 || utf8.longestBadRunBytes >= 3 || utf8.hasUndefinedCp1252) {
    return {
      encoding: 'windows-1252',
      problems: [
        fileProblem(
          'MIXED_ENCODING',
          `${file} holds bytes that are neither clean UTF-8 nor plausible Windows-1252 (${utf8.invalidByteCount} of them). ` +
            'Save it again as "CSV UTF-8" from the program it came from, or name its encoding in the mapping ' +
            '("file": { "encoding": "windows-1251" }).',
          { file },
        ),
      ],
    }
  }
  return {
    encoding: 'windows-1252',
    problems: [
      fileProblem(
        'DECODED_AS_CP1252',
        `${file} is not UTF-8; it was read as Windows-1252. Look at accents and quotes.`,
        {
          file,
        },
      ),
    ],
  }
}

const stop = (problem: Problem): DetectedEncoding => ({ encoding: null, problems: [problem] })
const unsupported = (file: string): Problem =>
  fileProblem('ENCODING_UNSUPPORTED', `${file} is UTF-32, which is not read. Save it as "CSV UTF-8".`, { file })
const unclear = (file: string): Problem =>
  fileProblem(
    'ENCODING_UNCLEAR',
    `${file} looks like UTF-16 (every second byte is NUL) but has no byte order mark, so it cannot be told which kind. ` +
      'Save it as "CSV UTF-8".',
    { file },
  )

const BOM = '\uFEFF'

/** The file as UTF-8 without byte order mark, a piece at a time. */
export async function* openAsUtf8(source: ImportSource, encoding: Encoding): AsyncGenerator<Buffer> {
  let isStart = true
  if (encoding === 'utf-8') {
    for await (const chunk of withoutSmallStart(source.open())) {
      const hasMark = isStart && startsWith(chunk, 0xef, 0xbb, 0xbf)
      isStart = false
      yield hasMark ? chunk.subarray(3) : chunk
    }
    return
  }
  // iconv-lite, because TextDecoder('windows-1252') of Node 20 turns € “ ” – into control characters.
  const decoder = iconv.getDecoder(encoding, { stripBOM: false })
  const decode = (text: string): Buffer => {
    const clean = isStart && text.startsWith(BOM) ? text.slice(1) : text
    if (text !== '') isStart = false
    return Buffer.from(clean, 'utf8')
  }
  for await (const chunk of source.open()) yield decode(decoder.write(Buffer.from(chunk)))
  yield decode(decoder.end() ?? '')
}

/** Gives the first piece at least three bytes where there are that many, so that a byte order mark is seen whole. */
async function* withoutSmallStart(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let start: Buffer | null = Buffer.alloc(0)
  for await (const chunk of chunks) {
    if (start === null) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    else {
      start = Buffer.concat([start, chunk])
      if (start.length < 3) continue
      yield start
      start = null
    }
  }
  if (start !== null && start.length > 0) yield start
}

/** The decoded beginning of a file, for telling what it is. */
export const decodeHead = (head: Uint8Array, encoding: Encoding): string =>
  iconv.decode(Buffer.from(head), encoding, { stripBOM: true })
