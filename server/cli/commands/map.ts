import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../errors.ts'
import { proposeFileMapping } from '../../usecases/propose-file-mapping.ts'
import { onlyPositional, textOption, type Command } from '../command.ts'
import { requireFile } from '../require-file.ts'

export const mapCommand: Command = {
  name: 'map',
  summary: 'proposes which column of an unknown CSV is what',
  usage: 'FILE',
  details: [
    'Prints a mapping as JSON, with its guesses and three sample values a column. Nothing is imported.',
    'Correct it in an editor, then: said import FILE --mapping mapping.json',
  ],
  options: { out: { type: 'string', value: 'FILE', meaning: 'Write the mapping to this file instead of stdout.' } },
  run: async invocation => {
    const path = onlyPositional(invocation, 'one FILE')
    await requireFile(path)
    const proposal = await proposeFileMapping(await invocation.deps(), {
      name: basename(path),
      open: () => createReadStream(path),
    })
    const text = JSON.stringify(proposal, null, 2)
    const out = textOption(invocation, 'out')
    if (out === undefined) return { json: proposal, text }
    await writeFile(out, `${text}\n`, { flag: 'wx' }).catch(() => {
      throw new AppError('refused', `${out} exists already, or its folder does not. Choose another name.`)
    })
    return { json: proposal, text: `Wrote ${out}. Correct it, then: said import ${path} --mapping ${out}` }
  },
}
