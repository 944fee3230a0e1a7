import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { Strings } from '../strings/strings.ts'

/** Whether the body has answered our findings, in one line: it stands on every page that gives figures. */
export const replyLine = (t: Strings, { record, audit, sentences }: AuditIndex): string => {
  const whole = record.replies.filter(({ pointId }) => pointId === null)
  const replied = whole.filter(({ state }) => state === 'replied').flatMap(({ repliedOn }) => repliedOn ?? [])
  const last = replied.toSorted().at(-1)
  if (last !== undefined) return t.reply.line.repliedOn(sentences.subject, last)
  if (whole.some(({ state }) => state === 'replied')) return t.reply.line.replied(sentences.subject)
  if (whole.some(({ state }) => state === 'declined')) return t.reply.line.declined(sentences.subject)
  const { dueOn, isOpen } = audit.replyWindow
  if (whole.length === 0) return t.reply.line.notAsked(sentences.subjectWithin)
  if (dueOn === null) return t.reply.line.notReplied(sentences.subject)
  return isOpen ? t.reply.line.until(sentences.subject, dueOn) : t.reply.line.noneBy(dueOn)
}
