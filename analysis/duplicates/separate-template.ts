import { tokensOf } from '../text/tokens.ts'

/** Share of the texts of a campaign that must hold a run of words for it to be template (0–1). */
const TEMPLATE_SHARE = 0.5
const RUN_WORDS = 3

/** What one text of a campaign adds to the template: [start, end) spans in UTF-16 units of the text. */
export interface PersonalPart {
  readonly id: string
  readonly additions: readonly (readonly [number, number])[]
  /** Words of the text that are template, as a share of all its words (0–1). */
  readonly templateShare: number
}

const runsOf = (forms: readonly string[]): string[] =>
  forms.slice(0, Math.max(1, forms.length - RUN_WORDS + 1)).map((_, at) => forms.slice(at, at + RUN_WORDS).join(' '))

const isTemplateWord = (forms: readonly string[], isShared: (run: string) => boolean): boolean[] => {
  const marks = forms.map(() => false)
  runsOf(forms).forEach((run, at) => {
    if (isShared(run)) marks.fill(true, at, at + RUN_WORDS)
  })
  return marks
}

const additionsOf = (starts: readonly number[], ends: readonly number[], marks: readonly boolean[]) => {
  const spans: [number, number][] = []
  marks.forEach((isTemplate, at) => {
    if (isTemplate) return
    const last = spans.at(-1)
    if (last !== undefined && at > 0 && marks[at - 1] === false) last[1] = ends[at]!
    else spans.push([starts[at]!, ends[at]!])
  })
  return spans
}

/** Tells what the texts of a campaign share from what each person added. The words stay as they are; only spans are given. */
export const separateTemplate = (
  texts: readonly { readonly id: string; readonly text: string }[],
): readonly PersonalPart[] => {
  const counts = new Map<string, number>()
  const read = texts.map(({ id, text }) => ({ id, tokens: tokensOf(text) }))
  for (const { tokens } of read)
    for (const run of new Set(runsOf(tokens.forms))) counts.set(run, (counts.get(run) ?? 0) + 1)
  const enough = Math.max(2, TEMPLATE_SHARE * texts.length)
  return read.map(({ id, tokens }) => {
    const marks = isTemplateWord(tokens.forms, run => (counts.get(run) ?? 0) >= enough)
    return {
      id,
      additions: additionsOf(tokens.starts, tokens.ends, marks),
      templateShare: marks.length === 0 ? 0 : marks.filter(Boolean).length / marks.length,
    }
  })
}
