import { previewFile, type FilePreview } from '../../../data/import/preview-file.ts'
import type { ColumnMapping } from '../../../data/model/column-mapping.ts'
import { readImportDraft, type ImportDraft } from '../../../data/model/import-draft.ts'
import { readSavedMappings, writeDraft, type SavedMapping, type Upload } from '../../../data/store/uploads.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { Actor } from '../people/session.ts'
import type { ImportPlace } from './import-place.ts'
import { findUploadOf } from './keep-upload.ts'
import { mappingOf, takenAs, type TakenAs } from './plan-import.ts'
import { openStaged } from './staged-files.ts'

export interface DescribedUpload {
  readonly place: ImportPlace
  readonly upload: Upload
  readonly draft: ImportDraft
  readonly preview: FilePreview
  readonly taken: TakenAs
  /** null = a person has to say what the rows are first. */
  readonly mapping: ColumnMapping | null
  readonly saved: readonly SavedMapping[]
}

export const sourceOf = (deps: Deps, upload: Upload) => ({
  name: upload.fileName,
  open: openStaged(deps.config, upload.sha256),
})

/** Steps 2 and 3: what the file seems to be, and what would become of each column. */
export const describeUpload = async (
  deps: Deps,
  actor: Actor,
  place: ImportPlace,
  id: string,
): Promise<DescribedUpload> => {
  const upload = await findUploadOf(deps, actor, place, id)
  if (upload.state !== 'staged')
    throw new AppError(
      'conflict',
      upload.state === 'imported'
        ? 'This file has been imported.'
        : 'This file was given up and deleted. Upload it again.',
    )
  const draft = readImportDraft(upload.draft)
  const preview = await previewFile(sourceOf(deps, upload), { today: deps.clock.today() })
  const saved = await readSavedMappings(deps.store.reader)
  const mapping = mappingOf(preview, draft, upload.fileName, saved)
  return { place, upload, draft, preview, taken: takenAs(preview, draft), mapping, saved }
}

/** What the person said about the file is kept until it is imported. */
export const sayAboutUpload = async (
  deps: Deps,
  actor: Actor,
  place: ImportPlace,
  id: string,
  change: (draft: ImportDraft, preview: FilePreview) => ImportDraft,
): Promise<void> => {
  const { draft, preview } = await describeUpload(deps, actor, place, id)
  await deps.store.write(tx => writeDraft(tx, id, JSON.stringify(change(draft, preview))))
}
