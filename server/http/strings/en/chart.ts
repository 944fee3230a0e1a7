import { asAt, count, counted, nouns } from './nouns.ts'

export const chart = {
  outcomes: 'What happened to each point',
  source: (parts: {
    readonly documents: number
    readonly asAt: string
    readonly version: string | null
    readonly url: string
  }) =>
    `Source: Said & Done, independent audit. ${counted(parts.documents, { one: 'document', other: 'documents' })} read, checked by people. ${asAt(parts.asAt, parts.version)}. ${parts.url}`,
  oneMark: '1 mark = 1 point',
  scaledMark: '1 mark = 1 in 100',
  fictional: (name: string) => `${name} is made up.`,
  outcomesAlt: (finding: string, rows: readonly { readonly name: string; readonly count: string }[]) =>
    `Rows of marks, one row for each result. ${finding} ${rows.map(({ name, count: number }) => `${name}: ${number}`).join('. ')}.`,
  topicsAlt: (
    title: string,
    rows: readonly { readonly name: string; readonly total: number; readonly noAnswer: number }[],
  ) =>
    `Bars, one for each topic. ${title}. ${rows.map(row => `${row.name}: ${nouns.points(row.total)}, ${count(row.noAnswer)} with no answer found`).join('. ')}.`,
}
