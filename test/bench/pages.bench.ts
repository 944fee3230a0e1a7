// How long a reader waits: a cold server, the first byte of each kind of page, and the largest paint on a telephone.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Agent, get, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { buildAssets, buildFonts } from '../../server/build/build-assets.ts'
import { buildProgram } from '../../server/build/build-program.ts'
import { readConfig } from '../../server/config.ts'
import { openDeps } from '../../server/deps.ts'
import { loadSample } from '../../server/usecases/load-sample.ts'
import { openChromium } from '../support/open-chromium.ts'
import { SAMPLE_PAGES } from '../support/sample-pages.ts'

const RUNS = 5
const REPEATS = 15
const PORTS = { site: 4104, hello: 4105 } as const
const ROOT = new URL('../../', import.meta.url)
const STARTED_MS = 60_000

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly firstByteMs: number
  readonly bytes: number
}

/** One request as a browser makes it, on a connection that is kept. */
const request = (agent: Agent, url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    get(url, { agent, headers: { 'Accept-Encoding': 'gzip', ...headers } }, response => {
      const firstByteMs = performance.now() - began
      let bytes = 0
      response.on('data', (part: Buffer) => (bytes += part.length))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, firstByteMs, bytes }),
      )
    }).on('error', reject)
  })

/** From the start of the process to the whole of its first page. */
const startUntilPage = async (
  command: readonly string[],
  port: number,
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly process: ChildProcess; readonly ms: number }> => {
  const began = performance.now()
  const started = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { ...process.env, ...environment, PORT: String(port), LOG_LEVEL: 'silent' },
    stdio: 'ignore',
  })
  const agent = new Agent()
  while (performance.now() - began < STARTED_MS) {
    const answer = await request(agent, `http://127.0.0.1:${port}/`).catch(() => null)
    if (answer?.status === 200) return { process: started, ms: performance.now() - began }
    await new Promise(resolve => setTimeout(resolve, 2))
  }
  started.kill()
  throw new Error(`Nothing answered at port ${port}.`)
}

const stop = (started: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    started.once('exit', () => resolve())
    started.kill()
  })

interface Servers {
  readonly site: readonly string[]
  readonly hello: readonly string[]
  readonly environment: Readonly<Record<string, string>>
}

/** Both are started in turn, so that whatever slows the machine down slows both. */
const measureStarts = async ({ site, hello, environment }: Servers) => {
  const ms = { site: [] as number[], hello: [] as number[] }
  for (let run = 0; run < RUNS; run++)
    for (const [name, command] of Object.entries({ hello, site })) {
      const key = name === 'site' ? 'site' : 'hello'
      const started = await startUntilPage(command, PORTS[key], environment)
      ms[key].push(started.ms)
      await stop(started.process)
    }
  return { site: median(ms.site), hello: median(ms.hello) }
}

interface PageTimes {
  readonly name: string
  readonly firstMs: number
  readonly againMs: number
  readonly knownMs: number
  readonly bytes: number
}

const measurePage = async (agent: Agent, name: string, path: string): Promise<PageTimes> => {
  const url = `http://127.0.0.1:${PORTS.site}${path}`
  const first = await request(agent, url)
  const again: number[] = []
  const known: number[] = []
  for (let turn = 0; turn < REPEATS; turn++) {
    again.push((await request(agent, url)).firstByteMs)
    const answer = await request(agent, url, { 'If-None-Match': first.headers.etag ?? '' })
    if (answer.status !== 304) throw new Error(`${path} answered ${answer.status} to a known tag.`)
    known.push(answer.firstByteMs)
  }
  return { name, firstMs: first.firstByteMs, againMs: median(again), knownMs: median(known), bytes: first.bytes }
}

const PAINTED = ['home', 'council', 'consultation', 'points', 'point', 'indicators', 'reporter', 'found'] as const
/** A mid-range phone on a mobile network: what Lighthouse emulates. */
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true } as const
const CPU_RATE = 4
const LATENCY_MS = 150
const BYTES_A_SECOND = (1.6 * 1024 * 1024) / 8
const SETTLE_MS = 400

interface Paint {
  readonly paintMs: number
  readonly requests: number
  readonly bytes: number
}

