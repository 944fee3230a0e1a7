import type { Stage } from '../../data/model/document.ts'
import type { RecordKind } from '../../data/model/record-kinds.ts'
import type { Connection } from '../../data/store/connection.ts'
import { readRecords } from '../../data/store/records.ts'
import type { ScopeId } from './reference-index.ts'

/** On which stop of the trail each passage stands: those in the store, and those an import adds. */
export class PassageStages {
  readonly #connection: Connection
  readonly #documentStages = new Map<string, Stage>()
  readonly #documentOfPassage = new Map<string, string>()
  readonly #loaded = new Set<ScopeId>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  note(kind: RecordKind, id: string, values: Readonly<Record<string, unknown>>): void {
    if (kind === 'document') this.#documentStages.set(id, values['stage'] as Stage)
    if (kind === 'passage') this.#documentOfPassage.set(id, String(values['documentId']))
  }

  async find(scopeId: ScopeId, passageId: string): Promise<Stage | null> {
    if (!this.#loaded.has(scopeId)) {
      this.#loaded.add(scopeId)
      for (const document of await readRecords(this.#connection, 'document', scopeId))
        this.#documentStages.set(document.id, document.stage)
      for (const passage of await readRecords(this.#connection, 'passage', scopeId))
        this.#documentOfPassage.set(passage.id, passage.documentId)
    }
    return this.#documentStages.get(this.#documentOfPassage.get(passageId) ?? '') ?? null
  }
}
