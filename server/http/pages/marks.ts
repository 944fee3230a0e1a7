// Longer than most: every mark, pin and line that is drawn, so that they can be told apart in one place.
import type { Group } from '../../../analysis/finding.ts'
import type { Pin } from '../../usecases/describe-trail.ts'

/** One path of a drawing. Every attribute is always there, so that templates need no choices. */
export interface Shape {
  readonly cssClass: string
  readonly d: string
  readonly strokeWidth: string
  readonly dash: string
}

const two = (value: number): string => String(Math.round(value * 100) / 100)

const circle = (x: number, y: number, radius: number): string =>
  `M${two(x - radius)} ${two(y)}a${radius} ${radius} 0 1 0 ${two(radius * 2)} 0a${radius} ${radius} 0 1 0 ${two(-radius * 2)} 0z`

interface Stroke {
  readonly cssClass: string
  readonly strokeWidth?: number
  readonly dash?: string
  /** Path of one mark whose middle is at x, y. */
  readonly at: (x: number, y: number) => string
}

const shape = ({ cssClass, strokeWidth = 0, dash = 'none' }: Stroke, d: string): Shape => ({
  cssClass,
  d,
  strokeWidth: String(strokeWidth),
  dash,
})

/** The seven marks as drawn in rows of dots, 12 units apart. Told apart by form before colour. */
const DOTS: Readonly<Record<Group, readonly Stroke[]>> = {
  'change-made': [{ cssClass: 'fill-change', at: (x, y) => circle(x, y, 4.7) }],
  'already-in-the-plan': [
    { cssClass: 'ring-already', strokeWidth: 1.5, at: (x, y) => circle(x, y, 3.95) },
    { cssClass: 'fill-already', at: (x, y) => circle(x, y, 1.85) },
  ],
  'turned-down-with-a-reason': [
    { cssClass: 'fill-reason', at: (x, y) => circle(x, y, 4.7) },
    { cssClass: 'cut', strokeWidth: 1.7, at: (x, y) => `M${two(x - 2.5)} ${y}h5` },
  ],
  'put-off': [{ cssClass: 'fill-later', at: (x, y) => `M${two(x - 3.3)} ${two(y - 4.5)}l7.8 4.5l-7.8 4.5z` }],
  'no-answer-found': [{ cssClass: 'ring-none', strokeWidth: 1.9, at: (x, y) => circle(x, y, 3.75) }],
  'not-decided-yet': [
    {
      cssClass: 'fill-undec',
      at: (x, y) => `M${two(x - 3.3)} ${y - 4}h2.3v8h-2.3zM${two(x + 1)} ${y - 4}h2.3v8h-2.3z`,
    },
  ],
  'not-checked-yet': [{ cssClass: 'ring-wait', strokeWidth: 1.2, dash: '1.7 1.25', at: (x, y) => circle(x, y, 3.2) }],
}

/** The same marks, alone, in a box of 14. */
const SINGLES: Readonly<Record<Group, readonly Stroke[]>> = {
  'change-made': [{ cssClass: 'fill-change', at: (x, y) => circle(x, y, 6) }],
  'already-in-the-plan': [
    { cssClass: 'ring-already', strokeWidth: 1.9, at: (x, y) => circle(x, y, 5.1) },
    { cssClass: 'fill-already', at: (x, y) => circle(x, y, 2.5) },
  ],
  'turned-down-with-a-reason': [
    { cssClass: 'fill-reason', at: (x, y) => circle(x, y, 6) },
    { cssClass: 'cut', strokeWidth: 2.2, at: (x, y) => `M${two(x - 3.2)} ${y}h6.4` },
  ],
  'put-off': [{ cssClass: 'fill-later', at: (x, y) => `M${two(x - 4.4)} ${two(y - 5.6)}l10 5.6l-10 5.6z` }],
  'no-answer-found': [{ cssClass: 'ring-none', strokeWidth: 2.4, at: (x, y) => circle(x, y, 5) }],
  'not-decided-yet': [
    { cssClass: 'fill-undec', at: (x, y) => `M${two(x - 4.2)} ${y - 5}h3v10h-3zM${two(x + 1.2)} ${y - 5}h3v10h-3z` },
  ],
  'not-checked-yet': [{ cssClass: 'ring-wait', strokeWidth: 1.8, dash: '2.4 1.7', at: (x, y) => circle(x, y, 5) }],
}

