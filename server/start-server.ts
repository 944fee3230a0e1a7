import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Deps } from './deps.ts'
import { createApp } from './http/app.ts'
import { watchHistory } from './usecases/history/watch-history.ts'
import { dropStaleUploads } from './usecases/upload/keep-upload.ts'
import { watchUploads } from './usecases/upload/watch-uploads.ts'

/** Limits against slow and hanging clients, in milliseconds and counts (security.md, section 6). */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16_384,
  maxConnections: 2_000,
  maxRequestsPerSocket: 1_000,
} as const

export interface RunningServer {
  readonly port: number
  readonly stop: () => Promise<void>
  /** Settles when the server has stopped, by `stop` or by a signal. */
  readonly stopped: Promise<void>
}

/** Serves until a signal asks it to stop; then answers what it has begun and closes. */
export const startServer = async (deps: Deps): Promise<RunningServer> => {
  // Bytes of a process that was killed while it received them, and files that nobody came back to.
  await dropStaleUploads(deps)
  const { maxConnections, maxRequestsPerSocket, ...options } = LIMITS
  const server = createServer(options, createApp(deps))
  server.maxConnections = maxConnections
  server.maxRequestsPerSocket = maxRequestsPerSocket
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(deps.config.port, resolve)
  })
  const watches = [watchHistory(deps), watchUploads(deps)]
  const stopped = new Promise<void>(resolve => server.once('close', resolve)).then(async () => {
    await Promise.all(watches.map(end => end()))
  })
  const stop = async (): Promise<void> => {
    server.close()
    server.closeIdleConnections()
    await stopped
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
  return { port: (server.address() as AddressInfo).port, stop, stopped }
}
