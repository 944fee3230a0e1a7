import type { AuditIndex } from '../../usecases/audit-index.ts'
import { dateWords } from './date-words.ts'

/** Whether the body has answered our findings, in one line: it stands on every page that gives figures. */
export const replyLine = ({ record, audit, sentences }: AuditIndex): string => {
  const whole = record.replies.filter(({ pointId }) => pointId === null)
  const replied = whole.filter(({ state }) => state === 'replied').flatMap(({ repliedOn }) => repliedOn ?? [])
  const last = replied.toSorted().at(-1)
  if (last !== undefined) return `${sentences.subject} replied on ${dateWords(last)}.`
  if (whole.some(({ state }) => state === 'replied')) return `${sentences.subject} has replied.`
  if (whole.some(({ state }) => state === 'declined')) return `${sentences.subject} declined to comment.`
  const { dueOn, isOpen } = audit.replyWindow
  if (whole.length === 0) return `We have not asked ${sentences.subjectWithin} for its reply yet.`
  if (dueOn === null) return `${sentences.subject} has not replied yet.`
  return isOpen
    ? `${sentences.subject} can reply until ${dateWords(dueOn)}.`
    : `No reply received by ${dateWords(dueOn)}.`
}
