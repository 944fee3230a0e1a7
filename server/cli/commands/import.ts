import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readColumnMapping, type ColumnMapping } from '../../../data/model/column-mapping.ts'
import { RECORD_KIND_NAMES, type RecordKind } from '../../../data/model/record-kinds.ts'
import { AppError } from '../../errors.ts'
import { importFile, type ImportCommand } from '../../usecases/import-file.ts'
import { onlyPositional, textOption, UsageError, type Command, type Invocation } from '../command.ts'
import { requireFile } from '../require-file.ts'
import { importReportText } from '../import-report-text.ts'

const readMapping = async (path: string): Promise<ColumnMapping> => {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new AppError(
      'bad-request',
      `The mapping ${path} cannot be read. Expected a JSON file, as "said map" writes it.`,
    )
  })
  const read = readColumnMapping(text, basename(path))
  if ('mapping' in read) return read.mapping
  throw new AppError('refused', read.problems.map(({ message }) => message).join('\n'))
}

const readKind = (given: string | undefined): RecordKind | undefined => {
  if (given === undefined) return undefined
  const kind = RECORD_KIND_NAMES.find(name => name === given)
  if (kind === undefined)
    throw new UsageError(`--record is "${given}". Expected one of: ${RECORD_KIND_NAMES.join(', ')}.`)
  return kind
}

const readOptions = async (invocation: Invocation): Promise<ImportCommand['options']> => {
  const mappingPath = textOption(invocation, 'mapping')
  const recordKind = readKind(textOption(invocation, 'record'))
  const consultation = textOption(invocation, 'consultation')
  const answered = textOption(invocation, 'yes')
  return {
    ...(mappingPath === undefined ? {} : { mapping: await readMapping(mappingPath) }),
    ...(recordKind === undefined ? {} : { recordKind }),
    ...(consultation === undefined ? {} : { consultation }),
    ...(answered === undefined ? {} : { answered: answered.split(',').map(code => code.trim()) }),
  }
}

export const importCommand: Command = {
  name: 'import',
  summary: 'takes a file into the records, or says what is wrong with it',
  usage: 'FILE',
  details: [
    'FILE is a CSV, or a text, Markdown or HTML document. Its format is recognised; else give --mapping.',
    'All of its good rows are kept, or none. The same file a second time changes nothing.',
    'Rows that cannot be read are set aside and shown. read = accepted + set aside + duplicate.',
  ],
  options: {
    mapping: { type: 'string', value: 'FILE', meaning: 'Which column is what: JSON, as "said map" proposes it.' },
    record: { type: 'string', value: 'KIND', meaning: 'What each row is, where the columns do not tell.' },
    consultation: { type: 'string', value: 'REF', meaning: 'Consultation the rows belong to, where they do not say.' },
    yes: { type: 'string', value: 'CODES', meaning: 'Answers yes to these questions of the report (comma-separated).' },
    'dry-run': { type: 'boolean', meaning: 'Show the report and write nothing.' },
  },
  run: async invocation => {
    const path = onlyPositional(invocation, 'one FILE')
    await requireFile(path)
    const result = await importFile(await invocation.deps(), {
      source: { name: basename(path), open: () => createReadStream(path) },
      options: await readOptions(invocation),
      isDryRun: invocation.options['dry-run'] === true,
      onProgress: (read, total) => invocation.output.progress(read, total, 'Reading rows'),
    })
    const isRefused = result.status === 'refused' || result.status === 'asks'
    const { report, ...outcome } = result
    return { json: { ...outcome, ...report }, text: importReportText(result), isRefused }
  },
}
