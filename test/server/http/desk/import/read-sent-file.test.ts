import { expect } from 'chai'
import fc from 'fast-check'
import { readSentFile } from '../../../../../server/http/desk/import/read-sent-file.ts'

const BOUNDARY = 'xYz-09'
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`
const HEAD = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n`
const TAIL = `\r\n--${BOUNDARY}--\r\n`

const inPieces = async function* (whole: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < whole.length; at += size) yield await Promise.resolve(whole.subarray(at, at + size))
}
const read = async (whole: Buffer | string, type: string = TYPE, size = 7) => {
  const { fileName, bytes } = await readSentFile(type, inPieces(Buffer.from(whole), size))
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes()) chunks.push(chunk)
  return { fileName, bytes: Buffer.concat(chunks) }
}
const refusal = async (whole: string, type: string): Promise<string> => {
  const outcome = await read(whole, type).then(
    () => 'taken',
    (error: unknown) => error,
  )
  return outcome instanceof Error ? outcome.message : String(outcome)
}

describe('reading the one file of a form', () => {
  it('gives back every byte as it was sent, however the network cuts it and whatever looks like a boundary', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.uint8Array({ maxLength: 40 }),
            fc.constantFrom('\r\n', '\r\n--', `\r\n--${BOUNDARY.slice(0, 5)}`, '--', `--${BOUNDARY}x`).map(Buffer.from),
          ),
          { maxLength: 20 },
        ),
        fc.integer({ min: 1, max: 60 }),
        async (parts, size) => {
          const sent = Buffer.concat(parts)
          fc.pre(!sent.includes(`\r\n--${BOUNDARY}`))
          const whole = Buffer.concat([Buffer.from(HEAD), sent, Buffer.from(TAIL)])
          expect((await read(whole, TYPE, size)).bytes.equals(sent)).to.equal(true)
        },
      ),
      { numRuns: 300 },
    ))

  it('takes a boundary in quotes, and an end without a line break', async () => {
    const whole = `${HEAD}words\r\n--${BOUNDARY}--`
    expect((await read(whole, `multipart/form-data; boundary="${BOUNDARY}"`)).bytes.toString()).to.equal('words')
  })

  it('hands the name on as it came: it is only ever shown', async () => {
    for (const name of ['../../etc/passwd', 'CON', 'a\u0000b.csv', 'ü'.repeat(2_000)])
      expect((await read(`${HEAD.replace('a.csv', name)}x${TAIL}`)).fileName).to.equal(name)
  })

  const HOSTILE: Readonly<Record<string, readonly [string, string, RegExp]>> = {
    'no file at all': ['a=b', 'application/x-www-form-urlencoded', /must send a file/],
    'no content type': [`${HEAD}x${TAIL}`, '', /must send a file/],
    'a boundary of more than 70 letters': [
      `${HEAD}x${TAIL}`,
      `multipart/form-data; boundary=${'b'.repeat(71)}`,
      /must/,
    ],
    'a second parameter': [`${HEAD}x${TAIL}`, `${TYPE}; charset=utf-7`, /must send a file/],
    'words before the first boundary': [`hello\r\n${HEAD}x${TAIL}`, TYPE, /does not begin/],
    'another field': [`${HEAD.replace('name="file"', 'name="role"')}x${TAIL}`, TYPE, /one field/],
    'a field without a file': [`${HEAD.replace('; filename="a.csv"', '')}x${TAIL}`, TYPE, /one field/],
    'two names': [
      `${HEAD.replace('\r\n\r\n', '\r\nContent-Disposition: form-data; name="file"; filename="b"\r\n\r\n')}x${TAIL}`,
      TYPE,
      /one field/,
    ],
    'a name in another encoding': [
      `${HEAD.replace('filename="a.csv"', "filename*=utf-8''a.csv")}x${TAIL}`,
      TYPE,
      /one field/,
    ],
    'a coded body': [
      `${HEAD.replace('\r\n\r\n', '\r\nContent-Transfer-Encoding: base64\r\n\r\n')}x${TAIL}`,
      TYPE,
      /more about the file/,
    ],
    'a name without end': [`${HEAD.replace('a.csv', 'a'.repeat(20_000))}x${TAIL}`, TYPE, /too long/],
    'a second file': [`${HEAD}x\r\n${HEAD}y${TAIL}`, TYPE, /one file at a time/],
    'no end': [`${HEAD}x`, TYPE, /did not arrive whole/],
    'an end that is cut': [`${HEAD}x\r\n--${BOUNDARY}-`, TYPE, /did not arrive whole/],
    'an end that is none': [`${HEAD}x\r\n--${BOUNDARY}no`, TYPE, /did not arrive whole/],
    'headers that are cut': [HEAD.slice(0, 40), TYPE, /did not arrive whole/],
    'words after the end': [`${HEAD}x${TAIL}and more`, TYPE, /follows the file/],
  }
  for (const [what, [whole, type, expected]] of Object.entries(HOSTILE))
    it(`refuses ${what}`, async () => {
      expect(await refusal(whole, type)).to.match(expected)
    })
})
