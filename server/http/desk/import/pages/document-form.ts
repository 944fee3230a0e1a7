import { STAGES } from '../../../../../data/model/document.ts'
import type { DescribedUpload } from '../../../../usecases/upload/describe-upload.ts'
import { STAGE_NAMES } from '../../english.ts'
import { slugOf } from '../../../../usecases/slug-of.ts'

interface Choice {
  readonly value: string
  readonly name: string
  readonly isChosen: boolean
}
export interface DocumentForm {
  readonly title: string
  readonly ref: string
  readonly stages: readonly Choice[]
  readonly sources: readonly Choice[]
  readonly publishedOn: string
  readonly firstArchivedOn: string
  readonly url: string
  readonly licence: string
  readonly note: string
  readonly isRequired: boolean
  readonly isScopeStatement: boolean
  readonly consultation: string
}

/** Fields of a document that the form has: name in the form → column of a document. */
export const DOCUMENT_FIELDS = {
  title: 'title',
  ref: 'ref',
  stage: 'stage',
  source: 'source',
  'published-on': 'published_on',
  'first-archived-on': 'first_archived_on',
  url: 'url',
  licence: 'licence',
  note: 'note',
} as const

const SOURCES: readonly (readonly [string, string])[] = [
  ['official', 'The body itself'],
  ['community', 'People who were there'],
]

const refOf = (fileName: string): string => slugOf(fileName.replace(/\.[^.]*$/, ''), 60) || 'document'

/** What the person said about the document, else what it says about itself. */
export const documentFormOf = ({ draft, preview, upload }: DescribedUpload): DocumentForm => {
  const said = (column: string): string => draft.document[column] ?? preview.entries[column] ?? ''
  const stage = said('stage')
  const source = said('source') || 'official'
  return {
    title: said('title'),
    ref: said('ref') || refOf(upload.fileName),
    stages: STAGES.map(value => ({ value, name: STAGE_NAMES[value], isChosen: value === stage })),
    sources: SOURCES.map(([value, name]) => ({ value, name, isChosen: value === source })),
    publishedOn: said('published_on'),
    firstArchivedOn: said('first_archived_on'),
    url: said('url'),
    licence: said('licence'),
    note: said('note'),
    isRequired: said('is_required') !== 'no',
    isScopeStatement: said('is_scope_statement') === 'yes',
    consultation: draft.consultation || (preview.entries['consultation'] ?? ''),
  }
}
