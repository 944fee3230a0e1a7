import type { Request, Response, Router } from 'express'
import { AppError } from '../../../../errors.ts'
import { askForReply } from '../../../../usecases/reply/ask-for-reply.ts'
import { shortenWindow } from '../../../../usecases/reply/shorten-window.ts'
import { showFindings } from '../../../../usecases/reply/show-findings.ts'
import { showReplyDesk } from '../../../../usecases/reply/show-reply-desk.ts'
import { showMissingRecords, supplyRecord } from '../../../../usecases/reply/supply-record.ts'
import { writeReply, type ReplyTaken } from '../../../../usecases/reply/write-reply.ts'
import type { ImportResult } from '../../../../usecases/import-file.ts'
import type { Site } from '../../../pages/frame.ts'
import { readPage } from '../../../read-query.ts'
import type { Web } from '../../../web.ts'
import { deskVisitOf } from '../../desk-visit.ts'
import { guard } from '../../guard.ts'
import { readForm } from '../../read-form.ts'
import { REPLIES, repliesPath } from '../../release/release-paths.ts'
import { runOrSay } from '../../release/run-or-say.ts'
import { scopeOf, scopeTarget } from '../../review/scope-of-request.ts'
import { sendAgain, sendDeskPage } from '../../send-desk-page.ts'
import { actorOf } from '../../session-middleware.ts'
import { replyDeskPage } from '../pages/reply-desk.page.ts'
import { replyIssuedPage } from '../pages/reply-issued.page.ts'
import { NO_RECORD, recordsPage } from '../pages/reply-records.page.ts'
import { replyWritePage, type ReplyDraft } from '../pages/reply-write.page.ts'

/** "" = the whole consultation. */
export const readPointNumber = (given: string): number | null => {
  if (given.trim() === '') return null
  if (/^[1-9]\d{0,7}$/.test(given.trim())) return Number(given)
  throw new AppError(
    'refused',
    'The number of a point is a whole number, as it stands on the site. Leave it empty for the whole consultation.',
  )
}

export const NO_REPLY: ReplyDraft = { number: '', text: '', isDeclined: false }
/** A reply of 300 long words, and room to see that it is too long. */
const LONGEST_REPLY = 8_000
/** The body of a form is at most 100 kB. */
const LONGEST_RECORD = 90_000

export const readReply = (request: Request): ReplyDraft => {
  const form = readForm(request, ['number', 'text'], ['declined'], { text: LONGEST_REPLY })
  return { number: form('number'), text: form('text'), isDeclined: form('declined') === 'yes' }
}

/** Why it was not taken; null = it was. */
export const problemOf = ({ strings: t }: Site, taken: ReplyTaken): string | null => {
  switch (taken.status) {
    case 'taken':
      return null
    case 'invalid':
      return taken.problem
    case 'throttled':
      return t.replyForm.throttled(taken.retryInMinutes)
  }
}

const sendDesk = async (web: Web, request: Request, response: Response, problem: string | null): Promise<void> => {
  const shown = await showReplyDesk(web.deps, actorOf(request), await scopeOf(web.deps, request))
  sendDeskPage(web, response, 'reply-desk', replyDeskPage(deskVisitOf(web, request), shown, problem))
}

const postAsk =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['number'])
    const scope = await scopeOf(web.deps, request)
    await runOrSay(
      response,
      async () => {
        const issued = await askForReply(web.deps, actorOf(request), scope, readPointNumber(form('number')))
        sendDeskPage(web, response, 'reply-issued', replyIssuedPage(deskVisitOf(web, request), scope, issued))
      },
      problem => sendDesk(web, request, response, problem),
    )
  }

const postShorten =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['due-on', 'reason'])
    const scope = await scopeOf(web.deps, request)
    await runOrSay(
      response,
      async () => {
        await shortenWindow(web.deps, actorOf(request), scope, { dueOn: form('due-on'), reason: form('reason') })
        response.redirect(303, repliesPath(scope))
      },
      problem => sendDesk(web, request, response, problem),
    )
  }

const getWrite =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const scope = await scopeOf(web.deps, request)
    const shown = await showFindings(web.deps, actorOf(request), scope, null)
    const given = {
      action: `${repliesPath(scope)}/write`,
      draft: NO_REPLY,
      problem: null,
      isSent: false,
      page: readPage(request),
    }
    sendDeskPage(web, response, 'reply-write', replyWritePage(deskVisitOf(web, request), shown, given))
  }

const postWrite =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const draft = readReply(request)
    const scope = await scopeOf(web.deps, request)
    const actor = actorOf(request)
    const show = async (problem: string | null): Promise<void> => {
      const shown = await showFindings(web.deps, actor, scope, null)
      const given = { action: `${repliesPath(scope)}/write`, draft, problem, isSent: false, page: 1 }
      sendAgain(web, response, 'reply-write', replyWritePage(deskVisitOf(web, request), shown, given), {
        status: 'invalid',
      })
    }
    await runOrSay(
      response,
      async () => {
        const reply = { ...draft, number: readPointNumber(draft.number), linkId: null }
        const problem = problemOf(web.site, await writeReply(web.deps, actor, scope, reply))
        if (problem !== null) return show(problem)
        response.redirect(303, repliesPath(scope))
      },
      show,
    )
  }

const sendRecords = async (
  web: Web,
  request: Request,
  response: Response,
  given: Parameters<typeof recordsPage>[2],
): Promise<void> => {
  const shown = await showMissingRecords(web.deps, actorOf(request), await scopeOf(web.deps, request))
  sendDeskPage(web, response, 'reply-records', recordsPage(deskVisitOf(web, request), shown, given))
}

const postRecords =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['title', 'stage', 'published-on', 'url', 'text', 'do'], ['fills'], {
      text: LONGEST_RECORD,
    })
    const record = {
      title: form('title'),
      stage: form('stage'),
      publishedOn: form('published-on'),
      url: form('url'),
      text: form('text'),
      fills: form('fills'),
    }
    const scope = await scopeOf(web.deps, request)
    await runOrSay(
      response,
      async () => {
        const result: ImportResult = await supplyRecord(
          web.deps,
          actorOf(request),
          scope,
          record,
          form('do') !== 'save',
        )
        await sendRecords(web, request, response, { record, result, problem: null })
      },
      problem => sendRecords(web, request, response, { record, result: null, problem }),
    )
  }

/** Asking the body, replying with an account, and sending in records. */
export const addReplyRoutes = (router: Router, web: Web): void => {
  const { deps } = web
  const one = `${REPLIES}/:body/:consultation`
  const target = scopeTarget(deps)
  router.get(one, guard(deps, 'desk.see', target), (request, response) => sendDesk(web, request, response, null))
  router.post(`${one}/ask`, guard(deps, 'reply.invite', target), postAsk(web))
  router.post(`${one}/shorten`, guard(deps, 'reply-window.shorten', target), postShorten(web))
  router.get(`${one}/write`, guard(deps, 'reply.write', target), getWrite(web))
  router.post(`${one}/write`, guard(deps, 'reply.write', target), postWrite(web))
  const supply = guard(deps, 'document.supply', target)
  router.get(`${one}/records`, supply, (request, response) =>
    sendRecords(web, request, response, { record: NO_RECORD, result: null, problem: null }),
  )
  router.post(`${one}/records`, supply, postRecords(web))
}
