import type { CorrectionDesk, CorrectionGiven } from '../../../../usecases/release/make-correction.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { dateWords, outcomeWords } from '../../english.ts'
import { privateFrame, scopeCrumbs, type PrivateFrame } from '../private-frame.ts'
import { releasePath } from '../release-paths.ts'

export interface CorrectionDraft extends Omit<CorrectionGiven, 'number'> {
  /** As it was typed; "" = not about one point. */
  readonly number: string
}
export const NO_CORRECTION: CorrectionDraft = {
  number: '',
  subject: '',
  oldValue: '',
  newValue: '',
  reason: '',
  versions: [],
}

export interface CorrectionsDeskView extends PrivateFrame {
  readonly action: string
  readonly draft: CorrectionDraft
  readonly hasVersions: boolean
  readonly versions: readonly { readonly name: string; readonly label: string; readonly isChosen: boolean }[]
  readonly hasCorrections: boolean
  readonly corrections: readonly { readonly on: string; readonly words: string; readonly reason: string }[]
}

/** Name of the box of a version in the form. */
export const versionField = (version: string): string => `v-${version}`

/** What was wrong in public, written down for good. */
export const correctionsDeskPage = (
  visit: DeskVisit,
  { scope, corrections, versions }: CorrectionDesk,
  given: { readonly draft: CorrectionDraft; readonly problem: string | null },
): CorrectionsDeskView => ({
  ...privateFrame(visit, 'Corrections', scopeCrumbs(scope), given),
  action: `${releasePath(scope)}/corrections`,
  draft: given.draft,
  hasVersions: versions.length > 0,
  versions: versions.map(version => ({
    name: versionField(version),
    label: `Version ${version}`,
    isChosen: given.draft.versions.includes(version),
  })),
  hasCorrections: corrections.length > 0,
  corrections: corrections.map(({ on, subject, oldValue, newValue, reason }) => ({
    on: dateWords(on),
    words: `${subject}: from “${outcomeWords(oldValue)}” to “${outcomeWords(newValue)}”.`,
    reason,
  })),
})
