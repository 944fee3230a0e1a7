import type { ColumnMapping } from '../model/column-mapping.ts'
import type { Problem } from '../model/problem.ts'
import type { RecordKind } from '../model/record-kinds.ts'
import type { ApplyContext } from './read-field.ts'
import { consultationOf, planMapping, type MappingPlan } from './column-mapping.ts'
import { decodeRows } from './decode-rows.ts'
import type { FileDescription, ImportOptions, ImportSource, PreparedImport } from './decoded-record.ts'
import { detectDialect, isBlankLine, type Dialect } from './detect-dialect.ts'
import { decodeHead, detectEncoding, openAsUtf8, readBytes, type BytesRead, type Encoding } from './detect-encoding.ts'
import { documentKindOf, prepareDocument } from './documents/prepare-document.ts'
import { describeLimits } from './describe-limits.ts'
import { emptyFile, generatedRefs, headerProblems, noRows, notRecognised, unknownColumns } from './file-problems.ts'
import { findHeader, type FoundHeader } from './find-header.ts'
import { hashMapping } from './hash-mapping.ts'
import { foldName, joinHeader } from './header-names.ts'
import { neededColumns } from './needed-columns.ts'
import { fileProblem } from './problem-codes.ts'
import { readCsv, type CsvRow } from './read-csv.ts'
import { recognise, type Recognition } from './recognise.ts'
import { sniffMarkup } from './sniff-content.ts'
import { surveyRows } from './survey-rows.ts'
import { joinOverflow, tableShape, type TableShape } from './table-shape.ts'

/** Everything found out about a file until something stops the import. */
type Findings = { -readonly [K in keyof FileDescription]: FileDescription[K] }

const nothingYet = (fileName: string): Findings => ({
  fileName,
  fileSha256: '',
  fileBytes: 0,
  format: null,
  encoding: null,
  delimiter: null,
  headerRow: null,
  recordKind: null,
  mapping: null,
  mappingSha256: null,
  columnsStored: [],
  columnsNotStored: [],
  limits: [],
  problems: [],
})

/**
 * Says what a file is, whether it can be imported, and what must be asked first; reads nothing into records until `rows()` is called.
 * Never throws for what a file holds: whatever is wrong with it is a Problem.
 */
export const prepareImport = async (source: ImportSource, options: ImportOptions): Promise<PreparedImport> => {
  const findings = nothingYet(source.name)
  const read = await readBytes(source)
  if ('problem' in read) return stopped(findings, [read.problem], options)
  findings.fileSha256 = read.sha256
  findings.fileBytes = read.byteCount
  const { encoding, problems } = detectEncoding(read, source.name, options.mapping?.file?.encoding)
  findings.encoding = encoding
  findings.problems = problems
  if (encoding === null) return stopped(findings, [], options)
  const head = decodeHead(read.head, encoding)
  if (head.trim() === '' && read.byteCount <= read.head.length)
    return stopped(findings, [emptyFile(source.name)], options)
  const documentKind = documentKindOf(source.name, options.mapping)
  if (documentKind !== null) return prepareDocument(source, documentKind, encoding, findings, options)
  const markup = sniffMarkup(head, source.name)
  if (markup !== null) return stopped(findings, [markup], options)
  return prepareTable(source, read, encoding, head, findings, options)
}

/** `refused` if anything refuses; else `asks` if a question is open; else null. */
export const gravest = (problems: readonly Problem[], options: ImportOptions): 'refused' | 'asks' | null => {
  if (problems.some(({ severity }) => severity === 'refuse')) return 'refused'
  return problems.some(problem => isOpenQuestion(problem, options)) ? 'asks' : null
}

const isOpenQuestion = ({ severity, code }: Problem, options: ImportOptions): boolean =>
  severity === 'ask' && !isAnswered(code, options)
const isAnswered = (code: string, { answered = [], mapping }: ImportOptions): boolean =>
  answered.includes(code) || mapping?.answered?.includes(code) === true

const stopped = (findings: Findings, problems: readonly Problem[], options: ImportOptions): PreparedImport => {
  const all = [...findings.problems, ...problems]
  return { ...findings, problems: all, status: gravest(all, options) === 'asks' ? 'asks' : 'refused' }
}

interface Table {
  readonly dialect: Dialect
  readonly shape: TableShape
  readonly mapping: ColumnMapping
  readonly plan: MappingPlan
  readonly rows: () => AsyncIterable<readonly CsvRow[]>
}

const prepareTable = async (
  source: ImportSource,
  read: BytesRead,
  encoding: Encoding,
  head: string,
  findings: Findings,
  options: ImportOptions,
): Promise<PreparedImport> => {
  const { mapping: given, recordKind } = options
  const isKnown = headerTest(given, source.name, recordKind)
  const dialect = detectDialect(head, isKnown, given?.file?.delimiter)
  const header = findHeader(dialect.sample, isKnown, given?.file?.headerRow)
  findings.delimiter = dialect.delimiter
  findings.problems = [
    ...findings.problems,
    ...dialect.problems,
    ...header.problems,
    ...headerProblems(header, source.name),
  ]
  if (isStopping(findings, header)) return stopped(findings, [], options)
  const names = tableShape(header.cells, header.index + 1).names
  const below = dialect.sample.slice(header.index + 1).filter(cells => !isBlankLine(cells))
  const recognition = given === undefined ? recognise(header.cells, source.name, recordKind, below) : null
  if (recognition !== null && recognition.kind !== 'mapping')
    return stopped(findings, [notRecognised(recognition, source.name, names)], options)
  const mapping = given ?? recognition?.mapping
  if (mapping === undefined) return stopped(findings, [], options)
  if (recognition?.kind === 'mapping') noteRecognition(findings, recognition, source.name)
  const { headerRows = 1, headerJoins, lastColumnTakesRest } = mapping.file ?? {}
  const headerCells = headerJoins === undefined ? header.cells : joinHeader(header.cells, below[0] ?? [])
  const { delimiter, skipLines } = dialect
  const records = (): AsyncIterable<readonly CsvRow[]> =>
    readCsv(openAsUtf8(source, encoding), { delimiter, skipLines })
  const rows = (): AsyncIterable<readonly CsvRow[]> =>
    lastColumnTakesRest === true ? joinOverflow(records(), headerCells.length, delimiter) : records()
  const shape = tableShape(headerCells, header.index + headerRows)
  const consultation = consultationOf(mapping, options.consultation)
  const plan = planMapping(mapping, shape.names, { today: options.today, fileSha256: read.sha256, consultation })
  noteMapping(findings, mapping, plan, shape)
  return surveyed(source, { dialect, shape, mapping, plan, rows }, findings, options)
}

