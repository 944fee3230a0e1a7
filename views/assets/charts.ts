/**
 * Draws bars from the tables on the page. The <table> is the only source of numbers: no table, no chart; no script, or
 * forced colours, and the table simply stays. A look is found by its column heading.
 */
import { BarController, BarElement, CategoryScale, Chart, LinearScale, type Plugin } from 'chart.js'

Chart.register(BarController, BarElement, CategoryScale, LinearScale)

declare global {
  interface HTMLCanvasElement {
    __chart?: Chart<'bar', number[], string>
  }
}

const ink = '#1B1F23'
const paper = '#FBFAF7'
const narrowBelowPixels = 640
const family = '"SG", system-ui, sans-serif'

type Paint = string | ((pen: CanvasRenderingContext2D) => void)
interface Look {
  readonly fill: Paint
  readonly edge: string
  readonly edgeWidth: number
  readonly text: string
  /** Ground behind a number where the fill is patterned. */
  readonly plate?: string
}

const ground = (pen: CanvasRenderingContext2D, colour: string): void => {
  pen.fillStyle = colour
  pen.fillRect(0, 0, 14, 14)
}
const hatch = (pen: CanvasRenderingContext2D): void => {
  ground(pen, '#F7DCC9')
  pen.strokeStyle = '#C4500A'
  pen.lineWidth = 4.5
  for (let i = -2; i < 3; i++) {
    pen.beginPath()
    pen.moveTo(i * 14 - 2, 16)
    pen.lineTo(i * 14 + 16, -2)
    pen.stroke()
  }
}
const stripes = (pen: CanvasRenderingContext2D): void => {
  ground(pen, '#E9E6DE')
  pen.fillStyle = '#6B665C'
  pen.fillRect(0, 0, 4, 14)
  pen.fillRect(7, 0, 4, 14)
}
const stipple = (pen: CanvasRenderingContext2D): void => {
  ground(pen, '#EBEAE6')
  pen.fillStyle = '#757A7E'
  pen.beginPath()
  pen.arc(7, 7, 2.6, 0, 7)
  pen.fill()
}

const LOOKS: Readonly<Record<string, Look>> = {
  'Change made': { fill: '#14505C', edge: paper, edgeWidth: 0, text: '#fff' },
  'Already in the plan': { fill: '#DDEBEC', edge: '#14505C', edgeWidth: 2, text: '#0E3F49' },
  'Turned down, with a reason': { fill: '#5389B5', edge: paper, edgeWidth: 0, text: '#0B1B29' },
  'Put off': { fill: stripes, edge: '#6B665C', edgeWidth: 1, text: '#3B372F', plate: '#E9E6DE' },
  'No answer found': { fill: hatch, edge: '#C4500A', edgeWidth: 1, text: '#7A2F04', plate: '#FBE8DB' },
  'Not decided yet': { fill: '#F0F0EE', edge: '#757A7E', edgeWidth: 1, text: '#43484C' },
  'Not checked yet': { fill: stipple, edge: '#757A7E', edgeWidth: 1, text: '#43484C', plate: '#EBEAE6' },
}

interface Series {
  readonly heading: string
  readonly look: Look
  readonly counts: readonly number[]
}
interface TableData {
  readonly labels: readonly string[]
  readonly series: readonly Series[]
  readonly totals: readonly number[]
}

const readTable = (table: HTMLTableElement): TableData => {
  const text = (cell: Element): string => (cell.textContent ?? '').trim()
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])].slice(1).map(text)
  const rows = [...(table.tBodies[0]?.rows ?? [])].map(row => [...row.cells].map(text))
  const count = (cell: string | undefined): number => Number((cell ?? '0').replace(/,/g, ''))
  const counts = rows.map(row => row.slice(1).map(count))
  const series = headings.flatMap((heading, column) => {
    const look = LOOKS[heading]
    const values = counts.map(row => row[column] ?? 0)
    return look === undefined || !values.some(Boolean) ? [] : [{ heading, look, counts: values }]
  })
  return { labels: rows.map(row => row[0] ?? ''), series, totals: counts.map(row => row.reduce((a, b) => a + b, 0)) }
}

const tile = (pen: CanvasRenderingContext2D, paint: Paint): string | CanvasPattern => {
  if (typeof paint === 'string') return paint
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 14
  const tilePen = canvas.getContext('2d')
  if (tilePen === null) return ink
  paint(tilePen)
  const pattern = pen.createPattern(canvas, 'repeat')
  pattern?.setTransform(new DOMMatrix().scale(0.5))
  return pattern ?? ink
}

