import type { SetAside } from '../../../analysis/finding.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath, pointsPath } from './addresses.ts'
import { hasResult } from './consultation-picture.ts'
import { replyLine } from './reply-line.ts'

export interface Note {
  readonly lead: string
  readonly text: string
  readonly hasLink: boolean
  readonly href: string
  readonly link: string
}

const noteOf = (lead: string, text: string, href = '', link = ''): Note => ({
  lead,
  text,
  hasLink: href !== '',
  href,
  link,
})

const LEFT_OUT_ORDER: readonly SetAside[] = ['not-codable', 'withdrawn', 'duplicate', 'officer-written']

const sureNote = (t: Strings, { audit, sentences }: AuditIndex): Note => {
  const { n, notChecked } = audit.groups.byPoint
  const text = notChecked === n ? t.notes.nobodyChecked : sentences.certainty
  return noteOf(t.notes.sure, text, '#sure', t.notes.sureMore)
}

const peopleNote = (t: Strings, index: AuditIndex): Note => {
  const { audit, sentences } = index
  const left = LEFT_OUT_ORDER.filter(kind => audit.setAside[kind] > 0)
  return noteOf(
    t.notes.cameIn(audit.groups.byPoint.n, audit.contributorCount),
    sentences.leftOut ?? t.notes.noneLeftOut,
    left.length === 0 ? '' : pointsPath(index, { 'left-out': left }),
    left.length === 0 ? '' : t.notes.leftOutMore,
  )
}

/** What the count without an answer cannot show, in the words of its indicator. */
const limitsNote = (t: Strings, index: AuditIndex): Note =>
  noteOf(
    t.notes.limits,
    index.audit.indicators.find(({ id }) => id === 'silence')?.doesNotShow ?? '',
    `${consultationPath(index)}/indicators#silence`,
    t.notes.limitsMore,
  )

/** Under the picture: what Answered means, the count by idea, how sure, who spoke and what was left out. */
export const notesOf = (t: Strings, index: AuditIndex): readonly Note[] => {
  const { n } = index.audit.groups.byPoint
  if (n === 0) return []
  const isResult = hasResult(index)
  return [
    ...(isResult
      ? [
          noteOf(t.notes.answered, t.notes.answeredText),
          noteOf(t.notes.byIdea, index.sentences.byIdea, `${consultationPath(index)}/ideas`, t.notes.byIdeaMore),
        ]
      : []),
    sureNote(t, index),
    ...(isResult ? [limitsNote(t, index)] : []),
    noteOf(t.notes.reply, replyLine(t, index), '#rep', t.notes.replyMore),
    peopleNote(t, index),
  ]
}
