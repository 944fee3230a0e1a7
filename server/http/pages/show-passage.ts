import type { Passage } from '../../../data/model/document.ts'
import { passageLabel } from './addresses.ts'
import type { Segment } from './mark-words.ts'

/** Signs of Markdown that a reader need not see; the passage itself keeps them, and so do the files. */
const bare = (text: string, { shape }: Passage): string => {
  const plain = text.replaceAll('**', '').replaceAll('__', '')
  return shape === 'row'
    ? plain
        .replace(/^\s*\|\s*/, '')
        .replace(/\s*\|\s*$/, '')
        .replace(/\s*\|\s*/g, ' · ')
    : plain
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The words of a passage without its label, which stands beside them. */
export const showPassage = (segments: readonly Segment[], passage: Passage): readonly Segment[] => {
  const label = new RegExp(`^\\s*\\|?\\s*\\(?${escaped(passageLabel(passage))}[.:)]?(\\s*\\||\\s)\\s*`)
  return segments
    .map(({ text, isMarked }, place) => ({
      text: bare(place === 0 ? text.replace(label, '') : text, passage),
      isMarked,
    }))
    .filter(({ text }) => text !== '')
}

export const passageWords = (passage: Passage): string =>
  showPassage([{ text: passage.text, isMarked: false }], passage)
    .map(({ text }) => text)
    .join('')
