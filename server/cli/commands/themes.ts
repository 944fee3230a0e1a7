import { textOption, UsageError, type Command } from '../command.ts'
import { fileSource, noteUnread } from './match.ts'

const readCount = (given: string | undefined): number | null => {
  if (given === undefined) return null
  const count = Number(given)
  if (Number.isInteger(count) && count >= 1 && count <= 200) return count
  throw new UsageError(`--count is "${given}". Expected a whole number from 1 to 200.`)
}

export const themesCommand: Command = {
  name: 'themes',
  summary: 'sorts the points of one CSV by what they are about',
  usage: '--points FILE',
  details: [
    'points.csv: id,text',
    'Prints one JSON object a line: {"theme":…,"name":…,"points":[…]}. Nothing is stored.',
    'The name is a suggestion: a person names a theme.',
  ],
  options: {
    points: { type: 'string', value: 'FILE', meaning: 'CSV of the points.' },
    count: {
      type: 'string',
      value: 'N',
      meaning: 'How many themes. Else about the square root of half the points, 20 at most.',
    },
  },
  run: async invocation => {
    const { themeFile } = await import('../../usecases/group-points.ts')
    const count = readCount(textOption(invocation, 'count'))
    const { rows, unread } = await themeFile(await fileSource(invocation, 'points'), count)
    noteUnread(invocation.output, unread)
    for (const theme of rows) await invocation.output.line(JSON.stringify(theme))
    return null
  },
}
