import { AppError } from '../../../errors.ts'

/** One file as a browser sends it from a form (RFC 7578). */
export interface SentFile {
  /** As the browser gave it: only ever shown. */
  readonly fileName: string
  /** The bytes as they come. Throws where the form does not end as it must: then the file is not whole. */
  readonly bytes: () => AsyncGenerator<Uint8Array>
}

/** Name of the one field. */
const FIELD = 'file'
const HEADERS_BYTES_MAX = 16 * 1024
const CRLF = '\r\n'
const BOUNDARY =
  /^multipart\/form-data;[ \t]*boundary=(?:"([0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-])"|([0-9A-Za-z'()+_,./:=?-]{1,70}))[ \t]*$/i
const DISPOSITION = /^content-disposition:[ \t]*form-data;[ \t]*name="([^"\r\n]*)";[ \t]*filename="([^"\r\n]*)"[ \t]*$/i

const bad = (message: string): AppError => new AppError('bad-request', message)
const notWhole = (): AppError => bad('The file did not arrive whole. Send it again.')

/** Holds what came and was not taken yet. */
class Incoming {
  #held: Buffer = Buffer.alloc(0)
  #isEnded = false
  readonly #chunks: AsyncIterator<Uint8Array>

  constructor(chunks: AsyncIterator<Uint8Array>) {
    this.#chunks = chunks
  }

  get held(): Buffer {
    return this.#held
  }

  /** Waits for more; false where nothing more comes. */
  async more(): Promise<boolean> {
    if (this.#isEnded) return false
    const { done, value } = await this.#chunks.next()
    if (done === true) this.#isEnded = true
    else this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value])
    return !this.#isEnded
  }

  take(count: number): Buffer {
    const taken = this.#held.subarray(0, count)
    this.#held = this.#held.subarray(count)
    return taken
  }

  /** Waits until so many bytes are held; throws where they do not come. */
  async atLeast(count: number): Promise<void> {
    while (this.#held.length < count) if (!(await this.more())) throw notWhole()
  }
}

const boundaryOf = (contentType: string | undefined): string => {
  const found = BOUNDARY.exec(contentType ?? '')
  const boundary = found?.[1] ?? found?.[2]
  if (boundary === undefined) throw bad('This form must send a file. Load the page again and choose one.')
  return boundary
}

/** The lines above the bytes: one field, the one file, nothing encoded. */
const readHeaders = async (incoming: Incoming, boundary: string): Promise<string> => {
  const opening = Buffer.from(`--${boundary}${CRLF}`)
  await incoming.atLeast(opening.length)
  if (!incoming.take(opening.length).equals(opening)) throw bad('This form does not begin as a form with a file does.')
  let end = -1
  while ((end = incoming.held.indexOf(`${CRLF}${CRLF}`)) < 0) {
    if (incoming.held.length > HEADERS_BYTES_MAX) throw bad('The name of the file is too long.')
    if (!(await incoming.more())) throw notWhole()
  }
  if (end > HEADERS_BYTES_MAX) throw bad('The name of the file is too long.')
  const lines = incoming.take(end).toString('utf8').split(CRLF)
  incoming.take(2 * CRLF.length)
  const dispositions = lines.flatMap(line => DISPOSITION.exec(line) ?? [])
  if (dispositions[1] !== FIELD || dispositions.length !== 3)
    throw bad(`This form must have one field, "${FIELD}", with one file.`)
  if (lines.some(line => !/^content-(?:disposition|type):/i.test(line)))
    throw bad('This form says more about the file than a browser does.')
  return dispositions[2] ?? ''
}

async function* readBytesOf(incoming: Incoming, boundary: string): AsyncGenerator<Uint8Array> {
  const delimiter = Buffer.from(`${CRLF}--${boundary}`)
  let at = -1
  while ((at = incoming.held.indexOf(delimiter)) < 0) {
    // The last bytes may be the beginning of the delimiter.
    const sure = incoming.held.length - delimiter.length + 1
    if (sure > 0) yield incoming.take(sure)
    if (!(await incoming.more())) throw notWhole()
  }
  if (at > 0) yield incoming.take(at)
  incoming.take(delimiter.length)
  await incoming.atLeast(2)
  const after = incoming.take(2).toString('latin1')
  if (after === CRLF) throw bad('Send one file at a time.')
  if (after !== '--') throw notWhole()
  while (await incoming.more()) if (incoming.held.length > CRLF.length) throw bad('Something follows the file.')
  if (incoming.held.length > 0 && incoming.held.toString('latin1') !== CRLF) throw bad('Something follows the file.')
}

/** Reads a form with one file and nothing else: no preamble, no other field, no encoding, no second file. */
export const readSentFile = async (
  contentType: string | undefined,
  chunks: AsyncIterator<Uint8Array>,
): Promise<SentFile> => {
  const boundary = boundaryOf(contentType)
  const incoming = new Incoming(chunks)
  const fileName = await readHeaders(incoming, boundary)
  return { fileName, bytes: () => readBytesOf(incoming, boundary) }
}
