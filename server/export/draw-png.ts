import { Resvg } from '@resvg/resvg-js'
import { FONT_FILES, pictureFont } from './font-metrics.ts'

/** With our own font at hand, letters stand as the font has them. */
const withoutWidths = (svg: string): string => svg.replaceAll(/ textLength="\d+" lengthAdjust="spacingAndGlyphs"/g, '')

/** An SVG of ours as PNG, `widthPx` wide. Only our own font is used, so the picture is the same on every machine. */
export const drawPng = (svg: string, widthPx: number): Buffer =>
  new Resvg(withoutWidths(svg), {
    fitTo: { mode: 'width', value: widthPx },
    font: { loadSystemFonts: false, fontFiles: [...FONT_FILES], defaultFontFamily: pictureFont },
  })
    .render()
    .asPng()
