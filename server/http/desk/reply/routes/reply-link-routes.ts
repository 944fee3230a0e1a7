import type { Request, Response, Router } from 'express'
import { actorOfLink } from '../../../../usecases/reply/actor-of-link.ts'
import { findScopeOfLink } from '../../../../usecases/reply/scope-of-link.ts'
import { showFindings } from '../../../../usecases/reply/show-findings.ts'
import { writeReply } from '../../../../usecases/reply/write-reply.ts'
import { readPage } from '../../../read-query.ts'
import type { Web } from '../../../web.ts'
import { deskVisitOf } from '../../desk-visit.ts'
import { guard } from '../../guard.ts'
import { REPLY_LINK } from '../../release/release-paths.ts'
import { runOrSay } from '../../release/run-or-say.ts'
import { sendAgain, sendDeskPage } from '../../send-desk-page.ts'
import { replyWritePage, type ReplyWriteGiven } from '../pages/reply-write.page.ts'
import { NO_REPLY, problemOf, readPointNumber, readReply } from './reply-routes.ts'

const codeOf = (request: Request): string => String(request.params['code'] ?? '').slice(0, 100)

const viewOf = async (web: Web, request: Request, given: Omit<ReplyWriteGiven, 'action'>) => {
  const { link, actor } = await actorOfLink(web.deps, codeOf(request))
  const { scope, number } = await findScopeOfLink(web.deps, link)
  const shown = await showFindings(web.deps, actor, scope, number)
  const action = `${REPLY_LINK}/${encodeURIComponent(codeOf(request))}`
  // The address is a code: it names no body.
  const { nature, shortName } = scope.body
  const visit = { ...deskVisitOf(web, request), madeUp: nature === 'fictional' ? [shortName] : [] }
  return replyWritePage(visit, shown, { ...given, action })
}

const postReply =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const draft = readReply(request)
    const { link, actor } = await actorOfLink(web.deps, codeOf(request))
    const { scope, number } = await findScopeOfLink(web.deps, link)
    const showAgain = async (problem: string): Promise<void> => {
      const view = await viewOf(web, request, { draft, problem, isSent: false, page: 1 })
      sendAgain(web, response, 'reply-write', view, { status: 'invalid' })
    }
    await runOrSay(
      response,
      async () => {
        // A link to one point answers that point, whatever the form says.
        const about = number ?? readPointNumber(draft.number)
        const taken = await writeReply(web.deps, actor, scope, { ...draft, number: about, linkId: link.id })
        const problem = problemOf(web.site, taken)
        if (problem === null)
          return response.redirect(303, `${REPLY_LINK}/${encodeURIComponent(codeOf(request))}?sent=yes`)
        const view = await viewOf(web, request, { draft, problem, isSent: false, page: 1 })
        sendAgain(web, response, 'reply-write', view, taken)
      },
      showAgain,
    )
  }

/** For whoever holds a link and has no account. */
export const addReplyLinkRoutes = (router: Router, web: Web): void => {
  const use = guard(web.deps, 'reply-link.use', request => Promise.resolve(codeOf(request)))
  router.get(`${REPLY_LINK}/:code`, use, async (request, response) => {
    const isSent = request.query['sent'] === 'yes'
    const view = await viewOf(web, request, { draft: NO_REPLY, problem: null, isSent, page: readPage(request) })
    // The address holds the code: it must not travel on as a referrer.
    response.set('Referrer-Policy', 'no-referrer')
    sendDeskPage(web, response, 'reply-write', view)
  })
  router.post(`${REPLY_LINK}/:code`, use, postReply(web))
}
