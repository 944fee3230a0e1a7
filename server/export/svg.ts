import { measureText, pictureFont, type Weight } from './font-metrics.ts'

export const INK = '#1B1F23'
export const SOFT = '#4F565D'
export const PAPER = '#FBFAF7'
export const RULE = '#DAD6CD'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML: the four signs as entities, and characters that XML 1.0 forbids left out. */
export const xmlText = (text: string): string =>
  text
    // Exactly the characters that XML 1.0 does not allow.
    .replace(
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDFFF](?![\uDC00-\uDFFF])(?<![\uD800-\uDBFF][\uDC00-\uDFFF])/g,
      '',
    )
    .replace(/[&<>"]/g, sign => ENTITIES[sign] ?? sign)

export interface TextStyle {
  readonly size: number
  readonly weight?: Weight
  readonly fill?: string
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** Every text says how wide it is in our font, so that it fits where another font stands in. */
export const svgText = (
  x: number,
  y: number,
  text: string,
  { size, weight = 400, fill = INK, anchor = 'start' }: TextStyle,
): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}" textLength="${Math.round(measureText(text, size, weight))}" lengthAdjust="spacingAndGlyphs">${xmlText(text)}</text>`

export interface ColouredShape {
  readonly d: string
  readonly fill: string
  readonly stroke: string
  readonly strokeWidth: string
  readonly dash: string
}

export const svgShape = ({ d, fill, stroke, strokeWidth, dash }: ColouredShape): string =>
  `<path d="${d}" fill="${fill}" stroke="${stroke}" stroke-width="${strokeWidth}" stroke-dasharray="${dash}"/>`

/** Two circles on a line: the mark of the site, 34 by 16. */
export const svgBrand = (x: number, y: number, scale: number): string =>
  `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M8 8h12.5" stroke="${INK}" stroke-width="2.5"/><circle cx="8" cy="8" r="7" fill="${INK}"/><circle cx="26" cy="8" r="5.75" fill="none" stroke="${INK}" stroke-width="2.5"/></g>`

/** A whole picture with its name and description, for those who cannot see it. */
export const svgDocument = (
  size: { readonly width: number; readonly height: number },
  { title, description }: { readonly title: string; readonly description: string },
  parts: readonly string[],
): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="t d" font-family="${pictureFont}, system-ui, sans-serif">`,
    `<title id="t">${xmlText(title)}</title><desc id="d">${xmlText(description)}</desc>`,
    `<rect width="${size.width}" height="${size.height}" fill="${PAPER}"/>`,
    ...parts,
    '</svg>',
  ].join('\n')
