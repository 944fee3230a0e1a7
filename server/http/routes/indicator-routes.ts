import { Router } from 'express'
import { drawPng, PICTURE_WIDTHS } from '../../export/draw-png.ts'
import { AppError } from '../../errors.ts'
import type { PageAddress } from '../../usecases/read-index.ts'
import { showCouncil } from '../../usecases/show-council.ts'
import { showEvents } from '../../usecases/show-events.ts'
import { showIndicators } from '../../usecases/show-indicators.ts'
import { showPromises } from '../../usecases/show-promises.ts'
import { allowOtherSites } from '../framing-headers.ts'
import { councilCurve, councilSideBySide } from '../pages/council-over-time.ts'
import { curvePicture, rangePicture } from '../pages/chart-pictures.ts'
import { eventsPage } from '../pages/events.page.ts'
import { CHART_IDS, INDICATOR_OF_CHART, indicatorChart } from '../pages/indicator-charts.ts'
import { indicatorsPage } from '../pages/indicators.page.ts'
import { promisesCurve, promisesPage } from '../pages/promises.page.ts'
import { sendFile, sendPage, sendTable, TWINS, type Twin } from '../respond.ts'
import {
  chartTable,
  eventsTable,
  indicatorsTable,
  promisesCurveTable,
  promisesTable,
  questionsTable,
} from '../tables/indicator-tables.ts'
import { councilPromisesTable, sideBySideTable } from '../tables/site-tables.ts'
import type { Web } from '../web.ts'

const base = '/:body/:consultation'

/** The SVG of a chart, made when it is asked for; null while the figure it would show is not given. */
type MakePicture = (params: PageAddress) => Promise<string | null>

/** One chart as SVG and as PNG of each width. They may stand on other sites. */
const addPicture = (router: Router, path: string, make: MakePicture): void => {
  const serve = (ending: string, type: string, draw: (svg: string) => string | Buffer): void => {
    router.get(`${path}${ending}`, async (req, res) => {
      const { body, consultation = '' } = req.params
      const svg = await make({ body: String(body), consultation: String(consultation) })
      if (svg === null)
        throw new AppError('not-found', 'There is no such picture: the figure it would show is not given.')
      allowOtherSites(res)
      sendFile(req, res, { type, body: draw(svg) })
    })
  }
  serve('.svg', 'image/svg+xml; charset=utf-8', svg => svg)
  for (const width of PICTURE_WIDTHS) serve(`-${width}.png`, 'image/png', svg => drawPng(svg, width))
}

const addTwins = (router: Router, { deps, site }: Web, twin: Twin): void => {
  router.get(`/:body/charts/promises-waiting.${twin}`, async ({ params }, res) =>
    sendTable(res, twin, 'promises-waiting', councilPromisesTable(site, await showCouncil(deps, params.body))),
  )
  router.get(`/:body/charts/side-by-side.${twin}`, async ({ params }, res) =>
    sendTable(res, twin, 'side-by-side', sideBySideTable(site, await showCouncil(deps, params.body))),
  )
  router.get(`${base}/indicators.${twin}`, async ({ params }, res) =>
    sendTable(res, twin, 'indicators', indicatorsTable(site, await showIndicators(deps, params))),
  )
  router.get(`${base}/events.${twin}`, async ({ params }, res) =>
    sendTable(res, twin, 'events', eventsTable(site, await showEvents(deps, params))),
  )
  router.get(`${base}/questions.${twin}`, async ({ params }, res) =>
    sendTable(res, twin, 'questions', questionsTable(site, await showEvents(deps, params))),
  )
  router.get(`${base}/promises.${twin}`, async ({ params }, res) =>
    sendTable(res, twin, 'promises', promisesTable(site, await showPromises(deps, params))),
  )
  router.get(`${base}/charts/promises-waiting.${twin}`, async ({ params }, res) =>
    sendTable(res, twin, 'promises-waiting', promisesCurveTable(site, await showPromises(deps, params))),
  )
  for (const id of CHART_IDS)
    router.get(`${base}/charts/${id}.${twin}`, async ({ params }, res) =>
      sendTable(res, twin, id, chartTable(site, await showIndicators(deps, params), id)),
    )
}

const addPictures = (router: Router, { deps, site: { strings: t } }: Web): void => {
  for (const id of CHART_IDS)
    addPicture(router, `${base}/charts/${id}`, async params => {
      const chart = indicatorChart(t, await showIndicators(deps, params), INDICATOR_OF_CHART[id])
      return chart.isShown ? rangePicture(t, chart) : null
    })
  addPicture(router, `${base}/charts/promises-waiting`, async params => {
    const shown = await showPromises(deps, params)
    const chart = promisesCurve(t, shown)
    const { curve = [], items = [] } = shown.waiting?.finding ?? {}
    return chart.isShown ? curvePicture(t, chart, curve, items) : null
  })
  addPicture(router, '/:body/charts/side-by-side', async ({ body }) => {
    const chart = councilSideBySide(t, await showCouncil(deps, body))
    return chart.isShown ? rangePicture(t, chart) : null
  })
  addPicture(router, '/:body/charts/promises-waiting', async ({ body }) => {
    const shown = await showCouncil(deps, body)
    const chart = councilCurve(t, shown)
    const { curve, items } = shown.overTime.promises
    return chart.isShown ? curvePicture(t, chart, curve, items) : null
  })
}

/** All figures of a consultation, its events and its promises; the same as files and as pictures. */
export const indicatorRoutes = (web: Web): Router => {
  const { deps, render, site } = web
  const router = Router()
  for (const twin of TWINS) addTwins(router, web, twin)
  addPictures(router, web)
  const page = <Shown>(
    path: string,
    name: string,
    show: (address: PageAddress) => Promise<Shown & { readonly index: object }>,
    build: (shown: Shown) => object,
  ): void => {
    router.get(path, async (req, res) => {
      const shown = await show({ body: String(req.params['body']), consultation: String(req.params['consultation']) })
      sendPage(req, res, shown.index, () => render(name, build(shown)))
    })
  }
  page(
    `${base}/indicators`,
    'indicators',
    params => showIndicators(deps, params),
    shown => indicatorsPage(site, shown),
  )
  page(
    `${base}/events`,
    'events',
    params => showEvents(deps, params),
    shown => eventsPage(site, shown),
  )
  page(
    `${base}/promises`,
    'promises',
    params => showPromises(deps, params),
    shown => promisesPage(site, shown),
  )
  return router
}
