import type { Dispute, Reply } from '../model/right-of-reply.ts'
import type { Connection, WriteConnection } from './connection.ts'
import type { DisputeLetterRow, ReplyLinkRow, SubmissionRow, WindowChangeRow } from './releases-schema.ts'
import { toRow } from './row-mapping.ts'

export type ReplyLink = Readonly<Omit<ReplyLinkRow, 'codeSha256'>>
export type DisputeLetter = Readonly<DisputeLetterRow>
export type WindowChange = Readonly<WindowChangeRow>

const SHOWN = ['id', 'consultationId', 'pointId', 'madeAt', 'madeBy', 'expiresAt', 'endedAt'] as const

/** Keeps the hash of the code. An earlier link to the same thing is worth nothing from now on. The ids of all that changed. */
export const insertReplyLink = async (
  tx: WriteConnection,
  link: Omit<ReplyLinkRow, 'endedAt'>,
): Promise<readonly string[]> => {
  const ended = await tx
    .updateTable('replyLinks')
    .set({ endedAt: link.madeAt })
    .where('consultationId', '=', link.consultationId)
    .where('pointId', link.pointId === null ? 'is' : '=', link.pointId)
    .where('endedAt', 'is', null)
    .returning('id')
    .execute()
  await tx
    .insertInto('replyLinks')
    .values({ ...link, endedAt: null })
    .execute()
  return [...ended.map(({ id }) => id), link.id]
}

export const isLinkOpen = ({ endedAt, expiresAt }: ReplyLink, now: string): boolean =>
  endedAt === null && expiresAt > now

/** The link behind a code, whether or not it still opens anything. */
export const findReplyLink = async (connection: Connection, codeSha256: string): Promise<ReplyLink | null> =>
  (await connection.selectFrom('replyLinks').select(SHOWN).where('codeSha256', '=', codeSha256).executeTakeFirst()) ??
  null

export const readReplyLinks = (connection: Connection, consultationId: string): Promise<readonly ReplyLink[]> =>
  connection
    .selectFrom('replyLinks')
    .select(SHOWN)
    .where('consultationId', '=', consultationId)
    .orderBy('madeAt', 'desc')
    .orderBy('id')
    .execute()

export const insertWindowChange = async (tx: WriteConnection, change: WindowChange): Promise<void> => {
  await tx.insertInto('windowChanges').values(change).execute()
}
export const readWindowChanges = (connection: Connection, consultationId: string): Promise<readonly WindowChange[]> =>
  connection
    .selectFrom('windowChanges')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .orderBy('at')
    .execute()

/** The one thing of a request for a reply that may change: its last day. The day before is kept in the window's changes. */
export const writeReplyDueOn = async (tx: WriteConnection, { id, dueOn }: Reply): Promise<void> => {
  await tx.updateTable('replies').set({ dueOn }).where('id', '=', id).execute()
}

/** How a dispute was settled is added to it; its own words never change. false = somebody settled it meanwhile. */
export const writeSettlement = async (tx: WriteConnection, dispute: Dispute): Promise<boolean> => {
  const { state, decidedOn, decision } = toRow('dispute', dispute)
  const { numUpdatedRows } = await tx
    .updateTable('disputes')
    .set({ state, decidedOn, decision })
    .where('id', '=', dispute.id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export const insertLetter = async (tx: WriteConnection, letter: DisputeLetter): Promise<void> => {
  await tx.insertInto('disputeLetters').values(letter).execute()
}
/** Letters of a consultation, oldest first. For the desk alone: they hold words nobody has read. */
export const readLetters = (connection: Connection, consultationId: string): Promise<readonly DisputeLetter[]> =>
  connection
    .selectFrom('disputeLetters')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .orderBy('receivedAt')
    .orderBy('id')
    .execute()
/** false = somebody decided it meanwhile. */
export const decideLetter = async (
  tx: WriteConnection,
  id: string,
  decided: Pick<DisputeLetterRow, 'state' | 'decidedAt' | 'decidedBy' | 'refusal' | 'disputeId'>,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('disputeLetters')
    .set(decided)
    .where('id', '=', id)
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Counts one more, unless this subject has sent `most` since then. false = too many. */
export const takeSubmission = async (
  tx: WriteConnection,
  submission: Readonly<SubmissionRow>,
  { since, most }: { readonly since: string; readonly most: number },
): Promise<boolean> => {
  await tx.deleteFrom('submissions').where('at', '<=', since).execute()
  const sent = await tx
    .selectFrom('submissions')
    .select('id')
    .where('scope', '=', submission.scope)
    .where('subject', '=', submission.subject)
    .execute()
  if (sent.length >= most) return false
  await tx.insertInto('submissions').values(submission).execute()
  return true
}
