import { STAGES, type Stage } from '../../../../../data/model/document.ts'
import type { ImportResult } from '../../../../usecases/import-file.ts'
import type { SuppliedRecord, SupplyPage } from '../../../../usecases/reply/supply-record.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { privateFrame, scopeCrumbs, type PrivateFrame } from '../../release/private-frame.ts'
import { repliesPath } from '../../release/release-paths.ts'
import { countOf } from '../../english.ts'

export interface RecordsView extends PrivateFrame {
  readonly heading: string
  readonly action: string
  readonly hasMissing: boolean
  readonly missing: readonly string[]
  readonly stages: readonly { readonly value: Stage; readonly name: string; readonly isChosen: boolean }[]
  readonly gaps: readonly { readonly value: string; readonly name: string; readonly isChosen: boolean }[]
  readonly given: SuppliedRecord
  readonly hasReport: boolean
  readonly report: string
  readonly hasProblems: boolean
  readonly problems: readonly string[]
  readonly canImport: boolean
}

const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  plan: 'The plan before',
  record: 'What was logged: minutes, a response log',
  summary: 'The summary or consultation report',
  papers: 'Papers that councillors got',
  decision: 'The decision',
  answer: 'An answer: a letter, “You said, we did”',
  delivery: 'Whether it was done',
}

const reportWords = ({ status, report }: ImportResult): string => {
  const passages = countOf(report.acceptedCount, 'paragraph or row', 'paragraphs and rows')
  switch (status) {
    case 'dry-run':
      return `Nothing is saved yet. This record has ${passages}.`
    case 'imported':
      return `Saved, with ${passages}. A person now looks for answers in it.`
    case 'unchanged':
      return 'We have this record already. Nothing was changed.'
    case 'refused':
    case 'asks':
      return 'It cannot be taken as it is.'
  }
}

export const NO_RECORD: SuppliedRecord = { title: '', stage: 'answer', publishedOn: '', url: '', text: '', fills: '' }

/** A record the council sends in: first a look at what would be saved, then the same again to save it. */
export const recordsPage = (
  visit: DeskVisit,
  { scope, missing }: SupplyPage,
  given: { readonly record: SuppliedRecord; readonly result: ImportResult | null; readonly problem: string | null },
): RecordsView => ({
  ...privateFrame(
    visit,
    'Send in a record',
    [...scopeCrumbs(scope), { href: repliesPath(scope), text: 'The council’s reply' }],
    given,
  ),
  heading: 'Send in a record',
  action: `${repliesPath(scope)}/records`,
  hasMissing: missing.length > 0,
  missing: missing.map(({ title, heldBy }) => (heldBy === null ? title : `${title} (${heldBy} has it)`)),
  stages: STAGES.map(value => ({ value, name: STAGE_NAMES[value], isChosen: value === given.record.stage })),
  gaps: missing.map(({ ref, title }) => ({ value: ref, name: title, isChosen: ref === given.record.fills })),
  given: given.record,
  hasReport: given.result !== null,
  report: given.result === null ? '' : reportWords(given.result),
  hasProblems: (given.result?.report.problems.length ?? 0) > 0,
  problems: given.result?.report.problems.map(({ message }) => message) ?? [],
  canImport: given.result?.status === 'dry-run',
})