/** Large marks, ten in a row, 40 units apart. */
const TENS: Readonly<Record<Group, readonly Stroke[]>> = {
  'change-made': [{ cssClass: 'fill-change', at: (x, y) => circle(x, y, 16) }],
  'already-in-the-plan': [
    { cssClass: 'ring-already', strokeWidth: 5, at: (x, y) => circle(x, y, 13.5) },
    { cssClass: 'fill-already', at: (x, y) => circle(x, y, 6.4) },
  ],
  'turned-down-with-a-reason': [
    { cssClass: 'fill-reason', at: (x, y) => circle(x, y, 16) },
    { cssClass: 'cut', strokeWidth: 5, at: (x, y) => `M${two(x - 8.5)} ${y}h17` },
  ],
  'put-off': [{ cssClass: 'fill-later', at: (x, y) => `M${two(x - 11)} ${two(y - 15)}l26 15l-26 15z` }],
  'no-answer-found': [{ cssClass: 'ring-none', strokeWidth: 4, at: (x, y) => circle(x, y, 14) }],
  'not-decided-yet': [
    { cssClass: 'fill-undec', at: (x, y) => `M${two(x - 11)} ${y - 13}h8v26h-8zM${two(x + 3)} ${y - 13}h8v26h-8z` },
  ],
  'not-checked-yet': [{ cssClass: 'ring-wait', strokeWidth: 3, dash: '5 4', at: (x, y) => circle(x, y, 14) }],
}

const perLine = 27
const dotUnits = 12

export interface Drawing {
  readonly viewBox: string
  readonly shapes: readonly Shape[]
}

/** Rows of one mark, 27 a line, all of one size; one path for each part of the mark. */
export const drawDots = (group: Group, markCount: number): Drawing => {
  const places = Array.from({ length: markCount }, (_, i) => ({
    x: (i % perLine) * dotUnits + 6,
    y: Math.floor(i / perLine) * dotUnits + 6,
  }))
  const lines = Math.max(1, Math.ceil(markCount / perLine))
  return {
    viewBox: `0 0 ${perLine * dotUnits} ${lines * dotUnits}`,
    shapes: DOTS[group].map(stroke => shape(stroke, places.map(({ x, y }) => stroke.at(x, y)).join(''))),
  }
}

/** Marks of several groups one after the other in the same rows: the blocks of the share card and of the embed. */
export const drawFlow = (groups: readonly { readonly group: Group; readonly markCount: number }[]): Drawing => {
  const markCount = groups.reduce((sum, one) => sum + one.markCount, 0)
  let next = 0
  const shapes = groups.flatMap(({ group, markCount: count }) => {
    const places = Array.from({ length: count }, (_, i) => ({
      x: ((next + i) % perLine) * dotUnits + 6,
      y: Math.floor((next + i) / perLine) * dotUnits + 6,
    }))
    next += count
    return count === 0
      ? []
      : DOTS[group].map(stroke => shape(stroke, places.map(({ x, y }) => stroke.at(x, y)).join('')))
  })
  const lines = Math.max(1, Math.ceil(markCount / perLine))
  return { viewBox: `0 0 ${perLine * dotUnits} ${lines * dotUnits}`, shapes }
}

/** The mark of a group in a box of 14, for tags and keys. */
export const drawMark = (group: Group): readonly Shape[] => SINGLES[group].map(stroke => shape(stroke, stroke.at(7, 7)))

/** Ten large marks in a box of 400 by 40, in the order given. */
export const drawTen = (groups: readonly Group[]): readonly Shape[] =>
  groups.flatMap((group, i) => TENS[group].map(stroke => shape(stroke, stroke.at(i * 40 + 20, 20))))

const half = (radius: number): string => `M${14 - radius} 14a${radius} ${radius} 0 0 0 ${radius * 2} 0z`

/** The pins of the trail, in a box of 28. */
export const PINS: Readonly<Record<Pin, readonly Shape[]>> = {
  all: [
    { cssClass: 'pin-fill', d: circle(14, 14, 13), strokeWidth: '0', dash: 'none' },
    { cssClass: 'pin-tick', d: 'M8.2 14.4l4 4 7.6-8.4', strokeWidth: '2.8', dash: 'none' },
  ],
  claimed: [
    { cssClass: 'pin-claim', d: circle(14, 14, 11.5), strokeWidth: '2.5', dash: 'none' },
    { cssClass: 'pin-claim', d: 'M8.6 14.4l3.8 3.8 7-7.8', strokeWidth: '2.5', dash: 'none' },
  ],
  part: [
    { cssClass: 'pin-part', d: circle(14, 14, 11.5), strokeWidth: '3', dash: 'none' },
    { cssClass: 'pin-half', d: half(11.5), strokeWidth: '0', dash: 'none' },
  ],
  topic: [
    { cssClass: 'pin-part', d: circle(14, 14, 11.5), strokeWidth: '3', dash: 'none' },
    { cssClass: 'pin-half', d: 'M4.2 20a11.5 11.5 0 0 0 19.6 0z', strokeWidth: '0', dash: 'none' },
  ],
  refused: [
    { cssClass: 'fill-reason', d: circle(14, 14, 13), strokeWidth: '0', dash: 'none' },
    { cssClass: 'cut', d: 'M7.5 14h13', strokeWidth: '4', dash: 'none' },
  ],
  opposite: [
    { cssClass: 'fill-reason', d: circle(14, 14, 13), strokeWidth: '0', dash: 'none' },
    { cssClass: 'cut', d: 'M7.5 14h13', strokeWidth: '4', dash: 'none' },
  ],
  'put-off': [{ cssClass: 'fill-later', d: 'M5 2.5l20 11.5l-20 11.5z', strokeWidth: '0', dash: 'none' }],
  searched: [{ cssClass: 'pin-none', d: circle(14, 14, 11), strokeWidth: '4', dash: 'none' }],
  awaited: [{ cssClass: 'fill-undec', d: 'M7 4h5v20h-5zM16 4h5v20h-5z', strokeWidth: '0', dash: 'none' }],
  'not-checked': [{ cssClass: 'ring-wait', d: circle(14, 14, 11), strokeWidth: '2.6', dash: '3.6 2.6' }],
  missing: [
    {
      cssClass: 'pin-miss',
      d: 'M7 4h14a3 3 0 0 1 3 3v14a3 3 0 0 1 -3 3h-14a3 3 0 0 1 -3 -3v-14a3 3 0 0 1 3 -3z',
      strokeWidth: '2.5',
      dash: 'none',
    },
  ],
}

