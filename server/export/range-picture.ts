import { wrapText } from './font-metrics.ts'
import { INK, RULE, SOFT, svgBrand, svgDocument, svgText } from './svg.ts'

/** Shares with their ranges, one below the other on an axis from 0 to 100: a picture of its own, to be saved and shared. */
export interface RangePicture {
  readonly title: string
  readonly subtitle: string
  readonly source: string
  readonly rows: readonly (
    | { readonly kind: 'heading'; readonly text: string }
    | {
        readonly kind: 'share'
        readonly label: string
        /** "7 of 20, 35.0%, range 18.1 to 56.7%", or what stands for a hidden group. */
        readonly words: string
        /** In units of 0–100; null where there is nothing to draw. */
        readonly range: { readonly x: number; readonly width: number; readonly middle: number } | null
      }
  )[]
}

const width = 960
const left = 40
const axisWidth = width - 2 * left
const headingHeight = 44
const rowHeight = 62

const at = (place: number): number => left + (place / 100) * axisWidth

const drawRow = (row: RangePicture['rows'][number], y: number): readonly string[] => {
  if (row.kind === 'heading') return [svgText(left, y + 30, row.text, { size: 19, weight: 700 })]
  const strip =
    row.range === null
      ? []
      : [
          `<rect x="${at(row.range.x)}" y="${y + 32}" width="${(row.range.width / 100) * axisWidth}" height="12" fill="${SOFT}"/>`,
          `<rect x="${at(row.range.middle) - 2.5}" y="${y + 27}" width="5" height="22" fill="${INK}"/>`,
        ]
  return [
    svgText(left, y + 19, row.label, { size: 18 }),
    svgText(width - left, y + 19, row.words, { size: 18, anchor: 'end' }),
    `<path d="M${left} ${y + 38}H${width - left}" stroke="${RULE}" stroke-width="2"/>`,
    ...strip,
  ]
}

export const drawRangePicture = ({ title, subtitle, source, rows }: RangePicture): string => {
  const titleLines = wrapText(title, 30, 700, axisWidth)
  const subtitleLines = wrapText(subtitle, 18, 400, axisWidth)
  const start = 44 + titleLines.length * 36 + subtitleLines.length * 25 + 10
  let y = start
  const drawn = rows.flatMap(row => {
    const parts = drawRow(row, y)
    y += row.kind === 'heading' ? headingHeight : rowHeight
    return parts
  })
  const words = rows.flatMap(row => (row.kind === 'heading' ? [] : [`${row.label}: ${row.words.replace(/\.$/, '')}.`]))
  const axis = [
    svgText(left, y + 20, '0', { size: 16, fill: SOFT }),
    svgText(width - left, y + 20, '100%', { size: 16, fill: SOFT, anchor: 'end' }),
  ]
  return svgDocument({ width, height: y + 90 }, { title, description: words.join(' ') }, [
    ...titleLines.map((line, place) => svgText(left, 54 + place * 36, line, { size: 30, weight: 700 })),
    ...subtitleLines.map((line, place) =>
      svgText(left, 50 + titleLines.length * 36 + place * 25, line, { size: 18, fill: SOFT }),
    ),
    ...drawn,
    ...axis,
    svgText(left, y + 66, source, { size: 16, fill: SOFT }),
    svgBrand(width - left - 51, y + 52, 1.5),
  ])
}
