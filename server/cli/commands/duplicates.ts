import type { Command } from '../command.ts'
import { fileSource, noteUnread } from './match.ts'

export const duplicatesCommand: Command = {
  name: 'duplicates',
  summary: 'finds points sent twice, and campaigns, in one CSV',
  usage: '--points FILE',
  details: [
    'points.csv: id,text',
    'Prints one JSON object a line: {"group":…,"kind":"duplicate|campaign","points":[…]}. Nothing is stored.',
    'A campaign is many voices and one idea. A person decides.',
  ],
  options: { points: { type: 'string', value: 'FILE', meaning: 'CSV of the points.' } },
  run: async invocation => {
    const { groupFile } = await import('../../usecases/group-points.ts')
    const { rows, unread } = await groupFile(await fileSource(invocation, 'points'))
    noteUnread(invocation.output, unread)
    for (const group of rows) await invocation.output.line(JSON.stringify(group))
    return null
  },
}
