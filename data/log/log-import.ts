import type { ImportManifest } from '../model/right-of-reply.ts'
import { logSealed, type LoggedEntry, type LogOccasion } from './logged-entry.ts'
import { sealRecord } from './seal.ts'

/** Rows of a file that were set aside, as the store keeps them. */
export interface SetAsideRows {
  /** The import's id: the rows are one sealed record. */
  readonly id: string
  readonly rows: readonly object[]
}

/**
 * What an import read and did, after the entries of its records (from `firstIndex` up to but not including `endIndex`).
 * The manifest holds the SHA-256 of the file and is sealed with it, so a holder of the file can prove what was left out.
 */
export const logImport = (
  manifest: ImportManifest,
  setAside: SetAsideRows,
  range: { readonly firstIndex: number; readonly endIndex: number },
  occasion: LogOccasion,
  salts: { readonly manifest: Uint8Array; readonly setAside: Uint8Array },
): LoggedEntry => {
  const { consultationId, mappingSha256, readCount, acceptedCount, setAsideCount, duplicateCount } = manifest
  const hasRows = setAside.rows.length > 0
  const setAsideSeal = hasRows ? sealRecord(salts.setAside, 'set-aside-rows', setAside) : null
  const counts = { readCount, acceptedCount, setAsideCount, duplicateCount }
  const logged = logSealed(
    { recordKind: 'import', record: manifest, salt: salts.manifest },
    { kind: 'import-finished', ...occasion, consultationId, mappingSha256, ...counts, setAsideSeal, ...range },
  )
  const opening = { recordKind: 'set-aside-rows', recordId: setAside.id, salt: salts.setAside } as const
  return hasRows ? { ...logged, openings: [...logged.openings, opening] } : logged
}
