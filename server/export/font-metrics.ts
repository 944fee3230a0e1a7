import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Weight = 400 | 700
export const pictureFont = 'Schibsted Grotesk'

/** Advance of each character, in units of the font's square. */
interface Metrics {
  readonly unitsPerSquare: number
  readonly advanceOf: (codePoint: number) => number | null
}

const folder = fileURLToPath(new URL('../../dist/fonts/', import.meta.url))
/** Built by "npm run build" from the package of the font. */
export const FONT_FILES: readonly string[] = ['latin-400', 'latin-700', 'latin-ext-400', 'latin-ext-700'].map(
  name => `${folder}schibsted-grotesk-${name}.ttf`,
)

const readDirectory = (font: Buffer): ReadonlyMap<string, Buffer> => {
  const tables = new Map<string, Buffer>()
  for (let place = 0; place < font.readUInt16BE(4); place += 1) {
    const at = 12 + place * 16
    const offset = font.readUInt32BE(at + 8)
    tables.set(font.toString('latin1', at, at + 4), font.subarray(offset, offset + font.readUInt32BE(at + 12)))
  }
  return tables
}

const tableOf = (tables: ReadonlyMap<string, Buffer>, tag: string): Buffer => {
  const table = tables.get(tag)
  if (table === undefined) throw new Error(`The font has no table "${tag}". Run "npm run build" again.`)
  return table
}

/** Glyph of each character, from the segment table that every font has (cmap format 4: characters up to U+FFFF). */
const readGlyphs = (cmap: Buffer): ReadonlyMap<number, number> => {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, place) => cmap.readUInt32BE(4 + place * 8 + 4))
  const start = offsets.find(offset => cmap.readUInt16BE(offset) === 4)
  if (start === undefined) throw new Error('The font has no character table of format 4.')
  const table = cmap.subarray(start)
  const doubledCount = table.readUInt16BE(6)
  const glyphs = new Map<number, number>()
  for (let at = 0; at < doubledCount; at += 2) {
    const last = table.readUInt16BE(14 + at)
    const first = table.readUInt16BE(16 + doubledCount + at)
    const delta = table.readUInt16BE(16 + doubledCount * 2 + at)
    const rangeAt = 16 + doubledCount * 3 + at
    const range = table.readUInt16BE(rangeAt)
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const raw = range === 0 ? code : table.readUInt16BE(rangeAt + range + (code - first) * 2)
      if (raw !== 0) glyphs.set(code, (raw + delta) & 0xffff)
    }
  }
  return glyphs
}

const readMetrics = (file: string): Metrics => {
  const tables = readDirectory(readFileSync(file))
  const glyphs = readGlyphs(tableOf(tables, 'cmap'))
  const widths = tableOf(tables, 'hmtx')
  const widthCount = tableOf(tables, 'hhea').readUInt16BE(34)
  return {
    unitsPerSquare: tableOf(tables, 'head').readUInt16BE(18),
    advanceOf: code => {
      const glyph = glyphs.get(code)
      return glyph === undefined ? null : widths.readUInt16BE(Math.min(glyph, widthCount - 1) * 4)
    },
  }
}

const known = new Map<Weight, readonly Metrics[]>()
const metricsOf = (weight: Weight): readonly Metrics[] => {
  const held = known.get(weight)
  if (held !== undefined) return held
  const read = FONT_FILES.filter(file => file.endsWith(`-${weight}.ttf`)).map(readMetrics)
  known.set(weight, read)
  return read
}

/** A character no font of ours holds is taken as this wide. */
const unknownAdvanceShare = 0.6

/** Width of a text in pixels, without kerning, which only ever makes it narrower. */
export const measureText = (text: string, sizePx: number, weight: Weight): number => {
  let width = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const share = metricsOf(weight)
      .map(({ advanceOf, unitsPerSquare }) => {
        const advance = advanceOf(code)
        return advance === null ? null : advance / unitsPerSquare
      })
      .find(found => found !== null)
    width += (share ?? unknownAdvanceShare) * sizePx
  }
  return width
}

/** A text broken at its spaces into lines no wider than `widthPx`; one long word may stand out. */
export const wrapText = (text: string, sizePx: number, weight: Weight, widthPx: number): readonly string[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && measureText(longer, sizePx, weight) <= widthPx) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
