import type { Request, Response, Router } from 'express'
import { INVITE_PURPOSES, type InvitePurpose } from '../../../../data/model/account.ts'
import { acceptInvite, type AcceptResult } from '../../../usecases/people/accept-invite.ts'
import { enterSecondStep } from '../../../usecases/people/enter-second-step.ts'
import { makeToken } from '../../../usecases/people/one-time-code.ts'
import { signIn } from '../../../usecases/people/sign-in.ts'
import { signOut } from '../../../usecases/people/sign-out.ts'
import { readText } from '../../read-query.ts'
import type { Web } from '../../web.ts'
import { setCookie } from '../cookie.ts'
import { deskVisitOf } from '../desk-visit.ts'
import { guard, noTarget } from '../guard.ts'
import { choosePasswordPage } from '../pages/desk-choose-password.page.ts'
import { throttledWords } from '../pages/desk-words.ts'
import { secondStepPage } from '../pages/desk-second-step.page.ts'
import { signInPage } from '../pages/desk-sign-in.page.ts'
import { PATHS, safeNext } from '../paths.ts'
import { readForm } from '../read-form.ts'
import { actorOf, sessionOf } from '../session-middleware.ts'
import { sendAgain, sendDeskPage } from '../send-desk-page.ts'

const addressOf = (request: Request): string => request.ip ?? ''

/** A new token for this browser, then on to a page. */
const goOn = (response: Response, token: string, path: string): void => {
  setCookie(response, token)
  response.redirect(303, path)
}

const postSignIn =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['login-name', 'password', 'next'])
    const given = { loginName: form('login-name'), password: form('password'), address: addressOf(request) }
    const result = await signIn(web.deps, actorOf(request), given)
    const next = safeNext(form('next'))
    if (result.status === 'signed-in') return goOn(response, result.token, next)
    const problem =
      result.status === 'throttled' ? throttledWords(result.retryInMinutes) : 'Name or password is not right.'
    const view = signInPage(deskVisitOf(web, request), { next, loginName: given.loginName, problem })
    sendAgain(web, response, 'desk-sign-in', view, result)
  }

const postSecondStep =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['code', 'next'])
    const result = await enterSecondStep(web.deps, sessionOf(request), form('code'))
    const next = safeNext(form('next'))
    if (result.status === 'signed-in') return goOn(response, result.token, next)
    const problem =
      result.status === 'throttled'
        ? throttledWords(result.retryInMinutes)
        : 'This code is not right, is too old, or has been used. Type the one that is shown now.'
    sendAgain(web, response, 'desk-second-step', secondStepPage(deskVisitOf(web, request), { next, problem }), result)
  }

const acceptProblem = (result: Exclude<AcceptResult, { readonly status: 'accepted' }>): string => {
  switch (result.status) {
    case 'throttled':
      return throttledWords(result.retryInMinutes)
    case 'weak':
      return result.problem
    case 'wrong-code':
      return 'This code is not right, has been used, or is too old. Ask an admin for a new one.'
  }
}

const postCode =
  (web: Web, purpose: InvitePurpose) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['code', 'password'])
    const given = { purpose, code: form('code'), password: form('password'), address: addressOf(request) }
    const result = await acceptInvite(web.deps, actorOf(request), given)
    if (result.status === 'accepted') return goOn(response, result.token, PATHS.account)
    const problem = acceptProblem(result)
    const view = choosePasswordPage(deskVisitOf(web, request), { purpose, code: given.code, problem })
    sendAgain(web, response, 'desk-choose-password', view, result)
  }

/** Signing in and out, and the one-time codes. */
export const addSignInRoutes = (router: Router, web: Web): void => {
  const { deps } = web
  const start = guard(deps, 'session.start', noTarget)
  router.get(PATHS.signIn, start, (request, response) => {
    const given = { next: safeNext(readText(request, 'next')), loginName: '', problem: null }
    sendDeskPage(web, response, 'desk-sign-in', signInPage(deskVisitOf(web, request), given))
  })
  router.post(PATHS.signIn, start, postSignIn(web))
  const enter = guard(deps, 'second-step.enter', noTarget)
  router.get(PATHS.secondStep, enter, (request, response) => {
    const given = { next: safeNext(readText(request, 'next')), problem: null }
    sendDeskPage(web, response, 'desk-second-step', secondStepPage(deskVisitOf(web, request), given))
  })
  router.post(PATHS.secondStep, enter, postSecondStep(web))
  router.post(PATHS.signOut, guard(deps, 'session.end', noTarget), async (request, response) => {
    readForm(request, [])
    await signOut(deps, actorOf(request))
    goOn(response, makeToken(), PATHS.signIn)
  })
  for (const purpose of INVITE_PURPOSES) {
    const accept = guard(deps, 'invite.accept', noTarget)
    router.get(PATHS[purpose], accept, (request, response) => {
      const given = { purpose, code: readText(request, 'code'), problem: null }
      sendDeskPage(web, response, 'desk-choose-password', choosePasswordPage(deskVisitOf(web, request), given))
    })
    router.post(PATHS[purpose], accept, postCode(web, purpose))
  }
}
