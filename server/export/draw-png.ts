import { Resvg } from '@resvg/resvg-js'
import { FONT_FILES, pictureFont } from './font-metrics.ts'

/** Pixels: for a web page, and for print. */
export const PICTURE_WIDTHS = [1200, 2400] as const

const mostHeld = 64
const held = new Map<string, Buffer>()

/** With our own font at hand, letters stand as the font has them. */
const withoutWidths = (svg: string): string => svg.replaceAll(/ textLength="\d+" lengthAdjust="spacingAndGlyphs"/g, '')

const draw = (svg: string, widthPx: number): Buffer =>
  new Resvg(withoutWidths(svg), {
    fitTo: { mode: 'width', value: widthPx },
    font: { loadSystemFonts: false, fontFiles: [...FONT_FILES], defaultFontFamily: pictureFont },
  })
    .render()
    .asPng()

/**
 * An SVG of ours as PNG, `widthPx` wide. Only our own font is used, so the picture is the same on every machine. The last ones drawn are
 * kept: the same SVG gives the same picture.
 */
export const drawPng = (svg: string, widthPx: number): Buffer => {
  const key = `${widthPx} ${svg}`
  const known = held.get(key)
  if (known !== undefined) return known
  const png = draw(svg, widthPx)
  if (held.size >= mostHeld) held.delete(held.keys().next().value ?? key)
  held.set(key, png)
  return png
}
