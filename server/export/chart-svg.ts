import { measureText, wrapText } from './font-metrics.ts'
import { INK, RULE, SOFT, svgBrand, svgDocument, svgShape, svgText, type ColouredShape } from './svg.ts'

/** What every chart says of itself: without title, description and source none is drawn. */
export interface ChartWords {
  readonly title: string
  readonly subtitle: string
  readonly description: string
  readonly source: string
}
export interface MarkRow {
  readonly count: string
  readonly name: string
  readonly shapes: readonly ColouredShape[]
  /** Height of the marks in their own units, 12 a line. */
  readonly units: number
}
export interface MarkGroup {
  readonly heading: string
  readonly rows: readonly MarkRow[]
}
export interface BarLook {
  readonly name: string
  readonly fill: string
  readonly stroke: string
  /** Colour of a number that stands on the bar, and of the ground under it where the bar is patterned. */
  readonly ink: string
  readonly ground: string | null
}
export interface BarRow {
  readonly name: string
  readonly counts: readonly number[]
  readonly total: string
}

export const CHART_WIDTH = 1200
const edge = 48
const inner = CHART_WIDTH - edge * 2

interface Placed {
  readonly parts: readonly string[]
  readonly bottom: number
}

const head = ({ title, subtitle }: ChartWords): Placed => {
  const titleLines = wrapText(title, 36, 700, inner)
  const parts = titleLines.map((line, place) => svgText(edge, 76 + place * 44, line, { size: 36, weight: 700 }))
  const under = 76 + titleLines.length * 44 - 4
  const lines = wrapText(subtitle, 22, 400, inner)
  return {
    parts: [...parts, ...lines.map((line, place) => svgText(edge, under + place * 30, line, { size: 22, fill: SOFT }))],
    bottom: under + lines.length * 30,
  }
}

const foot = ({ source }: ChartWords, top: number): Placed => {
  const lines = wrapText(source, 19, 400, inner - 74)
  return {
    parts: [
      `<path d="M${edge} ${top}h${inner}" stroke="${RULE}" stroke-width="2"/>`,
      svgBrand(edge, top + 20, 1.3),
      ...lines.map((line, place) => svgText(edge + 66, top + 38 + place * 26, line, { size: 19, fill: SOFT })),
    ],
    bottom: top + 38 + lines.length * 26 + 6,
  }
}

const whole = (words: ChartWords, body: (top: number) => Placed): string => {
  const top = head(words)
  const middle = body(top.bottom)
  const end = foot(words, middle.bottom)
  return svgDocument({ width: CHART_WIDTH, height: end.bottom }, words, [...top.parts, ...middle.parts, ...end.parts])
}

const markScale = 1.72
const marksX = 590

const markRow = ({ count, name, shapes, units }: MarkRow, top: number): Placed => {
  const height = Math.max(58, Math.round(units * markScale) + 26)
  return {
    parts: [
      svgText(edge + 84, top + 34, count, { size: 34, weight: 700, anchor: 'end' }),
      svgText(edge + 98, top + 33, name, { size: 25 }),
      `<g transform="translate(${marksX} ${top + 12}) scale(${markScale})">${shapes.map(svgShape).join('')}</g>`,
    ],
    bottom: top + height,
  }
}

/** A row of marks for each result, as on the page. */
export const marksSvg = (words: ChartWords, groups: readonly MarkGroup[]): string =>
  whole(words, start => {
    let top = start + 6
    const parts = groups.flatMap(({ heading, rows }) => {
      const isNamed = heading !== ''
      const own = [
        `<path d="M${edge} ${top + (isNamed ? 46 : 8)}h${inner}" stroke="${INK}" stroke-width="2"/>`,
        ...(isNamed ? [svgText(edge, top + 34, heading, { size: 24, weight: 700 })] : []),
      ]
      top += isNamed ? 54 : 16
      for (const row of rows) {
        const placed = markRow(row, top)
        own.push(...placed.parts)
        top = placed.bottom
      }
      return own
    })
    return { parts, bottom: top + 16 }
  })

