import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { listSampleFiles } from '../../data/samples/list-sample-files.ts'
import type { Deps } from '../deps.ts'
import { importFile, type ImportResult } from './import-file.ts'

export interface SampleResult {
  readonly files: readonly { readonly file: string; readonly result: ImportResult }[]
}

/** Loads the fictional sample council through the same import that every file takes. Throws if a row of it is not accepted. */
export const loadSample = async (
  deps: Deps,
  onProgress?: (done: number, total: number) => void,
): Promise<SampleResult> => {
  const files = await listSampleFiles()
  const done: { file: string; result: ImportResult }[] = []
  for (const { path, recordKind } of files) {
    const result = await importFile(deps, {
      source: { name: basename(path), open: () => createReadStream(path) },
      options: recordKind === null ? {} : { recordKind },
      isDryRun: false,
    })
    const fault =
      result.report.problems.find(({ severity }) => severity !== 'warn') ?? result.report.setAside[0]?.problems[0]
    if (fault !== undefined) throw new Error(`The sample file ${path} is not whole: ${fault.message}`)
    done.push({ file: path, result })
    onProgress?.(done.length, files.length)
  }
  return { files: done }
}
