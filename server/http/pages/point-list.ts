import type { AuditIndex, PointRow } from '../../usecases/audit-index.ts'
import { topicOf } from '../../usecases/point-facets.ts'
import type { PublicText } from '../../usecases/public-text.ts'
import { pointPath } from './addresses.ts'
import { tagOf, type Tag } from './group-words.ts'
import { countWords } from './number-words.ts'

export interface ListedPoint {
  readonly number: string
  readonly href: string
  readonly hasText: boolean
  readonly text: string
  readonly language: string
  readonly tag: Tag
  readonly hasTopic: boolean
  readonly topic: string
  readonly hasStated: boolean
  readonly stated: string
}

const longestCharacters = 320

/** What stands where the words may not. */
export const wordsOf = (text: PublicText): string => {
  switch (text.state) {
    case 'shown':
      return text.text
    case 'withheld':
      return 'The words of this point are not shown, to protect a person. The point is counted.'
    case 'not-released':
      return 'The words of this point have not been released.'
  }
}

const shorten = (text: string): string => {
  if (text.length <= longestCharacters) return text
  const cut = text.slice(0, longestCharacters)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestCharacters - 40))} …`
}

/** Language of a point's words, for screen readers. */
export const languageOf = ({ record }: AuditIndex, { point, contribution }: PointRow): string =>
  point.language ?? contribution?.language ?? record.consultation.language ?? record.body.language

/** One row of a list: the words, the result, and, apart from it, what the council says. */
export const listedPoint = (index: AuditIndex, row: PointRow): ListedPoint => {
  const topic = topicOf(row)
  const { stated } = row
  return {
    number: countWords(row.point.number),
    href: pointPath(index, row),
    hasText: row.text.state === 'shown',
    text: shorten(wordsOf(row.text)),
    language: row.text.state === 'shown' ? languageOf(index, row) : 'en',
    tag: tagOf(row.finding),
    hasTopic: topic !== null,
    topic: topic ?? '',
    hasStated: stated !== null && stated.code !== 'says-nothing',
    stated: stated === null ? '' : `The council says: “${stated.rawState}”`,
  }
}
