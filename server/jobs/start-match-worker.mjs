// A thread does not inherit the loader that runs the TypeScript sources as they are: it registers it itself.
import { register } from 'tsx/esm/api'

register()
await import('./match-worker.ts')
