import { readConfig } from '../../config.ts'
import { textOption, type Command } from '../command.ts'

export const serveCommand: Command = {
  name: 'serve',
  summary: 'shows the records as a web site',
  usage: '',
  details: ['Listens on PORT, or 3000. Unlike "npm start" it loads no sample into an empty store.'],
  options: { port: { type: 'string', value: 'N', meaning: 'Port to listen on. Else PORT, else 3000.' } },
  run: async invocation => {
    const { startServer } = await import('../../start-server.ts')
    const deps = await invocation.deps()
    const config = readConfig({ db: deps.config.storeLocation, port: textOption(invocation, 'port') })
    const server = await startServer({ ...deps, config })
    invocation.output.note(`Listening on http://localhost:${server.port}. Ctrl-C stops.`)
    await server.stopped
    return null
  },
}