/** The header ends the preparation where nothing further would make sense. */
const isStopping = (findings: Findings, header: FoundHeader): boolean =>
  header.cells.length === 0 ||
  findings.problems.some(({ code }) => code === 'HEADER_LOOKS_LIKE_DATA' || code === 'TOO_MANY_COLUMNS') ||
  findings.problems.some(({ severity }) => severity === 'refuse')

const headerTest = (
  mapping: ColumnMapping | undefined,
  fileName: string,
  kind: RecordKind | undefined,
): ((cells: readonly string[]) => boolean) => {
  if (mapping === undefined)
    return cells =>
      recognise(cells, fileName, kind).kind !== 'unknown' &&
      !(kind !== undefined && recognise(cells, fileName).kind === 'unknown')
  const needed = neededColumns(mapping).map(foldName)
  return cells => {
    const names = new Set(cells.map(foldName))
    return needed.length > 0 && needed.every(name => names.has(name))
  }
}

const noteRecognition = (
  findings: Findings,
  { id, name, because, isWeak, question }: Extract<Recognition, { kind: 'mapping' }>,
  file: string,
): void => {
  findings.format = { id, name, because }
  const problems: Problem[] = []
  if (isWeak) {
    const message = `Is ${file} a ${name} file? Its columns fit, but they are few or common. Answer FORMAT_UNCLEAR with yes, or give a mapping.`
    problems.push(fileProblem('FORMAT_UNCLEAR', message, { file }))
  }
  if (question !== null) {
    const message = `${question} Is that right? Answer FREE_TEXT_PROPOSED with yes, or correct the mapping that "said map ${file}" proposes.`
    problems.push(fileProblem('FREE_TEXT_PROPOSED', message, { file }))
  }
  findings.problems = [...findings.problems, ...problems]
}

const noteMapping = (findings: Findings, mapping: ColumnMapping, plan: MappingPlan, shape: TableShape): void => {
  const { names } = shape
  findings.headerRow = shape.lastHeaderRow
  findings.mapping = mapping
  findings.mappingSha256 = hashMapping(mapping)
  findings.recordKind = mapping.records[0]?.kind ?? null
  findings.columnsStored = names.filter((_, index) => plan.usedColumns.has(index))
  const reasons = new Map(Object.entries(mapping.columnsNotStored ?? {}).map(([name, why]) => [foldName(name), why]))
  const left = names.filter((_, index) => !plan.usedColumns.has(index) && index < shape.namedWidth)
  findings.columnsNotStored = left.map(name => ({
    name,
    why: reasons.get(foldName(name)) ?? 'the mapping does not name it',
  }))
  const unnamed = left.filter(
    (name, index) => !reasons.has(foldName(name)) && shape.headerCells[names.indexOf(left[index] ?? '')]?.trim() !== '',
  )
  const unknown: Problem[] = unnamed.length === 0 ? [] : [unknownColumns(unnamed)]
  findings.limits = describeLimits(mapping, plan)
  findings.problems = [...findings.problems, ...plan.problems, ...unknown, ...generatedRefs(plan)]
}

const surveyed = async (
  source: ImportSource,
  table: Table,
  findings: Findings,
  options: ImportOptions,
): Promise<PreparedImport> => {
  const { shape, plan, mapping, rows } = table
  if (gravest(findings.problems, options) === 'refused') return stopped(findings, [], options)
  const survey = await surveyRows({
    rows: rows(),
    shape,
    plan,
    mapping,
    file: source.name,
    showsAccents: findings.encoding?.startsWith('windows') === true && mapping.file?.encoding === undefined,
    isAnswered: code => isAnswered(code, { ...options, mapping }),
  })
  findings.problems = [...findings.problems, ...survey.problems]
  if (survey.readCount === 0) return stopped(findings, [noRows(source.name)], options)
  const status = gravest(findings.problems, { ...options, mapping })
  const recordKind = mapping.records[0]?.kind
  if (status !== null || recordKind === undefined || findings.mappingSha256 === null)
    return { ...findings, status: status ?? 'refused' }
  const context: ApplyContext = {
    today: options.today,
    emptyValues: new Set(mapping.emptyValues ?? []),
    dateForms: survey.dateForms,
    formulaGuard: mapping.formulaGuard !== undefined,
  }
  return {
    ...findings,
    status: 'ready',
    recordKind,
    mapping,
    mappingSha256: findings.mappingSha256,
    readCount: survey.readCount,
    given: plan.given,
    rows: () => decodeRows(rows(), shape, plan, context),
  }
}
