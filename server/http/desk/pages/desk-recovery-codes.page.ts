import type { DeskVisit } from '../desk-visit.ts'
import { PATHS } from '../paths.ts'
import { deskFrameOf, type DeskFrame } from './desk-frame.ts'

export interface RecoveryCodesView extends DeskFrame {
  readonly codes: readonly string[]
  readonly next: string
}

/** Shown once. */
export const recoveryCodesPage = (visit: DeskVisit, codes: readonly string[]): RecoveryCodesView => ({
  ...deskFrameOf(visit, 'Your recovery codes'),
  codes,
  next: PATHS.account,
})
