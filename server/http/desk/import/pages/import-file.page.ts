import { UPLOADED_KINDS } from '../../../../../data/model/import-draft.ts'
import type { DescribedUpload } from '../../../../usecases/upload/describe-upload.ts'
import { countOf } from '../../english.ts'
import type { DeskVisit } from '../../desk-visit.ts'
import { fieldChoices, fillsOf, kindWords, RESPONSE_FIELDS } from './column-words.ts'
import { documentFormOf, type DocumentForm } from './document-form.ts'
import { importFrame, sizeWords, STEPS, type ImportFrame } from './import-frame.ts'

interface Choice {
  readonly value: string
  readonly name: string
  readonly isChosen: boolean
}
interface ColumnRow {
  readonly name: string
  readonly label: string
  readonly isStruck: boolean
  readonly cells: readonly string[]
  readonly fills: string
  readonly why: string
  readonly hasSelect: boolean
  readonly options: readonly Choice[]
  readonly hasLeaveOut: boolean
  readonly isLeftOut: boolean
}
export interface ImportFileView extends ImportFrame {
  readonly heading: string
  readonly because: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly hasProblems: boolean
  readonly problems: readonly string[]
  readonly takenAs: readonly Choice[]
  readonly documentKinds: readonly Choice[]
  readonly isChoiceOpen: boolean
  readonly hasForm: boolean
  readonly isDocument: boolean
  readonly document: DocumentForm
  readonly columns: readonly ColumnRow[]
  readonly columnsHeading: string
  readonly hasLanguage: boolean
  readonly language: string
  readonly hasConsultation: boolean
  readonly consultation: string
}

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
}

const headingOf = ({ taken, preview }: DescribedUpload): string => {
  switch (taken.as) {
    case 'found':
      return `This looks like ${preview.found?.name ?? 'a known file'}`
    case 'document':
      return 'This is a document'
    case 'responses':
      return 'Each row is a response with one point'
    case 'rows':
      return `The rows are ${kindWords(taken.kind)}`
    case 'saved':
      return `Read as “${taken.name}”`
    case 'unsaid':
      return 'We do not know this kind of file'
  }
}

const becauseOf = ({ taken, preview }: DescribedUpload): string => {
  switch (taken.as) {
    case 'found':
      return `Because ${preview.found?.because ?? ''}.`
    case 'document':
      return 'Each paragraph, item of a list and row of a table becomes a passage that can be quoted.'
    case 'unsaid':
      return 'Say what each row is. Then say which column is what.'
    case 'saved':
      return 'Because you chose this mapping.'
    default:
      return 'Because you said so.'
  }
}

const factsOf = ({ upload, preview }: DescribedUpload): ImportFileView['facts'] => [
  { name: 'Size', value: sizeWords(upload.byteCount) },
  { name: 'SHA-256', value: upload.sha256 },
  ...(preview.encoding === null ? [] : [{ name: 'Letters', value: preview.encoding }]),
  ...(preview.delimiter === null
    ? []
    : [{ name: 'Columns are separated by', value: DELIMITERS[preview.delimiter] ?? preview.delimiter }]),
  ...(preview.headerRow === null ? [] : [{ name: 'Names of columns', value: `row ${preview.headerRow}` }]),
]

const asValue = ({ taken }: DescribedUpload): string =>
  taken.as === 'rows' ? `rows:${taken.kind}` : taken.as === 'saved' ? `saved:${taken.name}` : taken.as

const takenChoices = (shown: DescribedUpload): readonly Choice[] => {
  const chosen = asValue(shown)
  const known: readonly (readonly [string, string])[] = [
    ...(shown.preview.found === null ? [] : [['found', `As recognised: ${shown.preview.found.name}`] as const]),
    ['responses', 'A table: each row is a response with one point'],
    ['document', 'A document: plan, minutes, report, decision, answer'],
    ...shown.saved.map(({ name }) => [`saved:${name}`, `As the last time: “${name}”`] as const),
    ...UPLOADED_KINDS.map(kind => [`rows:${kind}`, `A table of ${kindWords(kind)}`] as const),
  ]
  return known.map(([value, name]) => ({ value, name, isChosen: value === chosen }))
}