/** Names above narrow bars, and the count on each part that has room for it; the table has the rest. */
const labels = (data: TableData, isNarrow: boolean): Plugin<'bar'> => ({
  id: 'labels',
  afterDatasetsDraw: chart => {
    const pen = chart.ctx
    pen.save()
    data.labels.forEach((label, row) => {
      const first = chart.getDatasetMeta(0).data[row]
      if (isNarrow && first !== undefined) {
        const { y, height } = first.getProps(['y', 'height']) as unknown as { y: number; height: number }
        pen.font = `550 15px ${family}`
        pen.fillStyle = ink
        pen.textBaseline = 'bottom'
        pen.textAlign = 'left'
        pen.fillText(label, chart.chartArea.left, y - height / 2 - 4)
      }
      data.series.forEach((series, index) => drawCount(chart, series, index, row))
    })
    pen.restore()
  },
})

const drawCount = (
  chart: Parameters<NonNullable<Plugin<'bar'>['afterDatasetsDraw']>>[0],
  { look, counts }: Series,
  index: number,
  row: number,
): void => {
  const bar = chart.getDatasetMeta(index).data[row]
  const count = counts[row] ?? 0
  if (bar === undefined || count === 0) return
  const { x, base, y } = bar.getProps(['x', 'base', 'y']) as unknown as { x: number; base: number; y: number }
  const pen = chart.ctx
  const words = count.toLocaleString('en-GB')
  pen.font = `650 15px ${family}`
  const width = pen.measureText(words).width
  if (Math.abs(x - base) < width + 10) return
  const middle = (x + base) / 2
  pen.textBaseline = 'middle'
  pen.textAlign = 'center'
  if (look.plate !== undefined) {
    pen.fillStyle = look.plate
    pen.fillRect(middle - width / 2 - 4, y - 10, width + 8, 20)
  }
  pen.fillStyle = look.text
  pen.fillText(words, middle, y + 0.5)
}

const makeChart = (
  canvas: HTMLCanvasElement,
  data: TableData,
  areShares: boolean,
  isNarrow: boolean,
): Chart<'bar', number[], string> => {
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('No canvas')
  const value = (count: number, row: number): number => (areShares ? (count / (data.totals[row] ?? 1)) * 100 : count)
  const chart = new Chart(canvas, {
    type: 'bar',
    data: {
      labels: [...data.labels],
      datasets: data.series.map(({ heading, look, counts }) => ({
        label: heading,
        data: counts.map(value),
        backgroundColor: tile(pen, look.fill),
        borderColor: look.edge,
        borderSkipped: false,
        borderWidth: look.edgeWidth > 0 ? look.edgeWidth : { right: 2 },
        barPercentage: isNarrow ? 0.5 : 0.74,
        categoryPercentage: 1,
      })),
    },
    options: {
      indexAxis: 'y',
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      events: [],
      layout: { padding: { top: isNarrow ? 14 : 0, right: 2 } },
      scales: {
        x: {
          stacked: true,
          grid: { display: false },
          border: { display: false },
          ticks: { display: false },
          ...(areShares ? { max: 100 } : {}),
        },
        y: {
          stacked: true,
          display: !isNarrow,
          grid: { display: false },
          border: { color: ink, width: 1.5 },
          ticks: { color: ink, font: { family, size: 16, weight: 500 }, crossAlign: 'far', padding: 8 },
        },
      },
    },
    plugins: [labels(data, isNarrow)],
  })
  canvas.__chart = chart
  return chart
}

/** The table moves into a closed <details>; the plot and its key come out. */
const fold = (plot: HTMLElement): void => {
  const box = plot.parentElement?.querySelector('[data-table]')
  if (!box) return
  const details = document.createElement('details')
  const summary = document.createElement('summary')
  details.className = 'tbl'
  summary.textContent = 'Show these numbers as a table'
  details.append(summary)
  box.before(details)
  details.append(box)
  plot.hidden = false
  plot.parentElement?.querySelectorAll<HTMLElement>('.key').forEach(key => (key.hidden = false))
}

const draw = (plot: HTMLElement): void => {
  const table = document.getElementById(plot.dataset['for'] ?? '')
  if (!(table instanceof HTMLTableElement)) return
  const data = readTable(table)
  const areShares = table.dataset['chart'] === 'stacked100'
  fold(plot)
  const canvas = document.createElement('canvas')
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', plot.dataset['alt'] ?? '')
  plot.append(canvas)
  void document.fonts.ready.then(() => {
    let wasNarrow = plot.clientWidth < narrowBelowPixels
    let chart = makeChart(canvas, data, areShares, wasNarrow)
    new ResizeObserver(() => {
      const isNarrow = plot.clientWidth < narrowBelowPixels
      if (isNarrow === wasNarrow) return
      wasNarrow = isNarrow
      chart.destroy()
      chart = makeChart(canvas, data, areShares, isNarrow)
    }).observe(plot)
  })
}

if (!matchMedia('(forced-colors: active)').matches)
  document.querySelectorAll<HTMLElement>('.plot[data-for]').forEach(draw)
addEventListener('beforeprint', () =>
  document.querySelectorAll<HTMLDetailsElement>('details.tbl').forEach(details => (details.open = true)),
)
