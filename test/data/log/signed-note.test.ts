import { expect } from 'chai'
import {
  isKeyName,
  readSigningKey,
  readVerifierKey,
  signingKeyOf,
  signingKeyText,
  verifierKeyText,
} from '../../../data/log/note-key.ts'
import { cosignatureLine, openNote, readNote, signNote } from '../../../data/log/signed-note.ts'
import { toHex } from '../../../data/log/encodings.ts'
import { sha256 } from '../../../data/log/merkle-hash.ts'
import { bytesOf, LOG_NAME, logKey, witnessKey } from './small-log.ts'

const text = 'One line.\n\nAnother, after an empty one: æ – 😀\n'
const note = signNote(text, logKey)
const otherKey = signingKeyOf(LOG_NAME, 'ed25519', bytesOf('other'))

describe('a signed note', () => {
  it('opens with the key that signed it and gives the whole text, empty lines included', () => {
    const opened = openNote(note, [logKey])
    expect(opened.isOpened && opened.text).to.equal(text)
  })

  it('does not open with another key of the same name', () => {
    expect(openNote(note, [otherKey])).to.deep.equal({ isOpened: false, reason: 'no-known-signature' })
  })

  it('is refused whole for one wrong signature of a known key, however many right ones it bears', () => {
    const line = signNote('Something else.\n', otherKey).split('\n\n')[1]!
    expect(openNote(note + line, [logKey]).isOpened).to.equal(true)
    expect(openNote(note + line, [logKey, otherKey])).to.deep.equal({ isOpened: false, reason: 'signature-wrong' })
  })

  it('may bear 16 signatures and more of keys that nobody named', () => {
    const lines = Array.from({ length: 20 }, (_, at) => {
      const key = signingKeyOf(`other.example/${at}`, 'ed25519', bytesOf(`other ${at}`))
      return signNote(text, key).slice(text.length + 1)
    })
    expect(openNote(note + lines.join(''), [logKey]).isOpened).to.equal(true)
  })

  it('passes over signatures of types it does not know, such as ML-DSA', () => {
    const longLine = `\u2014 ${LOG_NAME} ${Buffer.concat([bytesOf('id').subarray(0, 4), Buffer.alloc(2428, 1)]).toString('base64')}\n`
    expect(openNote(note + longLine, [logKey]).isOpened).to.equal(true)
  })

  for (const [what, broken] of [
    ['without signatures', text],
    ['without an empty line', note.replace('\n\u2014', '\u2014')],
    ['without its last newline', note.slice(0, -1)],
    ['with a control character', note.replace('One', '\u0007One')],
    ['with a carriage return', note.replaceAll('\n', '\r\n')],
    ['with half a surrogate pair', note.replace('One', '\ud800')],
    ['with a hyphen for the dash', note.replace('\u2014', '-')],
    ['with a signature in another base64', note.replace(/=\n$/, '\n')],
    ['with an extra space', note.replace(/ (\S+)\n$/, '  $1\n')],
    ['that is empty', ''],
    ['that is one empty line', '\n\n'],
  ] as const)
    it(`is none ${what}`, () => {
      expect(openNote(broken, [logKey])).to.deep.equal({ isOpened: false, reason: 'not-a-note' })
      expect(readNote(broken)).to.equal(null)
    })

  it('cannot be made of a text without a last newline, nor signed with a key for cosignatures', () => {
    expect(() => signNote('text', logKey)).to.throw(RangeError)
    expect(() => signNote('text\n', witnessKey)).to.throw(RangeError)
  })
})

