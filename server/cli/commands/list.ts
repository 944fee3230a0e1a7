import { listAllBodies } from '../../usecases/list-bodies.ts'
import type { Command } from '../command.ts'

export const listCommand: Command = {
  name: 'list',
  summary: 'shows the bodies and consultations on record',
  usage: '',
  details: [],
  options: {},
  run: async invocation => {
    const listed = await listAllBodies(await invocation.deps())
    const json = listed.map(({ body, consultations }) => ({
      ref: body.ref,
      name: body.name,
      isFictional: body.nature === 'fictional',
      consultations: consultations.map(({ ref, title, opensOn, closesOn, legalStatus }) => ({
        ref,
        title,
        opensOn,
        closesOn,
        legalStatus,
      })),
    }))
    const lines = json.flatMap(body => [
      `${body.ref}  ${body.name}${body.isFictional ? ' (fictional)' : ''}`,
      ...body.consultations.map(
        ({ ref, title, opensOn, closesOn }) =>
          `  ${ref}  ${title} (${opensOn ?? 'no date'} to ${closesOn ?? 'no date'})`,
      ),
    ])
    const text =
      lines.length === 0
        ? 'Nothing is on record yet. "said sample" loads the fictional sample council.'
        : lines.join('\n')
    return { json, text }
  },
}
