import type { ColumnMapping } from '../../../../../data/model/column-mapping.ts'
import type { ShownRun } from '../../../../usecases/upload/run-upload.ts'
import { countOf, countWords } from '../../english.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { countedKind } from './column-words.ts'
import { importFrame, STEPS, type ImportFrame } from './import-frame.ts'
import { questionsOf, type Question } from './question-form.ts'

type Result = NonNullable<NonNullable<ShownRun['job']>['result']>
type Report = Result['report']

/** Rows set aside that the page lists; all are counted. */
const LISTED_ROWS = 50

interface QuestionView {
  readonly message: string
  readonly name: string
  readonly isWord: boolean
  readonly isDates: boolean
  readonly isYes: boolean
  readonly isNone: boolean
  readonly yesWords: string
  readonly choices: readonly { readonly value: string; readonly name: string }[]
}
export interface ImportRunView extends ImportFrame {
  readonly heading: string
  readonly lede: string
  readonly isRunning: boolean
  readonly hasReport: boolean
  readonly sum: string
  readonly hasQuestions: boolean
  readonly questions: readonly QuestionView[]
  readonly hasProblems: boolean
  readonly problems: readonly string[]
  readonly hasRecords: boolean
  readonly records: readonly { readonly name: string; readonly count: string }[]
  readonly hasSetAside: boolean
  readonly setAsideHeading: string
  readonly reasons: readonly { readonly name: string; readonly count: string }[]
  readonly rows: readonly { readonly row: string; readonly raw: string; readonly why: readonly string[] }[]
  readonly hasMore: boolean
  readonly more: string
  readonly hasLimits: boolean
  readonly limits: readonly string[]
  readonly canImport: boolean
  readonly importWords: string
}

const HEADINGS: Readonly<Record<Result['status'], string>> = {
  'dry-run': 'Nothing is written yet. This is what would become of it',
  imported: 'Imported',
  unchanged: 'Nothing changed: all of it is on record',
  refused: 'This file cannot be imported',
  asks: 'Some things only a person can settle',
}

const headingOf = ({ job, what }: ShownRun): string => {
  if (job === null) return 'Nothing is remembered of this file'
  switch (job.state) {
    case 'running':
      return what === 'try' ? 'The file is being read' : 'The file is being imported'
    case 'stopped':
      return 'Stopped. Nothing was written'
    case 'failed':
      return 'Not done. Nothing was written'
    case 'done':
      return job.result === null ? '' : HEADINGS[job.result.status]
  }
}

const ledeOf = ({ job }: ShownRun): string => {
  if (job === null) return 'It was not tried, or the program was started anew since. Nothing was written. Try it again.'
  if (job.state === 'running')
    return job.totalCount === null
      ? 'Its columns are being looked at. You may close this page.'
      : `${countWords(job.doneCount)} of ${countOf(job.totalCount, 'row')} read. You may close this page.`
  if (job.state === 'failed') return job.problem ?? ''
  if (job.state === 'stopped') return 'The file still waits here.'
  return ''
}

const viewOfQuestion = ({ message, answer, choices }: Question): QuestionView => ({
  message,
  name: 'name' in answer ? answer.name : answer.type,
  isWord: answer.type === 'word',
  isDates: answer.type === 'dates',
  isYes: answer.type === 'yes' || answer.type === 'years' || answer.type === 'serial',
  isNone: answer.type === 'none',
  yesWords:
    answer.type === 'years'
      ? 'Take the latest year that is not in the future'
      : answer.type === 'serial'
        ? 'Yes, they are day numbers'
        : 'Yes',
  choices: choices.map(([value, name]) => ({ value, name })),
})

const countsOf = (counts: Readonly<Record<string, number | undefined>>, words: (name: string) => string) =>
  Object.entries(counts).map(([name, count]) => ({ name: words(name), count: countWords(count ?? 0) }))

/** "Read 52 = accepted 50 + set aside 2 + duplicate 0". */
export const sumWords = (
  report: Pick<Report, 'readCount' | 'acceptedCount' | 'setAsideCount' | 'duplicateCount'>,
): string =>
  `${countOf(report.readCount, 'row')} read = ${countWords(report.acceptedCount)} accepted + ${countWords(report.setAsideCount)} set aside + ${countWords(report.duplicateCount)} on record already.`

const EMPTY: Omit<ImportRunView, keyof ImportFrame | 'heading' | 'lede' | 'isRunning'> = {
  hasReport: false,
  sum: '',
  hasQuestions: false,
  questions: [],
  hasProblems: false,
  problems: [],
  hasRecords: false,
  records: [],
  hasSetAside: false,
  setAsideHeading: '',
  reasons: [],
  rows: [],
  hasMore: false,
  more: '',
  hasLimits: false,
  limits: [],
  canImport: false,
  importWords: '',
}

const reportParts = ({ status, report }: Result, mapping: ColumnMapping | null): typeof EMPTY => {
  const isWhole = status === 'dry-run'
  const questions = status === 'asks' ? questionsOf(report.problems, mapping).map(viewOfQuestion) : []
  const others = report.problems.filter(({ severity }) => severity !== 'ask' || status !== 'asks')
  return {
    hasReport: isWhole,
    sum: sumWords(report),
    hasQuestions: questions.length > 0,
    questions,
    hasProblems: others.length > 0,
    problems: others.map(({ message }) => message),
    hasRecords: Object.keys(report.recordCounts).length > 0,
    records: countsOf(report.recordCounts, countedKind),
    hasSetAside: report.setAsideCount > 0,
    setAsideHeading: `${countOf(report.setAsideCount, 'row')} would be set aside`,
    reasons: countsOf(report.setAsideByReason, name => name.replaceAll('-', ' ')),
    rows: report.setAside.slice(0, LISTED_ROWS).map(({ row, raw, problems }) => ({
      row: countWords(row),
      raw,
      why: problems.map(({ message }) => message),
    })),
    hasMore: report.setAsideCount > LISTED_ROWS,
    more: `And ${countOf(report.setAsideCount - LISTED_ROWS, 'row')} more.`,
    hasLimits: report.limits.length > 0,
    limits: report.limits,
    canImport: isWhole && report.acceptedCount > 0,
    importWords: `Import ${countOf(report.acceptedCount, 'row')}`,
  }
}

/** Steps 4 and 5: how far it is, or the report of the dry run. */
export const importRunPage = (
  visit: DeskVisit,
  shown: ShownRun,
  mapping: ColumnMapping | null,
  problem: string | null,
): ImportRunView => {
  const { job, place, upload, what } = shown
  const heading = headingOf(shown)
  const step = what === 'import' && job?.state === 'running' ? STEPS.import : STEPS.try
  return {
    ...importFrame(visit, place, { title: heading, step, upload, problem }),
    ...(job?.state === 'done' && job.result !== null ? reportParts(job.result, mapping) : EMPTY),
    heading,
    lede: ledeOf(shown),
    isRunning: job?.state === 'running',
  }
}