const PERSONAL = /personal data/

const selectFor = (shown: DescribedUpload, column: string): readonly Choice[] => {
  const { taken, draft, preview } = shown
  const known = taken.as === 'rows' ? fieldChoices(taken.kind) : RESPONSE_FIELDS
  const guess = preview.guesses.find(each => each.column === column)?.target ?? ''
  const own = column.trim().toLowerCase()
  const proposed = taken.as === 'rows' ? (known.some(([field]) => field === own) ? own : '') : guess
  const chosen = draft.columns[column] ?? proposed
  return [
    { value: '', name: 'Leave it out', isChosen: chosen === '' },
    ...known.map(([value, name]) => ({ value, name, isChosen: value === chosen })),
  ]
}

const sentence = (words: string): string => (words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`)

const columnRow = (shown: DescribedUpload, fills: ReadonlyMap<string, readonly string[]>, at: number): ColumnRow => {
  const { preview, draft, mapping, taken } = shown
  const { name, cells } = preview.columns[at] ?? { name: '', cells: [] }
  const guess = preview.guesses.find(each => each.column === name)
  const filled = fills.get(name) ?? []
  const isChosen = taken.as === 'responses' || taken.as === 'rows'
  const notStored = mapping?.columnsNotStored?.[name] ?? (filled.length === 0 ? (guess?.because ?? '') : '')
  const isPersonal = filled.length === 0 && PERSONAL.test(`${notStored} ${guess?.because ?? ''}`)
  return {
    name: `c-${at}`,
    label: name,
    isStruck: filled.length === 0,
    cells: isPersonal ? ['Not shown: it looks like personal data.'] : cells.map(cell => (cell === '' ? '–' : cell)),
    fills: filled.join('; '),
    why: sentence(filled.length === 0 ? notStored : isChosen ? (guess?.because ?? '') : ''),
    hasSelect: isChosen,
    options: isChosen ? selectFor(shown, name) : [],
    hasLeaveOut: !isChosen && (filled.length > 0 || draft.columns[name] === ''),
    isLeftOut: draft.columns[name] === '',
  }
}

/** Steps 2 and 3: what the file is taken for, why, and what becomes of each column. */
export const importFilePage = (visit: DeskVisit, shown: DescribedUpload, problem: string | null): ImportFileView => {
  const { place, upload, preview, taken, mapping, draft } = shown
  const fills = mapping === null ? new Map<string, readonly string[]>() : fillsOf(mapping)
  const heading = headingOf(shown)
  const kind = draft.documentKind ?? preview.documentKind ?? 'text'
  const isDocument = taken.as === 'document'
  return {
    ...importFrame(visit, place, { title: heading, step: STEPS.what, upload, problem }),
    heading,
    because: becauseOf(shown),
    facts: factsOf(shown),
    hasProblems: preview.problems.length > 0 && taken.as === 'unsaid',
    problems: preview.problems.map(({ message }) => message),
    takenAs: takenChoices(shown),
    documentKinds: (['markdown', 'text', 'html'] as const).map(value => ({
      value,
      name: { markdown: 'Markdown', text: 'Plain text', html: 'A web page' }[value],
      isChosen: value === kind,
    })),
    isChoiceOpen: taken.as === 'unsaid',
    hasForm: mapping !== null,
    isDocument,
    document: documentFormOf(shown),
    columns: isDocument ? [] : preview.columns.map((_, at) => columnRow(shown, fills, at)),
    columnsHeading: `${countOf(preview.columns.length, 'column')}, and what becomes of each`,
    hasLanguage: taken.as === 'responses',
    language: draft.language,
    hasConsultation: place.scope === null,
    consultation: draft.consultation,
  }
}
