import { createLinker } from '../../../analysis/linking/linker.ts'
import { matchWithLinker } from '../../../analysis/linking/match-points.ts'
import { stopWordsOf } from '../../../analysis/text/stop-words.ts'
import type { Document, Passage } from '../../../data/model/document.ts'
import type { MatchedWords } from '../../../data/model/link.ts'

export interface RankedPassage {
  readonly passage: Passage
  readonly matched: MatchedWords | null
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Where the words of a query stand in a text, letter by letter. */
const literalSpans = (text: string, query: string): readonly (readonly [number, number])[] => {
  const low = text.toLowerCase()
  return fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 2 && !stopWordsOf('en').has(word))
    .flatMap(word => {
      const at = low.indexOf(word)
      return at < 0 ? [] : [[at, at + word.length] as const]
    })
}

/** Passages of a stop in the order in which they are worth reading for some words; all that hold one of the words come. */
export const rankPassages = (
  documents: readonly Document[],
  passages: readonly Passage[],
  query: string,
): readonly RankedPassage[] => {
  const byId = new Map(passages.map(passage => [passage.id, passage]))
  const stageOf = new Map(documents.map(({ id, stage }) => [id, stage]))
  const linker = createLinker(
    null,
    passages.map(({ id, documentId, text, heading }) => ({
      document: documentId,
      stage: stageOf.get(documentId) ?? 'record',
      passage: id,
      text,
      heading,
    })),
  )
  const ranked: RankedPassage[] = []
  for (const line of matchWithLinker(linker, [{ id: 'query', text: query }], {
    vectors: null,
    top: passages.length,
    explain: true,
  })) {
    const passage = 'passage' in line ? byId.get(line.passage) : undefined
    if (passage !== undefined && 'explanation' in line)
      ranked.push({ passage, matched: line.explanation?.offsets ?? null })
  }
  const seen = new Set(ranked.map(({ passage }) => passage.id))
  const literal = passages.flatMap(passage => {
    const inPassage = seen.has(passage.id) ? [] : literalSpans(passage.text, query)
    return inPassage.length === 0 ? [] : [{ passage, matched: { inPoint: [], inPassage } }]
  })
  return [...ranked, ...literal]
}
