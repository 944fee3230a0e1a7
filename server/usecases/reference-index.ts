import type { RecordKind } from '../../data/model/record-kinds.ts'
import { readBodies, readConsultations } from '../../data/store/bodies.ts'
import type { Connection } from '../../data/store/connection.ts'
import { readFormerSlugs } from '../../data/store/former-slugs.ts'
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
    if (kind !== 'body' && kind !== 'consultation') return new Map(await readRefs(this.#connection, kind, scopeId))
    // Files made before a renaming still find what they belong to.
    const former = await readFormerSlugs(this.#connection, kind)
    const known = kind === 'body' ? await this.#bodies() : await this.#consultations(scopeId)
    const renamed = former.filter(slug => scopeId === GLOBAL_SCOPE || slug.scopeId === scopeId)
    return new Map([...renamed.map(({ slug, recordId }) => [slug, recordId] as const), ...known])
  }

  async #bodies(): Promise<readonly (readonly [string, string])[]> {
    return (await readBodies(this.#connection)).map(({ ref, id }) => [ref, id] as const)
  }

  async #consultations(scopeId: ScopeId): Promise<readonly (readonly [string, string])[]> {
    const consultations = await readConsultations(this.#connection)
    const inScope = consultations.filter(({ bodyId }) => scopeId === GLOBAL_SCOPE || bodyId === scopeId)
    return inScope.map(({ ref, id }) => [ref, id] as const)
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
