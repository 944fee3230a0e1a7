import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { ImportSource } from '../../usecases/import-file.ts'
import { requireFile } from '../require-file.ts'
import { textOption, UsageError, type Command, type Invocation, type Output } from '../command.ts'

const UNREAD_SHOWN = 50

export const fileSource = async (invocation: Invocation, name: string): Promise<ImportSource> => {
  const path = textOption(invocation, name)
  if (path === undefined) throw new UsageError(`Expected --${name} FILE.`)
  await requireFile(path)
  return { name: basename(path), open: () => createReadStream(path) }
}

/** Rows left out are listed and counted, on stderr: stdout holds the lines alone. */
export const noteUnread = (output: Output, unread: readonly { readonly message: string }[]): void => {
  for (const { message } of unread.slice(0, UNREAD_SHOWN)) output.note(message)
  if (unread.length > UNREAD_SHOWN) output.note(`… and ${unread.length - UNREAD_SHOWN} more.`)
  if (unread.length > 0) output.note(`${unread.length} ${unread.length === 1 ? 'row was' : 'rows were'} left out.`)
}

const readTop = (given: string | undefined): number => {
  if (given === undefined) return 10
  const top = Number(given)
  if (Number.isInteger(top) && top >= 1 && top <= 1000) return top
  throw new UsageError(`--top is "${given}". Expected a whole number from 1 to 1000.`)
}

export const matchCommand: Command = {
  name: 'match',
  summary: 'suggests, for the points of one CSV, the passages of another',
  usage: '--points FILE --passages FILE',
  details: [
    'points.csv: id,text[,stance][,lang][,contribution][,idea]',
    'passages.csv: document,stage,passage,text[,heading]; stages: plan record summary papers decision answer delivery',
    'Prints one JSON object a line, the best of each stage first; rank 0 = nothing found on that stage.',
    'The machine suggests; a person has to read both texts. Nothing is stored.',
  ],
  options: {
    points: { type: 'string', value: 'FILE', meaning: 'CSV of the points.' },
    passages: { type: 'string', value: 'FILE', meaning: 'CSV of the passages.' },
    top: { type: 'string', value: 'N', meaning: 'Suggestions for each stage; 10.' },
    explain: { type: 'boolean', meaning: 'Adds offsets, sentence, parts of the score, and what was searched.' },
  },
  run: async invocation => {
    const { matchFiles } = await import('../../usecases/match-files.ts')
    const { output } = invocation
    const { lines, unread } = await matchFiles({
      points: await fileSource(invocation, 'points'),
      passages: await fileSource(invocation, 'passages'),
      top: readTop(textOption(invocation, 'top')),
      isExplained: invocation.options['explain'] === true,
      onProgress: (done, total) => output.progress(done, total, 'Matching'),
    })
    noteUnread(output, unread)
    for await (const some of lines) await output.bytes(some)
    return null
  },
}
