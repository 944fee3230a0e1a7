import type { Audit, Sentence, SetAside } from '../finding.ts'
import { compose, paragraph, tell } from './compose.ts'
import { subjectWithin } from './subject.ts'
import { countText, plural } from './wording.ts'

const checkedSentence = ({ groups: { byPoint }, checks }: Audit): Sentence =>
  checks.confirmedCount === byPoint.n
    ? compose('People have checked all ', tell('n', byPoint.n), '.')
    : compose('People have checked ', tell('checked', checks.confirmedCount), ' of the ', tell('n', byPoint.n), '.')

/** What a person looked at and could not settle: it is checked, and still open. */
const cannotTellSentence = ({ groups: { byPoint } }: Audit): Sentence | null =>
  byPoint.cannotTell === 0
    ? null
    : compose(
        'For ',
        tell('cannot-tell', byPoint.cannotTell),
        byPoint.cannotTell === byPoint.n ? '' : ' of them',
        ', the records do not let us tell.',
      )

/** Where "no answer" ends up when everything open turns out one way, or the other. */
const rangeSentence = ({ groups: { byPoint } }: Audit): Sentence | null => {
  const { noAnswer, notChecked, cannotTell } = byPoint
  if (notChecked === 0) return null
  const isAllSeen = notChecked === cannotTell
  return compose(
    isAllSeen ? 'So “no answer” is between ' : 'When the rest are done, “no answer” will be between ',
    tell('no-answer', noAnswer),
    ' and ',
    tell('no-answer-at-most', noAnswer + notChecked),
    '.',
  )
}

/** "People have checked 228 of the 248. When the rest are done, “no answer” will be between 66 and 86." */
export const certaintySentence = (audit: Audit): Sentence =>
  paragraph(checkedSentence(audit), cannotTellSentence(audit), rangeSentence(audit))

/** "60 were checked by two people; on 55 they agreed." null where nobody checked twice. */
export const agreementSentence = ({ checks: { codedTwiceCount, agreedCount } }: Audit): Sentence | null =>
  agreedCount === null
    ? null
    : compose(
        tell('coded-twice', codedTwiceCount),
        ` ${plural(codedTwiceCount, 'was', 'were')} checked by two people; on `,
        tell('agreed', agreedCount),
        ' they agreed.',
      )

const LEFT_OUT: readonly (readonly [SetAside, (audit: Audit) => string])[] = [
  ['not-codable', () => 'with nothing to follow'],
  ['withdrawn', () => 'taken back'],
  ['duplicate', () => 'sent twice'],
  ['officer-written', audit => `written by officers of ${subjectWithin(audit)}`],
]

/** "Left out, and counted: 2 empty, 1 taken back." null where nothing was. */
export const leftOutSentence = (audit: Audit): Sentence | null => {
  const parts = LEFT_OUT.filter(([kind]) => audit.setAside[kind] > 0).map(
    ([kind, words]) => `${countText(audit.setAside[kind])} ${words(audit)}`,
  )
  return parts.length === 0 ? null : compose(`Left out, and counted: ${parts.join(', ')}.`)
}
