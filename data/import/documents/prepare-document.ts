import type { ColumnMapping } from '../../model/column-mapping.ts'
import { columnName } from '../../model/field.ts'
import type { Problem } from '../../model/problem.ts'
import { documentFields } from '../../model/document.ts'
import { consultationOf, planMapping } from '../column-mapping.ts'
import type {
  AcceptedRow,
  DecodedRecord,
  FileDescription,
  ImportOptions,
  ImportSource,
  PreparedImport,
} from '../decoded-record.ts'
import { openAsUtf8, type Encoding } from '../detect-encoding.ts'
import { hashMapping } from '../hash-mapping.ts'
import { BATCH_ROWS } from '../limits.ts'
import { fileProblem } from '../problem-codes.ts'
import { hashRow } from '../hash-row.ts'
import { readFrontMatter, type FrontMatter } from './front-matter.ts'
import { htmlPassages } from './html-passages.ts'
import { markdownPassages } from './markdown-passages.ts'
import { pagePassages } from './page-passages.ts'
import { labelPassages, linesOf, type LabelledPassage, type PassageSpan } from './passage-span.ts'
import { textPassages } from './text-passages.ts'

export type DocumentKind = 'markdown' | 'text' | 'html'

const BY_ENDING: Readonly<Record<string, DocumentKind>> = {
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  html: 'html',
  htm: 'html',
}

/** A document rather than a table: the mapping says so, or the name of a file without a mapping. */
export const documentKindOf = (fileName: string, mapping: ColumnMapping | undefined): DocumentKind | null => {
  const told = mapping?.file?.kind
  if (told !== undefined) return told === 'table' ? null : told
  if (mapping !== undefined && mapping.records.length > 0) return null
  return BY_ENDING[/\.([^.]+)$/.exec(fileName.toLowerCase())?.[1] ?? ''] ?? null
}

const EMPTY_MAPPING: ColumnMapping = { format: 'said-and-done/mapping@1', name: 'document', version: 1, records: [] }

/** Text, Markdown or HTML → one document and its passages. The details stand in its front matter or in the mapping. */
export const prepareDocument = async (
  source: ImportSource,
  kind: DocumentKind,
  encoding: Encoding,
  findings: FileDescription,
  options: ImportOptions,
): Promise<PreparedImport> => {
  const chunks: Buffer[] = []
  for await (const chunk of openAsUtf8(source, encoding)) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8')
  const frontMatter = kind === 'html' ? null : readFrontMatter(text)
  const mapping = withDocument(options.mapping ?? EMPTY_MAPPING, frontMatter)
  const consultation = consultationOf(mapping, options.consultation ?? frontMatter?.entries['consultation'])
  const plan = planMapping(mapping, [], { today: options.today, fileSha256: findings.fileSha256, consultation })
  const document = plan.given.find(record => record.kind === 'document')
  const described = { ...findings, mapping, mappingSha256: hashMapping(mapping), recordKind: 'passage' as const }
  const { spans, leftOutCount } = readSpans(text, kind, frontMatter, mapping)
  const problems = [
    ...findings.problems,
    ...plan.problems,
    ...frontMatterProblems(frontMatter, source.name),
    ...(document === undefined && plan.problems.length === 0 ? [undescribed(source.name, kind)] : []),
    ...(spans.length === 0 ? [noText(source.name)] : []),
    ...leftOut(leftOutCount, mapping),
  ]
  if (document === undefined || problems.some(({ severity }) => severity === 'refuse'))
    return { ...described, problems, status: 'refused' }
  if (problems.some(({ severity, code }) => severity === 'ask' && !(options.answered ?? []).includes(code))) {
    return { ...described, problems, status: 'asks' }
  }
  const passages = labelPassages(spans)
  return {
    ...described,
    problems,
    status: 'ready',
    readCount: passages.length,
    given: plan.given,
    rows: () => passageRows(text, passages, document),
  }
}

