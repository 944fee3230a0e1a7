import type { Request, Response, Router } from 'express'
import {
  addConsultation,
  listBodiesForForm,
  type ConsultationGiven,
} from '../../../../usecases/upload/add-consultation.ts'
import { keepUpload } from '../../../../usecases/upload/keep-upload.ts'
import { listImportPlaces, showPlace } from '../../../../usecases/upload/list-places.ts'
import type { ImportPlace } from '../../../../usecases/upload/import-place.ts'
import type { Web } from '../../../web.ts'
import { deskVisitOf } from '../../desk-visit.ts'
import { guard, noTarget } from '../../guard.ts'
import { readForm } from '../../read-form.ts'
import { runOrSay } from '../../release/run-or-say.ts'
import { sendDeskPage } from '../../send-desk-page.ts'
import { actorOf } from '../../session-middleware.ts'
import { IMPORT, IMPORT_INTO, IMPORT_NEW, uploadPath } from '../import-paths.ts'
import { importListPage } from '../pages/import-list.page.ts'
import { importNewPage, importPlacePage, NO_CONSULTATION } from '../pages/import-place.page.ts'
import { placesOf, type PlaceRoutes } from '../place-of-request.ts'
import { readSentFile } from '../read-sent-file.ts'

const sendPlace = async (
  web: Web,
  request: Request,
  response: Response,
  place: ImportPlace,
  said: { readonly given: ConsultationGiven; readonly problem: string | null },
): Promise<void> => {
  const visit = deskVisitOf(web, request)
  const shown = await showPlace(web.deps, actorOf(request), place)
  if (place.scope !== null)
    return sendDeskPage(web, response, 'desk-import-place', importPlacePage(visit, shown, said.problem))
  const bodies = await listBodiesForForm(web.deps, actorOf(request))
  sendDeskPage(web, response, 'desk-import-new', importNewPage(visit, shown, bodies, said))
}

const postFile =
  (web: Web, { placeOf }: PlaceRoutes) =>
  async (request: Request, response: Response): Promise<void> => {
    const place = await placeOf(request)
    await runOrSay(
      response,
      async () => {
        try {
          const chunks = request.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>
          const sent = await readSentFile(request.get('content-type'), chunks)
          const id = await keepUpload(web.deps, actorOf(request), place, {
            fileName: sent.fileName,
            chunks: sent.bytes(),
          })
          response.redirect(303, uploadPath(place, id))
        } finally {
          // What still comes is read and thrown away, so that the answer arrives.
          request.resume()
        }
      },
      problem => sendPlace(web, request, response, place, { given: NO_CONSULTATION, problem }),
    )
  }

const FIELDS = {
  body: 'body',
  bodyName: 'body-name',
  bodyShortName: 'body-short-name',
  bodyKind: 'body-kind',
  bodyCountry: 'body-country',
  bodyLanguage: 'body-language',
  bodyNature: 'body-nature',
  title: 'title',
  ref: 'ref',
  legalStatus: 'legal-status',
  opensOn: 'opens-on',
  closesOn: 'closes-on',
  decisionState: 'decision-state',
  decisionDueOn: 'decision-due-on',
  decidedOn: 'decided-on',
} as const satisfies Record<keyof ConsultationGiven, string>

const readConsultation = (request: Request): ConsultationGiven => {
  const form = readForm(request, Object.values(FIELDS))
  const said = (name: keyof ConsultationGiven): string => form(FIELDS[name])
  return {
    body: said('body'),
    bodyName: said('bodyName'),
    bodyShortName: said('bodyShortName'),
    bodyKind: said('bodyKind'),
    bodyCountry: said('bodyCountry'),
    bodyLanguage: said('bodyLanguage'),
    bodyNature: said('bodyNature'),
    title: said('title'),
    ref: said('ref'),
    legalStatus: said('legalStatus'),
    opensOn: said('opensOn'),
    closesOn: said('closesOn'),
    decisionState: said('decisionState'),
    decisionDueOn: said('decisionDueOn'),
    decidedOn: said('decidedOn'),
  }
}

const postConsultation =
  (web: Web) =>
  async (request: Request, response: Response): Promise<void> => {
    const given = readConsultation(request)
    await runOrSay(
      response,
      async () => {
        const { body, consultation } = await addConsultation(web.deps, actorOf(request), given)
        response.redirect(303, `${IMPORT_INTO}/${body}/${consultation}`)
      },
      problem => sendPlace(web, request, response, { scope: null }, { given, problem }),
    )
  }

/** Step 1: into which consultation, and which file. */
export const addPlaceRoutes = (router: Router, web: Web): void => {
  router.get(IMPORT, guard(web.deps, 'own-account.see', noTarget), async (request, response) => {
    const places = await listImportPlaces(web.deps, actorOf(request))
    sendDeskPage(web, response, 'desk-import', importListPage(deskVisitOf(web, request), places))
  })
  for (const routes of placesOf(web)) {
    router.get(routes.path, routes.may, async (request, response) =>
      sendPlace(web, request, response, await routes.placeOf(request), { given: NO_CONSULTATION, problem: null }),
    )
    router.post(`${routes.path}/files`, routes.may, postFile(web, routes))
  }
  router.post(`${IMPORT_NEW}/consultation`, guard(web.deps, 'records.add', noTarget), postConsultation(web))
}
