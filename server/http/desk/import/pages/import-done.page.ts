import type { ShownOutcome } from '../../../../usecases/upload/run-upload.ts'
import { countOf, countWords } from '../../english.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { deskPath } from '../../review/review-paths.ts'
import { placePath } from '../import-paths.ts'
import { importFrame, STEPS, type ImportFrame } from './import-frame.ts'
import { countedKind } from './column-words.ts'
import { sumWords } from './import-run.page.ts'

export interface ImportDoneView extends ImportFrame {
  readonly heading: string
  readonly sum: string
  readonly hasRecords: boolean
  readonly records: readonly { readonly name: string; readonly count: string }[]
  readonly hasSetAside: boolean
  readonly setAsideHeading: string
  readonly setAside: readonly { readonly row: string; readonly message: string }[]
  readonly hasLimits: boolean
  readonly limits: readonly string[]
  readonly hasNotStored: boolean
  readonly notStored: readonly { readonly name: string; readonly why: string }[]
  readonly canSave: boolean
  readonly saveName: string
  readonly isSaved: boolean
  readonly savedWords: string
  readonly more: string
  readonly hasReview: boolean
  readonly review: string
  readonly sha256: string
}

const LISTED_ROWS = 200

/** Step 6: what became of what, and how to bring a row back. */
export const importDonePage = (
  visit: DeskVisit,
  { place, upload, outcome, setAside }: ShownOutcome,
  said: { readonly savedAs: string; readonly problem: string | null; readonly name: string },
): ImportDoneView => {
  const heading =
    outcome.status === 'unchanged'
      ? 'Nothing changed: all of it is on record'
      : `Imported: ${countOf(outcome.acceptedCount, 'row')}`
  return {
    ...importFrame(visit, place, { title: heading, step: STEPS.report, upload, problem: said.problem }),
    heading,
    sum: sumWords(outcome),
    hasRecords: outcome.status === 'imported',
    records: Object.entries(outcome.recordCounts).map(([kind, count]) => ({
      name: countedKind(kind),
      count: countWords(count),
    })),
    hasSetAside: setAside.length > 0,
    setAsideHeading: `${countOf(setAside.length, 'row was', 'rows were')} set aside`,
    setAside: setAside.slice(0, LISTED_ROWS).map(({ row, message }) => ({ row: countWords(row), message })),
    hasLimits: outcome.limits.length > 0,
    limits: outcome.limits,
    hasNotStored: outcome.columnsNotStored.length > 0,
    notStored: outcome.columnsNotStored,
    canSave: outcome.mapping.records.length > 0,
    saveName: said.name === '' ? outcome.mapping.name : said.name,
    isSaved: said.savedAs !== '',
    savedWords: `The mapping is kept as “${said.savedAs}”.`,
    more: placePath(place),
    hasReview: place.scope !== null,
    review:
      place.scope === null ? '' : deskPath({ body: place.scope.body.ref, consultation: place.scope.consultation.ref }),
    sha256: upload.sha256,
  }
}
