import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { auditJson } from '../../export/audit-json.ts'
import { dataPackage } from '../../export/data-package.ts'
import { AppError } from '../../errors.ts'
import { onlyPositional, textOption, UsageError, type Command } from '../command.ts'
import { readAddress } from './audit.ts'

export const exportCommand: Command = {
  name: 'export',
  summary: 'writes the public records of a consultation as CSV files',
  usage: '<consultation>',
  details: [
    'Makes a folder with a CSV per record, datapackage.json, README.md and audit.json. Public texts only.',
    'As everybody sees them: the release in force, or what was imported. --live: as they stand at the desk, not yet released.',
    'The folder must not exist yet: nothing is overwritten.',
  ],
  options: {
    out: { type: 'string', value: 'FOLDER', meaning: 'Folder to make.' },
    live: { type: 'boolean', meaning: 'What people at the desk judged since, too.' },
  },
  run: async invocation => {
    const { publicRecord } = await import('../../usecases/public-record.ts')
    const { readAudit } = await import('../../usecases/read-audit.ts')
    const { readPublicAudit } = await import('../../usecases/read-public-audit.ts')
    const address = readAddress(onlyPositional(invocation, 'one consultation'))
    const folder = textOption(invocation, 'out')
    if (folder === undefined) throw new UsageError('Expected --out FOLDER.')
    const read = invocation.options['live'] === true ? readAudit : readPublicAudit
    const { record, audit } = await read(await invocation.deps(), address)
    await mkdir(folder).catch((error: unknown) => {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST'
      throw new AppError(
        'refused',
        isTaken
          ? `${folder} exists already. Name a new folder.`
          : `${folder} cannot be made. Does the folder it is to stand in exist?`,
      )
    })
    const files = [
      ...dataPackage(publicRecord(record), audit),
      { path: 'audit.json', content: `${JSON.stringify(auditJson(record, audit), null, 2)}\n` },
    ]
    for (const { path, content } of files) await writeFile(join(folder, path), content)
    return {
      json: { folder, files: files.map(({ path, content }) => ({ path, bytes: Buffer.byteLength(content) })) },
      text: `Wrote ${files.length} files to ${folder}. README.md there says what each column means.`,
    }
  },
}
