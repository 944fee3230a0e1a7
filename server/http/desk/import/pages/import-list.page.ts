import type { ImportPlaces } from '../../../../usecases/upload/list-places.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { privateFrame, type PrivateFrame } from '../../release/private-frame.ts'
import { IMPORT_INTO, IMPORT_NEW } from '../import-paths.ts'

export interface ImportListView extends PrivateFrame {
  readonly canAdd: boolean
  readonly newPath: string
  readonly newWords: string
  readonly lede: string
  readonly hasConsultations: boolean
  readonly consultations: readonly { readonly href: string; readonly title: string; readonly under: string }[]
}

/** Into which consultation: the first question of an import. */
export const importListPage = (visit: DeskVisit, { consultations, canAdd, isEmpty }: ImportPlaces): ImportListView => ({
  ...privateFrame(visit, 'Import', []),
  canAdd,
  newPath: IMPORT_NEW,
  newWords: isEmpty ? 'Begin: a body and its first consultation' : 'Add a body or a consultation',
  lede: isEmpty
    ? 'Nothing is on record yet. Begin with the body that listens and its consultation.'
    : 'Choose the consultation that the records belong to.',
  hasConsultations: consultations.length > 0,
  consultations: consultations.map(({ bodyRef, ref, title, bodyName }) => ({
    href: `${IMPORT_INTO}/${bodyRef}/${ref}`,
    title,
    under: bodyName,
  })),
})
