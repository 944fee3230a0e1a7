import type { DECISION_STATES, LEGAL_STATUSES } from '../../../../../data/model/consultation.ts'
import type { listBodiesForForm, ConsultationGiven } from '../../../../usecases/upload/add-consultation.ts'
import type { ShownPlace } from '../../../../usecases/upload/list-places.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { FORM_TOKEN_FIELD } from '../../csrf.ts'
import { instantWords } from '../../pages/desk-words.ts'
import { uploadPath } from '../import-paths.ts'
import { importFrame, sizeWords, STEPS, type ImportFrame } from './import-frame.ts'

interface Choice {
  readonly value: string
  readonly name: string
  readonly isChosen: boolean
}
export interface ImportPlaceView extends ImportFrame {
  readonly heading: string
  readonly lede: string
  readonly uploadAction: string
  readonly wanted: readonly string[]
  readonly hasWaiting: boolean
  readonly waiting: readonly { readonly href: string; readonly name: string; readonly under: string }[]
}

const WANTED = [
  'Responses: a CSV. Each row is one response.',
  'Documents: the plan from before, minutes, report, decision, answer. Text, Markdown or HTML.',
  'Other records: events, points, ideas, promises. A CSV with our own columns, or yours.',
]
const WANTED_NEW = [
  'bodies.csv and consultations.csv, with our own columns.',
  'Any other file, if its rows name their consultation.',
]

const placeView = (visit: DeskVisit, { place, waiting }: ShownPlace, problem: string | null): ImportPlaceView => {
  const step = place.scope === null ? STEPS.before : STEPS.upload
  const frame = importFrame(visit, place, { title: 'Import', step, upload: null, problem })
  return {
    ...frame,
    heading: place.scope === null ? 'Add a body or a consultation' : 'Send a file',
    lede:
      place.scope === null
        ? 'A new consultation begins as a draft. Nobody outside sees it before its first release.'
        : 'Nothing is kept until you have seen what would become of it.',
    // The body of an upload is a stream, so its token stands in the address.
    uploadAction: `${frame.base}/files?${FORM_TOKEN_FIELD}=${encodeURIComponent(visit.formToken)}`,
    wanted: place.scope === null ? WANTED_NEW : WANTED,
    hasWaiting: waiting.length > 0,
    waiting: waiting.map(({ id, fileName, byteCount, receivedAt }) => ({
      href: uploadPath(place, id),
      name: fileName,
      under: `${sizeWords(byteCount)}, sent ${instantWords(receivedAt)}`,
    })),
  }
}

/** Step 1 for one consultation. */
export const importPlacePage = placeView

const LEGAL_NAMES: Readonly<Record<(typeof LEGAL_STATUSES)[number], string>> = {
  statutory: 'A law says that it must consult',
  promised: 'It had promised to consult',
  voluntary: 'It chose to consult',
  'information-gathering': 'It only gathered information',
  unknown: 'Not known',
}
const DECISION_NAMES: Readonly<Record<(typeof DECISION_STATES)[number], string>> = {
  made: 'Decided',
  awaited: 'Still to be decided',
  'none-promised': 'No decision was promised',
  unknown: 'Not known',
}

export const NO_CONSULTATION: ConsultationGiven = {
  body: '',
  bodyName: '',
  bodyShortName: '',
  bodyKind: '',
  bodyCountry: 'GB',
  bodyLanguage: 'en-GB',
  bodyNature: '',
  title: '',
  ref: '',
  legalStatus: '',
  opensOn: '',
  closesOn: '',
  decisionState: '',
  decisionDueOn: '',
  decidedOn: '',
}

export interface ImportNewView extends ImportPlaceView {
  readonly consultationAction: string
  readonly hasBodies: boolean
  readonly bodies: readonly Choice[]
  readonly natures: readonly Choice[]
  readonly legalStatuses: readonly Choice[]
  readonly decisionStates: readonly Choice[]
  readonly given: ConsultationGiven
}

const choices = (names: Readonly<Record<string, string>>, chosen: string): readonly Choice[] =>
  Object.entries(names).map(([value, name]) => ({ value, name, isChosen: value === chosen }))

/** Step 1 for what belongs to no consultation yet: a form for a consultation, and files for more of them. */
export const importNewPage = (
  visit: DeskVisit,
  shown: ShownPlace,
  bodies: Awaited<ReturnType<typeof listBodiesForForm>>,
  said: { readonly given: ConsultationGiven; readonly problem: string | null },
): ImportNewView => {
  const view = placeView(visit, shown, said.problem)
  return {
    ...view,
    consultationAction: `${view.base}/consultation`,
    hasBodies: bodies.length > 0,
    bodies: bodies.map(({ ref, name }) => ({ value: ref, name, isChosen: ref === said.given.body })),
    natures: choices({ real: 'Real', fictional: 'Made up, for a sample: every page says so' }, said.given.bodyNature),
    legalStatuses: choices(LEGAL_NAMES, said.given.legalStatus),
    decisionStates: choices(DECISION_NAMES, said.given.decisionState),
    given: said.given,
  }
}
