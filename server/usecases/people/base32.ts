/** RFC 4648, without padding: what authenticator apps take, and easy to read out. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export const toBase32 = (bytes: Uint8Array): string => {
  let text = ''
  let bits = 0
  let bitCount = 0
  for (const byte of bytes) {
    bits = (bits << 8) | byte
    bitCount += 8
    while (bitCount >= 5) {
      text += LETTERS[(bits >>> (bitCount - 5)) & 31] ?? ''
      bitCount -= 5
    }
    bits &= (1 << bitCount) - 1
  }
  return bitCount === 0 ? text : text + (LETTERS[(bits << (5 - bitCount)) & 31] ?? '')
}
