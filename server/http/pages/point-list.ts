import type { AuditIndex, PointRow } from '../../usecases/audit-index.ts'
import { topicOf } from '../../usecases/point-facets.ts'
import type { Strings } from '../strings/strings.ts'
import { pointPath } from './addresses.ts'
import { tagOf, type Tag } from './group-words.ts'
import { pointLanguage, recordLanguage } from './quoted-language.ts'

export interface ListedPoint {
  readonly name: string
  readonly href: string
  readonly hasText: boolean
  readonly text: string
  readonly language: string
  readonly tag: Tag
  readonly hasTopic: boolean
  readonly topic: string
  readonly hasStated: boolean
  readonly stated: string
  readonly statedLanguage: string
}

const longestCharacters = 320

/** What stands where the words may not. */
export const wordsOf = (t: Strings, { text, finding }: PointRow): string => {
  switch (text.state) {
    case 'shown':
      return text.text
    case 'withheld':
      return finding.setAside === null ? t.point.withheld : t.point.withheldUncounted
    case 'not-released':
      return t.point.notReleased
  }
}

const shorten = (text: string): string => {
  if (text.length <= longestCharacters) return text
  const cut = text.slice(0, longestCharacters)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestCharacters - 40))} …`
}

/** One row of a list: the words, the result, and, apart from it, what the council says. */
export const listedPoint = (t: Strings, index: AuditIndex, row: PointRow): ListedPoint => {
  const topic = topicOf(row)
  const { stated } = row
  return {
    name: t.point.name(row.point.number),
    href: pointPath(index, row),
    hasText: row.text.state === 'shown',
    text: shorten(wordsOf(t, row)),
    language: row.text.state === 'shown' ? pointLanguage(index, row) : t.language,
    tag: tagOf(t, row.finding),
    hasTopic: topic !== null,
    topic: topic ?? '',
    hasStated: stated !== null && stated.code !== 'says-nothing',
    stated: stated?.rawState ?? '',
    statedLanguage: recordLanguage(index),
  }
}
