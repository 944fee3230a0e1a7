import type { ConsultationRecord } from '../../../data/model/consultation-record.ts'

/** Version of the newest release that stands; null: nothing is released yet. */
export const latestVersion = ({ releases }: ConsultationRecord): string | null =>
  releases
    .filter(({ isWithdrawn }) => isWithdrawn !== 'yes')
    .toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt))[0]?.version ?? null
