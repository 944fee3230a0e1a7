import type { Problem } from '../model/problem.ts'
import type { MappingPlan } from './column-mapping.ts'
import type { FoundHeader } from './find-header.ts'
import { foldName } from './header-names.ts'
import { CELL_CHARS_MAX, COLUMNS_MAX } from './limits.ts'
import { fileProblem } from './problem-codes.ts'
import type { Recognition } from './recognise.ts'

export const emptyFile = (file: string): Problem =>
  fileProblem(
    'EMPTY_FILE',
    `${file} holds no text at all. Export the records again and look at the file before you import it.`,
    { file },
  )

export const headerProblems = ({ cells }: FoundHeader, file: string): readonly Problem[] => {
  if (cells.length === 0) return [emptyFile(file)]
  const problems: Problem[] = []
  if (cells.length > COLUMNS_MAX) {
    const message = `${file} has ${cells.length} columns; at most ${COLUMNS_MAX} are read. Export only those that are needed.`
    problems.push(fileProblem('TOO_MANY_COLUMNS', message, { file }))
  }
  if (cells.some(cell => cell.length > CELL_CHARS_MAX)) {
    problems.push(
      fileProblem(
        'CELL_TOO_LONG',
        `${file}: the name of a column is longer than 20,000 characters.`,
        { file },
        'refuse',
      ),
    )
  }
  if (cells.every(cell => cell.trim() === '')) {
    problems.push(
      fileProblem(
        'BLANK_HEADER',
        `${file}: no column has a name. Put a row with names above the data.`,
        { file },
        'refuse',
      ),
    )
  }
  const repeated = repeatedNames(cells)
  if (repeated.length > 0) {
    const message =
      `${file} has more than one column named ${repeated.map(name => `"${name}"`).join(', ')}. Rename them, or answer DUPLICATE_HEADER with yes: ` +
      'the second is then "name (place)".'
    problems.push(fileProblem('DUPLICATE_HEADER', message, { file }))
  }
  return problems
}

const repeatedNames = (cells: readonly string[]): readonly string[] => {
  const folded = cells.map(foldName)
  return [
    ...new Set(
      cells
        .filter((cell, index) => cell.trim() !== '' && folded.indexOf(foldName(cell)) !== index)
        .map(cell => cell.trim()),
    ),
  ]
}

export const notRecognised = (
  recognition: Exclude<Recognition, { kind: 'mapping' }>,
  file: string,
  names: readonly string[],
): Problem => {
  const columns = names.map(name => `"${name}"`).join(', ')
  switch (recognition.kind) {
    case 'not-imported': {
      const { name, refusal } = recognition.format
      return fileProblem(
        refusal?.code ?? 'FORMAT_NOT_IMPORTED',
        `${file} is a ${name} file. ${refusal?.why ?? 'It is recognised, not imported.'}`,
        { file },
      )
    }
    case 'tie':
      return fileProblem(
        'FORMAT_UNCLEAR',
        `${file} could be ${recognition.names.join(' or ')}. Say what each row is with --record KIND, or give a mapping.`,
        { file },
      )
    case 'unknown': {
      const { nearest } = recognition
      if (nearest !== null && nearest.missing.length > 0) {
        const missing = nearest.missing.map(name => `"${name}"`).join(', ')
        const message = `${file} looks like rows of ${nearest.kind}, but ${missing} ${nearest.missing.length === 1 ? 'is' : 'are'} missing. Its columns are ${columns}. Add what is missing, or give a mapping with --mapping.`
        return fileProblem('REQUIRED_COLUMN_MISSING', message, { file, column: nearest.missing[0] ?? '' })
      }
      const message = `The columns of ${file} (${columns}) are not those of a format we know. Run "said map ${file}", edit the mapping it proposes, and import with --mapping.`
      return fileProblem('FORMAT_UNKNOWN', message, { file })
    }
  }
}

export const unknownColumns = (names: readonly string[]): Problem =>
  fileProblem(
    'UNKNOWN_COLUMNS_IGNORED',
    `Not stored, because the mapping does not name ${names.length === 1 ? 'it' : 'them'}: ${names.map(name => `"${name}"`).join(', ')}.`,
  )

export const generatedRefs = (plan: MappingPlan): readonly Problem[] => {
  const own = plan.records[0]
  const ref = own?.fields.find(({ name }) => name === 'ref')
  if (own === undefined || ref?.value.from !== 'row') return []
  return [
    fileProblem(
      'GENERATED_REFS',
      `No column gives each ${own.kind} a reference: it is made of the row's number and hash ("row-7-1a2b3c4d"). The same rows in another order would count as new.`,
    ),
  ]
}

export const noRows = (file: string): Problem =>
  fileProblem('NO_ROWS', `${file} has names of columns and nothing below them. Export the records again.`, { file })
