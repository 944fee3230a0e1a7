import type { DescribedUpload } from '../../../../usecases/upload/describe-upload.ts'
import type { ImportPlace } from '../../../../usecases/upload/import-place.ts'
import type { Crumb } from '../../../pages/frame.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { privateFrame, type PrivateFrame } from '../../release/private-frame.ts'
import { IMPORT, placePath, uploadPath } from '../import-paths.ts'

export type ShownUpload = DescribedUpload['upload']

export const placeName = ({ scope }: ImportPlace): string =>
  scope === null ? 'Bodies and consultations' : scope.consultation.title

const crumbsOf = (place: ImportPlace, upload: ShownUpload | null): readonly Crumb[] => [
  { href: IMPORT, text: 'Import' },
  ...(upload === null ? [] : [{ href: placePath(place), text: placeName(place) }]),
]

/** A page of the import: where the file goes, and the way back. */
export interface ImportFrame extends PrivateFrame {
  readonly kick: string
  readonly step: string
  readonly base: string
}

/** The six steps, as the pages number them. */
export const STEPS = {
  before: 'Before the first file',
  upload: 'Step 1 of 6: send the file',
  what: 'Steps 2 and 3 of 6: what the file is',
  try: 'Step 4 of 6: try it',
  import: 'Step 5 of 6: import',
  report: 'Step 6 of 6: what became of it',
} as const

export const importFrame = (
  visit: DeskVisit,
  place: ImportPlace,
  given: {
    readonly title: string
    readonly step: string
    readonly upload: ShownUpload | null
    readonly problem?: string | null
  },
): ImportFrame => ({
  ...privateFrame(visit, given.title, crumbsOf(place, given.upload), { problem: given.problem ?? null }),
  kick: given.upload === null ? placeName(place) : `${given.upload.fileName}, for ${placeName(place)}`,
  step: given.step,
  base: given.upload === null ? placePath(place) : uploadPath(place, given.upload.id),
})

/** 5,242,880 → "5.0 MB". */
export const sizeWords = (byteCount: number): string =>
  byteCount < 1024
    ? `${byteCount} bytes`
    : byteCount < 1024 * 1024
      ? `${(byteCount / 1024).toFixed(1)} kB`
      : `${(byteCount / (1024 * 1024)).toFixed(1)} MB`