const PATTERNS =
  '<defs><pattern id="p-none" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#F7DCC9"/><rect width="3" height="7" fill="#C4500A"/></pattern><pattern id="p-later" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#E9E6DE"/><rect width="2" height="6" fill="#6B665C"/></pattern><pattern id="p-wait" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#EBEAE6"/><circle cx="3" cy="3" r="1.15" fill="#757A7E"/></pattern></defs>'

const barX = 360
const barWidth = CHART_WIDTH - edge - barX - 56
const barHeight = 34
const gap = 2

const keyOf = (looks: readonly BarLook[], start: number): Placed => {
  let x = edge
  let top = start + 14
  const parts = looks.flatMap(({ name, fill, stroke }) => {
    const width = 34 + measureText(name, 20, 400) + 26
    if (x + width > CHART_WIDTH - edge) {
      x = edge
      top += 34
    }
    const at = x
    x += width
    return [
      `<rect x="${at.toFixed(1)}" y="${top}" width="26" height="16" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>`,
      svgText(Math.round(at + 34), top + 15, name, { size: 20 }),
    ]
  })
  return { parts, bottom: top + 34 }
}

const numberOn = (text: string, x: number, y: number, { ink, ground }: BarLook): readonly string[] => {
  const width = measureText(text, 19, 700) + 10
  return [
    ...(ground === null
      ? []
      : [
          `<rect x="${(x - width / 2).toFixed(1)}" y="${y + 6}" width="${width.toFixed(1)}" height="22" rx="3" fill="${ground}"/>`,
        ]),
    svgText(Math.round(x), y + 24, text, { size: 19, weight: 700, fill: ink, anchor: 'middle' }),
  ]
}

/** On one line, else on two smaller ones. */
const rowName = (name: string, top: number): readonly string[] => {
  const width = barX - edge - 16
  const x = barX - 16
  if (measureText(name, 21, 400) <= width) return [svgText(x, top + 24, name, { size: 21, anchor: 'end' })]
  const [first = '', second, ...rest] = wrapText(name, 17, 400, width)
  return [
    svgText(x, top + 14, first, { size: 17, anchor: 'end' }),
    svgText(x, top + 33, `${second ?? ''}${rest.length > 0 ? ' …' : ''}`, { size: 17, anchor: 'end' }),
  ]
}

const barRow = (row: BarRow, looks: readonly BarLook[], most: number, top: number): readonly string[] => {
  let x = barX
  const bars = row.counts.flatMap((count, place) => {
    const look = looks[place]
    if (count === 0 || look === undefined) return []
    const width = (count / most) * barWidth
    const at = x
    x += width
    const text = String(count)
    const isRoomy = width >= measureText(text, 19, 700) + 14
    return [
      `<rect x="${at.toFixed(1)}" y="${top}" width="${Math.max(1, width - gap).toFixed(1)}" height="${barHeight}" fill="${look.fill}" stroke="${look.stroke}" stroke-width="1.5"/>`,
      ...(isRoomy ? numberOn(text, at + (width - gap) / 2, top, look) : []),
    ]
  })
  return [
    ...rowName(row.name, top),
    ...bars,
    svgText(Math.round(x + 10), top + 24, row.total, { size: 20, weight: 700, fill: SOFT }),
  ]
}

/** Stacked bars, one for each row of the table, in its order and with its numbers. */
export const barsSvg = (words: ChartWords, looks: readonly BarLook[], rows: readonly BarRow[]): string =>
  whole(words, start => {
    const key = keyOf(looks, start)
    const most = Math.max(1, ...rows.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0)))
    const step = barHeight + 14
    return {
      parts: [
        PATTERNS,
        ...key.parts,
        ...rows.flatMap((row, place) => barRow(row, looks, most, key.bottom + 8 + place * step)),
      ],
      bottom: key.bottom + 8 + rows.length * step + 12,
    }
  })
