import { Router, type Response } from 'express'
import { AppError } from '../../errors.ts'
import type { PageAddress } from '../../usecases/read-index.ts'
import { showCouncil } from '../../usecases/show-council.ts'
import { showEvents } from '../../usecases/show-events.ts'
import { showIndicators } from '../../usecases/show-indicators.ts'
import { showPromises } from '../../usecases/show-promises.ts'
import { councilCurve, councilSideBySide } from '../pages/council-over-time.ts'
import { curvePicture, rangePicture } from '../pages/chart-pictures.ts'
import { eventsPage } from '../pages/events.page.ts'
import { CHART_IDS, INDICATOR_OF_CHART, indicatorChart } from '../pages/indicator-charts.ts'
import { indicatorsPage } from '../pages/indicators.page.ts'
import { promisesCurve, promisesPage } from '../pages/promises.page.ts'
import { sendPage, sendTable, type Twin } from '../respond.ts'
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

const TWINS: readonly Twin[] = ['csv', 'json']
const base = '/:body/:consultation'

const sendSvg = (response: Response, isShown: boolean, svg: () => string): void => {
  if (!isShown) throw new AppError('not-found', 'There is no such picture: the figure it would show is not given.')
  response.set('Cache-Control', 'public, max-age=60').type('image/svg+xml').send(svg())
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

const addPictures = (router: Router, { deps }: Web): void => {
  for (const id of CHART_IDS)
    router.get(`${base}/charts/${id}.svg`, async ({ params }, res) => {
      const chart = indicatorChart(await showIndicators(deps, params), INDICATOR_OF_CHART[id])
      sendSvg(res, chart.isShown, () => rangePicture(chart))
    })
  router.get('/:body/charts/side-by-side.svg', async ({ params }, res) => {
    const chart = councilSideBySide(await showCouncil(deps, params.body))
    sendSvg(res, chart.isShown, () => rangePicture(chart))
  })
  router.get('/:body/charts/promises-waiting.svg', async ({ params }, res) => {
    const shown = await showCouncil(deps, params.body)
    const chart = councilCurve(shown)
    sendSvg(res, chart.isShown, () => curvePicture(chart, shown.overTime.promises.curve, shown.overTime.promises.items))
  })
  router.get(`${base}/charts/promises-waiting.svg`, async ({ params }, res) => {
    const shown = await showPromises(deps, params)
    const chart = promisesCurve(shown)
    const { curve = [], items = [] } = shown.waiting?.finding ?? {}
    sendSvg(res, chart.isShown, () => curvePicture(chart, curve, items))
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