describe('a cosignature', () => {
  const timeSeconds = 1_679_315_147
  const line = cosignatureLine(note, witnessKey, timeSeconds)

  it('opens with the key of the witness and gives its time', () => {
    const opened = openNote(note + line, [logKey, witnessKey])
    expect(opened.isOpened && opened.checked.map(one => one.timeSeconds)).to.deep.equal([null, timeSeconds])
  })

  it('holds key id, time in eight bytes and signature, 76 bytes in all', () => {
    const bytes = Buffer.from(line.trimEnd().split(' ')[2]!, 'base64')
    expect(bytes).to.have.length(76)
    expect(bytes.readBigUInt64BE(4)).to.equal(BigInt(timeSeconds))
  })

  it('is made of a signed note, with a key for cosignatures and whole seconds', () => {
    expect(() => cosignatureLine('no note', witnessKey, 1)).to.throw(RangeError)
    expect(() => cosignatureLine(note, logKey, 1)).to.throw(RangeError)
    expect(() => cosignatureLine(note, witnessKey, 1.5)).to.throw(RangeError)
    expect(() => cosignatureLine(note, witnessKey, -1)).to.throw(RangeError)
  })

  it('does not hold for another time or another text', () => {
    const bytes = Buffer.from(line.trimEnd().split(' ')[2]!, 'base64')
    bytes.writeBigUInt64BE(BigInt(timeSeconds + 1), 4)
    const later = `\u2014 ${witnessKey.name} ${bytes.toString('base64')}\n`
    expect(openNote(note + later, [witnessKey])).to.deep.equal({ isOpened: false, reason: 'signature-wrong' })
    expect(openNote(signNote('Other.\n', logKey) + line, [witnessKey]).isOpened).to.equal(false)
  })

  it('is refused with a time too large to be held exactly', () => {
    const bytes = Buffer.from(line.trimEnd().split(' ')[2]!, 'base64')
    bytes.fill(255, 4, 12)
    const rewritten = `\u2014 ${witnessKey.name} ${bytes.toString('base64')}\n`
    expect(openNote(note + rewritten, [witnessKey]).isOpened).to.equal(false)
  })
})

describe('a key', () => {
  it('is published as name, id and type with key, and read back', () => {
    const read = readVerifierKey(verifierKeyText(logKey))!
    expect(openNote(note, [read]).isOpened).to.equal(true)
    expect(verifierKeyText(read)).to.equal(verifierKeyText(logKey))
  })

  it('has the id that the note format defines: four bytes over name, newline, type and key', () => {
    const id = (type: number): string =>
      toHex(sha256(Buffer.from(`${witnessKey.name}\n`), Uint8Array.of(type), witnessKey.publicKey).subarray(0, 4))
    expect(toHex(witnessKey.keyId)).to.equal(id(0x04)).and.not.equal(id(0x01))
  })

  it('is kept in a file as the note tools of Go keep it', () => {
    const kept = signingKeyText(LOG_NAME, 'ed25519', bytesOf('log'))
    expect(kept).to.match(/^PRIVATE\+KEY\+calderwick\.example\/log\+[0-9a-f]{8}\+A/)
    expect(signNote(text, readSigningKey(`${kept}\n`)!)).to.equal(note)
  })

  it('is refused when its id is not its own, its type unknown, its length wrong or its text cut', () => {
    const good = verifierKeyText(logKey)
    const typed = (type: number, key: Uint8Array): string =>
      `a+${toHex(sha256(Buffer.from('a\n'), Uint8Array.of(type), key).subarray(0, 4))}+${Buffer.concat([Uint8Array.of(type), key]).toString('base64')}`
    expect(readVerifierKey(typed(1, logKey.publicKey))).to.not.equal(null)
    for (const bad of [
      good.replace('calderwick', 'calderwock'),
      good.slice(0, -4),
      typed(9, logKey.publicKey),
      typed(1, logKey.publicKey.subarray(1)),
      'a+b',
      '',
    ]) {
      expect(readVerifierKey(bad), bad).to.equal(null)
      expect(readSigningKey(`PRIVATE+KEY+${bad}`), bad).to.equal(null)
    }
    expect(readSigningKey(good)).to.equal(null)
  })

  it('has a name without spaces or plus', () => {
    for (const name of ['', 'a b', 'a+b', 'a\u00a0b', 'a\u2003b', 'a\nb', 'a\u0000'])
      expect(isKeyName(name), name).to.equal(false)
    expect(isKeyName('example.com/log')).to.equal(true)
  })
})
