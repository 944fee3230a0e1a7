import type { StateOf } from '../model/access.ts'
import type { Connection } from './connection.ts'

export type ConsultationState = StateOf<'consultation'>

/** Consultations that the public does not see, and why. All others are public. */
export const readHiddenConsultations = async (
  connection: Connection,
): Promise<ReadonlyMap<string, Exclude<ConsultationState, 'published'>>> => {
  const marks = await connection
    .selectFrom('consultationMarks')
    .select(['consultationId', 'mark'])
    .where('endedAt', 'is', null)
    .execute()
  const releases = await connection
    .selectFrom('releases')
    .select(['consultationId', 'isWithdrawn'])
    .orderBy('publishedAt')
    .execute()
  const newest = new Map(releases.map(({ consultationId, isWithdrawn }) => [consultationId, isWithdrawn]))
  return new Map([
    ...[...newest].flatMap(([id, isWithdrawn]) => (isWithdrawn === 'yes' ? [[id, 'withdrawn'] as const] : [])),
    ...marks.map(({ consultationId, mark }) => [consultationId, mark] as const),
  ])
}

/**
 * A consultation is public unless it has been marked draft, or what was published last has been withdrawn. null = there is no such
 * consultation.
 */
export const readConsultationState = async (
  connection: Connection,
  consultationId: string,
): Promise<ConsultationState | null> => {
  const consultation = await connection
    .selectFrom('consultations')
    .select('id')
    .where('id', '=', consultationId)
    .executeTakeFirst()
  if (consultation === undefined) return null
  return (await readHiddenConsultations(connection)).get(consultationId) ?? 'published'
}
