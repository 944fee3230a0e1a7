import type { Request, Response, Router } from 'express'
import { changePassword } from '../../../usecases/people/change-password.ts'
import { endOtherSessions } from '../../../usecases/people/end-other-sessions.ts'
import { beginEnrolment, confirmEnrolment, showEnrolment } from '../../../usecases/people/enrol-second-step.ts'
import { showOwnAccount } from '../../../usecases/people/list-people.ts'
import { renewRecoveryCodes } from '../../../usecases/people/renew-recovery-codes.ts'
import { showDesk } from '../../../usecases/people/show-desk.ts'
import type { Web } from '../../web.ts'
import { setCookie } from '../cookie.ts'
import { formTokenFor } from '../csrf.ts'
import { deskVisitOf } from '../desk-visit.ts'
import { guard, noTarget } from '../guard.ts'
import { deskHomePage } from '../pages/desk-home.page.ts'
import { accountPage } from '../pages/desk-account.page.ts'
import { recoveryCodesPage } from '../pages/desk-recovery-codes.page.ts'
import { setUpPage } from '../pages/desk-set-up.page.ts'
import { throttledWords } from '../pages/desk-words.ts'
import { PATHS } from '../paths.ts'
import { readForm } from '../read-form.ts'
import { sendAgain, sendDeskPage } from '../send-desk-page.ts'
import { sessionOf } from '../session-middleware.ts'

/** Ways in which a form of one's own account is not carried out. */
type Undone =
  | { readonly status: 'wrong-password' | 'wrong' | 'no-second-step' | 'not-begun' }
  | { readonly status: 'weak'; readonly problem: string }
  | { readonly status: 'throttled'; readonly retryInMinutes: number }

const problemOf = (result: Undone): string => {
  switch (result.status) {
    case 'wrong-password':
      return 'The password is not right.'
    case 'wrong':
      return 'This code is not right, is too old, or has been used. Type the one that is shown now.'
    case 'no-second-step':
      return 'There is no second step yet, so there is nothing to recover.'
    case 'not-begun':
      return 'Begin again: there is no key to confirm.'
    case 'weak':
      return result.problem
    case 'throttled':
      return throttledWords(result.retryInMinutes)
  }
}

const showAccountAgain = async (web: Web, request: Request, response: Response, undone: Undone): Promise<void> => {
  const shown = await showOwnAccount(web.deps, sessionOf(request))
  const view = accountPage(deskVisitOf(web, request), shown, problemOf(undone))
  sendAgain(web, response, 'desk-account', view, undone)
}

const showSetUp = async (web: Web, request: Request, response: Response, undone: Undone | null): Promise<void> => {
  const secret = await showEnrolment(web.deps, sessionOf(request))
  const problem = undone === null ? null : problemOf(undone)
  const view = setUpPage(deskVisitOf(web, request), { secret, problem })
  if (undone === null) sendDeskPage(web, response, 'desk-set-up', view)
  else sendAgain(web, response, 'desk-set-up', view, undone)
}

const postBegin =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['password'])
    const session = sessionOf(request)
    const result = await beginEnrolment(web.deps, session, form('password'))
    if (result.status === 'confirmed') return response.redirect(303, PATHS.setUp)
    if (session.stage === 'full') await showAccountAgain(web, request, response, result)
    else await showSetUp(web, request, response, result)
  }

const postSetUp =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['code'])
    const result = await confirmEnrolment(web.deps, sessionOf(request), form('code'))
    if (result.status !== 'enrolled') return showSetUp(web, request, response, result)
    setCookie(response, result.token)
    // The forms on this page belong to the session's new token.
    const visit = { ...deskVisitOf(web, request), formToken: formTokenFor(result.token) }
    sendDeskPage(web, response, 'desk-recovery-codes', recoveryCodesPage(visit, result.recoveryCodes))
  }

const postPassword =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['current', 'next'])
    const given = { current: form('current'), next: form('next') }
    const result = await changePassword(web.deps, sessionOf(request), given)
    if (result.status !== 'changed') return showAccountAgain(web, request, response, result)
    setCookie(response, result.token)
    response.redirect(303, PATHS.account)
  }

const postRecoveryCodes =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['password'])
    const result = await renewRecoveryCodes(web.deps, sessionOf(request), form('password'))
    if (result.status !== 'renewed') return showAccountAgain(web, request, response, result)
    const view = recoveryCodesPage(deskVisitOf(web, request), result.recoveryCodes)
    sendDeskPage(web, response, 'desk-recovery-codes', view)
  }

/** What people do with their own account. */
export const addAccountRoutes = (router: Router, web: Web): void => {
  const { deps } = web
  const enrol = guard(deps, 'second-step.enrol', noTarget)
  router.get(PATHS.setUp, enrol, (request, response) => showSetUp(web, request, response, null))
  router.post(PATHS.begin, enrol, postBegin(web))
  router.post(PATHS.setUp, enrol, postSetUp(web))
  router.get(PATHS.desk, guard(deps, 'own-account.see', noTarget), async (request, response) => {
    const desk = await showDesk(deps, sessionOf(request))
    sendDeskPage(web, response, 'desk-home', deskHomePage(deskVisitOf(web, request), desk))
  })
  router.get(PATHS.account, guard(deps, 'own-account.see', noTarget), async (request, response) => {
    const shown = await showOwnAccount(deps, sessionOf(request))
    sendDeskPage(web, response, 'desk-account', accountPage(deskVisitOf(web, request), shown, null))
  })
  router.post(PATHS.password, guard(deps, 'password.change', noTarget), postPassword(web))
  router.post(PATHS.recoveryCodes, guard(deps, 'recovery-codes.renew', noTarget), postRecoveryCodes(web))
  router.post(PATHS.otherSessions, guard(deps, 'other-sessions.end', noTarget), async (request, response) => {
    readForm(request, [])
    await endOtherSessions(deps, sessionOf(request))
    response.redirect(303, PATHS.account)
  })
}
