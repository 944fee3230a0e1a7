import type { Request, Response, Router } from 'express'
import type { Grant } from '../../../../data/model/account.ts'
import { grantRole, revokeRole, type RoleChange } from '../../../usecases/people/change-role.ts'
import { disablePerson, enablePerson } from '../../../usecases/people/close-account.ts'
import { invitePerson, renewInvite, resetPerson } from '../../../usecases/people/invite-person.ts'
import { findPersonId, listPeople, showPerson } from '../../../usecases/people/list-people.ts'
import type { IssuedCode } from '../../../usecases/people/issue-invite.ts'
import type { Session } from '../../../usecases/people/session.ts'
import type { Deps } from '../../../deps.ts'
import { AppError } from '../../../errors.ts'
import type { Web } from '../../web.ts'
import { setCookie } from '../cookie.ts'
import { deskVisitOf } from '../desk-visit.ts'
import { guard, noTarget } from '../guard.ts'
import { issuedCodePage } from '../pages/desk-issued-code.page.ts'
import { peoplePage, type InviteDraft } from '../pages/desk-people.page.ts'
import { personPage } from '../pages/desk-person.page.ts'
import { NO_CHOICE, readGrant, type RoleChoice } from '../pages/role-form.ts'
import { PATHS, personPath } from '../paths.ts'
import { readForm } from '../read-form.ts'
import { sendAgain, sendDeskPage } from '../send-desk-page.ts'
import { sessionOf } from '../session-middleware.ts'

const EMPTY: InviteDraft = { loginName: '', displayName: '', ...NO_CHOICE }

const codeOf = (request: Request): string => String(request.params['person'] ?? '')

const unknownGrant = (): AppError => new AppError('bad-request', 'There is no such role, or no such consultation.')

const postInvite =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['login-name', 'display-name', 'role', 'consultation'])
    const draft = {
      loginName: form('login-name'),
      displayName: form('display-name'),
      role: form('role'),
      consultation: form('consultation'),
    }
    const listed = await listPeople(web.deps, sessionOf(request))
    const grant = readGrant(listed.scopes, draft)
    if (grant === null) throw unknownGrant()
    const result = await invitePerson(web.deps, sessionOf(request), draft, grant)
    const visit = deskVisitOf(web, request)
    if (result.status === 'invited')
      return sendDeskPage(web, response, 'desk-issued-code', issuedCodePage(visit, result.personCode, result.issued))
    sendAgain(web, response, 'desk-people', peoplePage(visit, listed, { draft, problem: result.problem }), result)
  }

type ChangeRole = (deps: Deps, session: Session, accountId: string, grant: Grant) => Promise<RoleChange>

const postRole =
  (web: Web, change: ChangeRole) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['role', 'consultation'])
    const choice: RoleChoice = { role: form('role'), consultation: form('consultation') }
    const session = sessionOf(request)
    const shown = await showPerson(web.deps, session, codeOf(request))
    const grant = readGrant(shown.scopes, choice)
    if (grant === null) throw unknownGrant()
    const result = await change(web.deps, session, shown.account.id, grant)
    if (result.status === 'invalid') {
      const view = personPage(deskVisitOf(web, request), shown, result.problem)
      return sendAgain(web, response, 'desk-person', view, result)
    }
    if (result.status === 'changed' && result.token !== null) setCookie(response, result.token)
    response.redirect(303, personPath(shown.account.code))
  }

const postForCode =
  (web: Web, issue: (request: Request, accountId: string) => Promise<IssuedCode>) =>
  async (request: Request, response: Response): Promise<void> => {
    const code = codeOf(request)
    const issued = await issue(request, await findPersonId(web.deps, code))
    sendDeskPage(web, response, 'desk-issued-code', issuedCodePage(deskVisitOf(web, request), code, issued))
  }

const postChange =
  (web: Web, change: (deps: Deps, session: Session, accountId: string) => Promise<void>) =>
  async (request: Request, response: Response): Promise<void> => {
    readForm(request, [])
    const code = codeOf(request)
    await change(web.deps, sessionOf(request), await findPersonId(web.deps, code))
    response.redirect(303, personPath(code))
  }

/** Who has an account, with which roles. For admins. */
export const addPeopleRoutes = (router: Router, web: Web): void => {
  const { deps } = web
  const target = (request: Request): Promise<string> => findPersonId(deps, codeOf(request))
  const person = `${PATHS.people}/:person`
  router.get(PATHS.people, guard(deps, 'people.see', noTarget), async (request, response) => {
    const listed = await listPeople(deps, sessionOf(request))
    const view = peoplePage(deskVisitOf(web, request), listed, { draft: EMPTY, problem: null })
    sendDeskPage(web, response, 'desk-people', view)
  })
  router.post(PATHS.people, guard(deps, 'person.invite', noTarget), postInvite(web))
  router.get(person, guard(deps, 'person.see', target), async (request, response) => {
    const shown = await showPerson(deps, sessionOf(request), codeOf(request))
    sendDeskPage(web, response, 'desk-person', personPage(deskVisitOf(web, request), shown, null))
  })
  router.post(`${person}/roles`, guard(deps, 'role.grant', target), postRole(web, grantRole))
  router.post(`${person}/roles/end`, guard(deps, 'role.revoke', target), postRole(web, revokeRole))
  router.post(
    `${person}/invite`,
    guard(deps, 'invite.renew', target),
    postForCode(web, (request, accountId) => {
      readForm(request, [])
      return renewInvite(deps, sessionOf(request), accountId)
    }),
  )
  router.post(
    `${person}/reset`,
    guard(deps, 'person.reset', target),
    postForCode(web, (request, accountId) => {
      const form = readForm(request, [], ['clears-second-step'])
      const clearsSecondStep = form('clears-second-step') === 'yes'
      return resetPerson(deps, sessionOf(request), accountId, { clearsSecondStep })
    }),
  )
  router.post(`${person}/disable`, guard(deps, 'person.disable', target), postChange(web, disablePerson))
  router.post(`${person}/enable`, guard(deps, 'person.enable', target), postChange(web, enablePerson))
}
