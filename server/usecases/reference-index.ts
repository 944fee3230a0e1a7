import type { RecordKind } from '../../data/model/record-kinds.ts'
import { readBodies, readConsultations } from '../../data/store/bodies.ts'
import type { Connection } from '../../data/store/connection.ts'
import { readRefs } from '../../data/store/records.ts'

/** Refs are unique within a scope: bodies everywhere, consultations within their body, all else within a consultation. */
export type ScopeId = string
export const GLOBAL_SCOPE: ScopeId = ''

/** ref → id of every record that an import can refer to: those in the store, and those it adds itself. */
export class ReferenceIndex {
  readonly #connection: Connection
  readonly #ids = new Map<string, Promise<Map<string, string>>>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  async #load(kind: RecordKind, scopeId: ScopeId): Promise<Map<string, string>> {
    if (kind === 'body') return new Map((await readBodies(this.#connection)).map(({ ref, id }) => [ref, id]))
    if (kind !== 'consultation') return new Map(await readRefs(this.#connection, kind, scopeId))
    const consultations = await readConsultations(this.#connection)
    const inScope = consultations.filter(({ bodyId }) => scopeId === GLOBAL_SCOPE || bodyId === scopeId)
    return new Map(inScope.map(({ ref, id }) => [ref, id]))
  }

  #table(kind: RecordKind, scopeId: ScopeId): Promise<Map<string, string>> {
    const key = `${kind} ${scopeId}`
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const loaded = this.#load(kind, scopeId)
    this.#ids.set(key, loaded)
    return loaded
  }

  async find(kind: RecordKind, scopeId: ScopeId, ref: string): Promise<string | null> {
    return (await this.#table(kind, scopeId)).get(ref) ?? null
  }

  async add(kind: RecordKind, scopeId: ScopeId, ref: string, id: string): Promise<void> {
    ;(await this.#table(kind, scopeId)).set(ref, id)
    if (kind === 'consultation') (await this.#table(kind, GLOBAL_SCOPE)).set(ref, id)
  }

  async remove(kind: RecordKind, scopeId: ScopeId, ref: string): Promise<void> {
    ;(await this.#table(kind, scopeId)).delete(ref)
    if (kind === 'consultation') (await this.#table(kind, GLOBAL_SCOPE)).delete(ref)
  }
}
