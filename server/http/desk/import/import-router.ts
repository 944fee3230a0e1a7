import type { Router } from 'express'
import type { Web } from '../../web.ts'
import { deskRouter } from '../desk-router.ts'
import { addFileRoutes } from './routes/file-routes.ts'
import { addPlaceRoutes } from './routes/place-routes.ts'

/** Files into records. Mount it at the root of the site. */
export const importRouter = (web: Web): Router => deskRouter(web, [addPlaceRoutes, addFileRoutes])
