import type { ConsultationRecord } from '../../../data/model/consultation-record.ts'
import { newestStanding } from '../../../data/model/newest-release.ts'

/** Version of the newest release that stands; null: nothing is released yet. */
export const latestVersion = ({ releases }: ConsultationRecord): string | null =>
  newestStanding(releases)?.version ?? null
