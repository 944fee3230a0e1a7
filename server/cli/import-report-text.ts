import type { ImportResult } from '../usecases/import-file.ts'

const SHOWN_ROWS = 20

const HEADLINES: Readonly<Record<ImportResult['status'], string>> = {
  imported: 'Imported.',
  unchanged: 'Nothing changed: everything in this file is already on record.',
  'dry-run': 'Dry run: nothing was written.',
  refused: 'Refused: nothing was imported.',
  asks: 'Nothing was imported yet: a person has to answer first.',
}

const counted = (counts: Readonly<Record<string, number | undefined>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count ?? 0}`)
    .join(', ')

const problemLines = ({ report, status }: ImportResult): readonly string[] =>
  report.problems.map(({ code, severity, message }) => {
    const mark = { refuse: 'Refused', ask: 'Question', 'set-aside': 'Set aside', warn: 'Note' }[severity]
    const how = severity === 'ask' && status === 'asks' ? ` (answer yes with --yes ${code})` : ''
    return `${mark} [${code}]: ${message}${how}`
  })

const setAsideLines = ({ report }: ImportResult): readonly string[] => {
  if (report.setAsideCount === 0) return []
  const shown = report.setAside.slice(0, SHOWN_ROWS)
  const more = report.setAsideCount - shown.length
  return [
    `Set aside: ${counted(report.setAsideByReason)}.`,
    ...shown.flatMap(row => row.problems.map(({ message, code }) => `  ${message} [${code}]`)),
    ...(more > 0 ? [`  … and ${more} more; --json lists up to 1,000.`] : []),
  ]
}

/** The report of an import as a person reads it in a terminal. */
export const importReportText = (result: ImportResult): string => {
  const { report } = result
  const format = report.format === null ? [] : [`Recognised: ${report.format.name}. ${report.format.because}`]
  const notStored = report.columnsNotStored.map(({ name, why }) => `  ${name}: ${why}`)
  return [
    `${report.fileName}: ${HEADLINES[result.status]}`,
    ...format,
    ...problemLines(result),
    ...(result.status === 'refused' || result.status === 'asks'
      ? []
      : [
          `Read ${report.readCount} = accepted ${report.acceptedCount} + set aside ${report.setAsideCount} + duplicate ${report.duplicateCount}.`,
          ...(report.acceptedCount === 0 ? [] : [`Records made: ${counted(report.recordCounts)}.`]),
        ]),
    ...setAsideLines(result),
    ...(notStored.length === 0 ? [] : ['Columns not stored:', ...notStored]),
    ...(report.limits.length === 0 ? [] : ['What this file cannot show:', ...report.limits.map(limit => `  ${limit}`)]),
  ].join('\n')
}
