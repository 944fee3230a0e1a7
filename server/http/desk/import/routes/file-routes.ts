import type { Request, Response, Router } from 'express'
import type { ImportDraft } from '../../../../../data/model/import-draft.ts'
import { describeUpload, sayAboutUpload } from '../../../../usecases/upload/describe-upload.ts'
import { dropUpload } from '../../../../usecases/upload/keep-upload.ts'
import {
  importUpload,
  saveMapping,
  showOutcome,
  showRun,
  stopUpload,
  tryUpload,
} from '../../../../usecases/upload/run-upload.ts'
import type { ImportPlace } from '../../../../usecases/upload/import-place.ts'
import type { Web } from '../../../web.ts'
import { FORM_TOKEN_FIELD } from '../../csrf.ts'
import { deskVisitOf } from '../../desk-visit.ts'
import { readForm } from '../../read-form.ts'
import { runOrSay } from '../../release/run-or-say.ts'
import { queryOf } from '../../review/scope-of-request.ts'
import { sendDeskPage } from '../../send-desk-page.ts'
import { actorOf } from '../../session-middleware.ts'
import { placePath, uploadPath } from '../import-paths.ts'
import { DOCUMENT_FIELDS } from '../pages/document-form.ts'
import { importDonePage } from '../pages/import-done.page.ts'
import { importFilePage } from '../pages/import-file.page.ts'
import { importRunPage } from '../pages/import-run.page.ts'
import { questionsOf } from '../pages/question-form.ts'
import { placesOf, type PlaceRoutes } from '../place-of-request.ts'

const idOf = (request: Request): string => String(request.params['upload'] ?? '').slice(0, 100)

/** Fields whose names hold a number: which there are depends on the file, what they look like does not. */
const numberedFields = (request: Request, pattern: RegExp): readonly string[] => {
  const body: unknown = request.body
  const names = typeof body === 'object' && body !== null ? Object.keys(body) : []
  return names.filter(name => name !== FORM_TOKEN_FIELD && pattern.test(name))
}

const sendFile = async (
  web: Web,
  request: Request,
  response: Response,
  place: ImportPlace,
  problem: string | null,
): Promise<void> => {
  const shown = await describeUpload(web.deps, actorOf(request), place, idOf(request))
  sendDeskPage(web, response, 'desk-import-file', importFilePage(deskVisitOf(web, request), shown, problem))
}

const postAs =
  (web: Web, { placeOf }: PlaceRoutes) =>
  async (request: Request, response: Response): Promise<void> => {
    const form = readForm(request, ['as', 'document-kind'])
    const place = await placeOf(request)
    const kind = (['markdown', 'text', 'html'] as const).find(known => known === form('document-kind')) ?? null
    await sayAboutUpload(web.deps, actorOf(request), place, idOf(request), draft => ({
      ...draft,
      as: form('as').slice(0, 200),
      documentKind: form('as') === 'document' ? kind : null,
      // Another kind of row has other fields.
      columns: {},
      words: {},
    }))
    response.redirect(303, uploadPath(place, idOf(request)))
  }

const readDocument = (said: (name: string) => string): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(DOCUMENT_FIELDS).map(([name, column]) => [column, said(name).trim()])),
  holding: 'held',
  is_required: said('is-required') === 'yes' ? 'yes' : 'no',
  is_scope_statement: said('is-scope-statement') === 'yes' ? 'yes' : '',
})

/** What the form of steps 2 and 3 says: which column fills what, or what the document is. */
const readWhat = (request: Request): ((draft: ImportDraft, columns: readonly string[]) => ImportDraft) => {
  const numbered = numberedFields(request, /^c-\d{1,3}$/)
  const documentNames = [...Object.keys(DOCUMENT_FIELDS), 'is-required', 'is-scope-statement']
  const form = readForm(request, [], [...numbered, ...documentNames, 'consultation', 'language'])
  const isDocument = form('title') !== '' || form('stage') !== ''
  return (draft, columns) => {
    const chosen: Record<string, string> = {}
    for (const [at, column] of columns.entries()) {
      const isSent = numbered.includes(`c-${at}`)
      // A box that is ticked leaves the column out; a choice says what it fills.
      if (isSent) chosen[column] = form(`c-${at}`) === 'out' ? '' : form(`c-${at}`)
    }
    return {
      ...draft,
      columns: chosen,
      consultation: form('consultation').trim(),
      language: form('language').trim(),
      document: isDocument ? readDocument(form) : draft.document,
    }
  }
}

const toRun = (response: Response, place: ImportPlace, id: string): void =>
  response.redirect(303, `${uploadPath(place, id)}/tried`)

const postTry =
  (web: Web, { placeOf }: PlaceRoutes) =>
  async (request: Request, response: Response): Promise<void> => {
    const say = readWhat(request)
    const place = await placeOf(request)
    const id = idOf(request)
    const actor = actorOf(request)
    await runOrSay(
      response,
      async () => {
        await sayAboutUpload(web.deps, actor, place, id, (draft, preview) =>
          say(
            draft,
            preview.columns.map(({ name }) => name),
          ),
        )
        await tryUpload(web.deps, actor, place, id)
        toRun(response, place, id)
      },
      problem => sendFile(web, request, response, place, problem),
    )
  }

