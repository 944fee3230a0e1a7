import { ConfigError, readConfig } from './config.ts'
import { openDeps } from './deps.ts'
import { startServer } from './start-server.ts'
import { listAllBodies } from './usecases/list-bodies.ts'
import { loadSample } from './usecases/load-sample.ts'

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** `npm start`: an empty store gets the fictional sample council, so that there is something to see. */
const run = async (): Promise<void> => {
  const deps = await openDeps(readConfig())
  try {
    if ((await listAllBodies(deps)).length === 0) {
      say('The store is empty: loading the fictional sample council. This takes a few seconds.')
      await loadSample(deps)
    }
    const server = await startServer(deps)
    say(`Said & Done is at http://localhost:${server.port}`)
    await server.stopped
  } finally {
    await deps.store.close()
  }
}

await run().catch((error: unknown) => {
  if (error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 78
    return
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    process.stderr.write('The port is in use by another program. Stop it, or set PORT to another number.\n')
    process.exitCode = 1
    return
  }
  throw error
})
