import type { Router } from 'express'
import type { Web } from '../web.ts'
import { deskRouter } from './desk-router.ts'
import { addAccountRoutes } from './routes/account-routes.ts'
import { addPeopleRoutes } from './routes/people-routes.ts'
import { addSiteDeskRoutes } from './site/site-desk-routes.ts'
import { addSignInRoutes } from './routes/sign-in-routes.ts'

/** Signing in, one's own account, and who has which role. Mount it at the root of the site. */
export const peopleRouter = (web: Web): Router =>
  deskRouter(web, [addSignInRoutes, addAccountRoutes, addPeopleRoutes, addSiteDeskRoutes])