/** Answers are read against the questions that were asked. */
const postAnswers =
  (web: Web, { placeOf }: PlaceRoutes) =>
  async (request: Request, response: Response): Promise<void> => {
    const named = numberedFields(request, /^(?:word-\d{1,4}|serial-\d{1,4}|yes-[A-Z0-9_]{1,40})$/)
    const form = readForm(request, [], [...named, 'dates', 'years'])
    const place = await placeOf(request)
    const id = idOf(request)
    const actor = actorOf(request)
    const { mapping } = await describeUpload(web.deps, actor, place, id)
    const { job } = await showRun(web.deps, actor, place, id)
    const questions = questionsOf(job?.result?.report.problems ?? [], mapping)
    const isYes = (name: string): boolean => named.includes(name) && form(name) === 'yes'
    await sayAboutUpload(web.deps, actor, place, id, draft => {
      const words: Record<string, Record<string, string>> = { ...draft.words }
      const answered = new Set(draft.answered)
      const serialColumns = new Set(draft.serialColumns)
      for (const { answer, choices } of questions) {
        if (answer.type === 'yes' && isYes(answer.name)) answered.add(answer.code)
        if (answer.type === 'serial' && isYes(answer.name)) serialColumns.add(answer.column)
        if (answer.type !== 'word' || !named.includes(answer.name)) continue
        const meaning = form(answer.name)
        if (choices.some(([value]) => value === meaning))
          words[answer.column] = { ...words[answer.column], [answer.word]: meaning }
      }
      const dates = form('dates')
      return {
        ...draft,
        words,
        answered: [...answered],
        serialColumns: [...serialColumns],
        dates: dates === 'day-first' || dates === 'month-first' ? dates : draft.dates,
        isYearLatestPast: draft.isYearLatestPast || form('years') === 'yes',
      }
    })
    await tryUpload(web.deps, actor, place, id)
    toRun(response, place, id)
  }

const getTried =
  (web: Web, { placeOf }: PlaceRoutes) =>
  async (request: Request, response: Response): Promise<void> => {
    const place = await placeOf(request)
    const shown = await showRun(web.deps, actorOf(request), place, idOf(request))
    const base = uploadPath(place, idOf(request))
    if (shown.upload.state === 'imported') return response.redirect(303, `${base}/done`)
    if (shown.upload.state === 'dropped') return response.redirect(303, placePath(place))
    const { mapping } = await describeUpload(web.deps, actorOf(request), place, idOf(request))
    sendDeskPage(web, response, 'desk-import-run', importRunPage(deskVisitOf(web, request), shown, mapping, null))
  }

const sendDone = async (
  web: Web,
  request: Request,
  response: Response,
  place: ImportPlace,
  said: Parameters<typeof importDonePage>[2],
): Promise<void> => {
  const shown = await showOutcome(web.deps, actorOf(request), place, idOf(request))
  sendDeskPage(web, response, 'desk-import-done', importDonePage(deskVisitOf(web, request), shown, said))
}

const postSave =
  (web: Web, { placeOf }: PlaceRoutes) =>
  async (request: Request, response: Response): Promise<void> => {
    const name = readForm(request, ['name'])('name').trim()
    const place = await placeOf(request)
    await runOrSay(
      response,
      async () => {
        await saveMapping(web.deps, actorOf(request), place, idOf(request), name)
        response.redirect(303, `${uploadPath(place, idOf(request))}/done?saved=${encodeURIComponent(name)}`)
      },
      problem => sendDone(web, request, response, place, { savedAs: '', problem, name }),
    )
  }

/** Carries out a form without fields. */
const doing =
  (web: Web, { placeOf }: PlaceRoutes, run: typeof importUpload, next: (place: ImportPlace, id: string) => string) =>
  async (request: Request, response: Response): Promise<void> => {
    readForm(request, [])
    const place = await placeOf(request)
    await run(web.deps, actorOf(request), place, idOf(request))
    response.redirect(303, next(place, idOf(request)))
  }

/** Steps 2 to 6 of one file. */
export const addFileRoutes = (router: Router, web: Web): void => {
  for (const routes of placesOf(web)) {
    const one = `${routes.path}/files/:upload`
    const tried = (place: ImportPlace, id: string): string => `${uploadPath(place, id)}/tried`
    router.get(one, routes.may, async (request, response) =>
      sendFile(web, request, response, await routes.placeOf(request), null),
    )
    router.post(`${one}/as`, routes.may, postAs(web, routes))
    router.post(`${one}/try`, routes.may, postTry(web, routes))
    router.post(`${one}/answers`, routes.may, postAnswers(web, routes))
    router.get(`${one}/tried`, routes.may, getTried(web, routes))
    router.post(`${one}/import`, routes.may, doing(web, routes, importUpload, tried))
    router.post(`${one}/stop`, routes.may, doing(web, routes, stopUpload, tried))
    router.post(`${one}/drop`, routes.may, doing(web, routes, dropUpload, placePath))
    router.get(`${one}/done`, routes.may, async (request, response) => {
      const savedAs = queryOf(request, 'saved').slice(0, 60)
      await sendDone(web, request, response, await routes.placeOf(request), { savedAs, problem: null, name: '' })
    })
    router.post(`${one}/save`, routes.may, postSave(web, routes))
  }
}
