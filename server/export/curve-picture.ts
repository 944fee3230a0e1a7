import { INK, RULE, SOFT, svgBrand, svgDocument, svgText } from './svg.ts'

/** A curve of waits as a picture of its own. Paths are drawn for `curveArea`. */
export interface CurvePicture {
  readonly title: string
  readonly subtitleLines: readonly string[]
  readonly description: string
  readonly line: string
  readonly band: string
  readonly open: string
  readonly middle: string
  readonly last: string
  readonly source: string
}

export const curveArea = { width: 800, height: 340 } as const
const width = 960
const left = 100
const top = 150

export const drawCurvePicture = (picture: CurvePicture): string => {
  const bottom = top + curveArea.height
  const right = left + curveArea.width
  const level = (words: string, y: number): string =>
    svgText(left - 14, y + 6, words, { size: 17, fill: SOFT, anchor: 'end' })
  return svgDocument({ width, height: bottom + 120 }, { title: picture.title, description: picture.description }, [
    svgText(40, 56, picture.title, { size: 30, weight: 700 }),
    ...picture.subtitleLines.map((line, place) => svgText(40, 88 + place * 24, line, { size: 17, fill: SOFT })),
    `<g transform="translate(${left} ${top})"><path d="${picture.band}" fill="${RULE}"/><path d="M0 0V${curveArea.height}H${curveArea.width}" fill="none" stroke="${SOFT}" stroke-width="2"/><path d="${picture.line}" fill="none" stroke="${INK}" stroke-width="3.5"/><path d="${picture.open}" fill="none" stroke="${INK}" stroke-width="2.5"/></g>`,
    level('100%', top),
    level('50%', top + curveArea.height / 2),
    level('0', bottom),
    svgText(left, bottom + 30, '0', { size: 17, fill: SOFT }),
    svgText(left + curveArea.width / 2, bottom + 30, picture.middle, { size: 17, fill: SOFT, anchor: 'middle' }),
    svgText(right, bottom + 30, picture.last, { size: 17, fill: SOFT, anchor: 'end' }),
    svgText(40, bottom + 88, picture.source, { size: 16, fill: SOFT }),
    svgBrand(width - 40 - 51, bottom + 74, 1.5),
  ])
}