/** An empty cache, a slow processor, a slow network: when the largest thing on the first screen was painted. */
const paintOnce = async (browser: Browser, url: string): Promise<Paint> => {
  const context = await browser.newContext(PHONE)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  let [requests, bytes] = [0, 0]
  session.on('Network.requestWillBeSent', () => (requests += 1))
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_A_SECOND,
    uploadThroughput: BYTES_A_SECOND,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE })
  await page.goto(url, { waitUntil: 'load' })
  await page.waitForTimeout(SETTLE_MS)
  const paintMs = await page.evaluate(
    () =>
      new Promise<number>(resolve => {
        new PerformanceObserver(list => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
  await context.close()
  return { paintMs, requests, bytes }
}

const measurePaints = async (browser: Browser): Promise<readonly string[]> => {
  const rows: string[] = []
  const urls: readonly (readonly [string, string])[] = [
    ['Express hello', `http://127.0.0.1:${PORTS.hello}/`],
    ...PAINTED.map(name => [name, `http://127.0.0.1:${PORTS.site}${SAMPLE_PAGES[name] ?? '/'}`] as const),
  ]
  for (const [name, url] of urls) {
    const paints: Paint[] = []
    for (let run = 0; run < RUNS; run++) paints.push(await paintOnce(browser, url))
    const of = (pick: (paint: Paint) => number): number => median(paints.map(pick))
    const kilobytes = (of(paint => paint.bytes) / 1000).toFixed(1)
    rows.push(`| ${name} | ${Math.round(of(paint => paint.paintMs))} | ${of(paint => paint.requests)} | ${kilobytes} |`)
  }
  return rows
}

const HELLO = (express: string): string => `import express from ${JSON.stringify(express)}
const app = express()
app.get('/', (_request, response) => response.type('html').send('<!doctype html><title>Hello</title><h1>Hello</h1>'))
app.listen(process.env.PORT)
`

const prepare = async (folder: string): Promise<Servers> => {
  await Promise.all([buildAssets(), buildFonts(), buildProgram()])
  const store = join(folder, 'pages.db')
  const deps = await openDeps(readConfig({ db: store }, { LOG_LEVEL: 'silent' }))
  await loadSample(deps)
  await deps.store.close()
  const hello = join(folder, 'hello.mjs')
  await writeFile(hello, HELLO(pathToFileURL(new URL('node_modules/express/index.js', ROOT).pathname).href))
  return { site: ['--enable-source-maps', 'dist/server/main.js'], hello: [hello], environment: { SAID_DB: store } }
}

const ms = (value: number): string => value.toFixed(1)

const report = (
  starts: { readonly site: number; readonly hello: number },
  helloMs: number,
  pages: readonly PageTimes[],
  paints: readonly string[] | null,
): string =>
  [
    `The sample council, a server of its own in the same run as an Express server that says hello. Median of ${RUNS} starts and ${REPEATS} requests; first = the one request that renders it.`,
    '',
    '| cold start to the whole first page | ms |',
    '| --- | --- |',
    `| Express hello | ${Math.round(starts.hello)} |`,
    `| this site | ${Math.round(starts.site)} (${(starts.site / starts.hello).toFixed(1)} ×) |`,
    '',
    `First byte over a kept connection, ms. Express hello in the same run: ${ms(helloMs)}.`,
    '',
    '| page | first | again | known tag (304) | kB sent |',
    '| --- | --- | --- | --- | --- |',
    ...pages.map(
      page =>
        `| ${page.name} | ${ms(page.firstMs)} | ${ms(page.againMs)} | ${ms(page.knownMs)} | ${(page.bytes / 1000).toFixed(1)} |`,
    ),
    '',
    paints === null
      ? 'Largest paint: not run, no Chromium found.'
      : `Largest contentful paint on an emulated phone (360 × 740, processor ${CPU_RATE} × slower, 1.6 Mbit/s, ${LATENCY_MS} ms there and back, empty cache), median of ${RUNS}:`,
    ...(paints === null
      ? []
      : ['', '| page | ms | requests | kB with script and font |', '| --- | --- | --- | --- |', ...paints]),
  ].join('\n')

export const measure = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'said-bench-pages-'))
  const browser = await openChromium()
  const running: ChildProcess[] = []
  try {
    const servers = await prepare(folder)
    const starts = await measureStarts(servers)
    for (const name of ['site', 'hello'] as const)
      running.push((await startUntilPage(servers[name], PORTS[name], servers.environment)).process)
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const hello: number[] = []
    for (let turn = 0; turn < REPEATS; turn++)
      hello.push((await request(agent, `http://127.0.0.1:${PORTS.hello}/`)).firstByteMs)
    const pages: PageTimes[] = []
    for (const [name, path] of Object.entries(SAMPLE_PAGES)) pages.push(await measurePage(agent, name, path))
    agent.destroy()
    return report(starts, median(hello), pages, browser === null ? null : await measurePaints(browser))
  } finally {
    await browser?.close()
    for (const started of running) await stop(started)
    await rm(folder, { recursive: true, force: true })
  }
}
