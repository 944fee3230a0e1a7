import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { RECORD_KIND_NAMES, type RecordKind } from '../model/record-kinds.ts'

const FOLDER = fileURLToPath(new URL('./calderwick/', import.meta.url))

/** Files are named after the kind of their rows, in the plural. */
export const sampleFileName = (kind: RecordKind): string => {
  if (/(?:s|ch)$/.test(kind)) return `${kind}es.csv`
  return `${kind.endsWith('y') ? `${kind.slice(0, -1)}ie` : kind}s.csv`
}

/** What must be on record before other rows can refer to it comes first. */
const FIRST: readonly RecordKind[] = ['body', 'consultation', 'event', 'document']
const ORDER: readonly RecordKind[] = [...FIRST, ...RECORD_KIND_NAMES.filter(kind => !FIRST.includes(kind))]

export interface SampleFile {
  readonly path: string
  /** null for a document, which says in its own first lines what it is. */
  readonly recordKind: RecordKind | null
}

const filesOfConsultation = async (folder: string): Promise<readonly SampleFile[]> => {
  const names = new Set(await readdir(folder))
  const documents = (await readdir(`${folder}documents/`).catch(() => [])).sort()
  return ORDER.flatMap((recordKind): SampleFile[] => {
    const table = names.has(sampleFileName(recordKind)) ? [{ path: folder + sampleFileName(recordKind), recordKind }] : []
    if (recordKind !== 'document') return table
    return [...documents.map(name => ({ path: `${folder}documents/${name}`, recordKind: null })), ...table]
  })
}

/** The files of the fictional sample council, in the order in which they can be imported. */
export const listSampleFiles = async (): Promise<readonly SampleFile[]> => {
  const entries = await readdir(FOLDER, { withFileTypes: true })
  const folders = entries.filter(entry => entry.isDirectory()).map(entry => entry.name)
  const consultations = await Promise.all(folders.sort().map(name => filesOfConsultation(`${FOLDER}${name}/`)))
  return [{ path: `${FOLDER}${sampleFileName('body')}`, recordKind: 'body' }, ...consultations.flat()]
}
