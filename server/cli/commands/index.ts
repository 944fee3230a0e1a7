import type { Command } from '../command.ts'
import { auditCommand } from './audit.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { listCommand } from './list.ts'
import { mapCommand } from './map.ts'
import { sampleCommand } from './sample.ts'
import { serveCommand } from './serve.ts'

/** Every command, in the order in which a newcomer meets them. */
export const COMMANDS: readonly Command[] = [
  sampleCommand,
  listCommand,
  mapCommand,
  importCommand,
  auditCommand,
  exportCommand,
  serveCommand,
]
