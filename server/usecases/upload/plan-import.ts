import type { ImportOptions } from '../../../data/import/decoded-record.ts'
import type { FilePreview } from '../../../data/import/preview-file.ts'
import { proposeGeneric } from '../../../data/import/propose-mapping.ts'
import { readColumnMapping, type ColumnMapping, type FieldSource } from '../../../data/model/column-mapping.ts'
import { UPLOADED_KINDS, type ImportDraft } from '../../../data/model/import-draft.ts'
import { columnName } from '../../../data/model/field.ts'
import { fieldsOf, type RecordKind } from '../../../data/model/record-kinds.ts'
import type { SavedMapping } from '../../../data/store/uploads.ts'

/** What a file is taken for: what the person said, else what it seems to be. */
export type TakenAs =
  | { readonly as: 'found' }
  | { readonly as: 'responses' }
  | { readonly as: 'document' }
  | { readonly as: 'rows'; readonly kind: RecordKind }
  | { readonly as: 'saved'; readonly name: string }
  /** Nothing is known about it yet: a person has to say what each row is. */
  | { readonly as: 'unsaid' }

const kindNamed = (name: string): RecordKind | undefined => UPLOADED_KINDS.find(kind => kind === name)

const asSaid = (as: string): TakenAs | null => {
  if (as === 'responses' || as === 'document' || as === 'found') return { as }
  if (as.startsWith('saved:')) return { as: 'saved', name: as.slice('saved:'.length) }
  const kind = as.startsWith('rows:') ? kindNamed(as.slice('rows:'.length)) : undefined
  return kind === undefined ? null : { as: 'rows', kind }
}

export const takenAs = (preview: FilePreview, draft: ImportDraft): TakenAs => {
  const said = asSaid(draft.as)
  if (said !== null && !(said.as === 'found' && preview.found === null)) return said
  if (preview.documentKind !== null) return { as: 'document' }
  return { as: preview.found === null ? 'unsaid' : 'found' }
}

const LEFT_OUT = 'left out by the person who imported the file'

type MapSource = (source: FieldSource, field: string, kind: RecordKind) => FieldSource | null

const mapSources = (mapping: ColumnMapping, change: MapSource): ColumnMapping => ({
  ...mapping,
  records: mapping.records.map(record => ({
    ...record,
    fields: Object.fromEntries(
      Object.entries(record.fields).flatMap(([field, source]) => {
        const changed = change(source, field, record.kind)
        return changed === null ? [] : [[field, changed] as const]
      }),
    ),
  })),
})

const without = (source: FieldSource, left: ReadonlySet<string>): FieldSource | null => {
  if ('column' in source) return left.has(source.column) ? null : source
  if (!('columns' in source)) return source
  const columns = source.columns.filter(column => !left.has(column))
  return columns.length === 0 ? null : { ...source, columns }
}

/** A column that a person strikes out fills nothing any more, and the mapping says so. */
const leaveOut = (mapping: ColumnMapping, columns: readonly string[]): ColumnMapping => {
  if (columns.length === 0) return mapping
  const left = new Set(columns)
  return {
    ...mapSources(mapping, source => without(source, left)),
    columnsNotStored: { ...mapping.columnsNotStored, ...Object.fromEntries(columns.map(name => [name, LEFT_OUT])) },
  }
}

/** What a person said a word means is kept with the mapping, for the next file. */
const teachWords = (mapping: ColumnMapping, words: ImportDraft['words']): ColumnMapping =>
  mapSources(mapping, source =>
    'column' in source && source.values !== undefined && words[source.column] !== undefined
      ? { ...source, values: { ...source.values, ...words[source.column] } }
      : source,
  )

const readSerials = (mapping: ColumnMapping, columns: readonly string[]): ColumnMapping =>
  mapSources(mapping, source =>
    'column' in source && columns.includes(source.column) ? { ...source, dates: 'spreadsheet-serial' } : source,
  )

const answersInMapping = (mapping: ColumnMapping, draft: ImportDraft): ColumnMapping => ({
  ...readSerials(teachWords(mapping, draft.words), draft.serialColumns),
  ...(draft.dates === null ? {} : { dates: draft.dates }),
  ...(draft.isYearLatestPast ? { twoDigitYears: 'latest-past' as const } : {}),
})

const leftOutOf = (draft: ImportDraft): readonly string[] =>
  Object.entries(draft.columns).flatMap(([column, target]) => (target === '' ? [column] : []))

