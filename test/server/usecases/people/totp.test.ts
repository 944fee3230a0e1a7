import { expect } from 'chai'
import { toBase32 } from '../../../../server/usecases/people/base32.ts'
import { findStep, otpauthUri, stepAt, totpCode, type TotpHash } from '../../../../server/usecases/people/totp.ts'

/** RFC 6238, appendix B: seconds → code of eight digits. */
const VECTORS: readonly (readonly [number, TotpHash, string])[] = [
  [59, 'sha1', '94287082'],
  [59, 'sha256', '46119246'],
  [59, 'sha512', '90693936'],
  [1_111_111_109, 'sha1', '07081804'],
  [1_111_111_109, 'sha256', '68084774'],
  [1_111_111_109, 'sha512', '25091201'],
  [1_111_111_111, 'sha1', '14050471'],
  [1_111_111_111, 'sha256', '67062674'],
  [1_111_111_111, 'sha512', '99943326'],
  [1_234_567_890, 'sha1', '89005924'],
  [1_234_567_890, 'sha256', '91819424'],
  [1_234_567_890, 'sha512', '93441116'],
  [2_000_000_000, 'sha1', '69279037'],
  [2_000_000_000, 'sha256', '90698825'],
  [2_000_000_000, 'sha512', '38618901'],
  [20_000_000_000, 'sha1', '65353130'],
  [20_000_000_000, 'sha256', '77737706'],
  [20_000_000_000, 'sha512', '47863826'],
]
const SECRETS: Readonly<Record<TotpHash, Buffer>> = {
  sha1: Buffer.from('12345678901234567890'),
  sha256: Buffer.from('12345678901234567890123456789012'),
  sha512: Buffer.from('1234567890123456789012345678901234567890123456789012345678901234'),
}
const SECRET = SECRETS.sha1

describe('the code of the second step', () => {
  it('is that of RFC 6238 in all 18 vectors', () => {
    for (const [seconds, hash, code] of VECTORS)
      expect(totpCode(SECRETS[hash], stepAt(seconds), 8, hash), `${seconds} ${hash}`).to.equal(code)
  })

  it('is found one step before and after now, and no further', () => {
    const now = 1_234_567_890
    for (const offset of [-2, -1, 0, 1, 2]) {
      const step = stepAt(now) + offset
      expect(findStep(SECRET, totpCode(SECRET, step), now), String(offset)).to.equal(
        Math.abs(offset) <= 1 ? step : null,
      )
    }
  })

  it('may be typed with a blank in it; anything but six digits is none', () => {
    const code = totpCode(SECRET, stepAt(59))
    expect(findStep(SECRET, `${code.slice(0, 3)} ${code.slice(3)} `, 59)).to.equal(1)
    for (const typed of ['', '12345', `${code}0`, 'abcdef', '٣٣٣٣٣٣', `${code.slice(0, 5)}x`])
      expect(findStep(SECRET, typed, 59), typed).to.equal(null)
  })

  it('comes from a secret that apps can take: base32 of RFC 4648, in an otpauth address', () => {
    const known = { f: 'MY', fo: 'MZXQ', foo: 'MZXW6', foob: 'MZXW6YQ', fooba: 'MZXW6YTB', foobar: 'MZXW6YTBOI' }
    for (const [text, expected] of Object.entries(known)) expect(toBase32(Buffer.from(text))).to.equal(expected)
    expect(otpauthUri(SECRET, 'Said & Done', 'a@b.example')).to.equal(
      'otpauth://totp/Said%20%26%20Done:a%40b.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Said%20%26%20Done&digits=6&period=30',
    )
  })
})
