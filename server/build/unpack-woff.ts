import { inflateSync } from 'node:zlib'

const headerBytes = 44
const entryBytes = 20

interface Table {
  readonly tag: string
  readonly checksum: number
  readonly data: Buffer
}

const readTables = (woff: Buffer): readonly Table[] => {
  const tableCount = woff.readUInt16BE(12)
  return Array.from({ length: tableCount }, (_, place) => {
    const at = headerBytes + place * entryBytes
    const offset = woff.readUInt32BE(at + 4)
    const packed = woff.subarray(offset, offset + woff.readUInt32BE(at + 8))
    const lengthBytes = woff.readUInt32BE(at + 12)
    return {
      tag: woff.toString('latin1', at, at + 4),
      checksum: woff.readUInt32BE(at + 16),
      data: packed.length < lengthBytes ? inflateSync(packed) : packed,
    }
  })
}

const padded = (lengthBytes: number): number => Math.ceil(lengthBytes / 4) * 4

/**
 * WOFF 1.0 → TTF: the same tables, unpacked, under a plain header (W3C WOFF 1.0, sections 3 to 5). Pictures are drawn
 * from TTF; the package of our font ships WOFF alone. WOFF2 is another format and is refused.
 */
export const unpackWoff = (woff: Buffer): Buffer => {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no WOFF 1.0 file.')
  const tables = readTables(woff)
  const power = Math.floor(Math.log2(tables.length))
  const header = Buffer.alloc(12 + tables.length * 16)
  header.writeUInt32BE(woff.readUInt32BE(4), 0)
  header.writeUInt16BE(tables.length, 4)
  header.writeUInt16BE(2 ** power * 16, 6)
  header.writeUInt16BE(power, 8)
  header.writeUInt16BE((tables.length - 2 ** power) * 16, 10)
  let offset = header.length
  const bodies = tables.map(({ tag, checksum, data }, place) => {
    const at = 12 + place * 16
    header.write(tag, at, 'latin1')
    header.writeUInt32BE(checksum, at + 4)
    header.writeUInt32BE(offset, at + 8)
    header.writeUInt32BE(data.length, at + 12)
    const body = Buffer.alloc(padded(data.length))
    data.copy(body)
    offset += body.length
    return body
  })
  return Buffer.concat([header, ...bodies])
}
