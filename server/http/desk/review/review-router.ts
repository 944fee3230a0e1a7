import type { Router } from 'express'
import type { Web } from '../../web.ts'
import { deskRouter } from '../desk-router.ts'
import { addAnswerRoutes } from './routes/answer-routes.ts'
import { addMaterialRoutes } from './routes/material-routes.ts'
import { addPointRoutes } from './routes/point-routes.ts'
import { addQueueRoutes } from './routes/queue-routes.ts'

/** The review desk. Mount it at the root of the site. */
export const reviewRouter = (web: Web): Router =>
  deskRouter(web, [addQueueRoutes, addPointRoutes, addAnswerRoutes, addMaterialRoutes])
