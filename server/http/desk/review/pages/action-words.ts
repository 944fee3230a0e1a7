import { STAGES, type Document } from '../../../../../data/model/document.ts'
import { LINK_KINDS } from '../../../../../data/model/link.ts'
import type { ReviewAction } from '../../../../usecases/review/show-review-point.ts'
import { JUDGEMENT_WORDS } from '../kind-words.ts'
import { LINK_KIND_LINES, STAGE_NAMES } from '../../english.ts'

/** "carries response-log#R3" → "Response log, R3. All of it is there." What a person reads of what they recorded. */
export const actionWords = (words: string, documents: readonly Document[]): string => {
  const [kind = '', ref = ''] = words.split(' ')
  if (kind === 'nothing') return 'Nothing here.'
  const judged = Object.entries(JUDGEMENT_WORDS).find(([name]) => name === kind)?.[1]
  const linked = LINK_KINDS.find(known => known === kind)
  const [documentRef = '', label = ''] = ref.split('#')
  const title = documents.find(document => document.ref === documentRef)?.title ?? documentRef
  const where = ref === '' ? '' : `${title}, ${label}. `
  return `${where}${linked === undefined ? `${judged ?? kind}.` : LINK_KIND_LINES[linked]}`
}

/** The last thing recorded, with its stop: so that "undo" says what it takes back. */
export const lastWords = ({ words, stage }: ReviewAction, documents: readonly Document[]): string => {
  const stop = STAGES.find(known => known === stage)
  return `${stop === undefined ? '' : `${STAGE_NAMES[stop]}: `}${actionWords(words, documents)}`
}
