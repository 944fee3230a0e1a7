import type { DecodedRecord } from '../../data/import/decoded-record.ts'
import type { Field } from '../../data/model/field.ts'
import { fieldsOf, RECORD_KIND_NAMES, type RecordKind } from '../../data/model/record-kinds.ts'
import { GLOBAL_SCOPE, type ReferenceIndex, type ScopeId } from './reference-index.ts'
import { sha256Of } from './sha256-of.ts'

/** A decoded record whose references are ids: ready for the store, but for the fields only the store can give. */
export interface ResolvedRecord {
  readonly kind: RecordKind
  readonly ref: string | null
  readonly scopeId: ScopeId
  readonly values: Readonly<Record<string, unknown>>
  /** The restricted words, apart. */
  readonly verbatim: string | null
}

export interface MissingReference {
  readonly field: string
  readonly refersTo: RecordKind
  readonly ref: string
}

const isScopeField = (name: string): number => (name === 'consultationId' || name === 'bodyId' ? 1 : 0)

const scopeOf = (kind: RecordKind, values: Readonly<Record<string, unknown>>): ScopeId => {
  if (kind === 'body') return GLOBAL_SCOPE
  return String(values[kind === 'consultation' ? 'bodyId' : 'consultationId'])
}

const targetOf = (of: Field<unknown>): RecordKind => of.refersTo as RecordKind

/** Replaces every ref by the id of the record it names; null and the missing one where a name leads nowhere. */
const resolveField = async (
  index: ReferenceIndex,
  of: Field<unknown>,
  scopeId: ScopeId,
  value: unknown,
): Promise<{ readonly id: unknown } | { readonly missing: string }> => {
  const refs = Array.isArray(value) ? value.map(String) : [String(value)]
  const ids: string[] = []
  for (const ref of refs) {
    const id = await index.find(targetOf(of), scopeId, ref)
    if (id === null) return { missing: ref }
    ids.push(id)
  }
  return { id: of.type === 'references' ? ids : ids[0] }
}

const derivedValues = (decoded: DecodedRecord): Record<string, unknown> => {
  const text = decoded.values['text']
  switch (decoded.kind) {
    case 'contribution':
      return { sourceRow: decoded.row, textSha256: sha256Of(String(text)) }
    case 'point':
      return { sourceRow: decoded.row }
    case 'document':
      return { sha256: decoded.row === null ? decoded.rowSha256 : null }
    case 'passage':
      return { sha256: sha256Of(String(text)) }
    default:
      return {}
  }
}

/** Fields of each kind, the scope first, since all other refs are read within it. */
const fieldsInOrder = new Map(
  RECORD_KIND_NAMES.map(kind => [
    kind,
    Object.entries<Field<unknown>>(fieldsOf(kind)).sort(([one], [other]) => isScopeField(other) - isScopeField(one)),
  ]),
)

/** Resolves one record against those already known. Order matters: the consultation first, since it is the scope. */
export const resolveRecord = async (
  index: ReferenceIndex,
  decoded: DecodedRecord,
): Promise<ResolvedRecord | MissingReference> => {
  const values: Record<string, unknown> = derivedValues(decoded)
  let verbatim: string | null = null
  for (const [name, of] of fieldsInOrder.get(decoded.kind) ?? []) {
    const value = decoded.values[name] ?? null
    if (of.isVerbatim) {
      verbatim = value === null ? null : String(value)
      continue
    }
    if (value === null || of.refersTo === null) {
      values[name] = value
      continue
    }
    const scopeId = isScopeField(name) === 1 ? GLOBAL_SCOPE : scopeOf(decoded.kind, values)
    const resolved = await resolveField(index, of, scopeId, value)
    if ('missing' in resolved) return { field: name, refersTo: targetOf(of), ref: resolved.missing }
    values[name] = resolved.id
  }
  return { kind: decoded.kind, ref: decoded.ref, scopeId: scopeOf(decoded.kind, values), values, verbatim }
}