/** Guesses as the person corrected them. A field is filled by one column: the one that was chosen for it last. */
const correctedGuesses = ({ guesses }: FilePreview, draft: ImportDraft): FilePreview['guesses'] => {
  const chosen = new Set(Object.values(draft.columns).filter(target => target !== ''))
  return guesses.map(guess => {
    const said = draft.columns[guess.column]
    if (said !== undefined)
      return { ...guess, target: said === '' ? null : said, because: said === '' ? LEFT_OUT : 'a person said so' }
    return guess.target !== null && chosen.has(guess.target) ? { ...guess, target: null } : guess
  })
}

const inLanguage = (mapping: ColumnMapping, language: string): ColumnMapping =>
  language === ''
    ? mapping
    : {
        ...mapping,
        records: mapping.records.map(record =>
          (record.kind === 'contribution' || record.kind === 'point') && record.fields['language'] === undefined
            ? {
                ...record,
                fields: {
                  ...record.fields,
                  language: { constant: language, because: 'stated by the person who imported the file' },
                },
              }
            : record,
        ),
      }

const fileOf = ({ delimiter, headerRow }: FilePreview): NonNullable<ColumnMapping['file']> => ({
  ...(delimiter === ',' || delimiter === ';' || delimiter === '\t' || delimiter === '|' ? { delimiter } : {}),
  ...(headerRow !== null && headerRow > 1 ? { headerRow } : {}),
})

const responses = (preview: FilePreview, draft: ImportDraft, fileName: string): ColumnMapping => {
  const mapping = proposeGeneric(fileName, correctedGuesses(preview, draft))
  return {
    ...inLanguage(mapping, draft.language),
    description: 'Each row is one response with one point. Mapped at the desk.',
    file: fileOf(preview),
  }
}

const isColumnOf = (kind: RecordKind, column: string): boolean =>
  Object.entries(fieldsOf(kind)).some(([name, of]) => columnName(name, of) === column)

/** Rows of one kind under columns of other names. */
const rowsOf = (preview: FilePreview, draft: ImportDraft, kind: RecordKind): ColumnMapping => {
  const fields: Record<string, FieldSource> = {}
  const notStored: Record<string, string> = {}
  for (const { name } of preview.columns) {
    const own = name.trim().toLowerCase()
    const target = draft.columns[name] ?? (isColumnOf(kind, own) ? own : '')
    if (target === '') notStored[name] = LEFT_OUT
    else if (fields[target] === undefined) fields[target] = { column: name }
  }
  return {
    format: 'said-and-done/mapping@1',
    name: `desk-${kind}`,
    version: 1,
    file: fileOf(preview),
    records: [{ kind, fields }],
    columnsNotStored: notStored,
  }
}

const document = (preview: FilePreview, draft: ImportDraft): ColumnMapping => {
  const stated = { ...preview.entries, ...draft.document }
  const fields = Object.fromEntries(
    Object.entries(stated).filter(([name, value]) => value !== '' && name !== 'consultation'),
  )
  return {
    format: 'said-and-done/mapping@1',
    name: 'desk-document',
    version: 1,
    file: { kind: draft.documentKind ?? preview.documentKind ?? 'text' },
    records: [],
    ...(Object.keys(fields).length === 0 ? {} : { given: [{ kind: 'document' as const, fields }] }),
  }
}

/** The mapping that follows from what the person said; null = nothing follows yet. */
export const mappingOf = (
  preview: FilePreview,
  draft: ImportDraft,
  fileName: string,
  saved: readonly SavedMapping[],
): ColumnMapping | null => {
  const taken = takenAs(preview, draft)
  switch (taken.as) {
    case 'unsaid':
      return null
    case 'document':
      return document(preview, draft)
    case 'responses':
      return answersInMapping(responses(preview, draft, fileName), draft)
    case 'rows':
      return answersInMapping(rowsOf(preview, draft, taken.kind), draft)
    case 'found':
      return preview.found === null ? null : answersInMapping(leaveOut(preview.found.mapping, leftOutOf(draft)), draft)
    case 'saved': {
      const kept = saved.find(({ name }) => name === taken.name)
      const read = kept === undefined ? null : readColumnMapping(kept.mapping, kept.name)
      return read !== null && 'mapping' in read
        ? answersInMapping(leaveOut(read.mapping, leftOutOf(draft)), draft)
        : null
    }
  }
}

/** How the import is to be run. The consultation of the page comes first, then the one that the document or the person names. */
export const optionsOf = (
  mapping: ColumnMapping,
  draft: ImportDraft,
  consultation: string | null,
  entries: FilePreview['entries'],
): Omit<ImportOptions, 'today'> => {
  const told = consultation ?? (draft.consultation === '' ? (entries['consultation'] ?? '') : draft.consultation)
  return { mapping, ...(told === '' ? {} : { consultation: told }), answered: draft.answered }
}
