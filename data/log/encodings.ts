/** Bytes ↔ text, strict: a text that is not exactly what the encoder would write is null, never repaired. */
const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
export const toUtf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8')

/** Lower-case hexadecimal only. */
export const fromHex = (text: string): Uint8Array | null => {
  const bytes = Buffer.from(text, 'hex')
  return bytes.toString('hex') === text ? bytes : null
}

/** RFC 4648 section 4 with padding and with zero spare bits; white space and the URL alphabet are refused. */
export const fromBase64 = (text: string): Uint8Array | null => {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}

export const fromUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return STRICT_UTF8.decode(bytes)
  } catch {
    return null
  }
}

export const areEqual = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0

/** ASCII decimal without leading zeros, up to 2^53 − 1: more would be rounded, so it is refused. */
export const readDecimal = (text: string): number | null => {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return null
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : null
}
