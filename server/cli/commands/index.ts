import type { Command } from '../command.ts'
import { adminCommand } from './admin.ts'
import { auditCommand } from './audit.ts'
import { checkpointCommand } from './checkpoint.ts'
import { duplicatesCommand } from './duplicates.ts'
import { eraseCommand } from './erase.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { listCommand } from './list.ts'
import { mapCommand } from './map.ts'
import { matchCommand } from './match.ts'
import { rebuildCommand } from './rebuild.ts'
import { renameCommand } from './rename.ts'
import { sampleCommand } from './sample.ts'
import { serveCommand } from './serve.ts'
import { suggestCommand } from './suggest.ts'
import { themesCommand } from './themes.ts'
import { verifyCommand } from './verify.ts'
import { witnessCommand } from './witness.ts'

/**
 * Every command, in the order in which a newcomer meets them. A command loads its use case when it runs: reading all of them
 * would cost each command more than what it does.
 */
export const COMMANDS: readonly Command[] = [
  sampleCommand,
  listCommand,
  mapCommand,
  importCommand,
  suggestCommand,
  auditCommand,
  exportCommand,
  rebuildCommand,
  eraseCommand,
  renameCommand,
  adminCommand,
  serveCommand,
  verifyCommand,
  checkpointCommand,
  witnessCommand,
  matchCommand,
  duplicatesCommand,
  themesCommand,
]
