import { UsageError, type Command } from '../command.ts'

export const renameCommand: Command = {
  name: 'rename',
  summary: 'gives a council or a consultation another address',
  usage: '<council>[/<consultation>] NEW-SLUG',
  details: [
    'The address it had, and every page below it, leads to the new one for good; nothing else can ever get it.',
    'Nothing but the address changes. The history has the change.',
  ],
  options: {},
  run: async invocation => {
    const { renameAddress } = await import('../../usecases/rename-address.ts')
    const [address, slug, ...more] = invocation.positionals
    if (address === undefined || slug === undefined || more.length > 0)
      throw new UsageError('Expected an address and a new slug, such as "calderwick/mill-lane-2025 mill-lane".')
    const [body = '', consultation = null, ...deeper] = address.split('/')
    if (deeper.length > 0) throw new UsageError(`Expected <council> or <council>/<consultation>, found "${address}".`)
    const renamed = await renameAddress(await invocation.deps(), { body, consultation, slug })
    return { json: renamed, text: `${renamed.from} is now ${renamed.to}. The old address leads there.` }
  },
}