/** The line that leads to a stop, by what was found there. */
export type Line = 'solid' | 'dashed' | 'dotted' | 'faint' | 'none'
export const LINE_TO: Readonly<Record<Pin, Line>> = {
  all: 'solid',
  claimed: 'solid',
  part: 'dashed',
  topic: 'dashed',
  refused: 'solid',
  opposite: 'solid',
  'put-off': 'solid',
  searched: 'dotted',
  awaited: 'faint',
  'not-checked': 'faint',
  missing: 'none',
}

const MINI_LINES: Readonly<Record<Line, Omit<Shape, 'd'> | null>> = {
  solid: { cssClass: 'mini-line', strokeWidth: '3.5', dash: 'none' },
  dashed: { cssClass: 'mini-line', strokeWidth: '2.5', dash: '5 3.5' },
  dotted: { cssClass: 'mini-none', strokeWidth: '3', dash: '2 4' },
  faint: { cssClass: 'mini-wait', strokeWidth: '2', dash: '2 4' },
  none: null,
}

const miniPin = (pin: Pin, x: number): readonly Shape[] => {
  const y = 10
  switch (pin) {
    case 'all':
      return [{ cssClass: 'pin-fill', d: circle(x, y, 8), strokeWidth: '0', dash: 'none' }]
    case 'claimed':
      return [{ cssClass: 'pin-claim', d: circle(x, y, 6.6), strokeWidth: '2.5', dash: 'none' }]
    case 'part':
    case 'topic':
      return [
        { cssClass: 'pin-part', d: circle(x, y, 6.6), strokeWidth: '2.8', dash: 'none' },
        {
          cssClass: 'pin-half',
          d:
            pin === 'part'
              ? `M${two(x - 6.6)} 10a6.6 6.6 0 0 0 13.2 0z`
              : `M${two(x - 5.7)} 13.4a6.6 6.6 0 0 0 11.4 0z`,
          strokeWidth: '0',
          dash: 'none',
        },
      ]
    case 'refused':
    case 'opposite':
      return [
        { cssClass: 'fill-reason', d: circle(x, y, 8), strokeWidth: '0', dash: 'none' },
        { cssClass: 'cut', d: `M${two(x - 4.2)} 10h8.4`, strokeWidth: '2.6', dash: 'none' },
      ]
    case 'put-off':
      return [{ cssClass: 'fill-later', d: `M${two(x - 6)} 2.5l13 7.5l-13 7.5z`, strokeWidth: '0', dash: 'none' }]
    case 'searched':
      return [{ cssClass: 'pin-none', d: circle(x, y, 6.4), strokeWidth: '3', dash: 'none' }]
    case 'awaited':
      return [
        {
          cssClass: 'fill-undec',
          d: `M${x - 5} 4h3.5v12h-3.5zM${two(x + 1.5)} 4h3.5v12h-3.5z`,
          strokeWidth: '0',
          dash: 'none',
        },
      ]
    case 'not-checked':
      return [{ cssClass: 'ring-wait', d: circle(x, y, 6.4), strokeWidth: '2', dash: '2.6 2' }]
    case 'missing':
      return [{ cssClass: 'pin-miss', d: `M${x - 6} 4h12v12h-12z`, strokeWidth: '2', dash: 'none' }]
  }
}

/** The whole trail as one small line of pins, in a box of 39 a stop by 20. */
export const drawMiniTrail = (pins: readonly Pin[]): Drawing => ({
  viewBox: `0 0 ${Math.max(1, pins.length) * 39 - 18} 20`,
  shapes: pins.flatMap((pin, i) => {
    const line = i === 0 ? null : MINI_LINES[LINE_TO[pin]]
    const x = i * 39 + 10
    return [...(line === null ? [] : [{ ...line, d: `M${x - 30} 10h20` }]), ...miniPin(pin, x)]
  }),
})
