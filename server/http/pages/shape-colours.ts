import type { ColouredShape } from '../../export/svg.ts'
import type { Shape } from './marks.ts'

interface Colours {
  readonly fill: string
  readonly stroke: string
}

/** What the style sheet says of each class, for pictures that stand without it. */
const COLOURS: Readonly<Record<string, Colours>> = {
  'fill-change': { fill: '#14505C', stroke: 'none' },
  'ring-already': { fill: 'none', stroke: '#14505C' },
  'fill-already': { fill: '#14505C', stroke: 'none' },
  'fill-reason': { fill: '#5389B5', stroke: 'none' },
  cut: { fill: 'none', stroke: '#FBFAF7' },
  'fill-later': { fill: '#6B665C', stroke: 'none' },
  'ring-none': { fill: 'none', stroke: '#C4500A' },
  'fill-undec': { fill: '#757A7E', stroke: 'none' },
  'ring-wait': { fill: 'none', stroke: '#757A7E' },
}

export const colourShape = ({ cssClass, d, strokeWidth, dash }: Shape): ColouredShape => {
  const colours = COLOURS[cssClass]
  if (colours === undefined) throw new Error(`No colour is given for marks of the class "${cssClass}".`)
  return { ...colours, d, strokeWidth, dash }
}