/** The document as the front matter describes it, unless the mapping gives it. */
const withDocument = (mapping: ColumnMapping, frontMatter: FrontMatter | null): ColumnMapping => {
  const isGiven = mapping.given?.some(({ kind }) => kind === 'document') === true
  if (isGiven || frontMatter === null) return mapping
  const fields = Object.fromEntries(Object.entries(frontMatter.entries).filter(([, value]) => value !== ''))
  return { ...mapping, given: [...(mapping.given ?? []), { kind: 'document', fields }] }
}

const readSpans = (
  text: string,
  kind: DocumentKind,
  frontMatter: FrontMatter | null,
  mapping: ColumnMapping,
): { readonly spans: readonly PassageSpan[]; readonly leftOutCount: number } => {
  const from = frontMatter?.bodyOffset ?? 0
  const { layout, pageLines = [], leaveOut = {} } = mapping.document ?? {}
  if (kind === 'html') return { spans: htmlPassages(text), leftOutCount: 0 }
  if (layout === 'pages') return pagePassages(text, { pageLines, leaveOut: Object.keys(leaveOut) })
  return { spans: kind === 'markdown' ? markdownPassages(text, from) : textPassages(text, from), leftOutCount: 0 }
}

const REQUIRED = Object.entries(documentFields)
  .filter(([name, of]) => of.isRequired && name !== 'consultationId')
  .map(([name, of]) => columnName(name, of))

const undescribed = (file: string, kind: DocumentKind): Problem =>
  fileProblem(
    'DOCUMENT_UNDESCRIBED',
    kind === 'html'
      ? `${file} does not say what document it is. Give a mapping with "given": [{ "kind": "document", "fields": { ${REQUIRED.join(', ')} } }].`
      : `${file} does not say what document it is. Begin it with lines "key: value" between two lines of ---, at least: ${REQUIRED.join(', ')}.`,
    { file },
  )

const noText = (file: string): Problem => fileProblem('NO_TEXT_FOUND', `No text found in ${file}.`, { file })

const frontMatterProblems = (frontMatter: FrontMatter | null, file: string): readonly Problem[] =>
  (frontMatter?.badLines ?? []).map(({ line, text }) =>
    fileProblem('DOCUMENT_UNDESCRIBED', `${file}, line ${line}: found "${text.slice(0, 60)}", expected "key: value".`, {
      file,
      line,
    }),
  )

const leftOut = (count: number, mapping: ColumnMapping): readonly Problem[] => {
  const entries = Object.entries(mapping.document?.leaveOut ?? {})
  if (count === 0) return []
  const why = entries.map(([start, reason]) => `"${start}" (${reason})`).join(', ')
  return [fileProblem('ENTRIES_LEFT_OUT', `${count} entries were left out of the text, as the mapping says: ${why}.`)]
}

async function* passageRows(
  text: string,
  passages: readonly LabelledPassage[],
  document: DecodedRecord,
): AsyncGenerator<readonly AcceptedRow[]> {
  const lineStarts = linesOf(text).map(({ start }) => start)
  let line = 0
  const rows = passages.map((passage): AcceptedRow => {
    // Passages of a second column go back up the page.
    if ((lineStarts[line] ?? 0) > passage.startOffset) line = 0
    while ((lineStarts[line + 1] ?? Infinity) <= passage.startOffset) line += 1
    return passageRow(passage, document, line + 1)
  })
  for (let at = 0; at < rows.length; at += BATCH_ROWS) yield rows.slice(at, at + BATCH_ROWS)
}

const passageRow = (passage: LabelledPassage, document: DecodedRecord, line: number): AcceptedRow => {
  const { label, ordinal, text, heading, shape, startOffset, endOffset } = passage
  const rowSha256 = hashRow([text])
  const ref = `${document.ref ?? ''}#${label}`
  const consultationId = document.values['consultationId']
  const values = {
    ref,
    consultationId,
    documentId: document.ref,
    ordinal,
    heading,
    text,
    shape,
    startOffset,
    endOffset,
  }
  return {
    outcome: 'accepted',
    row: ordinal,
    line,
    rowSha256,
    raw: text,
    records: [{ kind: 'passage', ref, values, row: ordinal, rowSha256 }],
  }
}
