import type { Audit } from '../../analysis/finding.ts'
import type { ConsultationRecord } from '../../data/model/consultation-record.ts'
import type { PackageTable } from './data-package.ts'

const tableSection = (table: PackageTable): string =>
  [
    `## ${table.name}.csv`,
    '',
    `${table.rows.length} rows.`,
    '',
    '| column | type | meaning |',
    '| --- | --- | --- |',
    ...table.columns.map(
      ({ name, type, description }) => `| \`${name}\` | ${type} | ${description.replaceAll('|', '\\|')} |`,
    ),
  ].join('\n')

/** The package's README: every column in words, and what the data cannot show. */
export const packageReadme = (
  { body, consultation, documents }: ConsultationRecord,
  audit: Audit,
  tables: readonly PackageTable[],
): string => {
  const missing = documents.filter(({ holding }) => holding !== 'held')
  return [
    `# ${consultation.title}, ${body.name}`,
    '',
    ...(audit.isFictional ? ['**This body is fictional. So is everything it did and everyone it heard.**', ''] : []),
    `As at ${audit.asOf}. Method ${audit.methodVersion}. Public records only.`,
    '',
    'UTF-8, comma, CRLF. Empty means not known. Text that begins with `= + - @`, a tab, CR, LF, NUL or a full-width sign of these has a',
    "leading `'`, so that no spreadsheet runs it: take exactly one off. Our own numbers are not touched.",
    '',
    '## What this data cannot show',
    '',
    '- The words as they were written: only texts that a person approved are here.',
    '- Who said something: dates, areas, groups and channels of single contributions are left out, because together with a text they can tell.',
    '- Why a body decided as it did. Motive is not in the records.',
    ...missing.map(({ title, heldBy }) => `- ${title} is missing${heldBy === null ? '' : `; held by ${heldBy}`}.`),
    '',
    ...tables.flatMap(table => [tableSection(table), '']),
  ].join('\n')
}
