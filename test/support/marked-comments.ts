import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { proposeRedactions } from '../../analysis/redaction/propose-redactions.ts'

interface Comment {
  readonly id: number
  readonly text: string
  readonly spans: readonly { readonly start: number; readonly end: number; readonly type: string }[]
}

/** Of each marked type how many there are and how many were proposed whole; of what was proposed, how much was marked. */
export interface RedactionCount {
  readonly commentCount: number
  readonly byType: Readonly<Record<string, { readonly all: number; readonly hidden: number }>>
  readonly regionCount: number
  readonly rightCount: number
}

const folder = process.env['SAID_TEST_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
export const MARKED_COMMENTS = join(folder, 'pii', 'comments.json')

/** Public names must stay: more than half of one hidden counts as hidden. All else must be hidden to the last letter. */
export const countRedactions = (): RedactionCount | null => {
  if (!existsSync(MARKED_COMMENTS)) return null
  const comments: readonly Comment[] = JSON.parse(readFileSync(MARKED_COMMENTS, 'utf8'))
  const byType: Record<string, { all: number; hidden: number }> = {}
  let [regionCount, rightCount] = [0, 0]
  for (const { text, spans } of comments) {
    const regions = proposeRedactions(text)
    const isHidden = (at: number): boolean => regions.some(({ start, end }) => start <= at && at < end)
    regionCount += regions.length
    rightCount += regions.filter(region =>
      spans.some(({ start, end, type }) => type !== 'PUBNAME' && start < region.end && region.start < end),
    ).length
    for (const { start, end, type } of spans) {
      const count = (byType[type] ??= { all: 0, hidden: 0 })
      const letters = Array.from({ length: end - start }, (_, at) => start + at).filter(at =>
        /[\p{L}\p{N}]/u.test(text[at] ?? ''),
      )
      count.all += 1
      if (type === 'PUBNAME' ? letters.filter(isHidden).length * 2 > letters.length : letters.every(isHidden))
        count.hidden += 1
    }
  }
  return { commentCount: comments.length, byType, regionCount, rightCount }
}
