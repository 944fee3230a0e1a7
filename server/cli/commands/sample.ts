import { loadSample } from '../../usecases/load-sample.ts'
import type { Command } from '../command.ts'

export const sampleCommand: Command = {
  name: 'sample',
  summary: 'loads the fictional sample council, Calderwick',
  usage: '',
  details: ['Goes the same way as every import. A second time it changes nothing.'],
  options: {},
  run: async invocation => {
    const { files } = await loadSample(await invocation.deps(), (done, total) =>
      invocation.output.progress(done, total, 'Loading files'),
    )
    const acceptedCount = files.reduce((sum, { result }) => sum + result.report.acceptedCount, 0)
    const isUnchanged = files.every(({ result }) => result.status === 'unchanged')
    const json = {
      isUnchanged,
      fileCount: files.length,
      acceptedCount,
      files: files.map(({ file, result: { status, report } }) => ({
        file: file.split('/samples/')[1],
        status,
        readCount: report.readCount,
        acceptedCount: report.acceptedCount,
        setAsideCount: report.setAsideCount,
        duplicateCount: report.duplicateCount,
      })),
    }
    const text = isUnchanged
      ? 'Nothing changed: the sample council is already on record.'
      : `Loaded the fictional sample council: ${acceptedCount} rows from ${files.length} files. "said serve" shows it.`
    return { json, text }
  },
}
