import type { StateOf } from '../model/access.ts'
import type { Connection } from './connection.ts'

/** draft = no release yet; else what its newest release is. null = there is no such consultation. */
export const readConsultationState = async (
  connection: Connection,
  consultationId: string,
): Promise<StateOf<'consultation'> | null> => {
  const consultation = await connection
    .selectFrom('consultations')
    .select('id')
    .where('id', '=', consultationId)
    .executeTakeFirst()
  if (consultation === undefined) return null
  const newest = await connection
    .selectFrom('releases')
    .select('isWithdrawn')
    .where('consultationId', '=', consultationId)
    .orderBy('publishedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest === undefined) return 'draft'
  return newest.isWithdrawn === 'yes' ? 'withdrawn' : 'published'
}
