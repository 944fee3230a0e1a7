import { onlyPositional, type Command } from '../command.ts'
import { readAddress } from './audit.ts'

export const suggestCommand: Command = {
  name: 'suggest',
  summary: 'looks for the passages each point may be about, for a person to check',
  usage: '<consultation>',
  details: [
    'Stores the best three passages of each stage as suggestions, and what was searched.',
    'A suggestion counts in no number until a person has confirmed it. Running it again only adds.',
  ],
  options: {},
  run: async invocation => {
    const { suggestLinks } = await import('../../usecases/suggest-links.ts')
    const address = readAddress(onlyPositional(invocation, 'one consultation'))
    const result = await suggestLinks(await invocation.deps(), address, (done, total) =>
      invocation.output.progress(done, total, 'Reading points'),
    )
    const grades = Object.entries(result.byGrade)
      .map(([grade, count]) => `${grade} ${count}`)
      .join(', ')
    const text = [
      `Read ${result.pointCount} points against ${result.passageCount} passages of ${result.documentCount} documents.`,
      result.linkCount + result.searchCount === 0
        ? 'Nothing was added: the same suggestions are on record.'
        : `Added ${result.linkCount} suggestions and ${result.searchCount} searches, by method ${result.methodVersion}.`,
      `By strength, over all stages: ${grades}.`,
    ].join('\n')
    return { json: result, text }
  },
}
