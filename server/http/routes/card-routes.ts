import { Router } from 'express'
import { drawPng, PICTURE_WIDTHS } from '../../export/draw-png.ts'
import { AppError } from '../../errors.ts'
import { readIndex } from '../../usecases/read-index.ts'
import { allowOtherSites } from '../framing-headers.ts'
import { figureCharts } from '../pages/figure-charts.ts'
import { shareCardPng } from '../pages/share-card.ts'
import { sendFile } from '../respond.ts'
import type { Web } from '../web.ts'

const base = '/:body/:consultation'

const noPicture = (): AppError =>
  new AppError('not-found', 'There is no such picture. None is made before enough points are checked.')

/** "topics-1200.png" → topics at 1200 pixels; "topics.svg" → as it is. */
const pictureName = /^([a-z]+)(?:-(\d+)\.png|\.svg)$/

/** Pictures that may stand on other sites: the share card and the charts. */
export const cardRoutes = ({ deps, site }: Web): Router => {
  const router = Router()
  router.get(`${base}/card.png`, async (req, res) => {
    const png = shareCardPng(site.strings, await readIndex(deps, req.params))
    if (png === null) throw noPicture()
    allowOtherSites(res)
    sendFile(req, res, { type: 'image/png', body: png })
  })
  router.get(`${base}/charts/:file`, async (req, res, next) => {
    const index = await readIndex(deps, req.params)
    const [, id, width] = pictureName.exec(req.params.file) ?? []
    const chart = figureCharts(site, index).find(one => one.id === id)
    const isWidth = width === undefined || PICTURE_WIDTHS.some(known => known === Number(width))
    // Other figures have pictures of their own, further down the list of routes.
    if (chart === undefined || !isWidth) return next()
    allowOtherSites(res)
    if (width === undefined) sendFile(req, res, { type: 'image/svg+xml; charset=utf-8', body: chart.svg })
    else sendFile(req, res, { type: 'image/png', body: drawPng(chart.svg, Number(width)) })
  })
  return router
}
