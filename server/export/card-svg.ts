import { measureText, wrapText } from './font-metrics.ts'
import { RULE, SOFT, svgBrand, svgDocument, svgShape, svgText, type ColouredShape } from './svg.ts'

export interface CardBlock {
  readonly count: string
  readonly label: string
  readonly shapes: readonly ColouredShape[]
  /** Lines of 27 marks. */
  readonly lineCount: number
}
export interface Card {
  readonly council: string
  readonly title: string
  readonly finding: string
  readonly blocks: readonly CardBlock[]
  readonly foot: string
}

export const CARD_SIZE = { width: 1200, height: 630 } as const
const textX = 64
const textWidth = 570
const blockX = 704
const markUnits = 12
const largestMarkScale = 1.3
const dotsHeight = 286

/** The largest size at which the finding takes at most seven lines and ends above the rule. */
const fitFinding = (finding: string): { readonly size: number; readonly lines: readonly string[] } => {
  for (let size = 46; size > 24; size -= 2) {
    const lines = wrapText(finding, size, 700, textWidth)
    if (lines.length * size * 1.22 <= 330) return { size, lines }
  }
  return { size: 24, lines: wrapText(finding, 24, 700, textWidth) }
}

const findingParts = (finding: string): readonly string[] => {
  const { size, lines } = fitFinding(finding)
  return lines.map((line, place) =>
    svgText(textX, Math.round(158 + size * (1 + place * 1.22)), line, { size, weight: 700 }),
  )
}

const blockParts = (blocks: readonly CardBlock[]): readonly string[] => {
  const lineCount = blocks.reduce((sum, block) => sum + block.lineCount, 0)
  const scale = Math.min(largestMarkScale, dotsHeight / (lineCount * markUnits))
  let y = 88
  return blocks.flatMap(({ count, label, shapes, lineCount: lines }) => {
    const labelX = blockX + measureText(count, 32, 700) + 12
    const parts = [
      svgText(blockX, y, count, { size: 32, weight: 700 }),
      svgText(Math.round(labelX), y, label, { size: 25 }),
      `<g transform="translate(${blockX} ${y + 14}) scale(${scale.toFixed(3)})">${shapes.map(svgShape).join('')}</g>`,
    ]
    y += Math.round(14 + lines * markUnits * scale + 54)
    return parts
  })
}

const fitLine = (text: string, size: number, weight: 400 | 700, width: number): string =>
  wrapText(text, size, weight, width)[0] === text ? text : `${wrapText(text, size, weight, width - size)[0] ?? ''} …`

/** The share card of one consultation: the finding in words, and three blocks that add up to all points. */
export const cardSvg = ({ council, title, finding, blocks, foot }: Card): string =>
  svgDocument(CARD_SIZE, { title: `${title}, ${council}`, description: finding }, [
    svgText(textX, 92, fitLine(council, 28, 400, textWidth), { size: 28, fill: SOFT }),
    svgText(textX, 132, fitLine(title, 30, 700, textWidth), { size: 30, weight: 700 }),
    ...findingParts(finding),
    ...blockParts(blocks),
    `<path d="M64 548h1072" stroke="${RULE}" stroke-width="2"/>`,
    svgBrand(64, 575, 1.48),
    svgText(124, 596, 'Said & Done', { size: 27, weight: 700 }),
    svgText(Math.round(124 + measureText('Said & Done', 27, 700) + 18), 596, foot, { size: 23, fill: SOFT }),
  ])
