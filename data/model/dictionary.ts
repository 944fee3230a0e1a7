import { columnName, type Field } from './field.ts'
import { fieldsOf, RECORD_KIND_NAMES, type RecordKind } from './record-kinds.ts'

const typeText = (of: Field<unknown>): string => {
  switch (of.type) {
    case 'choice':
      return of.choices.map(choice => `\`${choice}\``).join(' ')
    case 'reference':
      return `ref of a ${of.refersTo ?? 'record'}`
    case 'references':
      return `refs of ${of.refersTo ?? 'record'}s, " \\| " between`
    case 'list':
      return 'texts, " \\| " between'
    case 'boolean':
      return '`yes` `no`'
    case 'date':
      return 'date, 2026-03-04'
    case 'instant':
      return 'UTC, 2026-03-04T10:15:00.000Z'
    case 'json':
      return 'JSON'
    case 'integer':
      return 'whole number ≥ 0'
    case 'number':
      return 'number'
    case 'text':
      return of.isVerbatim ? 'text, restricted' : 'text'
  }
}

const row = (name: string, of: Field<unknown>): string =>
  `| \`${columnName(name, of)}\` | ${typeText(of)} | ${of.isRequired ? 'yes' : 'no'} | ${of.meaning.replaceAll('|', '\\|')} |`

const section = (kind: RecordKind): string =>
  [
    `### ${kind}`,
    '',
    '| column | holds | needed | meaning |',
    '| --- | --- | --- | --- |',
    ...Object.entries(fieldsOf(kind)).map(([name, of]) => row(name, of)),
  ].join('\n')

/** The data dictionary in Markdown: every record that can be imported, and every column of it. */
export const dictionary = (): string => RECORD_KIND_NAMES.map(section).join('\n\n')
