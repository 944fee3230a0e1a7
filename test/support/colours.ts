// Contrast as WCAG 2 has it, difference as CIEDE2000 has it, and colour sight as Machado, Oliveira and Fernandes (2009) model it.
type Three = readonly [number, number, number]
type Matrix = readonly [Three, Three, Three]

const LINEAR_BELOW = 0.040_45

const readHex = (hex: string): Three => {
  const long = hex.length === 4 ? [...hex.slice(1)].map(digit => digit + digit).join('') : hex.slice(1)
  const at = (place: number): number => {
    const value = parseInt(long.slice(place, place + 2), 16) / 255
    return value <= LINEAR_BELOW ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [at(0), at(2), at(4)]
}

const luminance = ([red, green, blue]: Three): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue

/** 1 to 21. */
export const contrastOf = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(readHex(one)), luminance(readHex(other))].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const times = (matrix: Matrix, [x, y, z]: Three): Three => {
  const row = ([a, b, c]: Three): number => a * x + b * y + c * z
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])]
}

/** On linear light, severity 1. */
const SIGHT: Readonly<Record<Sight, Matrix>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}
export type Sight = 'normal' | 'protan' | 'deutan' | 'tritan'
export const SIGHTS: readonly Sight[] = ['normal', 'protan', 'deutan', 'tritan']

const TO_XYZ: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
]
const WHITE: Three = [0.95047, 1, 1.08883]

const labOf = (hex: string, sight: Sight): Three => {
  const light = times(SIGHT[sight], readHex(hex)).map(part => Math.min(1, Math.max(0, part)))
  const [x, y, z] = times(TO_XYZ, [light[0] ?? 0, light[1] ?? 0, light[2] ?? 0])
  const f = (value: number): number =>
    value > 216 / 24_389 ? Math.cbrt(value) : (24_389 / 27 / 116) * value + 16 / 116
  const [fx, fy, fz] = [f(x / WHITE[0]), f(y / WHITE[1]), f(z / WHITE[2])]
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
}

const DEGREES = Math.PI / 180
const hueOf = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / DEGREES + 360) % 360)

/** CIEDE2000 (Sharma, Wu, Dalal 2005) between two colours in Lab. */
export const labDifference = ([l1, a1, b1]: Three, [l2, a2, b2]: Three): number => {
  const meanC = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const g = 0.5 * (1 - Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)))
  const [x1, x2] = [(1 + g) * a1, (1 + g) * a2]
  const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)]
  const [h1, h2] = [hueOf(x1, b1), hueOf(x2, b2)]
  const turn = c1 * c2 === 0 ? 0 : h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1
  const sum = h1 + h2
  const meanH = c1 * c2 === 0 ? sum : Math.abs(h1 - h2) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2
  const [meanL, mean] = [(l1 + l2) / 2, (c1 + c2) / 2]
  const cos = (degrees: number): number => Math.cos(degrees * DEGREES)
  const t = 1 - 0.17 * cos(meanH - 30) + 0.24 * cos(2 * meanH) + 0.32 * cos(3 * meanH + 6) - 0.2 * cos(4 * meanH - 63)
  const sl = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2)
  const [sc, sh] = [1 + 0.045 * mean, 1 + 0.015 * mean * t]
  const rc = 2 * Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7))
  const rt = -Math.sin(60 * Math.exp(-(((meanH - 275) / 25) ** 2)) * DEGREES) * rc
  const [dl, dc, dh] = [(l2 - l1) / sl, (c2 - c1) / sc, (2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * DEGREES)) / sh]
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + rt * dc * dh)
}

export const differenceOf = (one: string, other: string, sight: Sight): number =>
  labDifference(labOf(one, sight), labOf(other, sight))
