import type { Group } from '../../../analysis/finding.ts'
import { GROUPS } from '../../../analysis/finding.ts'
import type { AuditIndex } from '../../usecases/audit-index.ts'
import type { Strings } from '../strings/strings.ts'
import { consultationPath } from './addresses.ts'
import { apportion } from './apportion.ts'
import { countOfGroup, pictureKind } from './consultation-picture.ts'
import { drawTen, type Shape } from './marks.ts'

/** One consultation in a list: its ten marks where a result stands, else why there is none yet. */
export interface ConsultationRow {
  readonly title: string
  readonly href: string
  readonly under: string
  readonly hasMarks: boolean
  readonly ten: { readonly shapes: readonly Shape[] }
  readonly tenWords: string
  readonly state: string
}

const DECIDED: readonly Group[] = GROUPS.filter(group => group !== 'not-decided-yet' && group !== 'not-checked-yet')

/** Marks of each decided and checked group, out of ten. */
const tenOf = ({ audit }: AuditIndex): readonly number[] =>
  apportion(
    DECIDED.map(group => countOfGroup(audit.groups.byPoint, group)),
    10,
  )

/** How many of the ten stand for points without an answer. */
export const noAnswerMarksOf = (index: AuditIndex): number => tenOf(index)[DECIDED.indexOf('no-answer-found')] ?? 0

export const consultationRow = (t: Strings, index: AuditIndex): ConsultationRow => {
  const { record, audit } = index
  const { answered, noAnswer } = audit.groups.byPoint
  const isResult = pictureKind(index) === 'groups'
  const marks = isResult ? tenOf(index) : []
  const groups = DECIDED.flatMap((group, place) => Array.from({ length: marks[place] ?? 0 }, () => group))
  const day = record.consultation.closesOn ?? record.consultation.opensOn
  const counts = isResult ? t.council.row.answered(answered, answered + noAnswer) : ''
  return {
    title: record.consultation.title,
    href: consultationPath(index),
    under: [day === null ? '' : t.month(day), counts].filter(Boolean).join('. '),
    hasMarks: isResult,
    ten: { shapes: drawTen(groups) },
    tenWords: t.council.row.ofEveryTen(
      DECIDED.map((group, place) => ({ group, count: marks[place] ?? 0 }))
        .filter(({ count }) => count > 0)
        .map(({ group, count }) => t.council.row.partOfTen(count, t.results.groups[group])),
    ),
    state: isResult ? '' : index.sentences.finding,
  }
}
