import type { SetAside } from '../../../analysis/finding.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import { consultationPath, pointsPath } from './addresses.ts'
import { hasResult } from './consultation-picture.ts'
import { countOf } from './number-words.ts'
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

const sureNote = ({ audit, sentences }: AuditIndex): Note => {
  const { n, notChecked } = audit.groups.byPoint
  const text = notChecked === n ? 'No person has checked a point yet. So there is no result.' : sentences.certainty
  return noteOf('How sure are we?', text, '#sure', 'More about this')
}

const peopleNote = (index: AuditIndex): Note => {
  const { audit, sentences } = index
  const left = LEFT_OUT_ORDER.filter(kind => audit.setAside[kind] > 0)
  return noteOf(
    `The ${countOf(audit.groups.byPoint.n, 'point')} came in ${countOf(audit.contributorCount, 'response')}.`,
    sentences.leftOut ?? 'None was left out.',
    left.length === 0 ? '' : pointsPath(index, { 'left-out': left }),
    left.length === 0 ? '' : 'See them',
  )
}

/** What the count without an answer cannot show, in the words of its indicator. */
const limitsNote = (index: AuditIndex): Note =>
  noteOf(
    'What this does not show.',
    index.audit.indicators.find(({ id }) => id === 'silence')?.doesNotShow ?? '',
    `${consultationPath(index)}/indicators#silence`,
    'All limits',
  )

/** Under the picture: what Answered means, the count by idea, how sure, who spoke and what was left out. */
export const notesOf = (index: AuditIndex): readonly Note[] => {
  const { n } = index.audit.groups.byPoint
  if (n === 0) return []
  const isResult = hasResult(index)
  return [
    ...(isResult
      ? [
          noteOf('Answered does not mean agreed.', 'It means you can read what was decided, or who will do what next.'),
          noteOf('Counted by idea.', index.sentences.byIdea, `${consultationPath(index)}/ideas`, 'All ideas'),
        ]
      : []),
    sureNote(index),
    ...(isResult ? [limitsNote(index)] : []),
    noteOf('The council’s reply.', replyLine(index), '#rep', 'Read it'),
    peopleNote(index),
  ]
}
