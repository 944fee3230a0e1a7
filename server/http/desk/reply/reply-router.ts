import type { Router } from 'express'
import type { Web } from '../../web.ts'
import { deskRouter } from '../desk-router.ts'
import { addDisputeRoutes, DISPUTE_PLACE } from './routes/dispute-routes.ts'
import { addReplyLinkRoutes } from './routes/reply-link-routes.ts'
import { addReplyRoutes } from './routes/reply-routes.ts'

/**
 * The council's reply, with an account or with a link, and disputes. Mount it at the root of the site, before the pages of points: the
 * form that disputes a point stands under its address.
 */
export const replyRouter = (web: Web): Router =>
  deskRouter(web, [addReplyRoutes, addReplyLinkRoutes, addDisputeRoutes], ['/desk', DISPUTE_PLACE])
